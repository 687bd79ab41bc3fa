using System.Text;

namespace Analysis.Notebooks;

/// <summary>A notebook as a page.</summary>
/// <param name="Html">The page.</param>
/// <param name="Pictures">Pictures that the page shows: files relative to the report's folder, and their bytes, in order.</param>
internal sealed record NotebookPage(string Html, IReadOnlyList<(string File, byte[] Png)> Pictures)
{
    /// <summary>Renders a run.</summary>
    public static NotebookPage Render(NotebookRun run, string name, PageLayout layout)
    {
        var html = new StringBuilder();
        var outputs = new OutputRenderer(name, layout);
        if (run.Error is not null) html.Append("<p class=\"failed\" role=\"alert\" dir=\"auto\">").Append(HtmlText.Escape(run.Failure)).Append("</p>\n");
        foreach (var cell in run.Notebook.Cells) AppendCell(html, cell, outputs, layout);
        return new NotebookPage(layout.Wrap(run.Notebook.Title, name, html.ToString()), outputs.Pictures);
    }

    private static void AppendCell(StringBuilder html, NotebookCell cell, OutputRenderer outputs, PageLayout layout)
    {
        html.Append("<section class=\"cell");
        foreach (var tag in cell.Tags) html.Append(" tag-").Append(HtmlText.Escape(tag));
        html.Append("\" id=\"cell-").Append(HtmlText.Escape(cell.Id.Length > 0 ? cell.Id : cell.Name)).Append("\">\n");
        // A solution is there for those who look for it, and so is code.
        var folded = cell.HasTag("solution") ? "<details>\n<summary>Solution</summary>\n" : "";
        html.Append(folded);
        if (cell.Kind == "markdown") html.Append(Prose.Render(cell.Source, layout.Pages));
        else if (cell.Kind == "raw") html.Append("<pre dir=\"auto\">").Append(HtmlText.Escape(cell.Source)).Append("</pre>\n");
        else
        {
            html.Append(folded.Length > 0 ? "" : "<details class=\"code\">\n<summary>Code</summary>\n")
                .Append("<pre dir=\"ltr\"><code>").Append(CodeHighlight.Render(cell.Source)).Append("</code></pre>\n")
                .Append(folded.Length > 0 ? "" : "</details>\n");
            foreach (var output in cell.Outputs) outputs.Append(html, output, cell.Name);
        }

        html.Append(folded.Length > 0 ? "</details>\n" : "").Append("</section>\n");
    }
}
