namespace Analysis;

/// <summary>
/// How dates of events are compared in an evaluation: without <c>~</c>, <c>?</c> and the time of day; a date inside a gold interval is
/// right.
/// </summary>
internal static class GoldDate
{
    private static readonly string[] TimesOfDay = ["TNI", "TEV", "TMO", "TAF", "TDT"];

    /// <summary>Whether a predicted date equals the gold date or lies inside the interval that gold gives.</summary>
    public static bool Same(string predicted, string gold)
    {
        if (Plain(predicted) == Plain(gold)) return true;
        if (predicted.Length == 0 || !gold.Contains('/', StringComparison.Ordinal)) return false;
        var (first, last) = Bounds(predicted);
        var (from, to) = Bounds(gold);
        return string.CompareOrdinal(from, first) <= 0 && string.CompareOrdinal(last, to) <= 0;
    }

    /// <summary>The date without what the comparison ignores.</summary>
    public static string Plain(string date)
    {
        foreach (var suffix in TimesOfDay)
        {
            var at = date.IndexOf(suffix, StringComparison.Ordinal);
            if (at >= 0) date = date[..at];
        }

        return date.Replace("~", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal);
    }

    // Comparable strings for the first and the last day; an open end is before or after everything.
    private static (string First, string Last) Bounds(string date)
    {
        date = Plain(date);
        var slash = date.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            var (from, to) = (date[..slash], date[(slash + 1)..]);
            return (from is ".." or "" ? "0000" : Bounds(from).First, to is ".." or "" ? "9999" : Bounds(to).Last);
        }

        var week = date.IndexOf("-W", StringComparison.Ordinal);
        if (week >= 0)
        {
            return int.TryParse(date[..week], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && date.Length >= week + 4
                && int.TryParse(date.AsSpan(week + 2, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && year is > 0 and < 9999 && number >= 1 && number <= ISOWeek.GetWeeksInYear(year)
                ? (Iso(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday)), Iso(ISOWeek.ToDateTime(year, number, DayOfWeek.Sunday)))
                : (date, date);
        }

        return (date, date + date.Length switch { 4 => "-12-31", 7 => "-31", _ => "" });
    }

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
