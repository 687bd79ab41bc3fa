using System.Globalization;

namespace Analysis.Benchmarks;

/// <summary>The benchmark that a command line asks for: one class for each, chosen by the first argument; the others are its
/// options.</summary>
internal static class Benchmark
{
    public const string Usage =
        "usage: Analysis.Benchmarks frames [rows [count|pivot|pairs]] | annotate [megabytes] | first | scale [documents]"
        + " | generate documents";

    /// <summary>What runs it; null for a command line that is none.</summary>
    public static Action? Of(string[] args) => args switch
    {
        ["frames"] => () => FrameBenchmark.Run(10_000_000, ""),
        ["frames", var rows] when Count(rows) is { } count => () => FrameBenchmark.Run(count, ""),
        ["frames", var rows, "count" or "pivot" or "pairs"] when Count(rows) is { } count => () => FrameBenchmark.Run(count, args[2]),
        ["annotate"] => () => AnnotateBenchmark.Run(20),
        ["annotate", var megabytes] when Count(megabytes) is { } count => () => AnnotateBenchmark.Run(count),
        ["first"] => FirstAnnotation.Run,
        ["scale"] => () => ScaleBenchmark.Run(10_000),
        ["scale", var documents] when Count(documents) is { } count => () => ScaleBenchmark.Run(count),
        ["generate", var documents] when Count(documents) is { } count => () =>
            new GeneratedArticles(Corpus.Open()).Write(count, Console.OpenStandardOutput()),
        _ => null,
    };

    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;
}
