using System.Diagnostics;
using System.Globalization;

namespace Analysis.Benchmarks;

/// <summary>What the first frames of a process cost, with everything still to be compiled: run it in a new process each time.</summary>
internal static class ColdStart
{
    private sealed record Entity(string Id, string Type, string English, string Arabic, string? State);

    private sealed record Word(string Document, int Sentence, int Index, int Start, int End, string Surface, string Form);

    private sealed record Pair(string First, string Second, int Both, double Expected, double LogDice);

    public static void Run()
    {
        var document = new Document("000", "نص", new DateOnly(2020, 1, 3));
        var sentence = new Sentence("000", 0, 0, 2, 0, SentenceKind.Body, "نص");
        var mention = new Mention("000", 0, 0, 2, "نص", "iran", "state", null, "rule");
        var time = new TimeExpression("000", 0, 0, 2, "نص", "DATE", "2020-01-03", "dct", "rule");
        var happening = new Event("000", 0, 0, 2, "attack", "2020-01-03", "dct", ["iran"], [], "", "190", -10, "ASSAULT", "rule");

        var start = Stopwatch.GetTimestamp();
        DataFrame[] frames =
        [
            new[] { document }.ToDataFrame(), new[] { sentence }.ToDataFrame(), new[] { mention }.ToDataFrame(), new[] { time }.ToDataFrame(), new[] { happening }.ToDataFrame(),
            new[] { new Entity("iran", "state", "Iran", "إيران", null) }.ToDataFrame(), new[] { new Word("000", 0, 0, 0, 2, "نص", "نص") }.ToDataFrame(),
            new[] { new Pair("iran", "usa", 1, 0.5, 12) }.ToDataFrame(),
        ];
        Report("eight frames made of their rows", start);

        start = Stopwatch.GetTimestamp();
        var columns = frames.Sum(frame => frame.Columns.Count);
        Report(string.Create(CultureInfo.InvariantCulture, $"their {columns} columns stored"), start);
    }

    private static void Report(string what, long start) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms"));
}
