using System.Text;

namespace Analysis.Notebooks;

/// <summary>A notebook as the index shows it.</summary>
/// <param name="Name">Name of its page.</param>
/// <param name="Run">The run.</param>
/// <param name="Thumbnail">Its first picture, relative to the report's folder; null when it shows none.</param>
internal sealed record IndexCard(string Name, NotebookRun Run, string? Thumbnail);

/// <summary>The report's first page: each notebook's question, finding and first picture.</summary>
internal static class IndexPage
{
    /// <summary>Renders the page.</summary>
    public static string Render(IReadOnlyList<IndexCard> cards, PageLayout layout)
    {
        var html = new StringBuilder();
        html.Append("<h1 dir=\"auto\">").Append(HtmlText.Escape(layout.Options.Title)).Append("</h1>\n");
        foreach (var paragraph in layout.Options.Introduction) html.Append("<p dir=\"auto\">").Append(HtmlText.Escape(paragraph)).Append("</p>\n");
        html.Append("<div class=\"cards\">\n");
        foreach (var card in cards)
            AppendCard(html, card, layout);
        html.Append("</div>\n");
        return layout.Wrap(layout.Options.Title, "index", html.ToString());
    }

    private static void AppendCard(StringBuilder html, IndexCard card, PageLayout layout)
    {
        var href = PageLayout.Href(card.Name);
        html.Append("<article class=\"card\">\n<h2 dir=\"auto\"><a href=\"").Append(href).Append("\">")
            .Append(HtmlText.Escape(card.Run.Notebook.Title)).Append("</a></h2>\n");
        if (card.Run.Error is not null)
            html.Append("<p class=\"failed\" dir=\"auto\">").Append(HtmlText.Escape(card.Run.Failure)).Append("</p>\n");
        // The picture repeats what the page shows with its text, so here it is silent.
        if (card.Thumbnail is { } picture)
            html.Append("<a class=\"thumbnail\" href=\"").Append(href).Append("\" tabindex=\"-1\" aria-hidden=\"true\"><img src=\"")
                .Append(HtmlText.Escape(picture)).Append("\" alt=\"\" loading=\"lazy\"/></a>\n");
        html.Append(Prose.RenderFinding(card.Run.Notebook, layout.Pages)).Append("</article>\n");
    }
}
