namespace Analysis.Notebooks;

/// <summary>A page of the report, as the others link to it.</summary>
/// <param name="Name">File name without <c>.html</c>.</param>
/// <param name="Title">The notebook's title.</param>
internal sealed record PageLink(string Name, string Title)
{
    /// <summary>Address of the page.</summary>
    public string Href => Uri.EscapeDataString(Name) + ".html";
}

/// <summary>What all pages have in common: head, navigation, foot.</summary>
/// <param name="Report">The report.</param>
/// <param name="Pages">The notebooks' pages, in order.</param>
internal sealed record PageLayout(HtmlReport Report, IReadOnlyList<PageLink> Pages)
{
    private static readonly (string Page, string Text)[] ArticleLinks = [("articles.html", "articles"), ("search.html", "search")];

    /// <summary>A whole page.</summary>
    /// <param name="title">Title of the browser's window.</param>
    /// <param name="current">Name of the page.</param>
    /// <param name="main">Markup of the content.</param>
    public string Wrap(string title, string current, string main)
    {
        var links = Pages.Prepend(new PageLink("index", Report.Title)).Select(page =>
        {
            var here = page.Name == current ? " aria-current=\"page\"" : "";
            return $"""<li><a href="{page.Href}"{here} dir="auto">{HtmlEncode(page.Title)}</a></li>""";
        });
        if (Report.HasArticles) links = [.. links, .. ArticleLinks.Select(page => Link(page, "", Report.Shown))];
        return Document(
            title, Report.Shown.Text("notebooks"), links, main,
            $"{Neighbours(current)}<footer dir=\"auto\">{HtmlEncode(Report.Shown.Digits(Report.Provenance))}</footer>\n",
            ["plotly.min.js", "figure.js", "data.js", "concordance.js", "report.js"], Report.Shown, Report.Language);
    }

    /// <summary>A page of the report that shows no notebook.</summary>
    /// <param name="language">Language of the frame.</param>
    /// <param name="name">Name of the page, of its title, and of the file with its markup.</param>
    /// <param name="parts">What is filled into the markup.</param>
    /// <param name="scripts">The scripts, in the order in which they run.</param>
    public static string OfReport(Language language, string name, (string, string)[] parts, params string[] scripts) => Document(
        language.Text(name), language.Text("report"),
        ArticleLinks.Prepend(("index.html", "report")).Select(link => Link(link, $"{name}.html", language)),
        ReportAssets.Fill($"{name}.html", language, parts), "", scripts, language);

    private static string Link((string Page, string Text) link, string current, Language language) =>
        $"""<li><a href="{link.Page}"{(link.Page == current ? " aria-current=\"page\"" : "")}>{language.Text(link.Text)}</a></li>""";

    private static string Document(string title, string pages, IEnumerable<string> links, string main, string foot,
        IEnumerable<string> scripts, Language language, string? tag = null) => ReportAssets.Fill(
            "page.html", language, ("tag", HtmlEncode(tag ?? language.Tag)), ("direction", language.IsRightToLeft ? " dir=\"rtl\"" : ""),
            ("title", HtmlEncode(title)), ("pages", pages), ("links", string.Join('\n', links)), ("main", main), ("foot", foot),
            ("scripts", string.Concat(scripts.Select(script => $"<script src=\"assets/{script}\"></script>\n"))));

    private string Neighbours(string current)
    {
        var at = Pages.TakeWhile(page => page.Name != current).Count();
        return at == Pages.Count ? "" : $"""
            <nav class="neighbours" aria-label="{Report.Shown.Text("neighbours")}">
            {Link(at - 1, "prev", Arrow("arrow-back") + " ", "")}{Link(at + 1, "next", "", " " + Arrow("arrow-on"))}</nav>

            """;

        string Arrow(string direction) => Report.Shown.Text(direction);
        string Link(int page, string relation, string before, string after) => page < 0 || page >= Pages.Count
            ? ""
            : $"""<a rel="{relation}" href="{Pages[page].Href}">{before}<bdi>{HtmlEncode(Pages[page].Title)}</bdi>{after}</a>""" + "\n";
    }
}
