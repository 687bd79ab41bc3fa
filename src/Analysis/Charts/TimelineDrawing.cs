namespace Analysis;

/// <summary>The marks of a timeline as traces.</summary>
internal static class TimelineDrawing
{
    public const double LabelSize = 12;

    private const double BarWidth = 9;
    private const double BarOpacity = 0.4;

    /// <summary>Shares of an open bar from its known end, and their opacity.</summary>
    private static readonly (double From, double To, double Opacity)[] Fades = [(0, 0.35, BarOpacity), (0.35, 0.7, 0.25), (0.7, 1, 0.12)];

    private static readonly (string Meaning, string Symbol)[] Forms =
        [("day known", "circle"), ("approximate, or within the bar", "circle-open"), ("open interval", "triangle-right")];

    /// <summary>Key, bars, markers and labels, the lowest first.</summary>
    /// <param name="lanes">The events in their places.</param>
    /// <param name="clearance">Pixels between a mark and its label.</param>
    /// <param name="markOf">The mark of an event.</param>
    /// <param name="evidence">The passages behind the marks.</param>
    public static IEnumerable<Trace> Traces(
        IReadOnlyList<PackedLane> lanes, double clearance, Func<PlacedEvent, ChartMark> markOf, EvidenceIndex evidence)
    {
        PlacedEvent[] labelled = [.. lanes.SelectMany(lane => lane.Events).Where(item => item.Label.Length > 0)];
        double At(PlacedEvent item) => item.LabelBefore ? item.Left - clearance : item.Right + clearance;
        var labels = labelled.Select(item => (At(item), (double)item.Row, item.Label)).ToArray();
        var positions = labelled.Select(item => item.LabelBefore ? "middle left" : "middle right").ToArray();
        List<Trace> traces = [.. Key(), .. lanes.SelectMany(Bars), .. lanes.Select(lane => Markers(lane, markOf, evidence))];
        if (labels.Length > 0) traces.Add(Axes.Texts(labels, positions, new() { Size = LabelSize, Color = Palette.Ink }));
        return traces;
    }

    /// <summary>What the forms mean, in grey, for the legend alone.</summary>
    private static IEnumerable<Trace> Key() =>
        from form in Forms
        select new Trace2D("scatter")
        {
            Mode = "markers",
            Name = form.Meaning,
            X = new object?[] { null }, Y = new object?[] { null },
            Marker = new() { Symbol = form.Symbol, Size = 10, Color = Palette.Muted, Line = new() { Width = 2 } },
        };

    private static IEnumerable<Trace> Bars(PackedLane lane)
    {
        var closed = lane.Events.Where(item => !item.Event.IsDay && !item.Event.IsOpen)
            .Select(item => (item.Left, item.Right, item.Row)).ToArray();
        if (closed.Length > 0) yield return Bar(lane, closed, BarOpacity);
        PlacedEvent[] open = [.. lane.Events.Where(item => item.Event.IsOpen)];
        if (open.Length == 0) yield break;
        foreach (var (from, to, opacity) in Fades)
            yield return Bar(lane, open.Select(item => item.Event.Date.Latest is null
                ? (item.Left + (from * item.Length), item.Left + (to * item.Length), item.Row)
                : (item.Right - (to * item.Length), item.Right - (from * item.Length), item.Row)), opacity);
    }

    private static Trace Bar(PackedLane lane, IEnumerable<(double Left, double Right, int Row)> bars, double opacity) =>
        Axes.Lines(bars.Select(bar => ((bar.Left, (double)bar.Row), (bar.Right, (double)bar.Row))),
            new() { Color = Palette.Color(lane.Number), Width = BarWidth }, opacity);

    private static Trace Markers(PackedLane lane, Func<PlacedEvent, ChartMark> markOf, EvidenceIndex evidence)
    {
        string[] symbols = [.. lane.Events.Select(item => Symbol(lane, item.Event))];
        int[] widths = [.. symbols.Select(symbol => symbol.EndsWith("-open", StringComparison.Ordinal) ? 2 : 0)];
        var color = Palette.Color(lane.Number);
        var marker = new Marker { Symbol = symbols, Size = 11, Color = color, Line = new() { Width = widths, Color = color } };
        var markers = Axes.Points(lane.Events.Select(item => (At(item), (double)item.Row)), marker);
        return evidence.Attach(markers, [.. lane.Events.Select(markOf)]);
    }

    private static double At(PlacedEvent item) =>
        item.Event.Date.Earliest is null ? item.Left + 5 : item.Event.Date.Latest is null ? item.Right - 5 : (item.Left + item.Right) / 2;

    private static string Symbol(PackedLane lane, TimelineEvent item) => item.Date switch
    {
        { Earliest: null } => "triangle-left",
        { Latest: null } => "triangle-right",
        { IsApproximate: false } when item.IsDay => Palette.Symbol(lane.Number),
        _ => Palette.Symbol(lane.Number) + "-open",
    };
}
