namespace Analysis.Tests.Reports;

/// <summary>English after Arabic words that stand alone.</summary>
public sealed class GlossaryTests
{
    private static readonly Language Glossed = Language.English.OfReport(
        new Dictionary<string, string>
        {
            ["قآني"] = "Esmail Qaani",
            ["us-forces"] = "US forces",
            ["قائد فيلق القدس يزور بغداد"] = "Quds Force commander visits Baghdad",
        },
        new Dictionary<string, string>());

    [Theory]
    [InlineData("قآني", "\u2067قآني\u2069 \u2066(Esmail Qaani)\u2069")]
    [InlineData("قائد فيلق القدس يزور بغداد", "\u2067قائد فيلق القدس يزور بغداد\u2069 \u2066(Quds Force commander visits Baghdad)\u2069")]
    [InlineData("إيران", "\u2067إيران\u2069 \u2066(iran)\u2069")]
    [InlineData("السفارة", "\u2067السفارة\u2069 \u2066(al-sfara)\u2069")]
    [InlineData("وزير الخارجية*", "\u2067وزير الخارجية*\u2069 \u2066(wzir al-kharjya)\u2069")]
    [InlineData("?طريق المطار", "?طريق المطار")]
    [InlineData("زار قائد فيلق القدس بغداد", "زار قائد فيلق القدس بغداد")]
    [InlineData("alias: قآني", "alias: قآني")]
    [InlineData("Iran", "Iran")]
    [InlineData("us-forces", "US forces")]
    [InlineData("2020-01-03", "3 Jan 2020")]
    [InlineData("2020-01~", "around Jan 2020")]
    [InlineData("../2020-03-31", "until 31 Mar 2020")]
    [InlineData("2020-12-28/2020-12-31", "28 Dec 2020 to 31 Dec 2020")]
    [InlineData("12:30", "12:30")]
    public void A_word_has_its_English_name_or_its_letters_in_Latin_ones(string text, string shown) =>
        Assert.Equal(shown, Glossed.Say(text));

    [Fact]
    public void In_Arabic_and_in_a_notebook_nothing_is_added()
    {
        var names = new Dictionary<string, string> { ["قآني"] = "Esmail Qaani" };
        Assert.Equal("قآني", Language.Arabic.OfReport(names, names).Say("قآني"));
        Assert.Equal("قآني", Language.English.Say("قآني"));
    }

    [Fact]
    public void Columns_of_passages_are_as_they_are_written()
    {
        var table = TableView.TryCreate(
            new[] { new { Word = "قآني", Text = "هجوم" }, new { Word = "غاني", Text = "شنت القوات هجوما على قاعدة" } }.ToDataFrame())!;
        string[][] cells = [.. table.ShownColumns.Select(column => HtmlTable.Shown(column, table.ShownRows, Glossed))];
        Assert.Contains("Qaani", cells[0][0], StringComparison.Ordinal);
        Assert.Equal("هجوم", cells[1][0]);
    }

    [Theory]
    [InlineData("2020-01~", "نحو يناير 2020")]
    [InlineData("../2020-04-01", "بحلول 1 أبريل 2020")]
    [InlineData("2020-04-01/2020-04-02", "من 1 أبريل 2020 إلى 2 أبريل 2020")]
    [InlineData("2020-W13", "الأسبوع 13 من عام 2020")]
    [InlineData("2016-21", "ربيع 2016")]
    [InlineData("2020-03-31TEV", "31 مارس 2020 مساءً")]
    [InlineData("threat, 2020-12-30 — CENTCOM warns", "تهديد، 30 ديسمبر 2020")]
    public void Dates_are_words_in_Arabic(string date, string words) => Assert.Equal(words, Language.Arabic.Say(date));

    [Fact]
    public void No_word_or_number_of_a_table_is_wider_than_its_column()
    {
        var (widths, fit) = WordColumns.Of(
            ["Entity", "Npmi", "Text"], [["qasem-soleimani"], ["-0.0556"], [string.Join(' ', Enumerable.Repeat("word", 100))]]);
        Assert.Equal(WordColumns.Fit.Lines, fit);
        Assert.Equal(9638, widths.Sum(), 3.0);
        Assert.True(widths[1] >= (int)(140 + (Lettering.Width("-0.0556", 8) * 20)));
        Assert.True(widths[2] > widths[0]);
        // A long text has room at the cost of one that is short but for a few rows, and of a date among other texts.
        string[] passages = [.. Enumerable.Repeat(string.Join(' ', Enumerable.Repeat("word", 100)), 10)];
        string[] notes = [string.Join(' ', Enumerable.Repeat("note", 12)), "around 1 April 2020", .. Enumerable.Repeat("", 8)];
        (widths, _) = WordColumns.Of(["Note", "Text"], [notes, passages]);
        Assert.True(widths[1] > 5 * widths[0]);
        // Texts of one length, some rows with one and some with the other, have columns of one width.
        string[] either = [.. passages[..5], .. Enumerable.Repeat("", 5)];
        (widths, _) = WordColumns.Of(["Expected", "Found", "Sentence"], [either, [.. either[5..], .. either[..5]], passages]);
        Assert.InRange(widths[0] - widths[1], -80, 80);
        (widths, fit) = WordColumns.Of(["A", "B"], [["x"], ["1"]]);
        Assert.True(widths.Sum() < 1500);
        Assert.Equal(WordColumns.Fit.OneLine, fit);
        string[] many = [.. Enumerable.Repeat("organization", 15)];
        Assert.Equal(WordColumns.Fit.Tight, WordColumns.Of(many, many.Select(head => (string[])[head])).Fit);
    }
}
