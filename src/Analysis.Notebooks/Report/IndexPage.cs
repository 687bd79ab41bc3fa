using static System.Net.WebUtility;

namespace Analysis.Notebooks;

/// <summary>A notebook as the index shows it.</summary>
/// <param name="Page">Its page.</param>
/// <param name="Run">The run.</param>
/// <param name="Thumbnail">Its first picture, relative to the report's folder; null when it shows none.</param>
internal sealed record IndexCard(PageLink Page, NotebookRun Run, string? Thumbnail)
{
    // The picture repeats what the page shows with its text, so here it is silent.
    public string Render(PageLayout layout)
    {
        var failure = Run.Error is null ? "" : $"""<p class="failed" dir="auto">{HtmlEncode(Run.Failure)}</p>""";
        var picture = Thumbnail is null ? "" : $"""
            <a class="thumbnail" href="{Page.Href}" tabindex="-1" aria-hidden="true"><img src="{Thumbnail}" alt="" loading="lazy"/></a>
            """;
        return $"""
            <article class="card">
            <h2 dir="auto"><a href="{Page.Href}">{HtmlEncode(Page.Title)}</a></h2>
            {failure}
            {picture}
            {Prose.RenderFinding(Run.Notebook, layout.Pages)}</article>

            """;
    }
}

/// <summary>The report's first page: each notebook's question, finding and first picture.</summary>
internal static class IndexPage
{
    /// <summary>Renders the page.</summary>
    public static string Render(IEnumerable<IndexCard> cards, PageLayout layout)
    {
        var introduction = layout.Report.Introduction.Select(paragraph => $"<p dir=\"auto\">{HtmlEncode(paragraph)}</p>\n");
        return layout.Wrap(layout.Report.Title, "index", $"""
            <h1 dir="auto">{HtmlEncode(layout.Report.Title)}</h1>
            {string.Concat(introduction)}<div class="cards">
            {string.Concat(cards.Select(card => card.Render(layout)))}</div>

            """);
    }
}
