namespace Analysis;

/// <summary>Dots with their intervals.</summary>
internal sealed record IntervalChart(
    SeriesTable Table, IReadOnlyDictionary<(string Label, string Series), (double? Low, double? High)> Ends, double? Reference)
    : SeriesChart(Table)
{
    private const double Apart = 0.26;

    public override int HeightAt(int width) =>
        Math.Max(220, 130 + (Table.Labels.Count * ((Axes.IsNarrow(width) ? 22 : 14) + (16 * Table.Series.Count))));

    public override string Remark => Ends.Count == 0 ? "" : Language.Text(Ends.Values.All(ends => ends.Low is null) ? "intervals-none"
        : Ends.Values.Any(ends => ends.Low is null) ? "intervals-some" : "intervals-all");

    protected override IEnumerable<string> Labels => Table.Labels;

    public override string Describe() =>
        Language.Text("intervals", Language.Say(Table.Unit), Language.List(
            Marks.Select(mark => $"{Language.Say(mark.Name)}: {mark.SaidAt(0, Language)}")));

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        string[] names = [.. Table.Labels.Select(label => Axes.Beside(Name(label), figure.Width))];
        double[] ends = [.. Marks.SelectMany(mark => mark.Values).Select(each => each.Value).OfType<double>(), .. Levels];
        var (low, high) = Axes.Around(ends);
        if (ends.Min() >= 0 && ends.Min() < 0.5 * ends.Max()) low = 0;
        var values = Axes.Values(Language.Say(Table.Unit), low, high);
        // The axis' own line would lie below the dashes of a reference at zero.
        if (Reference is 0) values.ZeroLine = false;
        var layout = Laid(new(), values, Axes.Labels(names, downwards: true));
        var legend = LegendHeight(figure.Width - Axes.Widest(names) - 60, without: 8);
        List<Trace> traces = [.. Levels.Select(level => Axes.Lines(
            [new((level, -0.5), (level, Table.Labels.Count - 0.5))], new() { Color = Palette.Muted, Width = 2, Dash = "dash" }))];
        traces.AddRange(Table.Series.Select(Whiskers).Concat(Table.Series.Select((series, index) => Dots(series, index, evidence))));
        return new(traces, layout, new(Axes.Widest(names) + 14, legend, 24, 52));
    }

    private IEnumerable<double> Levels => Reference is { } level ? [level] : [];

    protected override ChartMark[] MarksOf(string series) => Array.ConvertAll(base.MarksOf(series), mark =>
    {
        var (low, high) = Ends[(mark.First, series)];
        return mark with { Values = [.. mark.Values, ("95 % from", low), ("95 % to", high)] };
    });

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
            Axes.Points([.. marks.Select(mark => (mark.Number, Height(mark, index)))], marker, SeriesNames[index]), marks);
    }
}
