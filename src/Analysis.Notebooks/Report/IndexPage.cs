namespace Analysis.Notebooks;

/// <summary>The report's first page: each notebook's question, finding and first picture.</summary>
internal static class IndexPage
{
    /// <summary>Renders the page.</summary>
    public static string Render(IEnumerable<NotebookPage> pages, PageLayout layout)
    {
        var introduction = layout.Report.Introduction.Select(layout.Report.Shown.Digits)
            .Select(paragraph => $"<p dir=\"auto\">{HtmlEncode(paragraph)}</p>\n");
        return layout.Wrap(layout.Report.Title, "index", $"""
            <h1 dir="auto">{HtmlEncode(layout.Report.Title)}</h1>
            {string.Concat(introduction)}<div class="cards">
            {string.Concat(pages.Select(page => Card(page, layout)))}</div>

            """);
    }

    // The picture repeats what the page shows with its text, so here it is silent.
    private static string Card(NotebookPage page, PageLayout layout)
    {
        var href = page.Link.Href;
        var failure = page.Run.Error is null ? "" : $"""<p class="failed" dir="auto">{HtmlEncode(page.Run.Failure)}</p>""";
        var isLeftOut = page.Run.Notebook.Cells.Any(cell => cell.Index == 0 && NotebookPage.IsLeftOut(cell, layout));
        var finding = isLeftOut || layout.Report.Shown.IsRightToLeft ? "" : Prose.RenderFinding(page.Run.Notebook, layout.Pages);
        var picture = page.Pictures is not [var first, ..] ? "" : $"""
            <a class="thumbnail" href="{href}" tabindex="-1" aria-hidden="true"><img src="{first.File}" alt="" loading="lazy"/></a>
            """;
        return $"""
            <article class="card">
            <h2 dir="auto"><a href="{href}">{HtmlEncode(page.Link.Title)}</a></h2>
            {failure}
            {picture}
            {finding}</article>

            """;
    }
}
