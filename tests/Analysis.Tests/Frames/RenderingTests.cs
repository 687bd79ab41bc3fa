using System.Net;
using System.Text.RegularExpressions;
using Deedle;
using Microsoft.DotNet.Interactive.Formatting;

namespace Analysis.Tests.Frames;

public sealed class RenderingTests
{
    private const string Html = "text/html";
    private const string Plain = "text/plain";

    static RenderingTests() => FrameFormatters.Register();

    private static string Render(object table, string mimeType) => Formatter.ToDisplayString(table, mimeType);

    private static DataFrame<ValueCount<string>> Names(int count) =>
        Enumerable.Range(0, count).Select(i => new ValueCount<string>($"اسم {i}", i)).ToDataFrame();

    public static TheoryData<string, string> Tables() => new()
    {
        { "a frame with records", "Value  Count\nاسم 0      0\nاسم 1      1\n" },
        { "a plain frame", "Value\nاسم 0\nاسم 1\n" },
        { "a frame that a verb of the package gives", "Value  Count\nاسم 0      0\nاسم 1      1\n" },
        { "a column", "Count\n    0\n    1\n" },
        { "a matrix", "Name   x  y\nاسم 0  1  0\nاسم 1  0  1\n" },
        { "a matrix with a missing value", "Name  x  y\na     1\nb        2\n" },
        { "a series", "Month    Value\n2020-01      1\n2020-02      0\n2020-03      1\n" },
        { "a moving mean", "Month    Value\n2020-01\n2020-02    0.5\n2020-03    0.5\n" },
        { "a row of a matrix", "Name  Value\nx         1\ny         0\n" },
        { "records in an array", "Document  Published   Sentence  First  Second\na         2020-01-03         0  iran   usa\n" },
        { "records of a query", "Document  Published   Sentence  First  Second\na         2020-01-03         0  iran   usa\n" },
        { "records in order", "Document  Published   Sentence  First  Second\na         2020-01-03         0  iran   usa\n" },
        { "anonymous objects of a query", "Entity  Documents\niran    a; b\n" },
        { "counts of a query", "Value  Count\nاسم 1      1\n" },
        { "a table", "Value  Count\nاسم 0      0\n(1 of 2 rows)\n" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_kind_of_table_is_shown_as_one(string kind, string text)
    {
        var table = Table(kind);
        Assert.Equal(text, Render(table, Plain));
        Assert.StartsWith("<table", Render(table, Html), StringComparison.Ordinal);
        Assert.Equal(Html, Formatter.GetPreferredMimeTypesFor(table.GetType()).First());
        Assert.Equal(text, TableView.TryCreate(table)!.ToString());
    }

    [Fact]
    public void What_is_no_table_is_none()
    {
        foreach (var value
            in new object?[] { null, "text", 1, new[] { 1, 2 }, new[] { "a" }, new Dictionary<string, int>(), new object(),
                Array.Empty<DocumentAnnotations>() })
            Assert.Null(TableView.TryCreate(value));
    }

    [Fact]
    public void Sequences_that_are_no_tables_are_shown_as_the_engine_shows_them()
    {
        Assert.Equal("List<Object>\n    - 1\n    - x", Render(new List<object> { 1, "x" }, Plain));
        Assert.Contains("dni-plaintext", Render(new List<object> { 1, "x" }, Html), StringComparison.Ordinal);
        Assert.DoesNotContain("<table", Render("a b".Split(' '), Html), StringComparison.Ordinal);
        Assert.Equal("[ a, b ]", Render("a b".Split(' '), Plain));
    }

    [Fact]
    public void A_long_text_is_cut_in_a_table_and_whole_in_a_file()
    {
        var table = TableView.TryCreate(new[] { new Document("a", new string('ش', 5000)) }.ToDataFrame())!;
        using var csv = new StringWriter();
        table.WriteCsv(csv);
        Assert.Equal(599, Render(table, Html).Count(letter => letter == 'ش'));
        Assert.Contains(new string('ش', 5000), csv.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Arabic_columns_run_from_right_to_left_and_numbers_stand_to_the_right()
    {
        var html = Render(Names(1), Html);
        Assert.Contains("<td dir=\"rtl\" lang=\"ar\" style=\"text-align:right;", html, StringComparison.Ordinal);
        Assert.Contains("اسم 0", html, StringComparison.Ordinal);
        Assert.Contains("tabular-nums;white-space:nowrap\">0</td>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-01-03", true)]
    [InlineData("2021-01-03/2021-01-05", true)]
    [InlineData("../2021-01-03", true)]
    [InlineData("-12.5", true)]
    [InlineData("anti-American", false)]
    [InlineData("8 January 2020", true)]
    [InlineData("", false)]
    public void Dates_and_numbers_are_kept_in_one_line(string text, bool kept) =>
        Assert.Equal(
            kept, Render(new[] { new { Text = text } }.ToDataFrame(), Html).Contains("white-space:nowrap", StringComparison.Ordinal));

    [Theory]
    [InlineData("2020-01~", "around 2020-01")]
    [InlineData("../2020-03-31", "until 2020-03-31")]
    [InlineData("2020-W13", "week 13 of 2020")]
    [InlineData("2024-06-04TEV", "2024-06-04 evening")]
    [InlineData("2016-21", "spring 2016")]
    [InlineData("2020-01", "2020-01")]
    [InlineData("1984", "1984")]
    public void A_date_that_needs_words_has_them_in_English_too(string date, string shown) => Assert.Contains(
        $">{shown}</td>", Render(new[] { new { Date = date } }.ToDataFrame(), Html), StringComparison.Ordinal);

    [Fact]
    public void With_Arabic_digits_ids_codes_and_addresses_stay()
    {
        var row = new { Document = "w01", Address = "000:13-22", Documents = "000; 001", Count = 12, Date = "2020-01", Score = -1.5, P = 4.453e-14 };
        var html = TableView.TryCreate(new[] { row })!.ToHtml(Language.ArabicWithArabicDigits);
        var cells = Regex.Matches(html, "<td[^>]*>(?:<bdi>)?(.*?)(?:</bdi>)?</td>").Select(cell => cell.Groups[1].Value);
        Assert.Equal(
            ["w01", "000:13-22", "000؛ 001", "١٢", "يناير ٢٠٢٠", "-١٫٥", "٤٫٤٥٣×١٠^−١٤"],
            cells.Select(cell => WebUtility.HtmlDecode(ShownText.WithoutIsolates(cell))));
        // A minus stands at the left.
        Assert.Matches("<td dir=\"ltr\"[^>]*>-١٫٥", html);
    }

    [Fact]
    public void Where_rows_are_cut_the_total_is_stated_and_a_number_of_rows_can_be_asked_for()
    {
        var html = Render(Names(1234), Html);
        Assert.Equal(21, html.Split("<tr>").Length - 1);
        Assert.Contains("20 of 1,234 rows", html, StringComparison.Ordinal);
        Assert.Contains("50 of 1,234 rows", Render(Names(1234).Show(50), Html), StringComparison.Ordinal);
        Assert.Contains("1 of 2 rows", Render(Names(2).Select("Value").Show(1), Html), StringComparison.Ordinal);
        Assert.DoesNotContain(" of ", Render(Names(20), Html), StringComparison.Ordinal);
        Assert.EndsWith("(20 of 1,234 rows)\n", Render(Names(1234), Plain), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_beyond_the_thirtieth_are_counted_not_shown() =>
        Assert.Contains(
            "20 of 40 rows; 30 of 41 columns", Render(Names(40).Pivot(name => name.Value, name => name.Value), Html),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("a & \"b\" 'c'", "a &amp; &quot;b&quot; &#x27;c&#x27;")]
    public void Values_and_names_are_escaped(string value, string escaped)
    {
        var frame = new[] { new ValueCount<string>(value, 1) }.ToDataFrame();
        foreach (var table
            in new object[] { frame, frame.Pivot(count => "x", count => count.Value), frame.Pivot(count => count.Value, count => "x") })
        {
            Assert.Contains(escaped, Render(table, Html), StringComparison.Ordinal);
            Assert.DoesNotContain("<script", Render(table, Html), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_table_is_the_same_every_time_and_under_every_culture()
    {
        var sample = new[] { new { Day = new DateOnly(2020, 1, 3), Share = -1234.5, Tiny = 0.00001234, Half = 1 / 3d, Large = 12345678,
            Flag = true } }.ToDataFrame();
        var months = Reports.Frame().CountByMonth(report => report.Date);
        foreach (var table in new object[] { sample, months, sample.Pivot(row => row.Day.YearMonth(), row => row.Flag ? "true" : "false") })
            Assert.Single(Cultures.Each(() => Render(table, Html) + Render(table, Plain)).Distinct());
        Assert.Equal(
            "Day           Share      Tiny    Half     Large  Flag\n2020-01-03  -1234.5  1.234e-5  0.3333  12345678  true\n",
            Render(sample, Plain));
    }

    [Fact]
    public void Plain_text_keeps_to_one_line_a_row()
    {
        var plain = Render(new[] { new ValueCount<string>("a\r\nb" + new string('x', 60), 1) }.ToDataFrame(), Plain);
        Assert.Equal(2, plain.TrimEnd('\n').Split('\n').Length);
        Assert.Contains("…", plain, StringComparison.Ordinal);
    }

    private static object Table(string kind)
    {
        EntityPair[] pairs = [new("a", new DateOnly(2020, 1, 3), 0, "iran", "usa")];
        var matrix = Names(2).Pivot(name => name.Value, name => name.Count == 0 ? "x" : "y");
        var months = new DateOnly[] { new(2020, 1, 3), new(2020, 3, 1) }.CountByMonth(day => day);
        return kind switch
        {
            "a frame with records" => Names(2),
            "a plain frame" => Names(2).Select("Value"),
            "a frame that a verb of the package gives" => Names(2).FillNulls(["", 0]),
            "a column" => Names(2)["Count"],
            "a matrix" => matrix,
            "a matrix with a missing value" =>
                Deedle.Frame.FromValues(new[] { (1, "a", "x"), (2, "b", "y") }, cell => cell.Item3, cell => cell.Item2, cell => cell.Item1),
            "a series" => months,
            "a moving mean" => Stats.movingMean(2, months.SelectValues(count => (double)count)),
            "a row of a matrix" => matrix.Rows["اسم 0"],
            "records in an array" => pairs,
            "records of a query" => pairs.Where(pair => pair.First == "iran"),
            "records in order" => pairs.OrderBy(pair => pair.Sentence).ThenBy(pair => pair.First, StringComparer.Ordinal),
            "anonymous objects of a query" => pairs.Select(pair => new { Entity = pair.First, Documents = new[] { pair.Document, "b" } }),
            "counts of a query" => Names(2).Where(count => count.Count == 1),
            _ => Names(2).Show(1),
        };
    }
}
