using System.Text;

namespace Analysis.Notebooks;

/// <summary>A page of the report, as the others link to it.</summary>
/// <param name="Name">File name without <c>.html</c>.</param>
/// <param name="Title">The notebook's title.</param>
internal sealed record PageLink(string Name, string Title);

/// <summary>What all pages have in common: head, navigation, foot.</summary>
/// <param name="Options">What the host wants.</param>
/// <param name="Pages">The notebooks' pages, in order.</param>
internal sealed record PageLayout(HtmlReport Options, IReadOnlyList<PageLink> Pages)
{
    /// <summary>A whole page.</summary>
    /// <param name="title">Title of the browser's window.</param>
    /// <param name="current">Name of the page.</param>
    /// <param name="main">Markup of the content.</param>
    public string Wrap(string title, string current, string main)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>").Append(Escape(title)).Append("</title>\n")
            .Append("<link rel=\"stylesheet\" href=\"assets/report.css\"/>\n</head>\n<body>\n")
            .Append("<a class=\"skip\" href=\"#content\">Skip to the content</a>\n<header>\n<nav aria-label=\"Notebooks\">\n<ul>\n");
        AppendLink(html, "index", Options.Title, current);
        foreach (var page in Pages)
            AppendLink(html, page.Name, page.Title, current);
        html.Append("</ul>\n</nav>\n</header>\n<main id=\"content\">\n").Append(main).Append("</main>\n");
        AppendNeighbours(html, current);
        if (Options.Provenance.Length > 0)
            html.Append("<footer dir=\"auto\">").Append(Escape(Options.Provenance)).Append("</footer>\n");
        return html.Append("<script src=\"assets/plotly.min.js\"></script>\n<script src=\"assets/report.js\"></script>\n</body>\n</html>\n").ToString();
    }

    private void AppendNeighbours(StringBuilder html, string current)
    {
        var position = 0;
        while (position < Pages.Count && Pages[position].Name != current)
            position++;
        if (position == Pages.Count)
            return;
        html.Append("<nav class=\"neighbours\" aria-label=\"Previous and next notebook\">\n");
        if (position > 0)
            AppendNeighbour(html, Pages[position - 1], "prev", "← ");
        if (position < Pages.Count - 1)
            AppendNeighbour(html, Pages[position + 1], "next", "→ ");
        html.Append("</nav>\n");
    }

    private static void AppendNeighbour(StringBuilder html, PageLink page, string relation, string arrow) =>
        html.Append("<a rel=\"").Append(relation).Append("\" href=\"").Append(Href(page.Name)).Append("\">").Append(arrow)
            .Append("<bdi>").Append(Escape(page.Title)).Append("</bdi></a>\n");

    private static void AppendLink(StringBuilder html, string name, string title, string current) =>
        html.Append("<li><a href=\"").Append(Href(name)).Append('"').Append(name == current ? " aria-current=\"page\"" : "")
            .Append(" dir=\"auto\">").Append(Escape(title)).Append("</a></li>\n");

    /// <summary>Address of a page.</summary>
    public static string Href(string name) => Uri.EscapeDataString(name) + ".html";

    private static string Escape(string text) => HtmlText.Escape(text);
}
