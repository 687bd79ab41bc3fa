using System.Globalization;

namespace Analysis;

/// <summary>A single EDTF date, not an interval, as the days that it covers; none is after the year 9999.</summary>
internal readonly record struct EdtfPoint(DateOnly Earliest, DateOnly Latest, EdtfPrecision Precision, bool Approximate)
{
    /// <summary>Parses a date by its length and separators; see <see cref="Edtf"/> for the accepted formats.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out EdtfPoint point)
    {
        point = default;
        var approximate = text.EndsWith('~');
        if (approximate) text = text[..^1];
        if (text.Length < 4 || Read(text) is not var (earliest, latest, precision)) return false;
        point = new EdtfPoint(earliest, latest, precision, approximate);
        return true;
    }

    private static (DateOnly Earliest, DateOnly Latest, EdtfPrecision Precision)? Read(ReadOnlySpan<char> text)
    {
        if (text.Length == 4) return ReadYears(text);
        if (!TryNumber(text[..4], 1, 9999, out var year) || text[4] != '-') return null;
        var rest = text[5..];
        if (rest is ['W', _, _])
        {
            if (!TryNumber(rest[1..], 1, ISOWeek.GetWeeksInYear(year), out var week)) return null;
            var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
            return (monday, TimeCalendar.Shift(monday, 'D', 6) ?? DateOnly.MaxValue, EdtfPrecision.Week);
        }

        if (rest.Length == 2)
        {
            return TryNumber(rest, 1, 41, out var part) && MonthsOf(part) is var (first, count)
                ? (new DateOnly(year, first, 1), LastDay(year, first + count - 1), count == 1 ? EdtfPrecision.Month : EdtfPrecision.Season)
                : null;
        }

        if (rest.Length < 5 || rest[2] != '-' || !TryNumber(rest[..2], 1, 12, out var month)
            || !TryNumber(rest[3..5], 1, DateTime.DaysInMonth(year, month), out var day))
        {
            return null;
        }

        var date = new DateOnly(year, month, day);
        return PrecisionOf(rest[5..]) is { } precision ? (date, date, precision) : null;
    }

    // First month and number of months. Seasons are the meteorological ones of the north; a winter begins in the year that names it.
    private static (int First, int Count)? MonthsOf(int part) => part switch
    {
        <= 12 => (part, 1),
        >= 21 and <= 24 => ((part - 20) * 3, 3),
        >= 33 and <= 36 => (((part - 33) * 3) + 1, 3),
        >= 37 and <= 39 => (((part - 37) * 4) + 1, 4),
        >= 40 => (((part - 40) * 6) + 1, 6),
        _ => null,
    };

    private static DateOnly LastDay(int year, int month) =>
        TimeCalendar.LastDay(month > 12 ? year + 1 : year, month > 12 ? month - 12 : month) ?? DateOnly.MaxValue;

    private static (DateOnly, DateOnly, EdtfPrecision)? ReadYears(ReadOnlySpan<char> text)
    {
        var (digits, length, precision) = text.EndsWith("XX", StringComparison.Ordinal) ? (2, 100, EdtfPrecision.Century)
            : text.EndsWith('X') ? (3, 10, EdtfPrecision.Decade) : (4, 1, EdtfPrecision.Year);
        return TryNumber(text[..digits], length == 1 ? 1 : 0, 9999, out var number)
            ? (new DateOnly(Math.Max(1, number * length), 1, 1), new DateOnly((number * length) + length - 1, 12, 31), precision) : null;
    }

    private static EdtfPrecision? PrecisionOf(ReadOnlySpan<char> time)
    {
        if (time.IsEmpty) return EdtfPrecision.Day;
        if (time is "TMO" or "TAF" or "TEV" or "TNI") return EdtfPrecision.PartOfDay;
        var clock = time is ['T', _, _, ':', _, _] && TryNumber(time[1..3], 0, 23, out _) && TryNumber(time[4..], 0, 59, out _);
        return clock ? EdtfPrecision.Minute : null;
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
