namespace Analysis;

/// <summary>Horizontal bars.</summary>
internal sealed record BarChart(SeriesTable Table, bool Stacked) : SeriesChart(Table)
{
    private const int MostBars = 40;

    private readonly string[] _labels = [.. Table.Labels.OrderByDescending(Table.Total).Take(MostBars)];

    protected override IEnumerable<string> Labels => _labels;

    private bool SideBySide => Table.IsGrouped && !Stacked;

    public override int HeightAt(int width) => Math.Max(Table.IsGrouped ? 280 : 220,
        (Axes.IsNarrow(width) && Table.IsGrouped ? 170 : 130)
        + (_labels.Length * (BarHeight + (Axes.IsNarrow(width) ? 8 : 0))) + MoreLegend(width - 300));

    private int BarHeight => 4 + (SideBySide ? Table.Series.Count * 18 : 26);

    /// <summary>Height of the legend's lines after the first.</summary>
    private int MoreLegend(double width) => Table.IsGrouped ? (int)(LegendHeight(width) - Axes.LegendHeight([], width)) : 0;

    public override string Remark =>
        Table.Labels.Count > MostBars ? Language.Text("bars-cut", MostBars, Table.Labels.Count) : "";

    public override string Describe()
    {
        var bars = _labels.Select(label => $"{Name(label)}{(Table.IsGrouped ? " – " : ": ")}{Told(label)}");
        return Language.Text("bars", Language.Say(Table.Unit), _labels.Length, Language.List(bars));
    }

    /// <summary>The values of a label in words.</summary>
    private string Told(string label) => !Table.IsGrouped ? Language.Number(Table.Total(label)) : Language.List(
        Table.Series.Where(series => Table[label, series] is not null)
            .Select(series => $"{Name(series)}: {Language.Number(Table[label, series]!.Value)}"), ',');

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        string[] names = [.. _labels.Select(label => Axes.Beside(Name(label), figure.Width))];
        var widest = Axes.Widest(names);
        var (low, high) = Axes.FromZero(SideBySide ? Table.Values : _labels.Select(Table.Total));
        var layout = Laid(
            new() { BarMode = Stacked ? "stack" : "group", BarGap = 0.25 },
            Axes.Values(Language.Say(Table.Unit), low, high, whole: Table.AreWhole), Axes.Labels(names, downwards: true));
        var margin = new Margin(widest + 14, LegendHeight(figure.Width - widest - 60), 24, 52);
        return new([.. Table.Series.Select((series, index) => Bars(series, index, evidence))], layout, margin);
    }

    private Trace Bars(string series, int index, EvidenceIndex evidence)
    {
        var marks = MarksOf(series);
        var bars = Bars(marks);
        bars.Name = Lettering.Escape(SeriesNames[index]);
        bars.Marker = new() { Color = Palette.Color(index), Pattern = Palette.Hatching(index) };
        if (Stacked && Table.IsGrouped) bars.TextPosition = "inside";
        (bars.InsideTextAnchor, bars.InsideTextFont) = ("middle", new() { Color = Palette.TextOn(Palette.Color(index)) });
        return evidence.Attach(bars, marks);
    }
}
