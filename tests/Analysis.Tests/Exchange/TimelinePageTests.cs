using Analysis.Tests.Measures;

namespace Analysis.Tests.Exchange;

public sealed class TimelinePageTests
{
    private static string Page(Language language) =>
        GoldenFile.Written(output => SampleChronology.Entries.WriteTimelinePage(
            output, "<Threats> \u202E", language, id => $"Article {id}"));

    [Fact]
    public void A_page_has_every_event_and_loads_nothing()
    {
        var page = Page(Language.English);
        Assert.Equal(SampleChronology.Entries.Count, page.Split("<li>").Length - 1);
        Assert.Contains("<h1 dir=\"auto\">&lt;Threats&gt; [RLO]</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<time><bdi>around 2020-04-01</bdi></time>", page, StringComparison.Ordinal);
        Assert.Contains("Article 003", page, StringComparison.Ordinal);
        Assert.Contains("<h2>no date</h2>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
    }

    [Fact]
    public void In_arabic_it_runs_from_right_to_left_and_lists_with_its_semicolon()
    {
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", Page(Language.Arabic), StringComparison.Ordinal);
        var twice = SampleChronology.Entries.Take(1).Select(entry => entry with { Documents = ["1", "2"] });
        Assert.Contains("1؛ 2", System.Net.WebUtility.HtmlDecode(
            GoldenFile.Written(output => twice.WriteTimelinePage(output, "title", Language.Arabic))), StringComparison.Ordinal);
    }
}
