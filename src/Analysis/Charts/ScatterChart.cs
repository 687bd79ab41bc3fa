namespace Analysis;

/// <summary>A value to compare points with.</summary>
internal sealed record ScatterReference(double Value, string Name);

/// <summary>A point and the words for it.</summary>
internal readonly record struct ScatterPoint(double X, double Y, string Mark, string Label, bool Labelled);

/// <summary>Points in two measures.</summary>
internal sealed record ScatterChart(IReadOnlyList<ScatterPoint> Points, string XUnit, string YUnit, ScatterReference? Reference) : Chart
{
    public const int MostPoints = 400;
    private const double LabelSize = 12;
    private const double Radius = 5;
    private const double MostLabelWidth = 320;
    private const double MostReferenceWidth = 160;
    private const int Told = 20;

    public override int HeightAt(int width) => 520;

    public override IReadOnlyList<ChartMark> Marks =>
        [.. Points.Select(point => new ChartMark(point.Mark, null, point.Label, (XUnit, point.X), (YUnit, point.Y)))];

    /// <summary>Number of points, those that are not drawn included.</summary>
    public int Whole { get; init; } = Points.Count;

    public override string Remark => Whole > MostPoints ? Language.Text("scatter-cut", MostPoints, Whole) : "";

    public override string Describe()
    {
        ScatterPoint[] told = [.. Points.Where(point => point.Labelled && point.Label.Length > 0).Take(Told)];
        var others = Points.Count - told.Length;
        var (across, up) = (Spanned(XUnit, Points.Select(point => point.X)), Spanned(YUnit, Points.Select(point => point.Y)));
        return Language.Text("scatter", Points.Count, across, up)
            + (Reference is null ? "" : Language.Text("scatter-line", Reference.Value, Language.Say(Reference.Name)))
            + (told.Length == 0 ? "" : ": " + Language.List(told.Select(InWords)))
            + (others == 0 || told.Length == 0 ? "." : Language.Text("scatter-others", others));
    }

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        var reference = Lettering.Fit(Language.Say(Reference?.Name ?? ""), LabelSize, MostReferenceWidth);
        var margin = new Margin(64, 8, Math.Max(24, Lettering.Width(reference, LabelSize) + 10), 56);
        var (width, height) = FigureLayout.PlotSize(figure, margin);
        var (left, right) = Axes.Around(Points.Select(point => point.X));
        var level = Reference?.Value ?? Points[0].Y;
        var (bottom, top) = Axes.Around(Points.Select(point => point.Y).Append(level));
        double Height(double value) => (value - bottom) / (top - bottom) * height;
        Spot[] spots = [.. Points.Select(point => new Spot((point.X - left) / (right - left) * width, Height(point.Y), Radius))];
        string[] labels = [.. Points.Select(point =>
            point.Labelled ? Lettering.Fit(Language.Say(point.Label), LabelSize, MostLabelWidth) : "")];
        var levels = new[] { 0, Reference?.Value ?? 0 }.Distinct().Where(value => value >= bottom && value <= top).Select(Height);
        var places = LabelPlacement.Choose(spots, labels, LabelSize, new(0, 0, width, height),
            [.. levels.Select(each => new Segment((0, each), (width, each)))], drop: true);
        List<Annotation> notes = [.. from point in Enumerable.Range(0, labels.Length)
                                     where places[point] is not null
                                     select places[point]!.Value.Note(labels[point], LabelSize, Palette.Ink, spots[point],
                                         Points[point].X, Points[point].Y)];
        var marker = new Marker { Size = 2 * Radius, Color = Palette.Color(0), Opacity = 0.85 };
        List<Trace> traces = [evidence.Attach(Axes.Points([.. Points.Select(point => (point.X, point.Y))], marker), Marks)];
        if (Reference is not null)
        {
            // A trace below the points: plotly.js 2.28 draws no shape between grid and points.
            var line = new Line { Color = Palette.Muted, Width = 2, Dash = "dash" };
            traces.Insert(0, Axes.Lines([new((left, level), (right, level))], line));
            notes.Add(Axes.Note(reference, (1.0, "left"), (level, "middle"), yRef: "y", xShift: 4, size: LabelSize));
        }
        var (horizontal, vertical) = (Axes.Values(Language.Say(XUnit), left, right), Axes.Values(Language.Say(YUnit), bottom, top));
        return new(traces, new Layout { XAxis = horizontal, YAxis = vertical, ShowLegend = false, Annotations = notes }, margin);
    }

    private string InWords(ScatterPoint point) =>
        Language.List([$"{Language.Say(point.Label)}: {Language.Number(point.X)}", Language.Number(point.Y)], ',');

    private string Spanned(string unit, IEnumerable<double> values) =>
        values.Any() ? Language.Text("scatter-span", Language.Say(unit), values.Min(), values.Max()) : Language.Say(unit);
}
