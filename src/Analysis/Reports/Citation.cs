namespace Analysis;

/// <summary>How to cite a report, as BibTeX.</summary>
internal static class Citation
{
    public static string Of(CorpusReport report) => $$"""
        @misc{report,
          title = {{{Escape(report.Title)}}},
          note = {{{Escape(report.Language.Text("citation-note", report.Corpus.Extent))}}},
          howpublished = {{{Escape(report.Language.Text("citation-made", ReportManifest.CodeVersion))}}},
          language = {{{report.Language.Code}}}
        }

        """;

    private static string Escape(string text) =>
        $"{{{string.Concat(ShownText.Contained(text).ReplaceLineEndings(" ").Select(Escape))}}}";

    private static string Escape(char letter) => letter switch
    {
        '\\' => @"\textbackslash{}",
        '~' => @"\textasciitilde{}",
        '^' => @"\textasciicircum{}",
        '{' or '}' or '%' or '&' or '$' or '#' or '_' => $@"\{letter}",
        _ => $"{letter}",
    };
}
