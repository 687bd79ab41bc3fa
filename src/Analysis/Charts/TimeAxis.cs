namespace Analysis;

/// <summary>The horizontal axis of a course over time: dates, or labels in the frame's order.</summary>
internal sealed class TimeAxis
{
    private const int MostNamedDates = 14;

    private readonly Dictionary<string, object> _places;

    /// <param name="labels">The labels, each once.</param>
    public TimeAxis(IReadOnlyList<string> labels)
    {
        IsDates = labels.All(label => Day(label) is not null);
        Ordered = IsDates ? [.. labels.OrderBy(Day)] : labels;
        _places = Ordered.Index().ToDictionary(each => each.Item, each => IsDates ? FrameValues.Text(Day(each.Item)) : (object)each.Index);
    }

    /// <summary>The labels in order of time; in the frame's order where they are not dates.</summary>
    public IReadOnlyList<string> Ordered { get; }

    /// <summary>Whether the places are dates; else they are labels, each of which is named.</summary>
    public bool IsDates { get; }

    /// <summary>Where a label stands, as plotly.js writes places: a date, or the label's position.</summary>
    public object Place(string label) => _places[label];

    /// <param name="language">The language of title and dates.</param>
    /// <param name="title">Name of the axis.</param>
    /// <param name="pad">Room before the first and after the last date, as a share of what lies between.</param>
    /// <param name="width">Pixels from the first to the last; dates whose names would touch are not named.</param>
    public LinearAxis Axis(Language language, string title, double pad, double width)
    {
        var axis = IsDates ? Dates(language, pad, width) : Axes.Labels(Ordered, downwards: false);
        (axis.Title, axis.TickAngle, axis.LineColor, axis.Ticks) = (Axes.Title(language.Say(title)), 0, Palette.Muted, "outside");
        return axis;
    }

    /// <summary>The label as people read it: <c>Jan 2020</c> for <c>2020-01</c>.</summary>
    public static string Name(string label) => (Day(label), label.Length) switch
    {
        ({ } day, 7) => day.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        ({ } day, 10) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        _ => label,
    };

    private LinearAxis Dates(Language language, double pad, double width)
    {
        var (first, last) = (Day(Ordered[0])!.Value, Day(Ordered[^1])!.Value);
        var around = (int)Math.Ceiling(Math.Max(1, last.DayNumber - first.DayNumber) * pad);
        string[] range = [FrameValues.Text(first.AddDays(-around)), FrameValues.Text(last.AddDays(around))];
        var axis = new LinearAxis { Type = "date", Range = range, ShowGrid = false, AutoMargin = false };
        // A few dates are all named; plotly.js, which knows English months, chooses among many.
        if (Ordered.Count > MostNamedDates && language == Language.English) axis.TickFormat = "%b\n%Y";
        else
            (axis.TickMode, axis.TickVals, axis.TickText) =
                ("array", Ordered.Select(Place).ToArray(), Ticks(language, width).Select(Lettering.Escape).ToArray());
        return axis;
    }

    /// <summary>The names of the dates; empty for one that would touch the name before it.</summary>
    private IEnumerable<string> Ticks(Language language, double width)
    {
        var (first, last) = (Day(Ordered[0])!.Value.DayNumber, Day(Ordered[^1])!.Value.DayNumber);
        var end = double.NegativeInfinity;
        foreach (var date in Ordered)
        {
            // The year stands below the month, so that neighbours don't touch.
            var tick = date.Length == 7 ? language.Say(Name(date)).Replace(' ', '\n') : language.Say(Name(date));
            var half = (Axes.Widest(tick.Split('\n')) / 2) + 2;
            var place = (Day(date)!.Value.DayNumber - first) * width / Math.Max(1, last - first);
            var isClear = place - half > end;
            if (isClear) end = place + half;
            yield return isClear ? tick : "";
        }
    }

    /// <summary>First day of a date written as <c>2020-01-03</c> or <c>2020-01</c>.</summary>
    internal static DateOnly? Day(string label) =>
        DateOnly.TryParseExact(label, ["yyyy-MM-dd", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;
}
