namespace Analysis;

public sealed partial record Figure
{
    /// <summary>
    /// A dot with its interval for each label, in the order of the rows. The mark of a dot is its label, with series
    /// <see cref="Evidence.Pair"/> of label and series.
    /// </summary>
    /// <param name="data">One row for each dot.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="label">Column of labels.</param>
    /// <param name="value">Column of numbers.</param>
    /// <param name="low">Column with the lower end of the interval; missing or NaN: no line is drawn.</param>
    /// <param name="high">Column with the upper end.</param>
    /// <param name="unit">What is measured; names the axis. Default: the name of the value column.</param>
    /// <param name="series">Column that parts the dots of a label. Default: one dot for each label.</param>
    /// <param name="reference">A value to compare with, drawn as a dashed line down the chart. Default: no line.</param>
    /// <param name="name">Turns a label or series into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A value is no number, or two rows have the same label and series.</exception>
    public static Figure Intervals(
        DataFrame data, string title, string label, string value, string low = "Low", string high = "High", string? unit = null,
        string? series = null, double? reference = null, Func<string, string>? name = null, string id = "")
    {
        var labels = data.Texts(label);
        var parts = series is null ? Array.ConvertAll(labels, _ => "") : data.Texts(series);
        var (lows, highs) = (data.NumbersOrMissing(low), data.NumbersOrMissing(high));
        var ends = labels.Index().ToDictionary(each => (each.Item, parts[each.Index]), each => (lows[each.Index], highs[each.Index]));
        return new(new IntervalChart(SeriesTable.Of(data, label, value, series, unit, name), ends, reference), title, id);
    }
}

/// <summary>Dots with their intervals.</summary>
internal sealed record IntervalChart(
    SeriesTable Table, IReadOnlyDictionary<(string Label, string Series), (double? Low, double? High)> Ends, double? Reference) : Chart
{
    public override bool IsMirrored => true;

    public override Chart In(Language language) => this with { Language = language, Table = Table with { Language = language } };

    private const double Apart = 0.26;

    public override int HeightAt(int width) =>
        Math.Max(220, 130 + (Table.Labels.Count * ((Axes.IsNarrow(width) ? 22 : 14) + (16 * Table.Series.Count))));

    public override IReadOnlyList<ChartMark> Marks => [.. Table.Series.SelectMany(MarksOf)];

    public override string Describe() =>
        Language.Text("intervals", Language.Say(Table.Unit), Language.List(
            Marks.Select(mark => $"{Language.Say(mark.Name)} {Told(mark)}")));

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        string[] names = [.. Table.Labels.Select(label => Axes.Beside(Table.Name(label), figure.Width))];
        double[] ends = [.. Marks.SelectMany(mark => mark.Values).Select(each => each.Value).OfType<double>(), .. Levels];
        var (low, high) = (ends.Min(), ends.Max());
        var pad = high > low ? (high - low) * 0.06 : 1;
        (low, high) = (low >= 0 && low < 0.5 * high ? 0 : low - pad, high + pad);
        var layout = new Layout
        {
            ShowLegend = Table.IsGrouped, Legend = Axes.Legend(),
            XAxis = Axes.Values(Language.Say(Table.Unit), low, high), YAxis = Axes.Labels(names, downwards: true),
        };
        var legend = Table.IsGrouped ? Axes.LegendHeight(Table.SeriesNames, figure.Width - Axes.Widest(names) - 60) : 8;
        List<Trace> traces = [.. Levels.Select(level => Axes.Lines(
            [new((level, -0.5), (level, Table.Labels.Count - 0.5))], new() { Color = Palette.Muted, Width = 2, Dash = "dash" }))];
        traces.AddRange(Table.Series.Select(Whiskers).Concat(Table.Series.Select((series, index) => Dots(series, index, evidence))));
        return new(traces, layout, new(Axes.Widest(names) + 14, legend, 24, 52));
    }

    private IEnumerable<double> Levels => Reference is { } level ? [level] : [];

    private ChartMark[] MarksOf(string series) =>
    [
        .. Table.Marks(series, Table.Labels, Table.Name).Select(mark =>
        {
            var (low, high) = Ends[(mark.First, series)];
            return mark with { Values = [.. mark.Values, ("95 % from", low), ("95 % to", high)] };
        }),
    ];

    private string Told(ChartMark mark) => mark.Values[1].Value is double low && mark.Values[2].Value is double high
        ? Language.Text("interval", mark.Number, low, high) : Language.Number(mark.Number);

    private double Height(ChartMark mark, int series) =>
        Table.Labels.ToList().IndexOf(mark.First) + (Apart * (series - ((Table.Series.Count - 1) / 2.0)));

    private Trace Whiskers(string series, int index) => Axes.Lines(
        [
            .. from mark in MarksOf(series)
               where mark.Values[1].Value is double && mark.Values[2].Value is double
               let height = Height(mark, index)
               select new Segment(((double)mark.Values[1].Value!, height), ((double)mark.Values[2].Value!, height)),
        ],
        new() { Color = Palette.Color(index), Width = 2.5 }, opacity: 0.7);

    private Trace Dots(string series, int index, EvidenceIndex evidence)
    {
        var marks = MarksOf(series);
        var marker = new Marker { Size = 10, Color = Palette.Color(index), Symbol = Palette.Symbol(index) };
        return evidence.Attach(
            Axes.Points([.. marks.Select(mark => (mark.Number, Height(mark, index)))], marker, Table.SeriesNames[index]), marks);
    }
}
