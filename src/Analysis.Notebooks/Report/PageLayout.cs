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
        return Document(title, $"""
            <nav aria-label="{Report.Shown.Text("notebooks")}">
            <ul>
            {string.Join('\n', links)}
            </ul>
            </nav>
            """, main, $"""
            {Neighbours(current)}<footer dir="auto">{HtmlEncode(Report.Shown.Digits(Report.Provenance))}</footer>

            """, """
            <script src="assets/plotly.min.js"></script>
            <script src="assets/figure.js"></script>
            <script src="assets/data.js"></script>
            <script src="assets/concordance.js"></script>
            <script src="assets/report.js"></script>

            """, Report.Shown, Report.Language);
    }

    /// <summary>The navigation of a page that shows no notebook.</summary>
    /// <param name="language">Language of the frame.</param>
    /// <param name="current">The page, if it is one of those linked.</param>
    public static string ReportLinks(Language language, string current = "") => $"""
        <nav aria-label="{language.Text("report")}">
        <ul>
        {string.Join('\n', ArticleLinks.Prepend(("index.html", "report")).Select(link => Link(link, current, language)))}
        </ul>
        </nav>
        """;

    private static string Link((string Page, string Text) link, string current, Language language) =>
        $"""<li><a href="{link.Page}"{(link.Page == current ? " aria-current=\"page\"" : "")}>{language.Text(link.Text)}</a></li>""";

    /// <summary>A whole page of parts.</summary>
    /// <param name="title">Title of the browser's window.</param>
    /// <param name="header">Markup above the content.</param>
    /// <param name="main">Markup of the content.</param>
    /// <param name="foot">Markup below the content.</param>
    /// <param name="scripts">Markup of the scripts.</param>
    /// <param name="language">Language of the frame.</param>
    /// <param name="tag">Language of the page, a BCP 47 tag; default: that of the frame.</param>
    public static string Document(
        string title, string header, string main, string foot, string scripts, Language language, string? tag = null) => $"""
        <!DOCTYPE html>
        <html lang="{HtmlEncode(tag ?? language.Tag)}"{(language.IsRightToLeft ? " dir=\"rtl\"" : "")}>
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{HtmlEncode(title)}</title>
        <link rel="stylesheet" href="assets/report.css"/>
        </head>
        <body>
        <a class="skip" href="#content">{language.Text("skip")}</a>
        <header>
        {header}
        </header>
        <main id="content">
        {main}</main>
        {foot}{scripts}</body>
        </html>

        """;

    private string Neighbours(string current)
    {
        var at = Pages.TakeWhile(page => page.Name != current).Count();
        return at == Pages.Count ? "" : $"""
            <nav class="neighbours" aria-label="{Report.Shown.Text("neighbours")}">
            {Link(at - 1, "prev", Report.Shown.Text("arrow-back"))}{Link(at + 1, "next", Report.Shown.Text("arrow-on"))}</nav>

            """;

        string Link(int page, string relation, string arrow) => page < 0 || page >= Pages.Count
            ? ""
            : $"""<a rel="{relation}" href="{Pages[page].Href}">{arrow} <bdi>{HtmlEncode(Pages[page].Title)}</bdi></a>""" + "\n";
    }
}
