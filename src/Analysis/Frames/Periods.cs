namespace Analysis;

/// <summary>The month of a date as a key to count by; the keys sort by time.</summary>
public static class Periods
{
    /// <summary>Month in ISO 8601, such as <c>2020-01</c>.</summary>
    public static string YearMonth(this DateOnly date) => InvariantText.Format((FormattableString)$"{date.Year:0000}-{date.Month:00}")!;

    /// <summary>Month of a date that may be missing; null where it is.</summary>
    public static string? YearMonth(this DateOnly? date) => date?.YearMonth();
}
