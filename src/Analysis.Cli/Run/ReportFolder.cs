using System.Globalization;
using Analysis.Notebooks;

namespace Analysis.Cli;

/// <summary>The HTML report of a run.</summary>
internal static class ReportFolder
{
    /// <summary>Writes the report and returns its first page.</summary>
    public static string Write(string folder, IReadOnlyList<NotebookRun> runs, Corpus corpus)
    {
        var web = WebFolder.Found;
        return HtmlReport.Write(folder, runs, new HtmlReportOptions
        {
            Title = "The US–Iran escalation in Iraq, as Arabic news reported it",
            Introduction = Introduction(corpus),
            Provenance = string.Create(
                CultureInfo.InvariantCulture,
                $"Made from {corpus.Documents.Count} documents, {corpus.Mentions.Count} mentions, {corpus.Times.Count} time expressions and {corpus.Events.Count} events; every number leads back to the sentences behind it."),
            PlotlyScript = web?.ScriptFile,
            Fonts = web is null ? [] : [.. FontFace.All.Select(face => new ReportFont(face.Family, Path.Combine(web.Folder, face.File), face.Weight, face.Range.Length > 0 ? face.Range : null))],
        });
    }

    private static string Introduction(Corpus corpus) => Project.Find() is { } root && corpus.Folder == Path.Combine(root, "corpus")
        ? "Each page is a notebook, run from start to end: who is named, who is named together, and what happened when, in five Arabic articles of 2020 and 2021."
        : $"Each page is a notebook, run from start to end on the corpus in `{Path.GetFileName(corpus.Folder)}`. **Findings written in prose are about the project's own five articles**; tables and charts are about this corpus.";
}
