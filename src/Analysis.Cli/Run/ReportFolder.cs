using System.Globalization;
using Analysis.Notebooks;

namespace Analysis.Cli;

/// <summary>The HTML report of a run.</summary>
internal static class ReportFolder
{
    /// <summary>Writes the report and returns its first page.</summary>
    public static string Write(string folder, IReadOnlyList<NotebookRun> runs, Corpus corpus)
    {
        var assets = Path.Combine(folder, "assets");
        var script = Path.Combine(assets, "plotly.min.js");
        AtomicFile.Write(script, System.Text.Encoding.UTF8.GetBytes(ChartAssets.PlotlyScript));
        foreach (var face in FontFace.All) AtomicFile.Write(Path.Combine(assets, face.File), face.Bytes);
        return HtmlReport.Write(folder, runs, new HtmlReportOptions
        {
            Title = "The US–Iran escalation in Iraq, as Arabic news reported it",
            Introduction = Introduction(corpus),
            Provenance = string.Create(
                CultureInfo.InvariantCulture,
                $"Made from {corpus.Documents.Count} documents, {corpus.Mentions.Count} mentions, {corpus.Times.Count} time expressions and {corpus.Events.Count} events; every number leads back to the sentences behind it."),
            PlotlyScript = script,
            Fonts = [.. FontFace.All.Select(face => new ReportFont(face.Family, Path.Combine(assets, face.File), face.Weight, face.Range))],
        });
    }

    private static string Introduction(Corpus corpus) => Project.Find() is { } root && corpus.Folder == Path.Combine(root, "corpus")
        ? "Each page is a notebook, run from start to end: who is named, who is named together, and what happened when, in five Arabic articles of 2020 and 2021."
        : $"Each page is a notebook, run from start to end on the corpus in `{Path.GetFileName(corpus.Folder)}`. **Findings written in prose are about the project's own five articles**; tables and charts are about this corpus.";
}
