namespace Analysis;

/// <summary>Columns over time.</summary>
internal sealed record ColumnChart(SeriesTable Table, string XTitle) : SeriesChart(Table)
{
    private const double MillisecondsOfColumn = 0.8 * 24 * 60 * 60 * 1000;

    public override bool IsMirrored => !_time.IsDates;

    protected override IEnumerable<string> Labels => _time.Ordered;

    protected override string LabelName(string label) => TimeAxis.Name(label);

    private readonly TimeAxis _time = new(Table.Labels);

    public override int HeightAt(int width) => 430 + (int)LabelHeight(TicksAt(width - 140));

    /// <summary>Room for half a column.</summary>
    private double Pad => 0.55 / Math.Max(1, Table.Labels.Count - 1);

    public override string Describe()
    {
        var series = Table.Series.Select(name => (Table.IsGrouped ? $"{Name(name)} – " : "") + Points(name));
        return Language.Text(XTitle.Length > 0 ? "columns-by" : "columns",
            Language.Say(Table.Unit), string.Join(". ", series), Language.Say(XTitle));
    }

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        var labels = TicksAt(figure.Width - 140);
        var margin = new Margin(62, LegendHeight(figure.Width - 120, without: 8), 24, 66 + LabelHeight(labels));
        var (low, high) = Axes.FromZero(Table.Labels.Select(Table.Total));
        var horizontal = _time.Axis(Language, XTitle, Pad, (figure.Width - 140) / (1 + (2 * Pad)));
        if (!_time.IsDates) labels.ApplyTo(horizontal);
        var layout = Laid(new(), horizontal, Axes.Values(Language.Say(Table.Unit), low, high, whole: Table.AreWhole));
        (layout.BarMode, layout.BarGap) = ("stack", 0.2);
        return new([.. Table.Series.Select((series, index) => Columns(series, index, evidence))], layout, margin);
    }

    /// <summary>The points of a series in words.</summary>
    private string Points(string series) => Language.List(_time.Ordered.Where(label => Table[label, series] is not null)
        .Select(label => $"{Language.Say(TimeAxis.Name(label))}: {Language.Number(Table[label, series]!.Value)}"));

    /// <summary>The labels of the horizontal axis where it has no dates.</summary>
    private TickLabels TicksAt(double width) =>
        TickLabels.Of(_time.IsDates ? [] : Table.Labels.Select(Language.Say), width / Table.Labels.Count, lean: false);

    /// <summary>Height of the labels above two lines, for which there is room anyway.</summary>
    private static double LabelHeight(TickLabels labels) => Math.Max(0, labels.Height - 26);

    private Trace Columns(string series, int index, EvidenceIndex evidence)
    {
        var marks = MarksOf(series);
        var columns = new Trace2D("bar")
        {
            Name = Lettering.Escape(SeriesNames[index]),
            X = marks.Select(mark => _time.Place(mark.First)).ToArray(), Y = Axes.Rounded(marks.Select(mark => mark.Number)),
            Marker = new() { Color = Palette.Color(index), Pattern = Palette.Hatching(index) },
        };
        // plotly.js takes a column's width from the distance to the next: one that stands alone would be a millisecond wide.
        if (_time.IsDates && Table.Labels.Count == 1) columns.Width = MillisecondsOfColumn;
        return evidence.Attach(columns, marks);
    }
}
