namespace Analysis;

public sealed partial record Figure
{
    /// <summary>
    /// Horizontal bars, longest first, each with its value. The mark of a bar is its label, that of a part <see cref="Evidence.Pair"/> of
    /// label and series.
    /// </summary>
    /// <param name="data">One row for each bar or part.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="label">Column of labels.</param>
    /// <param name="value">Column of numbers.</param>
    /// <param name="unit">What is counted, such as “mentions”; names the axis. Default: the name of the value column.</param>
    /// <param name="series">Column that parts each bar. Default: one bar for each label.</param>
    /// <param name="stacked">Whether the parts stand end to end, so that totals compare, or below one another, so that parts do.</param>
    /// <param name="name">Turns a label or series into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A value is no number, or two rows have the same label and series.</exception>
    public static Figure Bar(
        DataFrame data, string title, string label = "Value", string value = "Count", string? unit = null, string? series = null,
        bool stacked = false, Func<string, string>? name = null, string id = "") =>
        new(new BarChart(SeriesTable.Of(data, label, value, series, unit, name), stacked), title, id);
}

/// <summary>Horizontal bars.</summary>
internal sealed record BarChart(SeriesTable Table, bool Stacked) : Chart
{
    private const int MostBars = 40;

    private readonly string[] _labels = [.. Table.Labels.OrderByDescending(Table.Total).Take(MostBars)];

    public override bool IsMirrored => true;

    public override Chart In(Language language) => this with { Language = language, Table = Table with { Language = language } };

    private bool SideBySide => Table.IsGrouped && !Stacked;

    public override int HeightAt(int width) => Math.Max(220,
        130 + (_labels.Length * (BarHeight + (Axes.IsNarrow(width) ? 8 : 0))) + MoreLegend(width - 300));

    public override IReadOnlyList<ChartMark> Marks => [.. Table.Series.SelectMany(MarksOf)];

    private int BarHeight => 4 + (SideBySide ? Table.Series.Count * 18 : 26);

    /// <summary>Height of the legend's lines after the first.</summary>
    private int MoreLegend(double width) =>
        Table.IsGrouped ? (int)(Axes.LegendHeight(Table.SeriesNames, width) - Axes.LegendHeight([], width)) : 0;

    public override string Cut =>
        Table.Labels.Count > MostBars ? Language.Text("bars-cut", MostBars, Table.Labels.Count) : "";

    public override string Describe()
    {
        var bars = _labels.Select(label => $"{Table.Name(label)} {Table.Told(label)}");
        return Language.Text("bars", Language.Say(Table.Unit), _labels.Length, Language.List(bars));
    }

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        string[] names = [.. _labels.Select(label => Axes.Beside(Table.Name(label), figure.Width))];
        var widest = Axes.Widest(names);
        var (low, high) = Axes.FromZero(SideBySide ? Table.Values : _labels.Select(Table.Total));
        var layout = new Layout
        {
            BarMode = Stacked ? "stack" : "group", BarGap = 0.25,
            ShowLegend = Table.IsGrouped, Legend = Axes.Legend(),
            XAxis = Axes.Values(Language.Say(Table.Unit), low, high, whole: Table.AreWhole), YAxis = Axes.Labels(names, downwards: true),
        };
        var legend = Table.IsGrouped ? Axes.LegendHeight(Table.SeriesNames, figure.Width - widest - 60) : 0;
        var margin = new Margin(widest + 14, legend, 24, 52);
        return new([.. Table.Series.Select((series, index) => Bars(series, index, evidence))], layout, margin);
    }

    private ChartMark[] MarksOf(string series) => Table.Marks(series, _labels, Table.Name);

    private Trace Bars(string series, int index, EvidenceIndex evidence)
    {
        var marks = MarksOf(series);
        var rows = Enumerable.Range(0, _labels.Length).Where(row => Table[_labels[row], series] is not null);
        return evidence.Attach(new Trace2D("bar")
        {
            Orientation = "h",
            Name = Lettering.Escape(Table.SeriesNames[index]),
            Y = rows.ToArray(), X = Axes.Rounded(marks.Select(mark => mark.Number)),
            Text = marks.Select(mark => Axes.Number(mark.Number)).ToArray(),
            TextFont = new() { Size = 12 }, TextAngle = 0, ConstrainText = "none",
            TextPosition = Stacked && Table.IsGrouped ? "inside" : "outside",
            InsideTextAnchor = "middle", InsideTextFont = new() { Color = Palette.TextOn(Palette.Color(index)) },
            ClipOnAxis = false,
            Marker = new Marker { Color = Palette.Color(index), Pattern = Palette.Hatching(index) },
        }, marks);
    }
}
