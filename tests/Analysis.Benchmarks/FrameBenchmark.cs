using System.Globalization;

namespace Analysis.Benchmarks;

/// <summary>
/// Counting, pivoting and joint counting on a frame against LINQ over an array of the same records. All of it runs on one thread, and the
/// results are compared before anything is measured.
/// </summary>
internal static class FrameBenchmark
{
    private const int FastRuns = 9;
    private const int SlowRuns = 3;

    public static void Run(int rows)
    {
        var mentions = MentionRows.Make(rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows, {Environment.ProcessorCount} cores, .NET {Environment.Version}"));
        Console.WriteLine("| operation | way | least ms | median ms | times as long (medians) | bar |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|");

        var encode = Timing.Of(SlowRuns, () => _ = DataFrame.Of(mentions).Columns.Count);
        Report("encode on load, five columns", "frame", encode);
        var frame = DataFrame.Of(mentions);
        _ = frame.Columns.Count;

        Check(CountsOf(frame).SequenceEqual(CountByGroups(mentions)) && CountsOf(frame).SequenceEqual(CountByCounts(mentions)), "counts");
        var count = Timing.Of(FastRuns, () => CountsOf(frame));
        Report("count entities", "frame", count);
        Report("count entities", "LINQ GroupBy", Timing.Of(SlowRuns, () => CountByGroups(mentions)), count, 20);
        Report("count entities", "LINQ CountBy", Timing.Of(SlowRuns, () => CountByCounts(mentions)), count, 5);

        Check(PivotOf(frame).SequenceEqual(PivotByGroups(mentions)), "pivots");
        // A fresh frame each time, else the dates' codes, which a column keeps, would be left out.
        var fresh = Timing.Of(FastRuns, () => PivotOf(Renewed(frame)));
        var pivot = Timing.Of(FastRuns, () => PivotOf(frame));
        Report("pivot month × entity, first time", "frame", fresh);
        Report("pivot month × entity, again", "frame", pivot);
        Report("pivot month × entity", "LINQ GroupBy", Timing.Of(SlowRuns, () => PivotByGroups(mentions)), fresh, 20);

        Check(PairsOf(frame).SequenceEqual(PairsByJoin(mentions)), "pairs");
        var pairs = Timing.Of(FastRuns, () => PairsOf(Renewed(frame)));
        Report("pairs per sentence, first time", "frame", pairs);
        Report("pairs per sentence, again", "frame", Timing.Of(FastRuns, () => PairsOf(frame)));
        Report("pairs per sentence", "LINQ self-join", Timing.Of(1, () => PairsByJoin(mentions)), pairs, 20);
    }

    private static List<ValueCount<string>> CountsOf(DataFrame<MentionRow> frame) => [.. frame.CountBy(mention => mention.Entity).Rows];

    private static List<ValueCount<string>> CountByGroups(MentionRow[] mentions) =>
        [.. Sorted(mentions.GroupBy(mention => mention.Entity).Select(group => new ValueCount<string>(group.Key, group.Count())))];

    private static List<ValueCount<string>> CountByCounts(MentionRow[] mentions) =>
        [.. Sorted(mentions.CountBy(mention => mention.Entity).Select(pair => new ValueCount<string>(pair.Key, pair.Value)))];

    private static IEnumerable<ValueCount<string>> Sorted(IEnumerable<ValueCount<string>> counts) =>
        counts.OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal);

    private static List<(string, string, int)> PivotOf(DataFrame<MentionRow> frame)
    {
        var table = frame.Pivot(mention => mention.Date.YearMonth(), mention => mention.Entity);
        return [.. from row in Enumerable.Range(0, table.Count)
                   from column in Enumerable.Range(0, table.ColumnKeys.Count)
                   where table[row, column] > 0
                   select (table.RowKeys[row], table.ColumnKeys[column], table[row, column])];
    }

    private static List<(string, string, int)> PivotByGroups(MentionRow[] mentions) => [.. mentions
        .GroupBy(mention => (mention.Date.Year, mention.Date.Month, mention.Entity))
        .Select(group => (group.Key.Year, group.Key.Month, group.Key.Entity, Count: group.Count()))
        .OrderBy(cell => cell.Year).ThenBy(cell => cell.Month).ThenBy(cell => cell.Entity, StringComparer.Ordinal)
        .Select(cell => (new DateOnly(cell.Year, cell.Month, 1).YearMonth(), cell.Entity, cell.Count))];

    private static List<PairCount<string>> PairsOf(DataFrame<MentionRow> frame) =>
        [.. frame.CountPairs(mention => new { mention.Document, mention.Sentence }, mention => mention.Entity).Rows];

    private static List<PairCount<string>> PairsByJoin(MentionRow[] mentions)
    {
        var distinct = mentions.Select(mention => (mention.Document, mention.Sentence, mention.Entity)).Distinct().ToArray();
        return [.. distinct
            .Join(distinct, left => (left.Document, left.Sentence), right => (right.Document, right.Sentence), (left, right) => (First: left.Entity, Second: right.Entity))
            .Where(pair => string.CompareOrdinal(pair.First, pair.Second) < 0)
            .CountBy(pair => pair)
            .Select(pair => new PairCount<string>(pair.Key.First, pair.Key.Second, pair.Value))
            .OrderByDescending(pair => pair.Count).ThenBy(pair => pair.First, StringComparer.Ordinal).ThenBy(pair => pair.Second, StringComparer.Ordinal)];
    }

    /// <summary>The same stored columns without anything derived from them.</summary>
    private static DataFrame<MentionRow> Renewed(DataFrame<MentionRow> frame) =>
        new(Array.ConvertAll(frame.Stored, column => column.Rename(column.Name)));

    private static void Check(bool same, string what)
    {
        if (!same) throw new InvalidOperationException($"the {what} of the frame and of LINQ differ");
    }

    private static void Report(string operation, string way, Timing timing, Timing? frame = null, int? bar = null)
    {
        var ratio = frame is { } fast ? (timing.Median / fast.Median).ToString("0.0", CultureInfo.InvariantCulture) : "";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {operation} | {way} | {timing.Least:0.0} | {timing.Median:0.0} | {ratio} | {(bar is null ? "" : $"≥ {bar}")} |"));
    }
}
