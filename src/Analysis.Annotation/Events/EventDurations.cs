using System.Globalization;

namespace Analysis;

/// <summary>Counts a length of time on from a date.</summary>
internal static class EventDurations
{
    /// <summary>The date so long before or after another; null where either is too vague. A length in years from a date gives a month or day as exact as the date.</summary>
    /// <param name="date">EDTF date; of an interval, the first day counts.</param>
    /// <param name="duration">ISO 8601 duration of one unit, such as <c>P2D</c>; <c>PTXH</c> is within the day.</param>
    /// <param name="sign">1 for after, −1 for before.</param>
    public static string? Shift(string date, string duration, int sign)
    {
        if (!Edtf.TryParse(date, out var from) || from.Earliest is not { } day) return null;
        if (duration.StartsWith("PT", StringComparison.Ordinal)) return Iso(day) + "~";
        if (duration.Length < 3 || !int.TryParse(duration.AsSpan(1, duration.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        count *= sign;
        return duration[^1] switch
        {
            'D' => Iso(day.AddDays(count)),
            'W' => Iso(day.AddDays(7 * count)) + "~",
            'M' => day.AddMonths(count).ToString("yyyy-MM", CultureInfo.InvariantCulture) + "~",
            'Y' when Math.Abs(count) < 2 => Iso(day.AddYears(count)),
            'Y' when day.Year + count > 0 => day.AddYears(count).ToString("yyyy", CultureInfo.InvariantCulture) + "~",
            _ => null,
        };
    }

    /// <summary>The interval from a date, or from so long before it, to a day.</summary>
    public static string? Since(string value, DateOnly until)
    {
        var from = value.StartsWith('P') ? Shift(Iso(until), value, -1) : value;
        return from is not null && Edtf.TryParse(from, out var date) && date.Earliest is { } day && day <= until ? Iso(day) + "~/" + Iso(until) : null;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
