namespace Analysis;

/// <summary>The meaning of a part of a time expression; named in kebab case in the patterns of <c>time-rules.tsv</c>.</summary>
internal enum TimeSlot : byte
{
    /// <summary>No value: the part is only required to be present.</summary>
    None,

    /// <summary>A year of the common era or, together with <see cref="Hijri"/>, of the Hijri era.</summary>
    Year,

    /// <summary>A year of two digits.</summary>
    ShortYear,

    /// <summary>Last year of a range.</summary>
    YearTo,

    /// <summary>Relative year: a <see cref="Towards"/> code.</summary>
    Yearwards,

    /// <summary>A month, 1 to 12.</summary>
    Month,

    /// <summary>Last month of a range.</summary>
    MonthTo,

    /// <summary>A second name of the preceding month, which must agree with it.</summary>
    Alias,

    /// <summary>A Hijri month, 1 to 12.</summary>
    Hijri,

    /// <summary>A day of the Hijri year: 100 times the month, and the day.</summary>
    HijriFeast,

    /// <summary>A day of the year: 100 times the month, and the day.</summary>
    Feast,

    /// <summary>A day of the month.</summary>
    Day,

    /// <summary>Last day of a range.</summary>
    DayTo,

    /// <summary>A day of the week, 0 Sunday to 6 Saturday.</summary>
    Weekday,

    /// <summary>Last weekday of a range.</summary>
    WeekdayTo,

    /// <summary>The first, second, … of several; −1 for the last.</summary>
    Nth,

    /// <summary>A part of the day: M, A, E or N; L for after midnight.</summary>
    Daypart,

    /// <summary>A direction after the whole expression: a <see cref="Towards"/> code.</summary>
    Relative,

    /// <summary>Days from the document's date.</summary>
    Deixis,

    /// <summary>A unit: s, m, h, D, N (night), W, M, Y, X (ten years), C (a hundred years).</summary>
    Unit,

    /// <summary>Number of units; empty if it is not told.</summary>
    Amount,

    /// <summary>A smaller unit that is added: a year and two months.</summary>
    AndUnit,

    /// <summary>Number of the units that are added.</summary>
    AndAmount,

    /// <summary>A fraction of the unit, alone or added to whole ones: its divisor.</summary>
    Fraction,

    /// <summary>Before (−1) or after (1) something.</summary>
    Side,

    /// <summary>An hour, 0 to 24.</summary>
    Hour,

    /// <summary>Minutes after the hour; negative if before it.</summary>
    Minute,

    /// <summary>A part of a year in ISO 8601-2: 21 spring to 24 winter, 33 to 36 a quarter, 37 to 39 a third, 40 and 41 a half.</summary>
    YearPart,

    /// <summary>A decade of a century, 0 to 9.</summary>
    Decade,

    /// <summary>A century counted from 1.</summary>
    Century,

    /// <summary>Token at which the expression ends, though its pattern goes on.</summary>
    End,
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
    private const string Units = "CXYMWDhms";
    private int?[] _values = new int?[(int)TimeSlot.End + 1];

    /// <summary>Value of a slot; null if it is empty. <see cref="TimeSlot.None"/> keeps no value that is read.</summary>
    public int? this[TimeSlot slot]
    {
        get => _values[(int)slot];
        set => _values[(int)slot] = value;
    }

    /// <summary>Whether a slot is filled.</summary>
    public bool Has(TimeSlot slot) => this[slot] is not null;

    /// <summary>An independent copy.</summary>
    public TimeSlots Copy() => new() { _values = [.. _values] };

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
        TimeSlot.Minute => value <= 59,
        TimeSlot.Amount or TimeSlot.AndAmount => value is >= 1 and <= 9999,
        TimeSlot.AndUnit => Rank(value) > Rank(this[TimeSlot.Unit]),
        TimeSlot.Century => value is >= 1 and <= 21,
        TimeSlot.Alias => value == this[TimeSlot.Month] || value == this[TimeSlot.MonthTo],
        _ => true,
    };

    private static int Rank(int? unit) => unit is { } letter ? Units.AsSpan().IndexOf((char)letter) : -1;

    // A month makes older years plausible, and a day in digits any year of four digits.
    private bool IsYear(int value, int digits)
    {
        if (Has(TimeSlot.Hijri) || Has(TimeSlot.HijriFeast)) return value is >= 1318 and <= 1500;
        if (Has(TimeSlot.Month)) return value is >= 1800 and <= 2100 || (Has(TimeSlot.Day) && digits == 4 && value > 0);
        return value is >= 1318 and <= 2100;
    }
}
