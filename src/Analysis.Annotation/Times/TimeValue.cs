using System.Globalization;

namespace Analysis;

/// <summary>Formats values: EDTF dates with the parts of the day of TIMEX3, and ISO 8601 durations.</summary>
internal static class TimeValue
{
    // The unit in which a part of a unit is written, and how many of them the unit has.
    private static readonly Dictionary<int, (int Unit, int Count)> Smaller = new()
    {
        ['C'] = ('Y', 100), ['X'] = ('Y', 10), ['Y'] = ('M', 12), ['M'] = ('D', 30),
        ['W'] = ('h', 7 * 24), ['D'] = ('h', 24), ['h'] = ('m', 60), ['m'] = ('s', 60),
    };

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The unit in which a day lies: day or night, week, month, year, decade, century.</summary>
    public static string Unit(DateOnly day, int unit) => unit switch
    {
        'N' => Day(day) + "TNI",
        'W' => Week(day),
        'M' => Day(day)[..7],
        'Y' => Day(day)[..4],
        'X' => Day(day)[..3] + "X",
        'C' => Day(day)[..2] + "XX",
        _ => Day(day),
    };

    /// <summary>Past, present or future by the sign of a number.</summary>
    public static string Reference(int towards) => towards < 0 ? "PAST_REF" : towards == 0 ? "PRESENT_REF" : "FUTURE_REF";

    /// <summary>Suffix of a day: a clock time or a part of the day; empty if neither is given.</summary>
    public static string TimeOfDay(TimeSlots slots)
    {
        var part = slots[TimeSlot.Daypart];
        if (slots[TimeSlot.Hour] is { } hour) return Clock(hour, slots[TimeSlot.Minute] ?? 0, part);
        return part switch { 'M' => "TMO", 'A' => "TAF", 'E' => "TEV", 'N' or 'L' => "TNI", _ => "" };
    }

    /// <summary>The duration that the slots give.</summary>
    public static string Duration(TimeSlots slots)
    {
        var unit = slots[TimeSlot.Unit] ?? 'D';
        var (fraction, smaller) = (slots[TimeSlot.Fraction], slots[TimeSlot.AndUnit]);
        var text = "P";
        if (slots.Has(TimeSlot.Amount) || fraction is null) Write(unit, slots[TimeSlot.Amount]);
        if (fraction is { } divisor && Smaller.TryGetValue(unit, out var part)) Write(part.Unit, part.Count / divisor);
        if (smaller is { } less) Write(less, slots[TimeSlot.AndAmount]);
        return text;

        // X stands for a number that isn't told.
        void Write(int of, int? amount)
        {
            var (written, count) = of is 'X' or 'C' ? Smaller[of] : (of, 1);
            if (written is 'h' or 'm' or 's' && !text.Contains('T', StringComparison.Ordinal)) text += 'T';
            text += (amount * count)?.ToString(CultureInfo.InvariantCulture) ?? "X";
            text += char.ToUpperInvariant((char)written);
        }
    }

    private static string Week(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at):D4}-W{ISOWeek.GetWeekOfYear(at):D2}");
    }

    private static string Clock(int hour, int minute, int? part)
    {
        if (minute < 0) (hour, minute) = (hour + 23, minute + 60);
        hour %= 24;
        if (hour == 12 && part is 'M' or 'L' or 'N') hour = 0;
        else if (hour < 12 && (part is 'E' || (part is 'A' && hour < 10) || (part is 'N' && hour >= 6))) hour += 12;
        return string.Create(CultureInfo.InvariantCulture, $"T{hour:D2}:{minute:D2}");
    }
}
