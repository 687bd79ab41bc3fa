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

    private static string Rule(FontFace face) => $$"""
        @font-face { font-family: "{{face.Family}}"; font-weight: {{face.Weight}}; font-display: swap;
          src: url("{{face.File}}") format("woff2"); unicode-range: {{face.Range}}; }

        """;

    private static byte[] Resource(string name) =>
        ChartAssets.Read(typeof(ReportAssets).Assembly, $"Analysis.Notebooks.Report.{name}");
}
