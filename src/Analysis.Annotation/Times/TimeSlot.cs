namespace Analysis;

/// <summary>The meaning of a part of a time expression; named in kebab case in the patterns of <c>time-rules.tsv</c>.</summary>
internal enum TimeSlot : byte
{
    /// <summary>No value: the part is only required to be present.</summary>
    None,

    /// <summary>A year of the common era or, together with <see cref="Hijri"/>, of the Hijri era.</summary>
    Year,

    /// <summary>Last year of a range.</summary>
    YearTo,

    /// <summary>Relative year: a <see cref="Towards"/> code.</summary>
    Yearwards,

    /// <summary>Relative month: a <see cref="Towards"/> code.</summary>
    Monthwards,

    /// <summary>Relative week: a <see cref="Towards"/> code.</summary>
    Weekwards,

    /// <summary>A month, 1 to 12.</summary>
    Month,

    /// <summary>Last month of a range.</summary>
    MonthTo,

    /// <summary>A second name of the preceding month, which must agree with it.</summary>
    Alias,

    /// <summary>A Hijri month, 1 to 12.</summary>
    Hijri,

    /// <summary>A day of the month.</summary>
    Day,

    /// <summary>Last day of a range.</summary>
    DayTo,

    /// <summary>A day of the week, 0 Sunday to 6 Saturday.</summary>
    Weekday,

    /// <summary>Last weekday of a range.</summary>
    WeekdayTo,

    /// <summary>A part of the day: M, A, E or N; L for after midnight.</summary>
    Daypart,

    /// <summary>A direction after the whole expression: a <see cref="Towards"/> code.</summary>
    Relative,

    /// <summary>Days from the document's date.</summary>
    Deixis,

    /// <summary>A definite unit: D, W, M, Y.</summary>
    TheUnit,

    /// <summary>Definite units in the plural.</summary>
    TheUnits,

    /// <summary>Number of units.</summary>
    Amount,

    /// <summary>A unit in the singular: s, m, h, D, W, M, Y, X (ten years).</summary>
    Single,

    /// <summary>A unit in the plural.</summary>
    Plural,

    /// <summary>A unit in the dual.</summary>
    Dual,

    /// <summary>Half or a quarter of a unit: the divisor.</summary>
    Part,

    /// <summary>A fraction added to the units: its divisor.</summary>
    AndPart,

    /// <summary>Before (−1) or after (1) something.</summary>
    Side,

    /// <summary>An hour, 0 to 24.</summary>
    Hour,

    /// <summary>A minute.</summary>
    Minute,

    /// <summary>Minutes added to the hour; may be negative.</summary>
    Fraction,

    /// <summary>A season, 21 spring to 24 winter.</summary>
    Season,

    /// <summary>A decade of a century, 0 to 9.</summary>
    Decade,

    /// <summary>A century counted from 1.</summary>
    Century,

    /// <summary>A reference without a date: P past, N now, F future.</summary>
    Ref,

    /// <summary>The unit of a repetition.</summary>
    Every,
}

/// <summary>Direction codes, used by the word lists in slots such as <see cref="TimeSlot.Relative"/>.</summary>
internal static class Towards
{
    /// <summary>The one before the last one.</summary>
    public const int BeforeLast = -2;

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
    public static bool IsNarrative(int towards) => towards is Same or Following or Preceding;

    /// <summary>Number of steps from the reference date.</summary>
    public static int Steps(int towards) => towards switch { Same => 0, Following => 1, Preceding => -1, _ => towards };
}

/// <summary>The slots that a match filled.</summary>
internal sealed class TimeSlots
{
    private static readonly int Size = Enum.GetValues<TimeSlot>().Length;
    private readonly int[] _values = new int[Size];

    public TimeSlots() => Clear();

    /// <summary>Value of a slot; null if it is empty.</summary>
    public int? this[TimeSlot slot] => _values[(int)slot] == int.MinValue ? null : _values[(int)slot];

    public bool Has(TimeSlot slot) => _values[(int)slot] != int.MinValue;

    /// <summary>Sets a slot and returns its old value. Values are raw: <see cref="int.MinValue"/> for an empty slot.</summary>
    public int Exchange(TimeSlot slot, int value)
    {
        var old = _values[(int)slot];
        _values[(int)slot] = value;
        return old;
    }

    /// <summary>Whether a slot can take a value, given the slots already filled.</summary>
    public bool Admits(TimeSlot slot, int value) => slot switch
    {
        TimeSlot.Year or TimeSlot.YearTo when Has(TimeSlot.Hijri) => value is >= 1318 and <= 1500,
        TimeSlot.Year or TimeSlot.YearTo when Has(TimeSlot.Month) => value is >= 1800 and <= 2100,
        TimeSlot.Year or TimeSlot.YearTo => value is >= 1318 and <= 2100,
        TimeSlot.Month or TimeSlot.MonthTo => value is >= 1 and <= 12,
        TimeSlot.Day or TimeSlot.DayTo => value is >= 1 and <= 31,
        TimeSlot.Hour => value is >= 0 and <= 24,
        TimeSlot.Minute => value is >= 0 and <= 59,
        TimeSlot.Amount => value is >= 1 and <= 9999,
        TimeSlot.Century => value is >= 1 and <= 21,
        TimeSlot.Alias => value == this[TimeSlot.Month] || value == this[TimeSlot.MonthTo],
        _ => true,
    };

    public void Clear() => Array.Fill(_values, int.MinValue);

    /// <summary>Copies the slots of another match.</summary>
    public void CopyFrom(TimeSlots other) => other._values.CopyTo(_values, 0);
}
