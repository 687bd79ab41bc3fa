namespace Analysis;

public sealed partial record Figure
{
    /// <summary>
    /// A chronology: events on lanes. A known day is a filled marker; a month, week or interval is a bar with a hollow marker in its
    /// middle; an
    /// open interval fades out to an arrow. Long times without events are cut out of the axis. The mark of an event is its address (see
    /// <see cref="Evidence.Address"/>) where the frame has the columns <c>Document</c>, <c>Start</c> and <c>End</c>, else its label, else
    /// its lane.
    /// </summary>
    /// <param name="events">One row for each event.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="date">Column of dates as <see cref="Edtf"/> has them; rows where it is empty are not drawn, and the chart says how
    /// many.</param>
    /// <param name="lane">Column that parts events into lanes.</param>
    /// <param name="label">Column of short texts to stand beside the markers; rows with an empty one bear none. Default: no labels.</param>
    /// <param name="from">First day drawn. Default: the first there is.</param>
    /// <param name="to">Last day drawn. Default: the last there is.</param>
    /// <param name="name">Turns a lane into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="FormatException">A date is none.</exception>
    public static Figure Timeline(
        DataFrame events, string title, string date = "Date", string lane = "Kind", string? label = null, DateOnly? from = null,
        DateOnly? to = null, Func<string, string>? name = null, string id = "") =>
        new(TimelineChart.Of(events, date, lane, label, from, to, name ?? (text => text)), title, id);
}

/// <summary>An event on a timeline.</summary>
internal sealed record TimelineEvent(string Mark, Edtf Date, string Lane, string Label)
{
    public bool IsDay => Date.Earliest is not null && Date.Earliest == Date.Latest;

    public bool IsOpen => Date.Earliest is null || Date.Latest is null;

    /// <summary>First and last day drawn; an open end is drawn from the day at the other.</summary>
    public (DateOnly First, DateOnly Last) Stretch => (Date.Earliest ?? Date.Latest!.Value, Date.Latest ?? Date.Earliest!.Value);
}

/// <summary>An event with its place in pixels and its row.</summary>
internal sealed record PlacedEvent(TimelineEvent Event, string Label, double Left, double Right, int Row, bool LabelBefore)
{
    public double Length => Right - Left;
}

/// <summary>A lane with the rows that its events need.</summary>
internal sealed record PackedLane(string Name, int Number, int Top, int Rows, IReadOnlyList<PlacedEvent> Events);

/// <summary>A chronology of events on lanes.</summary>
internal sealed record TimelineChart(IReadOnlyList<TimelineEvent> Events, int Outside, int Undated, Func<string, string> Name) : Chart
{
    private const double RowHeight = 23;
    private const double OpenLength = 70;
    private const double MostLaneWidth = 170;
    private const double MostLabelWidth = 260;

    /// <summary>Pixels from the middle of a marker, or the end of a bar, to its label.</summary>
    private const double Clearance = 11;

    /// <summary>The lanes, that of the earliest event first.</summary>
    private string[] Lanes =>
        [.. Events.GroupBy(item => item.Lane).OrderBy(lane => lane.Min(item => item.Stretch.First)).Select(lane => lane.Key)];

    private string NotDrawn => string.Join(" ", NotesOfNotDrawn());

    public override int PreferredHeight => (int)(160 + (RowHeight * Pack(900 - LaneWidth - 60).Sum(lane => lane.Rows)));

    public override IReadOnlyList<ChartMark> Marks => [.. Events.Select(MarkOf)];

    private double LaneWidth => Math.Min(MostLaneWidth, Axes.Widest(Lanes.Select(Name)));

    public static TimelineChart Of(DataFrame frame, string date, string lane, string? label, DateOnly? from, DateOnly? to,
        Func<string, string> name)
    {
        var (dates, lanes) = (frame.Texts(date), frame.Texts(lane));
        var labels = label is null ? [.. dates.Select(_ => "")] : frame.Texts(label);
        string[] marks = frame.Has("Document", "Start", "End")
            ? [.. frame.Texts("Document").Zip(frame.Numbers("Start"), frame.Numbers("End"))
                .Select(place => Evidence.AddressOf(place.First, (int)place.Second, (int)place.Third))]
            : [.. labels.Zip(lanes, (text, fallback) => text.Length > 0 ? text : fallback)];
        List<TimelineEvent> events = [];
        for (var row = 0; row < dates.Length; row++)
        {
            if (dates[row].Length == 0) continue;
            if (!Edtf.TryParse(dates[row], out var read)) throw new FormatException(
                $"row {row}: '{dates[row]}' in column '{date}' is no EDTF date, expected one such as 2020-01-03 or 2020-01/2020-02");
            events.Add(new(marks[row], read, lanes[row], labels[row]));
        }
        TimelineEvent[] within = [.. events.Where(item =>
            (from is null || item.Stretch.Last >= from) && (to is null || item.Stretch.First <= to))];
        return new(within, events.Count - within.Length, dates.Length - events.Count, name);
    }

    public override string Describe()
    {
        if (Events.Count == 0) return $"Timeline without events. {NotDrawn}".TrimEnd();
        var undated = Undated > 0 ? $", {Undated} without a date left out" : "";
        var lanes = Lanes.Select(lane => $"{Name(lane)} {Events.Count(item => item.Lane == lane)}");
        var (first, last) = (Events.MinBy(item => item.Stretch.First)!.Date, Events.MaxBy(item => item.Stretch.Last)!.Date);
        return $"Timeline of {Events.Count} events in {Lanes.Length} lanes{undated}: {string.Join("; ", lanes)}. "
            + $"The first is dated {first}, the last {last}.";
    }

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        var margin = new Margin(LaneWidth + 14, 28, 10, NotDrawn.Length > 0 ? 66 : 46);
        var (width, _) = FigureLayout.PlotSize(figure, margin);
        var lanes = Pack(width);
        var scale = Scale(width);
        var ticks = scale.Ticks().ToArray();
        var horizontal = Axes.Hidden(0, width);
        Axes.Name(horizontal, ticks.Select(tick => tick.Place), ticks.Select(tick => tick.Label));
        (horizontal.TickAngle, horizontal.Ticks, horizontal.LineColor) = (0, "outside", Palette.Muted);
        var vertical = Axes.Hidden(lanes.Sum(lane => lane.Rows) - 0.5, -0.5);
        Axes.Name(vertical, lanes.Select(lane => lane.Top + ((lane.Rows - 1) / 2.0)), lanes.Select(lane => lane.Name));
        (vertical.Ticks, vertical.TickLen, vertical.TickColor) = ("outside", 6, "#FFFFFF");
        var bands = lanes.Where(lane => lane.Number % 2 == 0)
            .Select(lane => Rectangle("paper", 0, 1, "y", lane.Top - 0.5, lane.Top + lane.Rows - 0.5, Palette.Band));
        var cuts = scale.Breaks.Select(cut => Rectangle("x", cut.Left, cut.Right, "paper", 0, 1, "#EEEEEE"));
        var middles = scale.Breaks.Select(cut => Math.Round((cut.Left + cut.Right) / 2, 1));
        List<Annotation> notes = [.. middles.Select(middle => Notes.At("//", (middle, "center"), (0.0, "middle"), xRef: "x"))];
        if (NotDrawn.Length > 0) notes.Add(Notes.At(NotDrawn, (0.0, "left"), (0.0, "top"), yShift: -44, size: TimelineDrawing.LabelSize));
        var layout = new Layout
        {
            XAxis = horizontal, YAxis = vertical,
            ShowLegend = true, Legend = Axes.Legend(),
            Shapes = [.. bands, .. cuts],
            Annotations = notes,
        };
        return new([.. TimelineDrawing.Traces(lanes, Clearance, item => MarkOf(item.Event), evidence)], layout, margin);
    }

    private IEnumerable<string> NotesOfNotDrawn()
    {
        if (Outside == 1) yield return "1 event outside this period is not drawn.";
        if (Outside > 1) yield return $"{Outside} events outside this period are not drawn.";
        if (Undated == 1) yield return "1 without a date is not drawn.";
        if (Undated > 1) yield return $"{Undated} without a date are not drawn.";
    }

    private ChartMark MarkOf(TimelineEvent item) => new(
        item.Mark, null, item.Label.Length > 0 ? item.Label : Name(item.Lane), ("Lane", Name(item.Lane)), ("Date", item.Date.ToString()),
        ("Meaning", item.IsDay && !item.Date.IsApproximate ? null : Meaning(item.Date)));

    private static string Meaning(Edtf date) => date switch
    {
        { Earliest: null, Latest: { } last } => $"on or before {FrameValues.Text(last)}",
        { Latest: null, Earliest: { } first } => $"on or after {FrameValues.Text(first)}",
        { Earliest: { } first, Latest: { } last } when first == last => $"about {FrameValues.Text(first)}",
        _ => $"{(date.IsApproximate ? "about " : "")}between {FrameValues.Text(date.Earliest)} and {FrameValues.Text(date.Latest)}",
    };

    /// <summary>Room is left at the right for an arrow that points out of the chart.</summary>
    private CalendarScale Scale(double width) =>
        new(Events.Select(item => item.Stretch), Events.Any(item => item.Date.Latest is null) ? width - OpenLength : width);

    /// <summary>Gives each event of a lane the first row in which neither marks nor labels touch.</summary>
    private List<PackedLane> Pack(double width)
    {
        List<PackedLane> lanes = [];
        if (Events.Count == 0) return lanes;
        var scale = Scale(width);
        foreach (var lane in Lanes)
        {
            var top = lanes.Sum(packed => packed.Rows);
            List<double> ends = [];
            List<PlacedEvent> placed = [];
            foreach (var item in Events.Where(item => item.Lane == lane).OrderBy(item => item.Stretch))
            {
                var (left, right) = Ends(item, scale, width);
                var label = Lettering.Fit(item.Label, TimelineDrawing.LabelSize, MostLabelWidth);
                var room = label.Length > 0 ? Lettering.Width(label, TimelineDrawing.LabelSize) + 10 : 0;
                var before = right + Clearance + room > width;
                var (from, to) = before ? (left - Clearance - room, right + Clearance) : (left - Clearance, right + Clearance + room);
                var row = ends.FindIndex(end => end <= from);
                if (row < 0) (row, ends) = (ends.Count, [.. ends, to]);
                else ends[row] = to;
                placed.Add(new(item, label, left, right, top + row, before));
            }
            lanes.Add(new(Lettering.Fit(Name(lane), Axes.LabelSize, MostLaneWidth), lanes.Count, top, ends.Count, placed));
        }
        return lanes;
    }

    /// <summary>Ends of an event's bar in pixels, both in the middle of a known day.</summary>
    private static (double Left, double Right) Ends(TimelineEvent item, CalendarScale scale, double width)
    {
        var (left, right) = (scale.Place(item.Stretch.First), scale.Place(item.Stretch.Last, 24));
        if (item.IsDay) left = right = (left + right) / 2;
        if (item.Date.Earliest is null) left = right - OpenLength;
        if (item.Date.Latest is null) right = left + OpenLength;
        return (Math.Max(0, left), Math.Min(width, right));
    }

    private static Shape Rectangle(string across, double left, double right, string up, double from, double to, string color) => new()
    {
        Type = "rect", Layer = "below",
        XRef = across, X0 = Math.Round(left, 1), X1 = Math.Round(right, 1),
        YRef = up, Y0 = from, Y1 = to,
        FillColor = color, Line = new() { Width = 0 },
    };
}
