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

    private Edtf(string text, DateOnly? earliest, DateOnly? latest, EdtfPrecision precision, bool approximate, bool interval)
    {
        _text = text;
        Earliest = earliest;
        Latest = latest;
        Precision = precision;
        IsApproximate = approximate;
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
    public static Edtf Of(DateOnly day) =>
        new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, day, EdtfPrecision.Day, approximate: false, interval: false);

    /// <summary>Parses a date.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not a date; the message quotes it.</exception>
    public static Edtf Parse(string text) =>
        TryParse(text, out var date) ? date
            : throw new FormatException($"'{text}' is not an EDTF date; expected a date such as 2020-01-03, 2020-W13 or 2020-01/2020-02");

    /// <summary>Parses a date; false if <paramref name="text"/> is not one, such as a duration or <c>PAST_REF</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Edtf? date)
    {
        date = null;
        if (text is null) return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            if (!EdtfPoint.TryRead(text, out var point)) return false;
            date = new Edtf(text, point.Earliest, point.Latest, point.Precision, point.Approximate, interval: false);
            return true;
        }

        var first = text.AsSpan(0, slash);
        var last = text.AsSpan(slash + 1);
        var open = first is "..";
        var endless = last is "..";
        EdtfPoint from = default;
        EdtfPoint to = default;
        if (open && endless) return false;
        if ((!open && !EdtfPoint.TryRead(first, out from)) || (!endless && !EdtfPoint.TryRead(last, out to))) return false;
        if (!open && !endless && to.Latest < from.Earliest) return false;
        var precision = open ? to.Precision : endless || from.Precision < to.Precision ? from.Precision : to.Precision;
        date = new Edtf(
            text, open ? null : from.Earliest, endless ? null : to.Latest, precision, from.Approximate || to.Approximate, interval: true);
        return true;
    }

    /// <summary>Whether the date can mean this day.</summary>
    public bool Contains(DateOnly day) => (Earliest is null || Earliest <= day) && (Latest is null || day <= Latest);

    /// <summary>The date in EDTF.</summary>
    public override string ToString() => _text;
}
