using System.Diagnostics;
using System.Globalization;

namespace Analysis.Benchmarks;

/// <summary>
/// How time and memory grow with the number of documents: annotations, frames, measures, the joined chronology and the evidence of figures,
/// of generated articles, in processor time of all threads. Each step runs once on each corpus, from the smallest up; later steps find what
/// earlier ones made.
/// </summary>
internal static class ScaleBenchmark
{
    private static readonly (string Name, Action<Corpus> Work)[] Steps =
    [
        ("annotations", corpus => _ = corpus.Annotations.Count),
        ("frame of sentences", corpus => _ = corpus.Sentences.Count),
        ("frame of tokens", corpus => _ = corpus.Tokens.Count),
        ("frames of mentions, times, events", corpus => _ = corpus.Mentions.Count + corpus.Times.Count + corpus.Events.Count),
        ("`CountBy`, `Pivot` of mentions", corpus =>
        {
            corpus.Mentions.CountBy(mention => mention.Entity);
            corpus.Mentions.Pivot(mention => mention.Entity, mention => mention.Document, top: 14);
        }),
        ("`Frequencies.Of`, the first 100", corpus => Frequencies.Of(corpus.Mentions, corpus.Tokens, top: 100)),
        ("`CoMentions.Of`, sentences", corpus => CoMentions.Of(corpus.Mentions, corpus.Sentences)),
        ("`CoMentions.Of`, documents", corpus => CoMentions.Of(corpus.Mentions, corpus.Sentences, TextUnit.Document)),
        ("`WithIntervals`, 10 pairs", corpus => CoMentions.Of(corpus.Mentions, corpus.Sentences, minimum: 3)
            .Take(10).WithIntervals(corpus.Mentions, corpus.Sentences)),
        ("`Concordance` of a word", corpus => corpus.Concordance(word: "هجوم").By(ConcordanceOrder.After)),
        ("`Collocates.Of` an entity", corpus => Collocates.Of(corpus.Concordance(entity: "iran"), corpus.Tokens)),
        ("`NGrams.Of`, n = 3", corpus => NGrams.Of(corpus.Tokens, n: 3, minimum: 3)),
        ("`Keyness.Of` two halves", corpus =>
        {
            var middle = corpus.MiddleDate;
            var early = corpus.Documents.Where(document => document.Published <= middle).Select(document => document.Id).ToHashSet();
            Keyness.Of(corpus.Tokens.Where(t => early.Contains(t.Document)), corpus.Tokens.Where(t => !early.Contains(t.Document)));
        }),
        ("`Chronology.Joined`", corpus => Chronology.Joined(corpus)),
        ("`Escalation.ByMonth`", corpus => Escalation.ByMonth(Chronology.Of(corpus))),
        ("`Interactions.Of`", corpus => Interactions.Of(corpus)),
        ("`Evidence.OfPairs`", corpus => Evidence.OfPairs(corpus.Mentions, corpus)),
        ("a figure with evidence, as JSON", corpus => Figure.Bar(corpus.Mentions.CountBy(mention => mention.Entity), "Who?")
            .Citing(Evidence.Of(corpus.Mentions, corpus, mention => mention.Entity)).ToPlotlyJson()),
    ];

    /// <param name="most">Documents of the largest corpus; the others have 100, 1,000 and so on.</param>
    public static void Run(int most)
    {
        var articles = new GeneratedArticles(Corpus.Open());
        int[] sizes = [.. Enumerable.Range(2, 5).Select(power => (int)Math.Pow(10, power)).TakeWhile(size => size < most), most];
        var rows = Array.ConvertAll(Steps, step => $"| {step.Name} |");
        var (generated, peaks) = ("| (articles made) |", "| most memory so far, MB |");
        foreach (var size in sizes)
        {
            var began = Environment.CpuUsage.TotalTime;
            var corpus = Corpus.Of([.. articles.Take(size)]);
            generated += Cell((Environment.CpuUsage.TotalTime - began).TotalMilliseconds);
            for (var step = 0; step < Steps.Length; step++)
            {
                GC.Collect();
                began = Environment.CpuUsage.TotalTime;
                Steps[step].Work(corpus);
                rows[step] += Cell((Environment.CpuUsage.TotalTime - began).TotalMilliseconds);
                Console.Error.WriteLine(rows[step]);
            }

            using var process = Process.GetCurrentProcess();
            peaks += Cell(process.PeakWorkingSet64 / 1e6);
        }

        Console.WriteLine($"| milliseconds of processor time, by documents |{string.Concat(sizes.Select(size => Cell(size)))}");
        Console.WriteLine($"|---|{string.Concat(sizes.Select(_ => "--:|"))}");
        foreach (var row in rows.Prepend(generated).Append(peaks)) Console.WriteLine(row);
    }

    private static string Cell(double number) => string.Create(CultureInfo.InvariantCulture, $" {number:N0} |");
}
