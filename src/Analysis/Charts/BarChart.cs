namespace Analysis;

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
        var bars = _labels.Select(label => $"{Table.Name(label)}{(Table.IsGrouped ? " – " : ": ")}{Table.Told(label)}");
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
