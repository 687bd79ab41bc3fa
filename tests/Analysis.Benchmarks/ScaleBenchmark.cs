using System.Diagnostics;
using System.Globalization;

namespace Analysis.Benchmarks;

/// <summary>
/// How time and memory grow with the number of documents: annotations, frames, measures, the joined chronology and the evidence of figures,
/// of generated articles, and three of the questions put to DuckDB, in processor time of all threads. Each step runs once on each corpus,
/// from the smallest up; later steps find what earlier ones made. DuckDB's table is loaded before its time counts.
/// </summary>
internal static class ScaleBenchmark
{
    private static readonly (string Name, Action<Corpus> Work)[] Steps =
    [
        ("annotations", corpus => _ = corpus.Annotations.Count),
        ("frame of sentences", corpus => _ = corpus.Sentences.Count),
        ("frame of tokens", corpus => _ = corpus.Tokens.Count),
        ("frames of mentions, times, events", corpus => _ = corpus.Mentions.Count + corpus.Times.Count + corpus.Events.Count),
        ("`CountBy` of entities", corpus => corpus.Mentions.CountBy(mention => mention.Entity)),
        ("`Pivot`, month × entity", corpus =>
        {
            var months = corpus.Documents.ToDictionary(document => document.Id, document => document.Published?.YearMonth());
            corpus.Mentions.Where(mention => months[mention.Document] != null)
                .Pivot(mention => mention.Entity, mention => months[mention.Document]);
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
        ("`corpus.Duplicates`", corpus => _ = corpus.Duplicates.Count),
        ("`Interactions.Of`", corpus => Interactions.Of(corpus)),
        ("`Evidence.OfPairs`", corpus => Evidence.OfPairs(corpus.Mentions, corpus)),
        ("a figure with evidence, as JSON", corpus => Figure.Bar(corpus.Mentions.CountBy(mention => mention.Entity), "Who?")
            .Citing(Evidence.Of(corpus.Mentions, corpus, mention => mention.Entity)).ToPlotlyJson()),
    ];

    private static readonly (string Name, string Sql)[] Queries =
        [("count entities", DuckDb.Counts), ("month × entity", DuckDb.Months), ("pairs in a sentence", DuckDb.Pairs)];

    /// <param name="most">Documents of the largest corpus; the others have 100, 1,000 and so on.</param>
    public static void Run(int most)
    {
        var articles = new GeneratedArticles(Corpus.Open());
        int[] sizes = [.. Enumerable.Range(2, 5).Select(power => (int)Math.Pow(10, power)).TakeWhile(size => size < most), most];
        string[] rows = [.. Steps.Select(step => $"| {step.Name} |"), .. Queries.Select(query => $"| DuckDB, {query.Name} |")];
        var (generated, peaks) = ("| (articles made) |", "| most memory so far, MB |");
        foreach (var size in sizes)
        {
            var began = Environment.CpuUsage.TotalTime;
            var corpus = Corpus.Of([.. articles.Take(size)]);
            generated += Cell((Environment.CpuUsage.TotalTime - began).TotalMilliseconds);
            for (var step = 0; step < Steps.Length; step++) Measure(ref rows[step], () => Steps[step].Work(corpus));
            using var process = Process.GetCurrentProcess();
            peaks += Cell(process.PeakWorkingSet64 / 1e6);
            using var duck = new DuckDb(Rows(corpus));
            for (var query = 0; query < Queries.Length; query++)
                Measure(ref rows[Steps.Length + query], () => duck.Query(Queries[query].Sql));
        }

        Console.WriteLine($"| milliseconds of processor time, by documents |{string.Concat(sizes.Select(size => Cell(size)))}");
        Console.WriteLine($"|---|{string.Concat(sizes.Select(_ => "--:|"))}");
        foreach (var row in rows.Prepend(generated).Append(peaks)) Console.WriteLine(row);
    }

    private static void Measure(ref string row, Action work)
    {
        GC.Collect();
        var began = Environment.CpuUsage.TotalTime;
        work();
        row += Cell((Environment.CpuUsage.TotalTime - began).TotalMilliseconds);
        Console.Error.WriteLine(row);
    }

    // Of running text, whose sentences the library counts pairs in too.
    private static MentionRow[] Rows(Corpus corpus)
    {
        var dates = corpus.Documents.ToDictionary(document => document.Id, document => document.Published);
        var body = corpus.Sentences.Where(sentence => sentence.Kind == SentenceKind.Body)
            .Select(sentence => (sentence.Document, sentence.Index)).ToHashSet();
        return [.. from mention in corpus.Mentions
            where mention.Entity != null && body.Contains((mention.Document, mention.Sentence)) && dates[mention.Document] != null
            select new MentionRow(mention.Document, mention.Sentence, dates[mention.Document]!.Value, mention.Entity!, mention.Type)];
    }

    private static string Cell(double number) => string.Create(CultureInfo.InvariantCulture, $" {number:N0} |");
}
