namespace Analysis;

/// <summary>Values by label and series: what bars and columns draw.</summary>
/// <param name="Labels">Labels, each once.</param>
/// <param name="Series">Names of the series, each once; a single empty one where there are no series.</param>
/// <param name="Unit">What is counted.</param>
internal sealed record SeriesTable(IReadOnlyList<string> Labels, IReadOnlyList<string> Series, string Unit)
{
    private readonly Dictionary<(string, string), double> _values = [];

    public bool IsGrouped => Series is not [""];

    public IEnumerable<double> Values => _values.Values;

    public bool AreWhole => Values.All(double.IsInteger);

    /// <summary>The value; null where there is none.</summary>
    public double? this[string label, string series] => _values.TryGetValue((label, series), out var value) ? value : null;

    public double Total(string label) => Series.Sum(series => this[label, series] ?? 0);

    /// <exception cref="ArgumentException">Two rows have the same label and series.</exception>
    public static SeriesTable Of(DataFrame frame, string label, string value, string? series, string? unit) =>
        Of(frame.Texts(label), series is null ? null : frame.Texts(series), frame.Numbers(value), unit ?? value);

    /// <summary>The values of a series of Deedle; keys without a value are left out.</summary>
    public static SeriesTable Of<TKey, TValue>(Deedle.Series<TKey, TValue> series, string unit)
    {
        var (keys, values) = series.Observed();
        return Of(keys, null, values, unit);
    }

    private static SeriesTable Of(string[] labels, string[]? series, double[] values, string unit)
    {
        var table = new SeriesTable([.. labels.Distinct()], series is null or [] ? [""] : [.. series.Distinct()], unit);
        for (var row = 0; row < labels.Length; row++)
        {
            var part = series?[row] ?? "";
            if (!table._values.TryAdd((labels[row], part), values[row])) throw new ArgumentException(
                $"row {row} repeats '{labels[row]}'{(part.Length == 0 ? "" : $" of '{part}'")}: a chart draws one mark for each",
                nameof(labels));
        }

        return table;
    }
}

/// <summary>A chart of values by label and series.</summary>
internal abstract record SeriesChart(SeriesTable Table) : Chart
{
    public override bool IsMirrored => true;

    public override IReadOnlyList<ChartMark> Marks => [.. Table.Series.SelectMany(MarksOf)];

    /// <summary>The labels in the order in which they are drawn.</summary>
    protected abstract IEnumerable<string> Labels { get; }

    /// <summary>Words for the series, for a legend; a single empty one where there are no series.</summary>
    protected string[] SeriesNames => [.. Table.Series.Select(series => Table.IsGrouped ? Name(series) : "")];

    /// <summary>The marks of a series, in the order of the labels that have a value in it.</summary>
    protected virtual ChartMark[] MarksOf(string series) =>
    [
        .. Labels.Where(label => Table[label, series] is not null).Select(label => Table.IsGrouped
            ? new ChartMark(label, series, $"{LabelName(label)} – {Name(series)}", (Table.Unit, Table[label, series]))
            : new ChartMark(label, null, LabelName(label), (Table.Unit, Table[label, series]))),
    ];

    protected virtual string LabelName(string label) => Name(label);

    /// <summary>The layout with its axes, and with a legend where there are series to tell apart.</summary>
    protected Layout Laid(Layout layout, LinearAxis horizontal, LinearAxis vertical)
    {
        (layout.ShowLegend, layout.Legend, layout.XAxis, layout.YAxis) = (Table.IsGrouped, Axes.Legend(), horizontal, vertical);
        return layout;
    }

    /// <summary>Horizontal bars of some marks, each with its value, at the places of their labels.</summary>
    protected Trace2D Bars(ChartMark[] marks)
    {
        var places = Labels.Index().ToDictionary(label => label.Item, label => label.Index);
        return new("bar")
        {
            Orientation = "h",
            Y = marks.Select(mark => places[mark.First]).ToArray(), X = Axes.Rounded(marks.Select(mark => mark.Number)),
            Text = marks.Select(mark => Axes.Number(mark.Number)).ToArray(), TextPosition = "outside",
            TextFont = new() { Size = 12 }, TextAngle = 0, ConstrainText = "none", ClipOnAxis = false,
        };
    }

    /// <summary>Room for the legend above a plot of that width.</summary>
    protected double LegendHeight(double width, double without = 0) =>
        Table.IsGrouped ? Axes.LegendHeight(SeriesNames, width) : without;
}
