using Deedle;

namespace Analysis;

/// <summary>Months: as keys to count by, and as time series of Deedle.</summary>
public static class Periods
{
    // Each month's name is made once, so that counting by it compares references.
    private static readonly string?[] Names = new string?[MonthNumber(DateOnly.MaxValue) + 1];

    /// <summary>Month in ISO 8601, such as <c>2020-01</c>; such keys sort by time.</summary>
    public static string YearMonth(this DateOnly date) =>
        Names[MonthNumber(date)] ??= FormattableString.Invariant($"{date.Year:0000}-{date.Month:00}");

    /// <summary>Month of a date that may be missing; null where it is.</summary>
    public static string? YearMonth(this DateOnly? date) => date?.YearMonth();

    /// <summary>The month that holds both days; null where they lie in two, or one is missing.</summary>
    internal static string? MonthOf(DateOnly? first, DateOnly? last) =>
        first.YearMonth() is { } month && month == last.YearMonth() ? month : null;

    /// <summary>
    /// Number of rows in each month from the first to the last that has any, 0 in those between that have none; a month is its first day.
    /// Rows without a date are not counted; the shown table states their number.
    /// </summary>
    /// <param name="rows">What is counted.</param>
    /// <param name="date">Date of a row; null where it has none.</param>
    /// <returns>The counts in order of time; empty where there are no dates. Deedle goes on from there, as in <c>Stats.movingMean(3,
    /// months)</c>.</returns>
    public static Series<DateOnly, int> CountByMonth<TRow>(this IEnumerable<TRow> rows, Func<TRow, DateOnly?> date)
    {
        var items = RowArray.Of(rows);
        var counts = items.Select(date).OfType<DateOnly>().CountBy(MonthNumber).ToDictionary(count => count.Value, count => count.Count);
        var first = counts.Keys.DefaultIfEmpty().Min();
        int[] months = [.. Enumerable.Range(first, counts.Count == 0 ? 0 : counts.Keys.Max() - first + 1)];
        return new MonthCounts(
            months.Select(month => new DateOnly(month / 12 + 1, month % 12 + 1, 1)),
            months.Select(month => counts.GetValueOrDefault(month)),
            ValueCounts.NoteOf(items.Length - counts.Values.Sum()));
    }

    /// <summary>Months since January of the year 1.</summary>
    private static int MonthNumber(DateOnly date) => (date.Year - 1) * 12 + date.Month - 1;

    private sealed class MonthCounts(IEnumerable<DateOnly> months, IEnumerable<int> counts, string note)
        : Series<DateOnly, int>(months, counts), ITabular
    {
        TableView ITabular.ToTable() => DeedleTable.OfSeries(this, note);
    }
}
