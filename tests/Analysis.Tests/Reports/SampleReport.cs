using Analysis.Tests.Corpora;

namespace Analysis.Tests.Reports;

/// <summary>A report whose every text is hostile: markup, formulas, controls of direction, template syntax, links, controls.</summary>
internal static class SampleReport
{
    public static readonly string[] Hostile =
    [
        "=HYPERLINK(\"http://x.test\",\"go\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1",
        "</td><script>document.title='ran'</script>",
        "![x](http://x.test/p.png) [a](javascript:ran)", "{{7*7}} ${7*7} <%= 7 %>", "قال \u202Eevil\u202C (CENTCOM) \u2067x",
        "bell \u0007 lone \uD800 end",
    ];

    public static TableView Table { get; } = TableView.TryCreate(
        Hostile.Select((text, number) => new Row(text, number - 5, number % 2 == 0 ? new DateOnly(2020, 1, 3) : null, number > 4))
            .ToDataFrame())!;

    public static TableView Arabic { get; } = TableView.TryCreate(
        new[] { new { الاسم = "إيران", النص = "الولايات المتحدة (CENTCOM)" } }.ToDataFrame())!;

    public static TableView Lines { get; } = TableView.TryCreate(Corpus.Open(Repository.Corpus).Concordance(word: "هجوم"))!;

    public static CorpusReport In(Language language)
    {
        var corpus = Corpus.Open(Repository.Corpus);
        var report = corpus.Report(Hostile[5]) with { Introduction = string.Join('\n', Hostile), Language = language };
        foreach (var text in Hostile) report = report.AddSection(text, text).Add(Table, text, text);
        return report.Add(Arabic, "جدول").Add(Lines, "سياق").Add(SampleFigures.HeatMap)
            .Add(SampleFigures.HeatMap with { Caption = Hostile[8], Source = Hostile[6] }, "نص عربي، ثم English.");
    }

    public static IReadOnlyList<ReportBlock> Blocks(Language language) =>
        new ReportOutline(In(language).Shown, _ => ["figures/x.png"]).Blocks();

    public sealed record Row(string Text, int Number, DateOnly? Day, bool IsTrue);
}
