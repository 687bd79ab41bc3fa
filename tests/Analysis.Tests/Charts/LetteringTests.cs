namespace Analysis.Tests;

public sealed class LetteringTests
{
    [Theory]
    [InlineData("إيران", "\u2067إيران\u2069")]
    [InlineData("Iran", "Iran")]
    [InlineData("Iran (إيران)", "Iran (إيران)")]
    [InlineData("«القوات» (2020)", "\u2067«القوات» (2020)\u2069")]
    [InlineData("<b>إيران</b><br>41 mentions", "\u2067<b>إيران</b>\u2069<br>41 mentions")]
    [InlineData("10 صواريخ", "\u206710 صواريخ\u2069")]
    [InlineData("000 \u2068إيران\u2069", "000 \u2068إيران\u2069")]
    [InlineData("2020", "2020")]
    [InlineData("", "")]
    public void A_line_whose_first_letter_is_Arabic_is_isolated(string text, string expected) =>
        Assert.Equal(expected, Lettering.IsolateLines(text));

    [Theory]
    [InlineData("الكاظمي* is named most", "en", "\u200Eالكاظمي* is named most")]
    [InlineData("الكاظمي هو الأكثر ذكرًا (Kadhimi)", "en", "\u2067الكاظمي هو الأكثر ذكرًا (Kadhimi)\u2069")]
    [InlineData("المصدر: Reuters, Agence France-Presse", "ar", "\u2067المصدر: Reuters, Agence France-Presse\u2069")]
    public void An_Arabic_name_that_begins_an_English_sentence_does_not_turn_it(string line, string language, string expected) =>
        Assert.Equal(expected, Lettering.IsolateLines(Lettering.Anchor(line, Language.Of(language))));

    [Fact]
    public void What_XML_forbids_is_replaced_and_lone_surrogates_too()
    {
        Assert.Equal("إيران \U0001F1EE", ShownText.WellFormed("إيران \U0001F1EE"));
        Assert.Equal("a\uFFFDb", ShownText.WellFormed("a\uD83Db"));
        Assert.Equal("a\uFFFD\uFFFD\uFFFD", ShownText.WellFormed("a\uDE00\u0007\uFFFE"));
    }

    [Fact]
    public void Text_is_wrapped_at_blanks_and_cut_with_an_ellipsis()
    {
        Assert.Equal(["one two", "three"], Lettering.Wrap("one two three", 10, 50, 3));
        Assert.Equal(["one two", "three …"], Lettering.Wrap("one two three four five", 10, 50, 2));
        Assert.Equal("abcdefgh", Lettering.Fit("abcdefgh", 10, 100));
        Assert.EndsWith("…", Lettering.Fit("abcdefgh", 10, 30), StringComparison.Ordinal);
        Assert.Equal("one two…", Lettering.Fit("one two threefour", 10, 70));
        Assert.All(["ab, cdefgh", "ab، cdefgh", "ab. cdefgh"], text =>
            Assert.Equal("ab…", Lettering.Fit(text, 10, Lettering.Width(text[..4], 10) + 10)));
    }

    [Theory]
    [InlineData("Iran and the United…, 2021-01-03", "2021-01-03")]
    [InlineData("إيران والولايات المتحدة…، 31 ديسمبر 2020", "31 ديسمبر 2020")]
    [InlineData("Iran and the United…, 2021-01-03 (2)", "2021-01-03 (2)")]
    public void A_label_that_is_cut_keeps_its_date(string label, string date)
    {
        var lines = Lettering.Wrap(label, 13, 118, 2);
        Assert.Equal((2, date), (lines.Count, lines[1]));
        Assert.EndsWith($"… {date}", Lettering.Fit(label, 13, 160).Replace(",", "", StringComparison.Ordinal)
            .Replace("،", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(lines.Append(Lettering.Fit(label, 13, 160)), line => Assert.True(Lettering.Width(line, 13) <= 160));
    }

    [Theory, InlineData("en"), InlineData("ar")]
    public void Ticks_of_a_calendar_do_not_touch_in_any_language(string language)
    {
        var scale = new CalendarScale([(new(2020, 3, 30), new(2020, 4, 10)), (new(2020, 12, 26), new(2021, 1, 5))], 460);
        var ticks = scale.Ticks(Language.Of(language)).Select(tick => (tick.Place, Half: Axes.Widest([tick.Label]) / 2)).ToList();
        Assert.InRange(ticks.Count, 4, 12);
        Assert.All(ticks.Zip(ticks.Skip(1)), pair =>
            Assert.True(pair.First.Place + pair.First.Half < pair.Second.Place - pair.Second.Half));
    }

    [Fact]
    public void Data_cannot_smuggle_mark_up_into_a_chart()
    {
        var figure = Figure.Bar(new SampleFrame(SampleColumn.Text("Value", "<b>x</b> & </script>"), SampleColumn.Whole("Count", 1)),
            "title");
        Assert.Contains("&lt;b&gt;x&lt;/b&gt; &amp; &lt;/script&gt;", figure.ToPlotlyJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("</script> ", FigureHtml.Fragment(figure, null, withScript: false), StringComparison.Ordinal);
    }
}
