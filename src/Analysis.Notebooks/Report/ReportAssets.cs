namespace Analysis.Notebooks;

/// <summary>The files that lie beside a report's pages: styles, scripts and fonts.</summary>
internal static class ReportAssets
{
    /// <summary>Names and contents.</summary>
    public static IEnumerable<(string Name, byte[] Content)> All(Language language)
    {
        foreach (var script in (string[])["data.js", "article.js", "concordance.js", "report.js", "search.js", "search-index.js"])
            yield return (script, Resource(script));
        yield return ("figure.js", Encoding.UTF8.GetBytes(ChartAssets.FigureScript(language)));
        var fonts = Encoding.UTF8.GetBytes(string.Concat(FontFace.All.Select(Rule)));
        yield return ("report.css", [.. fonts, .. Resource("report.css"), .. ChartAssets.Read("figure.css")]);
        yield return ("plotly.min.js", Encoding.UTF8.GetBytes(ChartAssets.PlotlyScript));
        foreach (var face in FontFace.All) yield return (face.File, face.Bytes);
    }

    /// <summary>A piece of markup, such as <c>page.html</c>, with its names in braces filled in.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="language">Says the texts that have such a name; they are markup.</param>
    /// <param name="parts">What stands for the other names, as markup.</param>
    public static string Fill(string name, Language language, params (string Name, string Markup)[] parts)
    {
        var known = parts.ToDictionary(part => part.Name, part => part.Markup);
        return ChartAssets.Fill(
            Encoding.UTF8.GetString(Resource(name)), part => known.TryGetValue(part, out var markup) ? markup : language.Text(part));
    }

    private static string Rule(FontFace face) => $$"""
        @font-face { font-family: "{{face.Family}}"; font-weight: {{face.Weight}}; font-display: swap;
          src: url("{{face.File}}") format("woff2"); unicode-range: {{face.Range}}; }

        """;

    private static byte[] Resource(string name) =>
        ChartAssets.Read(typeof(ReportAssets).Assembly, $"Analysis.Notebooks.Report.{name}");
}
