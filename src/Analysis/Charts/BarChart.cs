using System.Text.Json.Nodes;

namespace Analysis;

public sealed partial record Figure
{
    /// <summary>Horizontal bars, longest first, each with its value.</summary>
    /// <param name="data">One row a bar.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="label">Column of labels.</param>
    /// <param name="value">Column of numbers.</param>
    /// <param name="unit">What is counted, such as “mentions”; names the axis. The name of the value column unless given.</param>
    /// <param name="series">Column that parts each bar; one bar a label unless given.</param>
    /// <param name="stacked">Whether the parts stand behind one another, so that totals compare, or below one another, so that parts do.</param>
    /// <param name="name">Turns a label or series into the words drawn for it.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A value is no number, or two rows have the same label and series.</exception>
    public static Figure Bar(
        DataFrame data, string id, string title, string label = "Value", string value = "Count", string? unit = null, string? series = null, bool stacked = false,
        Func<string, string>? name = null) =>
        new(new BarChart(SeriesTable.Of(data, label, value, series), data.Texts(label), series is null ? null : data.Texts(series), unit ?? value, stacked, name ?? (text => text)), data, id, title);
}

/// <summary>Horizontal bars.</summary>
internal sealed record BarChart(SeriesTable Table, string[] RowLabels, string[]? RowSeries, string Unit, bool Stacked, Func<string, string> Name) : Chart
{
    private const double MostLabelWidth = 280;
    private readonly string[] _labels = [.. Table.Labels.OrderByDescending(Table.Total)];

    private int Rows => _labels.Length * (Table.IsGrouped && !Stacked ? Table.Series.Count : 1);

    public override int PreferredHeight => Math.Max(220, 130 + (Rows * (Table.IsGrouped && !Stacked ? 18 : 26)) + (_labels.Length * 4) + MoreLegend);

    /// <summary>Height of the legend's lines after the first, in a figure of the usual width.</summary>
    private int MoreLegend => Table.IsGrouped ? (int)(Axes.LegendHeight(Table.Series.Select(Name), 600) - Axes.LegendHeight([], 600)) : 0;

    public override Drawing Draw(Figure figure)
    {
        var evidence = new EvidenceIndex(figure.Evidence);
        var names = _labels.Select(label => Lettering.Fit(Name(label), Axes.LabelSize, MostLabelWidth)).ToArray();
        var longest = _labels.Select(Table.Total).Concat(_labels.SelectMany(label => Table.Series.Select(series => Table[label, series] ?? 0))).ToArray();
        var ends = Stacked || !Table.IsGrouped ? longest : longest[_labels.Length..];
        var (low, high) = (Math.Min(0, ends.DefaultIfEmpty(0).Min()), Math.Max(0, ends.DefaultIfEmpty(0).Max()));
        var pad = (high - low) * 0.08;
        var layout = new JsonObject
        {
            ["barmode"] = Stacked ? "stack" : "group",
            ["bargap"] = 0.25,
            ["showlegend"] = Table.IsGrouped,
            ["legend"] = Axes.Legend(),
            ["xaxis"] = Axes.Values(Unit, low < 0 ? low - pad : 0, high > 0 ? high + pad : pad == 0 ? 1 : 0, whole: AreWhole),
            ["yaxis"] = Axes.Labels(names, downwards: true),
        };
        var traces = new JsonArray([.. Table.Series.Select((series, index) => (JsonNode)Trace(series, index, evidence))]);
        return new(traces, layout, new(Axes.Widest(names) + 14, Table.IsGrouped ? Axes.LegendHeight(Table.Series.Select(Name), figure.Width - Axes.Widest(names) - 60) : 0, 24, 52));
    }

    public override string Describe(Figure figure) =>
        $"Bar chart of {Unit}, {_labels.Length} bars: " + string.Join("; ", _labels.Select(label => $"{Name(label)} {Told(label)}")) + ".";

    public override IEnumerable<Mark> MarksOf(int row) => [new(RowLabels[row], RowSeries?[row])];

    private bool AreWhole => _labels.All(label => Table.Series.All(series => Table[label, series] is not { } value || double.IsInteger(value)));

    private string Told(string label) => Table.IsGrouped
        ? string.Join(", ", Table.Series.Where(series => Table[label, series] is not null).Select(series => $"{Name(series)} {Axes.Number(Table[label, series]!.Value)}"))
        : Axes.Number(Table.Total(label));

    private JsonObject Trace(string series, int index, EvidenceIndex evidence)
    {
        var present = Enumerable.Range(0, _labels.Length).Where(position => Table[_labels[position], series] is not null).ToArray();
        var values = present.Select(position => Table[_labels[position], series]!.Value).ToArray();
        var passages = present.Select(position => Table.EvidenceOf(evidence, _labels[position], series)).ToArray();
        return new JsonObject
        {
            ["type"] = "bar",
            ["orientation"] = "h",
            ["name"] = Table.IsGrouped ? Lettering.Escape(Name(series)) : "",
            ["y"] = Axes.Array(present.Select(position => (double)position)),
            ["x"] = Axes.Array(values),
            ["text"] = Axes.Texts(values.Select(Axes.Number)),
            ["textposition"] = Stacked && Table.IsGrouped ? "inside" : "outside",
            ["insidetextanchor"] = "middle",
            ["textangle"] = 0,
            ["textfont"] = new JsonObject { ["size"] = 12 },
            ["insidetextfont"] = new JsonObject { ["color"] = Palette.TextOn(Palette.Color(index)) },
            ["constraintext"] = "none",
            ["cliponaxis"] = false,
            ["marker"] = new JsonObject
            {
                ["color"] = Palette.Color(index),
                ["pattern"] = Palette.Hatching(index),
            },
            ["hoverinfo"] = "text",
            ["hovertext"] = Axes.Texts(present.Select((position, mark) => EvidenceIndex.Hover(
                Table.IsGrouped ? $"{Name(_labels[position])} – {Name(series)}" : Name(_labels[position]), [$"{Axes.Number(values[mark])} {Unit}"], passages[mark]))),
            ["customdata"] = new JsonArray([.. passages.Select(EvidenceIndex.Addresses)]),
        };
    }
}
