using System.Text.Json.Nodes;

namespace Analysis;

public sealed partial record Figure
{
    /// <summary>
    /// A chronology: events on lanes. A known day is a filled marker; a month, week or interval is a bar with a hollow marker in its middle; an
    /// open interval fades out to an arrow. Long times without events are cut out of the axis.
    /// </summary>
    /// <param name="events">One row an event; where it has the columns <c>Document</c>, <c>Start</c> and <c>End</c>, they name the row's mark as in <see cref="Evidence.Address"/>.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="date">Column of dates as <see cref="Edtf"/> has them; rows where it is empty are not drawn, and the chart says how many.</param>
    /// <param name="lane">Column that parts events into lanes.</param>
    /// <param name="label">Column of short texts to stand beside the markers; rows with an empty one bear none. No labels unless given.</param>
    /// <param name="from">First day drawn; the first there is unless given.</param>
    /// <param name="to">Last day drawn; the last there is unless given.</param>
    /// <param name="name">Turns a lane into the words drawn for it.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="FormatException">A date is none.</exception>
    public static Figure Timeline(
        DataFrame events, string id, string title, string date = "Date", string lane = "Kind", string? label = null, DateOnly? from = null, DateOnly? to = null,
        Func<string, string>? name = null) =>
        new(TimelineChart.Of(events, date, lane, label, from, to, name ?? (text => text)), events, id, title);
}

/// <summary>An event on a timeline.</summary>
internal sealed record TimelineEvent(int Row, Edtf Date, string Lane, string Label, Mark Mark)
{
    public bool IsDay => Date.Earliest is not null && Date.Earliest == Date.Latest;

    /// <summary>First and last day drawn; an open end is drawn from the day at the other.</summary>
    public (DateOnly First, DateOnly Last) Stretch => (Date.Earliest ?? Date.Latest!.Value, Date.Latest ?? Date.Earliest!.Value);
}

/// <summary>A chronology of events on lanes.</summary>
internal sealed record TimelineChart(IReadOnlyList<TimelineEvent> Events, IReadOnlyList<Mark> Marks, int Outside, int Undated, Func<string, string> Name) : Chart
{
    private const double LabelSize = 12;
    private const double RowHeight = 23;
    private const double OpenLength = 70;
    private const double MostLaneWidth = 170;
    private const double Clearance = TimelineDrawing.LabelDistance;
    private static readonly string[] AddressColumns = ["Document", "Start", "End"];

    private IReadOnlyList<string> Lanes => [.. Events.GroupBy(item => item.Lane).OrderBy(lane => lane.Min(item => item.Stretch.First)).Select(lane => lane.Key)];

    public override bool HasNoMarks => Events.Count == 0;

    private string NotDrawn => string.Join(" ", ((string[])[
        Outside switch { 0 => "", 1 => "1 event outside this period is not drawn.", _ => $"{Outside} events outside this period are not drawn." },
        Undated switch { 0 => "", 1 => "1 without a date is not drawn.", _ => $"{Undated} without a date are not drawn." }]).Where(note => note.Length > 0));

    public override int PreferredHeight => (int)(160 + (RowHeight * Pack(900 - LaneWidth() - 60).Sum(lane => lane.Rows)));

    public static TimelineChart Of(DataFrame frame, string date, string lane, string? label, DateOnly? from, DateOnly? to, Func<string, string> name)
    {
        var (dates, lanes) = (frame.Texts(date), frame.Texts(lane));
        var labels = label is null ? [.. dates.Select(_ => "")] : frame.Texts(label);
        var located = AddressColumns.All(wanted => frame.Columns.Any(column => column.Name == wanted));
        Mark[] marks = [.. dates.Select((_, row) => new Mark(located
            ? $"{FrameValues.Text(frame["Document"][row])}:{FrameValues.Text(frame["Start"][row])}-{FrameValues.Text(frame["End"][row])}"
            : labels[row]))];
        List<TimelineEvent> events = [];
        var undated = 0;
        for (var row = 0; row < dates.Length; row++)
        {
            if (dates[row].Length == 0)
            {
                undated++;
                continue;
            }
            if (!Edtf.TryParse(dates[row], out var read)) throw new FormatException($"row {row}: '{dates[row]}' in column '{date}' is no EDTF date, expected one such as 2020-01-03 or 2020-01/2020-02");
            var item = new TimelineEvent(row, read, lanes[row], labels[row], marks[row]);
            if ((from is null || item.Stretch.Last >= from) && (to is null || item.Stretch.First <= to)) events.Add(item);
        }
        return new(events, marks, dates.Length - events.Count - undated, undated, name);
    }

    public override Drawing Draw(Figure figure)
    {
        var margin = new Margin(LaneWidth() + 14, 28, 10, NotDrawn.Length > 0 ? 66 : 46);
        var (width, _) = PlotlyDocument.PlotSize(figure, margin);
        var lanes = Pack(width);
        var scale = Scale(width);
        var rows = lanes.Sum(lane => lane.Rows);
        var ticks = scale.Ticks().ToArray();
        var horizontal = Axes.Hidden(0, width);
        horizontal["showticklabels"] = true;
        horizontal["tickmode"] = "array";
        horizontal["tickangle"] = 0;
        horizontal["ticks"] = "outside";
        horizontal["linecolor"] = Palette.Muted;
        horizontal["tickvals"] = Axes.Array(ticks.Select(tick => tick.Place));
        horizontal["ticktext"] = Axes.Texts(ticks.Select(tick => tick.Label.Replace("\n", "<br>", StringComparison.Ordinal)));
        var vertical = Axes.Hidden(rows - 0.5, -0.5);
        vertical["showticklabels"] = true;
        vertical["tickmode"] = "array";
        vertical["tickvals"] = Axes.Array(lanes.Select(lane => lane.Top + ((lane.Rows - 1) / 2.0)));
        vertical["ticktext"] = Axes.Texts(lanes.Select(lane => Lettering.Escape(LaneName(lane.Lane))));
        vertical["ticks"] = "outside";
        vertical["ticklen"] = 6;
        vertical["tickcolor"] = "#FFFFFF";
        var layout = new JsonObject
        {
            ["xaxis"] = horizontal,
            ["yaxis"] = vertical,
            ["showlegend"] = true,
            ["legend"] = Axes.Legend(),
            ["shapes"] = new JsonArray([.. Bands(lanes), .. scale.Breaks.Select(cut => Rectangle("x", cut.Left, cut.Right, "paper", 0, 1, "#EEEEEE"))]),
            ["annotations"] = Notes(scale),
        };
        var drawing = new TimelineDrawing(new EvidenceIndex(figure.Evidence), LaneName);
        return new(drawing.Traces(lanes), layout, margin);
    }

    public override string Describe(Figure figure) => Events.Count == 0
        ? $"Timeline without events. {NotDrawn}".TrimEnd()
        : $"Timeline of {Events.Count} events in {Lanes.Count} lanes{(Undated > 0 ? $", {Undated} without a date left out" : "")}: " + string.Join("; ", Lanes.Select(lane => $"{Name(lane)} {Events.Count(item => item.Lane == lane)}"))
        + $". The first is dated {Events.MinBy(item => item.Stretch.First)!.Date}, the last {Events.MaxBy(item => item.Stretch.Last)!.Date}.";

    public override IEnumerable<Mark> MarksOf(int row) => [Marks[row]];

    private double LaneWidth() => Math.Min(MostLaneWidth, Axes.Widest(Lanes.Select(Name)));

    private string LaneName(string lane) => Lettering.Fit(Name(lane), Axes.LabelSize, MostLaneWidth);

    /// <summary>Room is left at the right for an arrow that points out of the chart.</summary>
    private CalendarScale Scale(double width) =>
        new(Events.Select(item => item.Stretch), Events.Any(item => item.Date.Latest is null) ? width - OpenLength : width);

    /// <summary>Gives each event of a lane the first row in which neither marks nor labels touch.</summary>
    private List<PackedLane> Pack(double width)
    {
        List<PackedLane> lanes = [];
        if (Events.Count == 0) return lanes;
        var scale = Scale(width);
        var top = 0;
        foreach (var lane in Lanes)
        {
            List<double> ends = [];
            List<PlacedEvent> placed = [];
            foreach (var item in Events.Where(item => item.Lane == lane).OrderBy(item => item.Stretch.First).ThenBy(item => item.Stretch.Last).ThenBy(item => item.Row))
            {
                var (left, right) = (scale.Place(item.Stretch.First), scale.Place(item.Stretch.Last, 24));
                if (item.IsDay) left = right = (left + right) / 2;
                if (item.Date.Earliest is null) left = right - OpenLength;
                if (item.Date.Latest is null) right = left + OpenLength;
                (left, right) = (Math.Max(0, left), Math.Min(width, right));
                var label = Lettering.Fit(item.Label, LabelSize, 260);
                var room = label.Length > 0 ? Lettering.Width(label, LabelSize) + 10 : 0;
                var before = right + Clearance + room > width;
                var (from, to) = before ? (left - Clearance - room, right + Clearance) : (left - Clearance, right + Clearance + room);
                var row = ends.FindIndex(end => end <= from);
                if (row < 0) row = ends.Count;
                if (row == ends.Count) ends.Add(to);
                else ends[row] = to;
                placed.Add(new(item, label, left, right, top + row, before));
            }
            lanes.Add(new(lane, lanes.Count, top, ends.Count, placed));
            top += ends.Count;
        }
        return lanes;
    }

    private static IEnumerable<JsonNode> Bands(List<PackedLane> lanes) =>
        lanes.Where(lane => lane.Number % 2 == 0).Select(lane => Rectangle("paper", 0, 1, "y", lane.Top - 0.5, lane.Top + lane.Rows - 0.5, Palette.Band));

    private static JsonObject Rectangle(string across, double left, double right, string up, double from, double to, string color) => new()
    {
        ["type"] = "rect",
        ["layer"] = "below",
        ["xref"] = across,
        ["x0"] = Math.Round(left, 1),
        ["x1"] = Math.Round(right, 1),
        ["yref"] = up,
        ["y0"] = from,
        ["y1"] = to,
        ["fillcolor"] = color,
        ["line"] = new JsonObject { ["width"] = 0 },
    };

    private JsonArray Notes(CalendarScale scale)
    {
        var notes = new JsonArray([.. scale.Breaks.Select(cut => (JsonNode)Axes.Note("//", 13, Palette.Muted, new JsonObject
        {
            ["xref"] = "x", ["x"] = Math.Round((cut.Left + cut.Right) / 2, 1), ["xanchor"] = "center", ["yref"] = "paper", ["y"] = 0, ["yanchor"] = "middle",
        }))]);
        if (NotDrawn.Length > 0)
            notes.Add(Axes.Note(NotDrawn, LabelSize, Palette.Muted, new JsonObject
            {
                ["xref"] = "paper",
                ["x"] = 0,
                ["xanchor"] = "left",
                ["yref"] = "paper",
                ["y"] = 0,
                ["yanchor"] = "top",
                ["yshift"] = -44,
            }));
        return notes;
    }
}

/// <summary>An event with its place in pixels and its row.</summary>
internal sealed record PlacedEvent(TimelineEvent Event, string Label, double Left, double Right, int Row, bool LabelBefore);

/// <summary>A lane with the rows that its events need.</summary>
internal sealed record PackedLane(string Lane, int Number, int Top, int Rows, IReadOnlyList<PlacedEvent> Events);
