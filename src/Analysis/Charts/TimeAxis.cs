using System.Globalization;
using Plotly.NET.LayoutObjects;

namespace Analysis;

/// <summary>The horizontal axis of a course over time: dates, numbers, or labels in the frame's order.</summary>
internal sealed class TimeAxis
{
    private const int MostNamedDates = 14;

    private readonly bool _numbers;

    public TimeAxis(IReadOnlyList<string> labels)
    {
        IsDates = labels.Count > 0 && labels.All(label => Day(label) is not null);
        _numbers = labels.Count > 0 && labels.All(label => double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        Ordered = IsDates ? [.. labels.OrderBy(Day)] : _numbers ? [.. labels.OrderBy(Number)] : labels;
    }

    /// <summary>The labels in order of time; in the frame's order where they are neither dates nor numbers.</summary>
    public IReadOnlyList<string> Ordered { get; }

    public bool IsDates { get; }

    /// <summary>Whether the places are labels, each of which is named.</summary>
    public bool IsLabels => Ordered.Count > 0 && !IsDates && !_numbers;

    /// <summary>Where a label stands, as plotly.js writes places: a date, a number or the label's position.</summary>
    public object Place(string label) =>
        IsDates ? FrameValues.Text(Day(label)) : _numbers ? Number(label) : Ordered.TakeWhile(other => other != label).Count();

    /// <param name="title">Name of the axis.</param>
    /// <param name="pad">Room before the first and after the last place, as a share of what lies between.</param>
    public LinearAxis Axis(string title, double pad)
    {
        var axis = IsLabels
            ? Axes.Labels(Ordered, downwards: false)
            : new LinearAxis { Type = IsDates ? "date" : "linear", Range = Range(pad), ShowGrid = false, AutoMargin = false };
        // A few dates are all named; plotly.js chooses among many. The year stands below the month, so that neighbours don't touch.
        if (IsDates && Ordered.Count <= MostNamedDates)
        {
            axis.TickMode = "array";
            axis.TickVals = Ordered.Select(Place).ToArray();
            axis.TickText = Ordered.Select(label =>
                Lettering.Escape(label.Length == 7 ? Name(label).Replace(' ', '\n') : Name(label))).ToArray();
        }
        else if (IsDates)
        {
            axis.TickFormat = "%b\n%Y";
        }
        (axis.Title, axis.TickAngle, axis.LineColor, axis.Ticks) = (Axes.Title(title), 0, Palette.Muted, "outside");
        return axis;
    }

    /// <summary>The label as people read it: <c>Jan 2020</c> for <c>2020-01</c>.</summary>
    public static string Name(string label) => (Day(label), label.Length) switch
    {
        ({ } day, 7) => day.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        ({ } day, 10) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        _ => label,
    };

    private object Range(double pad)
    {
        if (IsDates)
        {
            var (first, last) = (Day(Ordered[0])!.Value, Day(Ordered[^1])!.Value);
            var around = (int)Math.Ceiling(Math.Max(1, last.DayNumber - first.DayNumber) * pad);
            return new[] { FrameValues.Text(first.AddDays(-around)), FrameValues.Text(last.AddDays(around)) };
        }
        var (low, high) = (Number(Ordered[0]), Number(Ordered[^1]));
        var reach = Math.Max(1, high - low) * pad;
        return Axes.Rounded(low - reach, high + reach);
    }

    private static double Number(string label) => double.Parse(label, CultureInfo.InvariantCulture);

    /// <summary>First day of a date written as <c>2020-01-03</c> or <c>2020-01</c>.</summary>
    private static DateOnly? Day(string label) =>
        DateOnly.TryParseExact(label, ["yyyy-MM-dd", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;
}
