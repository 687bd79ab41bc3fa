namespace Analysis.Tests.Annotation.Mentions;

public sealed class SpanTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Rows() =>
        File.ReadLines(Path.Combine(Annotators.Folder, "cases.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Select(row => new TheoryDataRow<string, string>(row[0], row[1]));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Mentions_are_where_the_guidelines_put_them(string marked, string why)
    {
        var expected = MarkedText.Parse(marked);

        var found = Annotators.Mentions(expected.Text);

        Assert.True(
            expected.Marks.Select(mark => (mark.Start, mark.End, mark.Type))
                .SequenceEqual(found.Select(mention => (mention.Start, mention.End, mention.Type))),
            $"{why}: {string.Join(" · ", found.Select(mention => $"{mention.Surface} ({mention.Type}, {mention.Rule})"))}");
        foreach (var (mark, mention) in expected.Marks.Zip(found))
        {
            if (mark.Entity is not null) Assert.Equal(mark.Entity, mention.Entity ?? "none");
            if (mark.Metonym is not null) Assert.Equal(mark.Metonym, mention.Metonym);
            Assert.Equal(mention.Type == "capital", mention.Metonym is not null);
            Assert.Equal(expected.Text[mention.Start..mention.End], mention.Surface);
        }
    }

    [Theory]
    [InlineData("قالت إن الولايات\nالمتحدة انسحبت", "الولايات\nالمتحدة")]
    [InlineData("قالت إن الولايات\r\nالمتحدة انسحبت", "الولايات\r\nالمتحدة")]
    [InlineData("حزب\nالله", "")]
    [InlineData("قيل في حزب\n\nالله", "")]
    public void A_line_break_inside_a_name_of_running_text_belongs_to_it(string text, string surface) =>
        Assert.Equal(surface, string.Join('|', Annotators.Mentions(text).Select(mention => mention.Surface)));

    [Theory]
    [InlineData("هاجموا الولايات\u200Bالمتحدة أمس", "الولايات\u200Bالمتحدة")]
    [InlineData("هاجموا إيران\u200Bوالعراق أمس", "إيران|العراق")]
    [InlineData("وصلوا إلى بغ\u200Bداد أمس", "بغ\u200Bداد")]
    public void A_zero_width_space_separates_words_and_is_ignored_inside_one(string text, string surfaces) =>
        Assert.Equal(surfaces, string.Join('|', Annotators.Mentions(text).Select(mention => mention.Surface)));

    [Fact]
    public void Ordinary_prose_holds_no_names()
    {
        foreach (var line in File.ReadLines(Path.Combine(Annotators.Folder, "Ordinary.txt")))
        {
            Assert.Equal("", string.Join(" · ", Annotators.Mentions(line).Select(mention => $"{mention.Surface} ({mention.Rule})")));
        }
    }
}
