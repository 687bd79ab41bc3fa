using System.Globalization;

namespace Analysis.Benchmarks;

/// <summary>
/// Counting, pivoting and joint counting on a frame against LINQ over an array of the same records. All of it runs on one thread, and the
/// results are compared with each other.
/// </summary>
internal static class FrameBenchmark
{
    private const int FastRuns = 9;
    private const int SlowRuns = 3;

    /// <param name="rows">Number of rows.</param>
    /// <param name="only">Name of the one operation to measure; empty for all.</param>
    public static void Run(int rows, string only)
    {
        var mentions = MentionRows.Make(rows);
        Print($"{rows:N0} rows, {Environment.ProcessorCount} cores, .NET {Environment.Version}");
        Print($"| operation | way | least ms | median ms | processor ms | times as long (median; processor) | bar |");
        Print($"|---|---|--:|--:|--:|--:|--:|");
        Report("encode on load, five columns", "frame", Timing.Of(SlowRuns, () => _ = DataFrame.Of(mentions).Columns.Count));
        var frame = DataFrame.Of(mentions);
        _ = frame.Columns.Count;
        if (only is "" or "count") Count(mentions, frame);
        if (only is "" or "pivot") Pivot(mentions, frame);
        if (only is "" or "pairs") Pairs(mentions, frame);
    }

    private static void Count(MentionRow[] mentions, DataFrame<MentionRow> frame)
    {
        var expected = CountsOf(frame);
        Check(expected.SequenceEqual(CountByGroups(mentions)) && expected.SequenceEqual(CountByCounts(mentions)), "counts");
        var counting = Timing.Of(FastRuns, () => CountsOf(frame));
        Report("count entities", "frame", counting);
        Report("count entities", "LINQ GroupBy", Timing.Of(SlowRuns, () => CountByGroups(mentions)), counting, 20);
        Report("count entities", "LINQ CountBy", Timing.Of(SlowRuns, () => CountByCounts(mentions)), counting, 5);
    }

    private static void Pivot(MentionRow[] mentions, DataFrame<MentionRow> frame)
    {
        Check(PivotOf(frame).SequenceEqual(PivotByGroups(mentions)), "pivots");
        // Text and dates are encoded on load, so the first pivot costs what the next one does.
        var pivoting = Timing.Of(FastRuns, () => PivotOf(frame));
        Report("pivot month × entity", "frame", pivoting);
        Report("pivot month × entity", "LINQ GroupBy", Timing.Of(SlowRuns, () => PivotByGroups(mentions)), pivoting, 20);
    }

    private static void Pairs(MentionRow[] mentions, DataFrame<MentionRow> frame)
    {
        // A fresh frame each time, else the sentences' codes, which a column keeps from its first use on, would be left out.
        var first = Timing.Of(FastRuns, () => PairsOf(Renewed(frame)));
        Report("pairs per sentence, first time", "frame", first);
        Report("pairs per sentence, again", "frame", Timing.Of(FastRuns, () => PairsOf(frame)));
        // Once only, for it is slow; what it finds is what the frame found.
        List<PairCount<string>> joined = [];
        Report("pairs per sentence", "LINQ self-join", Timing.Of(1, () => joined = PairsByJoin(mentions)), first, 20);
        Check(PairsOf(frame).SequenceEqual(joined), "pairs");
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
        var times = frame is { } fast
            ? string.Create(CultureInfo.InvariantCulture, $"{timing.Median / fast.Median:0.0}; {timing.Processor / fast.Processor:0.0}")
            : "";
        Print($"| {operation} | {way} | {timing.Least:0.0} | {timing.Median:0.0} | {timing.Processor:0.0} | {times} | {(bar is null ? "" : $"≥ {bar}")} |");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
