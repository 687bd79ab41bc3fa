namespace Analysis;

/// <summary>The meaning of a part of a time expression; named in kebab case in the patterns of <c>time-rules.tsv</c>.</summary>
internal enum TimeSlot : byte
{
    // A part without a value is only required to be present. The expression ends at the token in End, though its pattern goes on.
    None, End,

    // Years of the common era or, with Hijri, of the Hijri era: written, of two digits, last of a range, relative (a code of Towards);
    // the era that stands after one, H or G.
    Year, ShortYear, YearTo, Yearwards, Era,

    // Months, 1 to 12, of either calendar; an alias is a second name of the preceding month and must agree with it.
    Month, MonthTo, Alias, Hijri,

    // Part of a year in ISO 8601-2: 21 spring to 24 winter, 33 to 36 a quarter, 37 to 39 a third, 40 and 41 a half.
    YearPart,

    // Days of the month; days of the week, 0 Sunday to 6 Saturday; the first, second, … of several, −1 for the last.
    Day, DayTo, Weekday, WeekdayTo, Nth,

    // Hour, 0 to 24; minutes after it, negative before it; part of the day, M, A, E or N, L for after midnight.
    Hour, Minute, Daypart,

    // Direction of the whole expression, a code of Towards; days from the document's date.
    Relative, Deixis,

    // A unit (s, m, h, D, N for night, W, M, Y, X for ten years, C for a hundred) with its number, empty if it is not told; a smaller unit
    // that is added; a fraction of the unit, alone or added, by its divisor; before (−1) or after (1) something.
    Unit, Amount, AndUnit, AndAmount, Fraction, Side,

    // A decade of a century, 0 to 9; a century counted from 1.
    Decade, Century,
}

/// <summary>Direction codes, used by the word lists in slots such as <see cref="TimeSlot.Relative"/>.</summary>
internal static class Towards
{
    /// <summary>The last one before the document's date.</summary>
    public const int Last = -1;

    /// <summary>The one that contains the document's date.</summary>
    public const int This = 0;

    /// <summary>The next one after the document's date.</summary>
    public const int Next = 1;

    /// <summary>The same as the last date mentioned.</summary>
    public const int Same = 'S';

    /// <summary>The one after the last date mentioned.</summary>
    public const int Following = 'F';

    /// <summary>The one before the last date mentioned.</summary>
    public const int Preceding = 'B';

    /// <summary>Whether the code is relative to a date in the text, rather than to the document's date.</summary>
    public static bool IsNarrative(int? towards) => towards is Same or Following or Preceding;

    /// <summary>Number of steps from the reference date.</summary>
    public static int Steps(int towards) => towards switch { Same => 0, Following => 1, Preceding => -1, _ => towards };
}

/// <summary>The slots that a match filled.</summary>
internal sealed class TimeSlots
{
    private readonly int?[] _values = new int?[(int)TimeSlot.Century + 1];

    /// <summary>Value of a slot; null if it is empty. <see cref="TimeSlot.None"/> keeps no value that is read.</summary>
    public int? this[TimeSlot slot]
    {
        get => _values[(int)slot];
        set => _values[(int)slot] = value;
    }

    /// <summary>Whether a slot is filled.</summary>
    public bool Has(TimeSlot slot) => this[slot] is not null;

    /// <summary>Gives others the same values.</summary>
    public void CopyTo(TimeSlots others) => _values.CopyTo(others._values, 0);

    /// <summary>Whether a slot can take a value, given the slots already filled.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="value">The value.</param>
    /// <param name="digits">Number of digits with which it is written; 0 for a word.</param>
    public bool Admits(TimeSlot slot, int value, int digits) => slot switch
    {
        TimeSlot.Year or TimeSlot.YearTo => digits is 0 or 4 && IsYear(value, digits),
        TimeSlot.ShortYear => value <= 99,
        TimeSlot.Month or TimeSlot.MonthTo => value is >= 1 and <= 12,
        TimeSlot.Day or TimeSlot.DayTo => value is >= 1 and <= 31,
        TimeSlot.Hour => value <= 24,
        TimeSlot.Minute => value <= 59 && digits != 1,
        TimeSlot.Amount or TimeSlot.AndAmount => value is >= 1 and <= 9999,
        _ => true,
    };

    // A month makes older years plausible, and a day in digits any year of four digits.
    private bool IsYear(int value, int digits)
    {
        if (Has(TimeSlot.Month)) return value is >= 1800 and <= 2100 || (Has(TimeSlot.Day) && digits == 4 && value > 0);
        return value is >= 1318 and <= 2100;
    }
}
