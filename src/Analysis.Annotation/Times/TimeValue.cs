using System.Globalization;

namespace Analysis;

/// <summary>Formats values: EDTF dates with the parts of the day of TIMEX3, and ISO 8601 durations.</summary>
internal static class TimeValue
{
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
        if (slots[TimeSlot.Hour] is { } hour) return Clock(hour, (slots[TimeSlot.Minute] ?? 0) + (slots[TimeSlot.Minutes] ?? 0), slots[TimeSlot.Daypart]);
        return slots[TimeSlot.Daypart] switch { 'M' => "TMO", 'A' => "TAF", 'E' => "TEV", 'N' or 'L' => "TNI", _ => "" };
    }

    /// <summary>The duration that the slots give.</summary>
    public static string Duration(TimeSlots slots)
    {
        var unit = slots[TimeSlot.Unit] ?? 'D';
        if (slots[TimeSlot.Fraction] is { } fraction) return Part(unit, fraction);
        var amount = slots[TimeSlot.Amount];
        var whole = unit == 'X' ? Written('Y', amount * 10) : Written(unit, amount);
        var added = slots[TimeSlot.AndPart] is { } part ? Part(unit, part)
            : slots[TimeSlot.AndUnit] is { } smaller ? Written(smaller, slots[TimeSlot.AndAmount]) : "P";
        return whole + (whole.Contains('T', StringComparison.Ordinal) && added.Length > 1 ? added[2..] : added[1..]);
    }

    private static string Week(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at):D4}-W{ISOWeek.GetWeekOfYear(at):D2}");
    }

    // X stands for a number that isn't told.
    private static string Written(int unit, int? amount)
    {
        var number = amount?.ToString(CultureInfo.InvariantCulture) ?? "X";
        return unit is 'h' or 'm' or 's' ? $"PT{number}{char.ToUpperInvariant((char)unit)}" : $"P{number}{(char)unit}";
    }

    // A half, a third or a quarter, in the next smaller unit.
    private static string Part(int unit, int divisor)
    {
        var (smaller, count) = unit switch
        {
            'X' => ('Y', 10),
            'Y' => ('M', 12),
            'M' => ('D', 30),
            'W' => ('h', 7 * 24),
            'D' => ('h', 24),
            'h' => ('m', 60),
            _ => ('s', 60),
        };
        return Written(smaller, count / divisor);
    }

    private static string Clock(int hour, int minute, int? part)
    {
        if (minute < 0) (hour, minute) = (hour + 23, minute + 60);
        hour %= 24;
        if (hour == 12 && part is 'M' or 'L' or 'N') hour = 0;
        else if (hour < 12 && (part is 'A' or 'E' ? !(part == 'A' && hour is >= 10) : part == 'N' && hour >= 6)) hour += 12;
        return string.Create(CultureInfo.InvariantCulture, $"T{hour:D2}:{minute:D2}");
    }
}
