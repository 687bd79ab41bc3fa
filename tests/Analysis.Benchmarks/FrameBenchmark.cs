using Deedle;
using Microsoft.Data.Analysis;

namespace Analysis.Benchmarks;

/// <summary>
/// Counting entities, month × entity and pairs in a sentence: the library's verbs over records against DuckDB, LINQ,
/// Microsoft.Data.Analysis
/// and Deedle, in one process. Loading is not measured. What each way finds is compared with what the library finds in the same rows.
/// </summary>
internal static class FrameBenchmark
{
    /// <summary>Rows for ways that would take minutes with all of them.</summary>
    private const int FewerRows = 500_000;

    /// <param name="rows">Number of mentions.</param>
    /// <param name="only">Name of the one operation to measure; empty for all.</param>
    public static void Run(int rows, string only)
    {
        var mentions = MentionRows.Make(rows);
        var fewer = mentions[..Math.Min(rows, FewerRows)];
        using var duck = new DuckDb(mentions);
        var machine = $"{Environment.ProcessorCount} cores, .NET {Environment.Version}";
        Console.WriteLine(FormattableString.Invariant(
            $"{rows:N0} mentions, {machine}, DuckDB {duck.Version} with {duck.Threads} threads"));
        Comparison.Head();
        if (only is "" or "count") Count(mentions, fewer, duck);
        if (only is "" or "pivot") Pivot(mentions, fewer, duck);
        if (only is "" or "pairs") Pairs(mentions, fewer, duck);
    }

    private static void Count(MentionRow[] mentions, MentionRow[] fewer, DuckDb duck)
    {
        var comparison = new Comparison("count entities");
        comparison.Add("DuckDB", mentions.Length, 7, () => duck.Query(DuckDb.Counts), rows => rows);
        comparison.Add("CountBy", mentions.Length, 7, () => mentions.CountBy(mention => mention.Entity), Cells);
        comparison.Add("LINQ CountBy", mentions.Length, 3, () => CountEntities(mentions), Cells);
        var entities = new DataFrame(new StringDataFrameColumn("Entity", mentions.Select(mention => mention.Entity)));
        comparison.Add("Microsoft.Data.Analysis ValueCounts", mentions.Length, 1, () => entities["Entity"].ValueCounts(), Cells);
        comparison.Expect(Cells(CountEntities(fewer)));
        var series = fewer.Select(mention => mention.Entity).ToOrdinalSeries();
        comparison.Add(
            "Deedle GroupBy", fewer.Length, 1, () => series.GroupBy(entity => entity.Value).Select(group => group.Value.KeyCount),
            counts => Cells(counts.Observations));
    }

    private static void Pivot(MentionRow[] mentions, MentionRow[] fewer, DuckDb duck)
    {
        var comparison = new Comparison("month × entity");
        comparison.Add("DuckDB", mentions.Length, 7, () => duck.Query(DuckDb.Months), rows => rows);
        comparison.Add("Pivot", mentions.Length, 7, () => Pivot(mentions), Cells);
        comparison.Add("LINQ CountBy", mentions.Length, 3, () => CountMonths(mentions), Cells);
        var keys = new DataFrame(
            new StringDataFrameColumn("Key", mentions.Select(mention => $"{mention.Entity} {mention.Date.YearMonth()}")));
        comparison.Add("Microsoft.Data.Analysis ValueCounts of a joined key", mentions.Length, 1, () => keys["Key"].ValueCounts(), Cells);
        comparison.Expect(Cells(CountMonths(fewer)));
        comparison.Add(
            "Deedle FromValues of LINQ's counts", fewer.Length, 3,
            () =>
                Frame.FromValues(CountMonths(fewer), count => count.Key.Month, count => count.Key.Entity, count => count.Value)
                    .FillMissing(0),
            Cells);
    }

    private static void Pairs(MentionRow[] mentions, MentionRow[] fewer, DuckDb duck)
    {
        var comparison = new Comparison("pairs in a sentence");
        var (named, sentences) = Records(mentions);
        comparison.Add("DuckDB", mentions.Length, 3, () => duck.Query(DuckDb.Pairs), rows => rows);
        comparison.Add("CoMentions.Of", mentions.Length, 3, () => CoMentions.Of(named, sentences, minimum: 1), Cells);
        comparison.Add("LINQ GroupBy", mentions.Length, 1, () => CountPairs(mentions), Cells);
        var units = new DataFrame(
            new StringDataFrameColumn("Unit", fewer.Select(mention => $"{mention.Document} {mention.Sentence}")),
            new StringDataFrameColumn("Entity", fewer.Select(mention => mention.Entity)));
        comparison.Add(
            "Microsoft.Data.Analysis Merge, without counting", fewer.Length, 1,
            () => units.Merge(units, ["Unit"], ["Unit"], joinAlgorithm: JoinAlgorithm.Inner), _ => null);
    }

    private static Frame<string, string> Pivot(MentionRow[] mentions) =>
        mentions.Pivot(mention => mention.Entity, mention => mention.Date.YearMonth());

    private static List<KeyValuePair<string, int>> CountEntities(MentionRow[] mentions) =>
        [.. Enumerable.CountBy(mentions, mention => mention.Entity)];

    private static List<KeyValuePair<(string Entity, string Month), int>> CountMonths(MentionRow[] mentions) =>
        [.. Enumerable.CountBy(mentions, mention => (mention.Entity, Month: mention.Date.YearMonth()))];

    private static Dictionary<(string First, string Second), int> CountPairs(MentionRow[] mentions)
    {
        var counts = new Dictionary<(string, string), int>();
        foreach (var sentence in mentions.GroupBy(mention => (mention.Document, mention.Sentence), mention => mention.Entity))
        {
            string[] entities = [.. sentence.Distinct().Order(StringComparer.Ordinal)];
            for (var first = 0; first < entities.Length; first++)
            {
                for (var second = first + 1; second < entities.Length; second++)
                    counts[(entities[first], entities[second])] = counts.GetValueOrDefault((entities[first], entities[second])) + 1;
            }
        }

        return counts;
    }

    /// <summary>The mentions as an annotator makes them, and the sentences that hold them.</summary>
    private static (Mention[] Mentions, Sentence[] Sentences) Records(MentionRow[] mentions) => (
        Array.ConvertAll(
            mentions, mention => new Mention(mention.Document, mention.Sentence, 0, 1, "", mention.Entity, mention.Type, null, "")),
        [.. mentions.Select(mention => (mention.Document, mention.Sentence)).Distinct()
            .Select(unit => new Sentence(unit.Document, unit.Sentence, 0, 1, 0, SentenceKind.Body, ""))]);

    private static IEnumerable<(string, string, int)> Cells(DataFrame<ValueCount<string>> counts) =>
        counts.Select(count => (count.Value, "", count.Count));

    private static IEnumerable<(string, string, int)> Cells(DataFrame<CoMention> pairs) =>
        pairs.Select(pair => (pair.First, pair.Second, pair.Both));

    private static IEnumerable<(string, string, int)> Cells(IEnumerable<KeyValuePair<string, int>> counts) =>
        counts.Select(count => (count.Key, "", count.Value));

    private static IEnumerable<(string, string, int)> Cells(IEnumerable<KeyValuePair<(string First, string Second), int>> counts) =>
        counts.Select(count => (count.Key.First, count.Key.Second, count.Value));

    private static IEnumerable<(string, string, int)> Cells(DataFrame valueCounts) =>
        from row in valueCounts.Rows
        let keys = ((string)row[0]).Split(' ')
        select (keys[0], keys.Length > 1 ? keys[1] : "", (int)(long)row[1]);

    private static IEnumerable<(string, string, int)> Cells(Frame<string, string> matrix) =>
        from row in matrix.RowKeys
        from cell in matrix.Rows[row].As<int>().Observations
        where cell.Value > 0
        select (row, cell.Key, cell.Value);
}
