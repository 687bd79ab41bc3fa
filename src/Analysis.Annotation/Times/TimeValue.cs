using System.Globalization;

namespace Analysis;

/// <summary>Formats values: EDTF dates with the parts of the day of TIMEX3, and ISO 8601 durations.</summary>
internal static class TimeValue
{
    public const string Past = "PAST_REF";
    public const string Present = "PRESENT_REF";
    public const string Future = "FUTURE_REF";

    /// <summary>Maximum length of a formatted date, for buffers on the stack.</summary>
    public const int LongestDate = 32;

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A month of a year.</summary>
    public static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, stackalloc char[LongestDate], $"{year:D4}-{month:D2}");

    /// <summary>A year.</summary>
    public static string Year(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>The ISO week of a day.</summary>
    public static string Week(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, stackalloc char[LongestDate], $"{ISOWeek.GetYear(at):D4}-W{ISOWeek.GetWeekOfYear(at):D2}");
    }

    /// <summary>Past, present or future by the sign of a number.</summary>
    public static string Reference(int towards) => towards < 0 ? Past : towards == 0 ? Present : Future;

    /// <summary>Suffix of a day: a clock time or a part of the day; empty if neither is given.</summary>
    public static string TimeOfDay(TimeSlots slots)
    {
        if (slots[TimeSlot.Hour] is { } hour) return Clock(hour, (slots[TimeSlot.Minute] ?? 0) + (slots[TimeSlot.Fraction] ?? 0), slots[TimeSlot.Daypart]);
        return slots[TimeSlot.Daypart] switch
        {
            'M' => "TMO",
            'A' => "TAF",
            'E' => "TEV",
            'N' or 'L' => "TNI",
            _ => "",
        };
    }

    /// <summary>The duration that the slots give.</summary>
    public static string Duration(TimeSlots slots)
    {
        var unit = slots[TimeSlot.Dual] ?? slots[TimeSlot.Plural] ?? slots[TimeSlot.Single] ?? slots[TimeSlot.TheUnits] ?? slots[TimeSlot.TheUnit] ?? 'D';
        if (slots[TimeSlot.Part] is { } part) return Part(unit, part);
        if (Amount(slots) is not { } amount) return Written(unit == 'X' ? 'Y' : unit, "X");
        if (unit == 'X') (unit, amount) = ('Y', amount * 10);
        var whole = Written(unit, amount.ToString(CultureInfo.InvariantCulture));
        if (slots[TimeSlot.AndPart] is not { } and) return whole;
        var added = Part(unit, and);
        return whole.Contains('T', StringComparison.Ordinal) ? whole + added[2..] : whole + added[1..];
    }

    /// <summary>Number of units; null if it is unspecified.</summary>
    public static int? Amount(TimeSlots slots) =>
        slots[TimeSlot.Amount] ?? (slots.Has(TimeSlot.Dual) ? 2 : slots.Has(TimeSlot.Single) ? 1 : null);

    private static string Written(int unit, string amount) => unit switch
    {
        'h' => $"PT{amount}H",
        'm' => $"PT{amount}M",
        's' => $"PT{amount}S",
        _ => $"P{amount}{(char)unit}",
    };

    // A half or a quarter, in the next smaller unit.
    private static string Part(int unit, int divisor)
    {
        var (smaller, count) = unit switch
        {
            'X' => ('Y', 10),
            'Y' => ('M', 12),
            'M' => ('D', 30),
            'W' => ('h', 7 * 24),
            'D' => ('h', 24),
            'N' => ('h', 12),
            'h' => ('m', 60),
            _ => ('s', 60),
        };
        return Written(smaller, (count / divisor).ToString(CultureInfo.InvariantCulture));
    }

    private static string Clock(int hour, int minute, int? part)
    {
        if (minute < 0) (hour, minute) = (hour + 23, minute + 60);
        hour %= 24;
        if (hour == 12 && part is 'M' or 'L' or 'N') hour = 0;
        else if (hour < 12 && (part is 'A' or 'E' ? !(part == 'A' && hour is >= 10) : part == 'N' && hour >= 6)) hour += 12;
        return string.Create(CultureInfo.InvariantCulture, stackalloc char[LongestDate], $"T{hour:D2}:{minute:D2}");
    }
}
