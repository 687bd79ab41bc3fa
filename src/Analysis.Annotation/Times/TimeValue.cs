using static System.FormattableString;

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

    /// <summary>The unit in which a day lies: day or night, week, month, year, decade, century.</summary>
    public static string Unit(DateOnly day, int unit)
    {
        var text = day.ToString("O", CultureInfo.InvariantCulture);
        return unit switch
        {
            'N' => text + "TNI",
            'W' when day.ToDateTime(TimeOnly.MinValue) is var at => Invariant($"{ISOWeek.GetYear(at):D4}-W{ISOWeek.GetWeekOfYear(at):D2}"),
            'M' => text[..7],
            'Y' => text[..4],
            'X' => text[..3] + "X",
            'C' => text[..2] + "XX",
            _ => text,
        };
    }

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
        var text = "P";
        if (slots.Has(TimeSlot.Amount) || !slots.Has(TimeSlot.Fraction)) Write(unit, slots[TimeSlot.Amount]);
        if (slots[TimeSlot.Fraction] is { } divisor && Smaller.TryGetValue(unit, out var part)) Write(part.Unit, part.Count / divisor);
        if (slots[TimeSlot.AndUnit] is { } less) Write(less, slots[TimeSlot.AndAmount]);
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

    private static string Clock(int hour, int minute, int? part)
    {
        if (minute < 0) (hour, minute) = (hour + 23, minute + 60);
        hour %= 24;
        if (hour == 12 && part is 'M' or 'L' or 'N') hour = 0;
        else if (hour < 12 && (part is 'E' || (part is 'A' && hour < 10) || (part is 'N' && hour >= 6))) hour += 12;
        return Invariant($"T{hour:D2}:{minute:D2}");
    }
}
