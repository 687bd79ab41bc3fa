using System.Globalization;

namespace Analysis;

/// <summary>A single EDTF date, not an interval, as the days that it covers.</summary>
internal readonly record struct EdtfPoint(DateOnly Earliest, DateOnly Latest, EdtfPrecision Precision, bool Approximate)
{
    /// <summary>Parses a date by its length and separators; see <see cref="Edtf"/> for the accepted formats.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out EdtfPoint point)
    {
        point = default;
        var approximate = text.EndsWith('~');
        if (approximate) text = text[..^1];
        if (text.Length < 4 || !TryReadDays(text, out var earliest, out var latest, out var precision)) return false;
        point = new EdtfPoint(earliest, latest, precision, approximate);
        return true;
    }

    private static bool TryReadDays(ReadOnlySpan<char> text, out DateOnly earliest, out DateOnly latest, out EdtfPrecision precision)
    {
        earliest = latest = default;
        precision = EdtfPrecision.Year;
        if (text.Length == 4) return TryReadYears(text, out earliest, out latest, out precision);
        if (!TryNumber(text[..4], 1, 9999, out var year) || text[4] != '-') return false;
        var rest = text[5..];
        if (rest is ['W', _, _])
        {
            precision = EdtfPrecision.Week;
            if (!TryNumber(rest[1..], 1, ISOWeek.GetWeeksInYear(year), out var week) || year == 9999) return false;
            earliest = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
            latest = earliest.AddDays(6);
            return true;
        }

        if (rest.Length == 2)
        {
            if (TryNumber(rest, 1, 12, out var alone))
            {
                precision = EdtfPrecision.Month;
                earliest = new DateOnly(year, alone, 1);
                latest = earliest.AddMonths(1).AddDays(-1);
                return true;
            }

            // Meteorological seasons of the northern hemisphere; a winter begins in the year that names it.
            precision = EdtfPrecision.Season;
            if (!TryNumber(rest, 21, 24, out var season) || year == 9999) return false;
            earliest = new DateOnly(year, (season - 20) * 3, 1);
            latest = earliest.AddMonths(3).AddDays(-1);
            return true;
        }

        if (rest.Length < 5 || rest[2] != '-' || !TryNumber(rest[..2], 1, 12, out var month)
            || !TryNumber(rest[3..5], 1, DateTime.DaysInMonth(year, month), out var day))
        {
            return false;
        }

        earliest = latest = new DateOnly(year, month, day);
        return TryReadTime(rest[5..], out precision);
    }

    private static bool TryReadYears(ReadOnlySpan<char> text, out DateOnly earliest, out DateOnly latest, out EdtfPrecision precision)
    {
        earliest = latest = default;
        precision = text.EndsWith("XX", StringComparison.Ordinal) ? EdtfPrecision.Century
            : text.EndsWith('X') ? EdtfPrecision.Decade : EdtfPrecision.Year;
        var length = precision switch { EdtfPrecision.Century => 100, EdtfPrecision.Decade => 10, _ => 1 };
        var digits = precision switch { EdtfPrecision.Century => 2, EdtfPrecision.Decade => 3, _ => 4 };
        if (!TryNumber(text[..digits], 1, 9999, out var number)) return false;
        earliest = new DateOnly(number * length, 1, 1);
        latest = new DateOnly((number * length) + length - 1, 12, 31);
        return true;
    }

    private static bool TryReadTime(ReadOnlySpan<char> text, out EdtfPrecision precision)
    {
        precision = text.Length switch { 0 => EdtfPrecision.Day, 3 => EdtfPrecision.PartOfDay, _ => EdtfPrecision.Minute };
        return text is "" or "TMO" or "TAF" or "TEV" or "TNI"
            || (text.Length == 6 && text[0] == 'T' && text[3] == ':' && TryNumber(text[1..3], 0, 23, out _) && TryNumber(text[4..], 0, 59, out _));
    }

    // At most four digits. The annotators parse every date that they write, so this avoids the platform's slower parsers.
    private static bool TryNumber(ReadOnlySpan<char> digits, int least, int most, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit)) return false;
            number = (number * 10) + digit - '0';
        }

        return number >= least && number <= most;
    }
}
