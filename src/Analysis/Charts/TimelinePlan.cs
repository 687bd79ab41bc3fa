namespace Analysis;

/// <summary>An event on a timeline.</summary>
/// <param name="Mark">Id of its mark.</param>
/// <param name="Date">Its date.</param>
/// <param name="Lane">The lane on which it stands.</param>
/// <param name="Label">Words beside it.</param>
/// <param name="IsNamed">Whether the text names the date, which is not inferred.</param>
internal sealed record TimelineEvent(string Mark, Edtf Date, string Lane, string Label, bool IsNamed = true)
{
    public bool IsDay => Date.Earliest is not null && Date.Earliest == Date.Latest;

    public bool IsInferred => IsDay && !IsNamed;

    /// <summary>First and last day drawn; an open end is drawn from the day at the other.</summary>
    public (DateOnly First, DateOnly Last) Stretch => (Date.Earliest ?? Date.Latest!.Value, Date.Latest ?? Date.Earliest!.Value);
}

/// <summary>An event with its place: ends in pixels, number of its lane, row, and whether its label stands before it.</summary>
internal sealed record PlacedEvent(TimelineEvent Event, string Label, double Left, double Right, int Lane, int Row, bool LabelBefore);

/// <summary>Places of a timeline's events: days across in pixels, lanes downwards, each with the rows that its events need.</summary>
internal sealed class TimelinePlan
{
    public const double LabelSize = 12;

    /// <summary>Pixels from the middle of a marker, or the end of a bar, to its label.</summary>
    public const double Clearance = 11;

    private const double OpenLength = 70;
    private const double LabelGap = 10;
    private const double MostLabelWidth = 260;

    /// <param name="lanes">The events by lane.</param>
    /// <param name="language">The language of the labels.</param>
    /// <param name="width">Pixels to fill.</param>
    public TimelinePlan(IReadOnlyList<IEnumerable<TimelineEvent>> lanes, Language language, double width)
    {
        var events = lanes.SelectMany(lane => lane).ToArray();
        // Room is left at the right for an arrow that points out of the chart.
        Scale = new(events.Select(item => item.Stretch), events.Any(item => item.Date.Latest is null) ? width - OpenLength : width);
        List<PlacedEvent> placed = [];
        List<int> tops = [0];
        foreach (var lane in lanes)
        {
            // Each event gets the first row in which neither marks nor labels touch.
            List<double> ends = [];
            foreach (var item in lane.OrderBy(item => item.Stretch))
            {
                var (left, right) = Ends(item, width);
                var most = Math.Min(MostLabelWidth, Math.Max(left, width - right) - Clearance - LabelGap);
                var label = Lettering.Fit(language.Say(item.Label), LabelSize, most);
                var room = label.Length > 0 ? Lettering.Width(label, LabelSize) + LabelGap : 0;
                var before = right + Clearance + room > width;
                var (from, to) = before ? (left - Clearance - room, right + Clearance) : (left - Clearance, right + Clearance + room);
                var row = ends.FindIndex(end => end <= from);
                if (row < 0) (row, ends) = (ends.Count, [.. ends, to]);
                else ends[row] = to;
                placed.Add(new(item, label, left, right, tops.Count - 1, tops[^1] + row, before));
            }
            tops.Add(tops[^1] + ends.Count);
        }
        (Events, Tops) = (placed, tops);
    }

    public CalendarScale Scale { get; }

    /// <summary>The events, lane by lane.</summary>
    public IReadOnlyList<PlacedEvent> Events { get; }

    /// <summary>The first row of each lane, then the number of rows.</summary>
    public IReadOnlyList<int> Tops { get; }

    /// <summary>Ends of an event's bar in pixels, both in the middle of a known day.</summary>
    private (double Left, double Right) Ends(TimelineEvent item, double width)
    {
        var (left, right) = (Scale.Place(item.Stretch.First), Scale.Place(item.Stretch.Last, 24));
        if (item.IsDay) left = right = (left + right) / 2;
        if (item.Date.Earliest is null) left = right - OpenLength;
        if (item.Date.Latest is null) right = left + OpenLength;
        return (Math.Max(0, left), Math.Min(width, right));
    }
}
