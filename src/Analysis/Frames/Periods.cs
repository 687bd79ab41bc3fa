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
    /// Every row is counted: those that may have no date are filtered before, as in <c>events.Where(e => e.Earliest != null).CountByMonth(e
    /// => e.Earliest.Value)</c>.
    /// </summary>
    /// <param name="rows">What is counted.</param>
    /// <param name="date">Date of a row.</param>
    /// <returns>The counts in order of time; empty where there are no rows. Deedle goes on from there, as in <c>Stats.movingMean(3,
    /// months)</c>.</returns>
    public static Series<DateOnly, int> CountByMonth<TRow>(this IEnumerable<TRow> rows, Func<TRow, DateOnly> date)
    {
        var counts = new int[Names.Length];
        var (first, last) = (counts.Length, -1);
        foreach (var row in RowArray.Of(rows))
        {
            var month = MonthNumber(date(row));
            counts[month]++;
            (first, last) = (Math.Min(first, month), Math.Max(last, month));
        }

        int[] months = [.. Enumerable.Range(first, Math.Max(0, last - first + 1))];
        return new(months.Select(month => new DateOnly(month / 12 + 1, month % 12 + 1, 1)), months.Select(month => counts[month]));
    }

    /// <summary>Months since January of the year 1.</summary>
    private static int MonthNumber(DateOnly date) => (date.Year - 1) * 12 + date.Month - 1;
}
