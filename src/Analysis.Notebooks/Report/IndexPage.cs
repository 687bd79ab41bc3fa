namespace Analysis.Notebooks;

/// <summary>The report's first page: each notebook's question, finding and first picture.</summary>
internal static class IndexPage
{
    /// <summary>Renders the page.</summary>
    public static string Render(IEnumerable<NotebookPage> pages, PageLayout layout)
    {
        var (report, language) = (layout.Report, layout.Report.Shown);
        var introduction = report.Introduction.Select(paragraph => $"<p dir=\"auto\">{HtmlEncode(language.Digits(paragraph))}</p>\n");
        return layout.Wrap(report.Title, "index", ReportAssets.Fill(
            "index.html", language, ("title", HtmlEncode(report.Title)), ("introduction", string.Concat(introduction)),
            ("cards", string.Concat(pages.Select(page => Card(page, layout))))));
    }

    // The picture repeats what the page shows with its text, so here it is silent.
    private static string Card(NotebookPage page, PageLayout layout)
    {
        var href = page.Link.Href;
        var failure = page.Run.Error is null ? "" : $"""<p class="failed" dir="auto">{HtmlEncode(page.Run.Failure)}</p>""";
        var isLeftOut = page.Run.Notebook.Cells.Any(cell => cell.Index == 0 && NotebookPage.IsLeftOut(cell, layout));
        var finding = isLeftOut || layout.Report.Shown.IsRightToLeft ? "" : Prose.RenderFinding(page.Run.Notebook, layout.Pages);
        var picture = page.Pictures is not [var first, ..] ? ""
            : $"""<a class="thumbnail" href="{href}" tabindex="-1" aria-hidden="true">"""
                + $"""<img src="{first.File}" alt="" loading="lazy"/></a>""";
        return ReportAssets.Fill("card.html", layout.Report.Shown, ("href", href), ("title", HtmlEncode(page.Link.Title)),
            ("failure", failure), ("picture", picture), ("finding", finding));
    }
}
