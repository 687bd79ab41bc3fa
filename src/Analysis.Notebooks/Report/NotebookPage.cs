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
        if (run.Error is not null)
            html.Append("<p class=\"failed\" role=\"alert\" dir=\"auto\">").Append(DefaultHtml.Escape(run.Failure)).Append("</p>\n");
        for (var index = 0; index < run.Notebook.Cells.Count; index++)
            AppendCell(html, run.Notebook.Cells[index], outputs, layout);
        return new NotebookPage(layout.Wrap(run.Notebook.Title, name, html.ToString()), outputs.Pictures);
    }

    private static void AppendCell(StringBuilder html, NotebookCell cell, OutputRenderer outputs, PageLayout layout)
    {
        html.Append("<section class=\"cell");
        foreach (var tag in cell.Tags)
            html.Append(" tag-").Append(DefaultHtml.Escape(tag));
        html.Append('"');
        if (cell.Id.Length > 0)
            html.Append(" id=\"cell-").Append(DefaultHtml.Escape(cell.Id)).Append('"');
        html.Append(">\n");
        // A solution is there for those who look for it.
        var folded = cell.HasTag("solution");
        if (folded)
            html.Append("<details>\n<summary>Solution</summary>\n");
        switch (cell.Kind)
        {
            case CellKind.Markdown:
                html.Append(Prose.Render(cell.Source, layout.Pages));
                break;
            case CellKind.Code:
                html.Append(folded ? "" : "<details class=\"code\">\n<summary>Code</summary>\n")
                    .Append("<pre dir=\"ltr\"><code>").Append(CodeHighlight.Render(cell.Source)).Append("</code></pre>\n")
                    .Append(folded ? "" : "</details>\n");
                foreach (var output in cell.Outputs)
                    outputs.Append(html, output, cell.Id);
                break;
            default:
                html.Append("<pre dir=\"auto\">").Append(DefaultHtml.Escape(cell.Source)).Append("</pre>\n");
                break;
        }

        if (folded)
            html.Append("</details>\n");
        html.Append("</section>\n");
    }
}
