using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Analysis;

/// <summary>
/// A date, partial date or interval in the annotations: the Extended Date/Time Format (EDTF, ISO 8601-2 levels 0 and 1) with
/// ISO weeks and the parts of the day of TIMEX3. Use <see cref="Earliest"/> and <see cref="Latest"/> to place it on a calendar.
/// </summary>
/// <remarks>
/// Accepted: <c>19XX</c>, <c>198X</c>, <c>2014</c>, <c>2016-22</c> (21 spring to 24 winter,
/// 33 to 36 a quarter, 37 to 39 a third, 40 and 41 a half of the year), <c>2020-01</c>,
/// <c>2020-W13</c>, <c>2020-01-03</c>, <c>2020-03-31TNI</c> (TMO, TAF, TEV, TNI), <c>2021-07-05T14:45</c>,
/// each with a final <c>~</c> if approximate, and intervals <c>a/b</c>, <c>../b</c>, <c>a/..</c>. Every date
/// has one spelling, so equal dates are equal values. Durations and <c>PAST_REF</c> are not dates.
/// </remarks>
public sealed record Edtf
{
    private readonly string _text;

    private Edtf(string text, Days days, bool interval)
    {
        _text = text;
        (Earliest, Latest, Precision) = days;
        IsApproximate = text.Contains('~', StringComparison.Ordinal);
        IsInterval = interval;
    }

    /// <summary>First day that the date can mean; null if the interval has an open start.</summary>
    public DateOnly? Earliest { get; }

    /// <summary>
    /// Last day that the date can mean, inclusive; null if the interval has an open end. A night counts as the day on which it begins.
    /// </summary>
    public DateOnly? Latest { get; }

    /// <summary>Precision of the date; for an interval, the coarser precision of its ends.</summary>
    public EdtfPrecision Precision { get; }

    /// <summary>Whether the date or an end of the interval has a <c>~</c>.</summary>
    public bool IsApproximate { get; }

    /// <summary>Whether it is written as an interval.</summary>
    public bool IsInterval { get; }

    /// <summary>The date of a single day.</summary>
    public static Edtf Of(DateOnly day) => new(TimeValue.Day(day), new Days(day, day, EdtfPrecision.Day), interval: false);

    /// <summary>Parses a date.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not a date; the message quotes it.</exception>
    public static Edtf Parse(string text) =>
        TryParse(text, out var date) ? date
            : throw new FormatException($"'{text}' is not an EDTF date; expected a date such as 2020-01-03, 2020-W13 or 2020-01/2020-02");

    /// <summary>Parses a date; false if <paramref name="text"/> is not one, such as a duration or <c>PAST_REF</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Edtf? date)
    {
        date = null;
        if (text?.Split('/') is not ([_] or [_, _] and not ["..", ".."]) || text is "..") return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (Read(slash < 0 ? text : text[..slash]) is not { } from || Read(text[(slash + 1)..]) is not { } to) return false;
        if (to.Latest < from.Earliest) return false;
        var precision = from.Precision < to.Precision ? from.Precision : to.Precision;
        date = new Edtf(text, new Days(from.Earliest, to.Latest, precision), slash >= 0);
        return true;
    }

    /// <summary>Whether the date can mean this day.</summary>
    public bool Contains(DateOnly day) => (Earliest is null || Earliest <= day) && (Latest is null || day <= Latest);

    /// <summary>The date in EDTF.</summary>
    public override string ToString() => _text;

    // A single date or an open end, by its length and separators.
    private static Days? Read(string text)
    {
        if (text == "..") return new Days(null, null, EdtfPrecision.Minute);
        if (text.EndsWith('~')) text = text[..^1];
        if (text.Length == 4) return ReadYears(text);
        if (text.Length < 7 || text[4] != '-' || Number(text[..4], 1, 9999) is not { } year) return null;
        if (text.Length == 7) return Number(text[5..], 1, 41) is { } part ? MonthsOf(year, part) : null;
        if (text.Length == 8 && text[5] == 'W') return Number(text[6..], 1, ISOWeek.GetWeeksInYear(year)) is { } week ? WeekOf(year, week) : null;
        if (text.Length < 10 || Number(text[5..7], 1, 12) is not { } month || text[7] != '-') return null;
        if (Number(text[8..10], 1, DateTime.DaysInMonth(year, month)) is not { } number) return null;
        var day = new DateOnly(year, month, number);
        return PrecisionOf(text[10..]) is { } precision ? new Days(day, day, precision) : null;
    }

    private static Days? ReadYears(string text)
    {
        var precision = text.EndsWith("XX", StringComparison.Ordinal) ? EdtfPrecision.Century
            : text.EndsWith('X') ? EdtfPrecision.Decade : EdtfPrecision.Year;
        var unknown = EdtfPrecision.Year - precision;
        if (Number(text[..^unknown] + new string('0', unknown), precision == EdtfPrecision.Year ? 1 : 0, 9999) is not { } first) return null;
        return new Days(
            new DateOnly(Math.Max(1, first), 1, 1), new DateOnly(first + (int)Math.Pow(10, unknown) - 1, 12, 31), precision);
    }

    private static Days WeekOf(int year, int week)
    {
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new Days(monday, TimeCalendar.Shift(monday, 'D', 6) ?? DateOnly.MaxValue, EdtfPrecision.Week);
    }

    // Seasons are the meteorological ones of the north; a winter begins in the year that names it.
    private static Days? MonthsOf(int year, int part)
    {
        var (month, count) = part switch
        {
            <= 12 => (part, 1),
            >= 21 and <= 24 => ((part - 20) * 3, 3),
            >= 33 and <= 36 => (((part - 33) * 3) + 1, 3),
            >= 37 and <= 39 => (((part - 37) * 4) + 1, 4),
            >= 40 => (((part - 40) * 6) + 1, 6),
            _ => default,
        };
        if (count == 0) return null;
        var first = new DateOnly(year, month, 1);
        var last = TimeCalendar.Shift(TimeCalendar.Shift(first, 'M', count), 'D', -1) ?? DateOnly.MaxValue;
        return new Days(first, last, count == 1 ? EdtfPrecision.Month : EdtfPrecision.Season);
    }

    private static EdtfPrecision? PrecisionOf(string time) => time switch
    {
        "" => EdtfPrecision.Day,
        "TMO" or "TAF" or "TEV" or "TNI" => EdtfPrecision.PartOfDay,
        ['T', _, _, ':', _, _] when Number(time[1..3], 0, 23) is not null && Number(time[4..], 0, 59) is not null => EdtfPrecision.Minute,
        _ => null,
    };

    private static int? Number(string digits, int least, int most) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private readonly record struct Days(DateOnly? Earliest, DateOnly? Latest, EdtfPrecision Precision);
}
