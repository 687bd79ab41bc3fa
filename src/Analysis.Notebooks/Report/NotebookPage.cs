namespace Analysis.Notebooks;

/// <summary>A notebook as a page.</summary>
/// <param name="Link">How the other pages link to it.</param>
/// <param name="Run">The run that it shows.</param>
/// <param name="Html">The page.</param>
/// <param name="Pictures">Pictures that the page shows: files relative to the report's folder, and their bytes, in order.</param>
internal sealed record NotebookPage(PageLink Link, NotebookRun Run, string Html, IReadOnlyList<(string File, byte[] Png)> Pictures)
{
    /// <summary>Renders a run.</summary>
    public static NotebookPage Of(NotebookRun run, PageLink link, PageLayout layout)
    {
        var outputs = new OutputRenderer(link.Name, layout);
        var failure = run.Error is null ? "" : $"<p class=\"failed\" role=\"alert\" dir=\"auto\">{HtmlEncode(run.Failure)}</p>\n";
        var cells = string.Concat(run.Notebook.Cells.Select(cell => Section(cell, outputs, layout)));
        return new NotebookPage(link, run, layout.Wrap(link.Title, link.Name, failure + cells), outputs.Pictures);
    }

    private static string Section(NotebookCell cell, OutputRenderer outputs, PageLayout layout)
    {
        if (IsLeftOut(cell, layout) && !cell.Source.StartsWith("# ", StringComparison.Ordinal)) return "";
        var tags = string.Concat(cell.Tags.Select(tag => " tag-" + HtmlEncode(tag)));
        var content = Content(cell, outputs, layout);
        // Prose in another language than the report's is left out.
        if (content.Length == 0) return "";
        // A solution is there for those who look for it.
        if (cell.HasTag("solution")) content = Fold("solution", layout.Report.Shown.Text("solution"), content);
        var id = HtmlEncode(cell.Id.Length > 0 ? cell.Id : cell.Name);
        return $"<section class=\"cell{tags}\" id=\"cell-{id}\">\n{content}</section>\n";
    }

    private static string Content(NotebookCell cell, OutputRenderer outputs, PageLayout layout)
    {
        if (cell.Kind == "markdown") return Prose.Render(
            Prose.In(layout.Report.Shown, IsLeftOut(cell, layout) ? cell.Lines[0] : cell.Source), layout.Pages);
        if (cell.Kind == "raw") return $"<pre dir=\"auto\">{HtmlEncode(cell.Source)}</pre>\n";
        var code = $"<pre dir=\"ltr\"><code>{CodeHighlight.Render(cell.Source)}</code></pre>\n";
        // The kernel lists the packages that the code names, in English.
        var isOfPackages = cell.Source.StartsWith("#r \"nuget:", StringComparison.Ordinal);
        var shown = string.Concat(cell.Outputs.Where(output => !isOfPackages || output.Type != "display_data")
            .Select(output => outputs.Render(output, cell.Name)));
        return (cell.HasTag("solution") ? code : Fold("code", layout.Report.Shown.Text("code"), code)) + shown;
    }

    /// <summary>Whether the text of a cell is true of another corpus only.</summary>
    internal static bool IsLeftOut(NotebookCell cell, PageLayout layout) => layout.Report.WithoutFindings && cell.HasTag("finding");

    private static string Fold(string kind, string summary, string content) =>
        $"<details class=\"{kind}\">\n<summary>{summary}</summary>\n{content}</details>\n";
}
