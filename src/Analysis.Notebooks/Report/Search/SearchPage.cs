namespace Analysis.Notebooks;

/// <summary>The page that searches texts, entities and events. Its script reads what is searched from the page's address.</summary>
internal static class SearchPage
{
    private static readonly string[] Filters =
        ["search-entity", "search-kind", "search-actor", "search-target", "search-place", "search-month", "search-outlet"];

    /// <summary>Renders the page.</summary>
    public static string Render(Language language) => PageLayout.Document(
        language.Text("search"), PageLayout.ReportLinks(language, "search.html"), $"""
        <h1>{language.Text("search")}</h1>
        <form class="search" role="search">
        <p><label for="q">{language.Text("search-query")}</label></p>
        <p class="query"><input id="q" name="q" type="search" dir="auto" autocomplete="off" spellcheck="false"/>
        <button type="submit">{language.Text("search")}</button></p>
        <div class="filters">
        {string.Concat(Filters.Select(text => Filter(text, language)))}</div>
        </form>
        <p id="status" role="status"></p>
        <div id="results"><noscript>{language.Text("search-script")}</noscript></div>

        """, "", """
        <script src="assets/figure.js"></script>
        <script src="assets/data.js"></script>
        <script src="assets/concordance.js"></script>
        <script src="assets/search-index.js"></script>
        <script src="assets/search.js"></script>

        """, language);

    private static string Filter(string text, Language language) => $"""
        <label>{language.Text(text)} <select name="{text["search-".Length..]}">
        <option value="">{language.Text("page-search-any")}</option></select></label>

        """;
}
