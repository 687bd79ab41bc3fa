namespace Analysis.Notebooks;

/// <summary>The page that searches texts, entities and events. Its script reads what is searched from the page's address.</summary>
internal static class SearchPage
{
    private static readonly (string Name, string Label)[] Filters =
    [
        ("entity", "Named in the sentence"), ("kind", "Kind of event"), ("actor", "Actor"), ("target", "Target"), ("place", "Place"),
        ("month", "Month of the event"), ("outlet", "Outlet"),
    ];

    /// <summary>Renders the page.</summary>
    public static string Render() => PageLayout.Document("Search", "", PageLayout.ReportLinks("", "search.html"), $"""
        <h1>Search</h1>
        <form class="search" role="search">
        <p><label for="q">A word in any of its forms, a sequence of words, a name, or a kind of event</label></p>
        <p class="query"><input id="q" name="q" type="search" dir="auto" autocomplete="off" spellcheck="false"/>
        <button type="submit">Search</button></p>
        <div class="filters">
        {string.Concat(Filters.Select(Filter))}</div>
        </form>
        <p id="status" role="status"></p>
        <div id="results"><noscript>The search needs JavaScript.</noscript></div>

        """, "", """
        <script src="assets/figure.js"></script>
        <script src="assets/data.js"></script>
        <script src="assets/concordance.js"></script>
        <script src="assets/search-index.js"></script>
        <script src="assets/search.js"></script>

        """);

    private static string Filter((string Name, string Label) filter) => $"""
        <label>{filter.Label} <select name="{filter.Name}"><option value="">any</option></select></label>

        """;
}
