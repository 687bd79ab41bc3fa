namespace Analysis.Tests.Frames;

public sealed class RenderingTests
{
    /// <summary>Renders as notebook engines do: by the names of the attribute and its members alone.</summary>
    private static string? Render(object frame, string mimeType)
    {
        var attribute = frame.GetType().GetCustomAttributes(true).Single(attribute => attribute.GetType().Name == "TypeFormatterSourceAttribute");
        var preferred = (string[])attribute.GetType().GetProperty("PreferredMimeTypes")!.GetValue(attribute)!;
        var source = Activator.CreateInstance((Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!)!;
        var formatters = (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        var byMimeType = formatters.ToDictionary(formatter => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!);
        Assert.All(preferred, mime => Assert.Contains(mime, byMimeType.Keys));
        using var writer = new StringWriter();
        var formatter = byMimeType[mimeType];
        var formatted = (bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [frame, writer])!;
        return formatted ? writer.ToString() : null;
    }

    private static DataFrame<ValueCount<string>> Names(int count) =>
        Enumerable.Range(0, count).Select(i => new ValueCount<string>($"اسم {i}", i)).ToDataFrame();

    [Fact]
    public void A_frame_of_every_kind_renders_itself_by_the_convention()
    {
        DataFrame[] frames = [Names(2), Names(2).OrderBy("Count"), Names(2).Select("Value"), Names(2).Pivot("Value", "Count"), Names(2).Describe()];
        foreach (var frame in frames)
        {
            Assert.StartsWith("<table", Render(frame, "text/html"), StringComparison.Ordinal);
            Assert.NotEmpty(Render(frame, "text/plain")!);
        }
    }

    [Fact]
    public void Arabic_columns_run_from_right_to_left_and_numbers_stand_to_the_right()
    {
        var html = Render(Names(1), "text/html")!;
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
    [InlineData("8 January 2020", false)]
    [InlineData("", false)]
    public void Dates_and_numbers_are_kept_in_one_line(string text, bool kept) =>
        Assert.Equal(kept, Render(DataFrame.Of([new { Text = text, Name = "x" }]).Select("Text"), "text/html")!.Contains("white-space:nowrap", StringComparison.Ordinal));

    [Fact]
    public void Where_rows_are_cut_the_total_is_stated_and_a_number_of_rows_can_be_asked_for()
    {
        var html = Render(Names(1234), "text/html")!;
        Assert.Equal(21, html.Split("<tr>").Length - 1);
        Assert.Contains("20 of 1234 rows", html, StringComparison.Ordinal);
        Assert.Contains("50 of 1234 rows", Render(Names(1234).Show(50), "text/html"), StringComparison.Ordinal);
        Assert.DoesNotContain(" of ", Render(Names(20), "text/html"), StringComparison.Ordinal);
        Assert.EndsWith("(20 of 1234 rows)\n", Render(Names(1234), "text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_beyond_the_thirtieth_are_counted_not_shown()
    {
        var table = Names(40).Pivot("Count", "Value");
        Assert.Contains("20 of 40 rows, 30 of 41 columns", Render(table, "text/html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("a & \"b\" 'c'", "a &amp; &quot;b&quot; &#x27;c&#x27;")]
    public void Values_and_names_are_escaped(string value, string escaped)
    {
        var frame = DataFrame.Of([new ValueCount<string>(value, 1)]);
        Assert.Contains(escaped, Render(frame, "text/html"), StringComparison.Ordinal);
        Assert.Contains(escaped, Render(frame.Pivot("Count", "Value"), "text/html"), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", Render(frame, "text/html"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_table_is_the_same_under_every_culture()
    {
        var sample = DataFrame.Of([new { Day = new DateOnly(2020, 1, 3), Share = -1234.5, Tiny = 0.00001234, Half = 1 / 3d, Large = 12345678, Flag = true }]);
        var rendered = Cultures.Each(() => Render(sample, "text/html") + Render(sample, "text/plain")).Distinct().ToList();
        Assert.Contains("Day           Share      Tiny    Half     Large  Flag\n2020-01-03  -1234.5  1.234e-5  0.3333  12345678  true\n", Assert.Single(rendered), StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_keeps_to_one_line_a_row()
    {
        var plain = Render(DataFrame.Of([new ValueCount<string>("a\r\nb" + new string('x', 60), 1)]), "text/plain")!;
        Assert.Equal(2, plain.TrimEnd('\n').Split('\n').Length);
        Assert.Contains("…", plain, StringComparison.Ordinal);
    }
}
