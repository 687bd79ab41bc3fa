using System.Diagnostics.CodeAnalysis;

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

    private Edtf(string text, Days days) => (_text, (Earliest, Latest, Precision)) = (text, days);

    /// <summary>First day that the date can mean; null if the interval has an open start.</summary>
    public DateOnly? Earliest { get; }

    /// <summary>
    /// Last day that the date can mean, inclusive; null if the interval has an open end. A night counts as the day on which it begins.
    /// </summary>
    public DateOnly? Latest { get; }

    /// <summary>Precision of the date; for an interval, the coarser precision of its ends.</summary>
    public EdtfPrecision Precision { get; }

    /// <summary>Whether the date or an end of the interval has a <c>~</c>.</summary>
    public bool IsApproximate => _text.Contains('~', StringComparison.Ordinal);

    /// <summary>Whether it is written as an interval.</summary>
    public bool IsInterval => _text.Contains('/', StringComparison.Ordinal);

    /// <summary>Parses a date.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not a date; the message quotes it.</exception>
    public static Edtf Parse(string text) => TryParse(text, out var date) ? date : throw new FormatException(
            $"'{text}' is not an EDTF date; expected a date such as 2020-01-03, 2020-W13 or 2020-01/2020-02");

    /// <summary>Parses a date; false if <paramref name="text"/> is not one, such as a duration or <c>PAST_REF</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Edtf? date)
    {
        date = null;
        if (text is null or ".." or "../..") return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (Read(slash < 0 ? text : text[..slash]) is not { } from) return false;
        if ((slash < 0 ? from : Read(text[(slash + 1)..])) is not { } to || to.Latest < from.Earliest) return false;
        var precision = from.Precision < to.Precision ? from.Precision : to.Precision;
        date = new Edtf(text, new Days(from.Earliest, to.Latest, precision));
        return true;
    }

    /// <summary>The date in EDTF.</summary>
    public override string ToString() => _text;

    // A single date or an open end, by its length and signs.
    private static Days? Read(string text)
    {
        if (text == "..") return new Days(null, null, EdtfPrecision.Minute);
        if (text.EndsWith('~')) text = text[..^1];
        return text switch
        {
            [_, _, 'X', 'X'] => Of(January(text[..2] + "00", least: 0), 'C', 1, EdtfPrecision.Century),
            [_, _, _, 'X'] => Of(January(text[..3] + "0", least: 0), 'X', 1, EdtfPrecision.Decade),
            { Length: 4 } => Of(January(text), 'Y', 1, EdtfPrecision.Year),
            [_, _, _, _, '-', _, _] => MonthsOf(text[..4], text[5..]),
            [_, _, _, _, '-', 'W', _, _] => Of(Monday(text[..4], text[6..]), 'W', 1, EdtfPrecision.Week),
            { Length: 10 } => Of(DayOf(text), 'D', 1, EdtfPrecision.Day),
            { Length: 13 } when text[10..] is "TMO" or "TAF" or "TEV" or "TNI" =>
                Of(DayOf(text.AsSpan(..10)), 'D', 1, EdtfPrecision.PartOfDay),
            { Length: 16 } when IsClock(text[10..]) => Of(DayOf(text.AsSpan(..10)), 'D', 1, EdtfPrecision.Minute),
            _ => null,
        };
    }

    // A number of units from a day on; the calendar ends with the year 9999.
    private static Days? Of(DateOnly? from, int unit, int count, EdtfPrecision precision) => from is not { } first ? null
        : new Days(first, TimeCalendar.Shift(TimeCalendar.Shift(first, unit, count), 'D', -1) ?? DateOnly.MaxValue, precision);

    // Seasons are the meteorological ones of the north; a winter begins in the year that names it.
    private static Days? MonthsOf(string year, string part)
    {
        if (Number(part, 1, 41) is not { } number) return null;
        var (month, count) = number switch
        {
            <= 12 => (number, 1),
            >= 21 and <= 24 => ((number - 20) * 3, 3),
            >= 33 and <= 36 => (((number - 33) * 3) + 1, 3),
            >= 37 and <= 39 => (((number - 37) * 4) + 1, 4),
            >= 40 => (((number - 40) * 6) + 1, 6),
            _ => (1, 0),
        };
        var first = January(year)?.AddMonths(month - 1);
        return count == 0 ? null : Of(first, 'M', count, count == 1 ? EdtfPrecision.Month : EdtfPrecision.Season);
    }

    private static DateOnly? January(string year, int least = 1) =>
        Number(year, least, 9999) is { } number ? new DateOnly(Math.Max(1, number), 1, 1) : null;

    private static DateOnly? Monday(string year, string week) =>
        Number(year, 1, 9999) is { } of && Number(week, 1, ISOWeek.GetWeeksInYear(of)) is { } number
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(of, number, DayOfWeek.Monday)) : null;

    // By hand: every date of a text is read, and the framework's parser takes a fifteenth of the time of finding dates.
    private static DateOnly? DayOf(ReadOnlySpan<char> text) => text is [_, _, _, _, '-', _, _, '-', _, _]
        && Number(text[..4], 1, 9999) is { } year && Number(text[5..7], 1, 12) is { } month
        && Number(text[8..], 1, DateTime.DaysInMonth(year, month)) is { } day ? new DateOnly(year, month, day) : null;

    private static bool IsClock(string text) =>
        TimeOnly.TryParseExact(text, "'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static int? Number(ReadOnlySpan<char> digits, int least, int most) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number : null;

    private readonly record struct Days(DateOnly? Earliest, DateOnly? Latest, EdtfPrecision Precision);
}
