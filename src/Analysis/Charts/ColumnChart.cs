namespace Analysis;

/// <summary>Columns over time.</summary>
internal sealed record ColumnChart(SeriesTable Table, string XTitle) : Chart
{
    private const double MillisecondsOfColumn = 0.8 * 24 * 60 * 60 * 1000;

    public override bool IsMirrored => !_time.IsDates;

    public override Chart In(Language language) => this with { Language = language, Table = Table with { Language = language } };

    private readonly TimeAxis _time = new(Table.Labels);

    public override int HeightAt(int width) => 430 + (int)LabelHeight(Labels(width - 140));

    public override IReadOnlyList<ChartMark> Marks => [.. Table.Series.SelectMany(MarksOf)];

    /// <summary>Room for half a column.</summary>
    private double Pad => 0.55 / Math.Max(1, Table.Labels.Count - 1);

    public override string Describe()
    {
        var series = Table.Series.Select(name => (Table.IsGrouped ? $"{Table.Name(name)} – " : "") + Points(name));
        return Language.Text(XTitle.Length > 0 ? "columns-by" : "columns",
            Language.Say(Table.Unit), string.Join(". ", series), Language.Say(XTitle));
    }

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        var labels = Labels(figure.Width - 140);
        var legend = Table.IsGrouped ? Axes.LegendHeight(Table.SeriesNames, figure.Width - 120) : 8;
        var margin = new Margin(62, legend, 24, 66 + LabelHeight(labels));
        var (low, high) = Axes.FromZero(Table.Labels.Select(Table.Total));
        var horizontal = _time.Axis(Language, XTitle, Pad, (figure.Width - 140) / (1 + (2 * Pad)));
        if (!_time.IsDates) labels.ApplyTo(horizontal);
        var layout = new Layout
        {
            ShowLegend = Table.IsGrouped, Legend = Axes.Legend(),
            XAxis = horizontal, YAxis = Axes.Values(Language.Say(Table.Unit), low, high),
            BarMode = "stack", BarGap = 0.2,
        };
        return new([.. Table.Series.Select((series, index) => Columns(series, index, evidence))], layout, margin);
    }

    private ChartMark[] MarksOf(string series) => Table.Marks(series, _time.Ordered, TimeAxis.Name);

    /// <summary>The points of a series in words.</summary>
    private string Points(string series) => Language.List(_time.Ordered.Where(label => Table[label, series] is not null)
        .Select(label => $"{Language.Say(TimeAxis.Name(label))}: {Language.Number(Table[label, series]!.Value)}"));

    /// <summary>The labels of the horizontal axis where it has no dates.</summary>
    private TickLabels Labels(double width) =>
        TickLabels.Of(_time.IsDates ? [] : Table.Labels.Select(Language.Say), width / Table.Labels.Count, lean: false);

    /// <summary>Height of the labels above two lines, for which there is room anyway.</summary>
    private static double LabelHeight(TickLabels labels) => Math.Max(0, labels.Height - 26);

    private Trace Columns(string series, int index, EvidenceIndex evidence)
    {
        var marks = MarksOf(series);
        var columns = new Trace2D("bar")
        {
            Name = Lettering.Escape(Table.SeriesNames[index]),
            X = marks.Select(mark => _time.Place(mark.First)).ToArray(), Y = Axes.Rounded(marks.Select(mark => mark.Number)),
            Marker = new() { Color = Palette.Color(index), Pattern = Palette.Hatching(index) },
        };
        // plotly.js takes a column's width from the distance to the next: one that stands alone would be a millisecond wide.
        if (_time.IsDates && Table.Labels.Count == 1) columns.Width = MillisecondsOfColumn;
        return evidence.Attach(columns, marks);
    }
}
