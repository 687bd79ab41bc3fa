using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Analysis.Benchmarks;

/// <summary>
/// How fast one thread annotates: texts that lie in memory as UTF-8, decoded, read and annotated over and over: as the annotator leaves the
/// result in its draft, and as records, which a caller gets. No JSON is made. Megabytes are 1,000,000 bytes of UTF-8.
/// </summary>
internal static class AnnotateBenchmark
{
    private const int Runs = 7;
    private const int WarmUp = 4000; // milliseconds

    /// <param name="megabytes">How much each run reads: the corpus is repeated as often as that takes.</param>
    public static void Run(int megabytes)
    {
        var corpus = Corpus.Open();
        var annotator = Annotator.Create(Gazetteer.Load(corpus.EntitiesFile));
        Text[] texts = [.. corpus.Texts.Select(document => new Text(Encoding.UTF8.GetBytes(document.Text), document with { Text = "" }))];
        var size = texts.Sum(text => text.Utf8.Length);
        var rounds = Math.Max(1, megabytes * 1_000_000 / size);
        var machine = $"{Environment.ProcessorCount} cores, .NET {Environment.Version}";
        Print(
            $"{texts.Length} texts, {size:N0} bytes, {rounds} times a run, {Runs} runs; one thread of {machine}");
        Print($"| wanted | MB/s least | median | most | most by processor time | nanoseconds a byte |");
        Print($"|---|--:|--:|--:|--:|--:|");
        var draft = new Draft(annotator.Vocabulary);
        Report("decoding alone", size * (double)rounds, () => Each(texts, rounds, static _ => { }));
        Report("tokens and sentences", size * (double)rounds, () => Each(texts, rounds, draft.Begin));
        foreach (var (name, kinds)
            in ((string, AnnotationKinds)[])[
                ("mentions", AnnotationKinds.Mentions), ("mentions and times", AnnotationKinds.Times), ("all", AnnotationKinds.All)])
        {
            Report(name, size * (double)rounds, () => Each(texts, rounds, document => annotator.Annotate(document, draft, kinds)));
        }

        Report(
            "mentions, as records", size * (double)rounds,
            () => Each(texts, rounds, document => annotator.Annotate(document, AnnotationKinds.Mentions)));
        Report("all, as records", size * (double)rounds, () => Each(texts, rounds, document => annotator.Annotate(document)));
    }

    private static void Each(Text[] texts, int rounds, Action<Document> work)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var text in texts) work(text.Entry with { Text = Utf8Text.Decode(text.Utf8, "") });
        }
    }

    private static void Report(string name, double bytes, Action work)
    {
        // The first calls run unoptimized code; the runtime replaces it in the background.
        for (var watch = Stopwatch.StartNew(); watch.ElapsedMilliseconds < WarmUp;) work();
        var (clock, processor) = (new double[Runs], new double[Runs]);
        for (var run = 0; run < Runs; run++)
        {
            var (used, start) = (Environment.CpuUsage.UserTime, Stopwatch.GetTimestamp());
            work();
            clock[run] = bytes / Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            processor[run] = bytes / (Environment.CpuUsage.UserTime - used).TotalMicroseconds;
        }

        Array.Sort(clock);
        Array.Sort(processor);
        Print($"| {name} | {clock[0]:0.0} | {clock[Runs / 2]:0.0} | {clock[^1]:0.0} | {processor[^1]:0.0} | {1000 / processor[^1]:0.0} |");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Text(byte[] Utf8, Document Entry);
}
