using System.Text.Json.Nodes;

namespace Analysis;

public sealed partial record Figure
{
    /// <summary>A line over time for each series, named at its end.</summary>
    /// <param name="data">One row a point.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="x">Column of dates (<c>2020-01-03</c>, <c>2020-01</c> or a date type), numbers, or labels in order.</param>
    /// <param name="y">Column of numbers.</param>
    /// <param name="series">Column that names the line; one line unless given.</param>
    /// <param name="unit">What <paramref name="y"/> counts; the name of its column unless given.</param>
    /// <param name="name">Turns a series into the words drawn for it.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A value is no number, or two rows have the same place and series.</exception>
    public static Figure Line(DataFrame data, string id, string title, string x, string y = "Count", string? series = null, string? unit = null, Func<string, string>? name = null) =>
        Course(CourseKind.Line, data, id, title, x, y, series, unit, name);

    /// <summary>Areas over time, stacked so that their sum shows, each named at its end.</summary>
    /// <inheritdoc cref="Line"/>
    public static Figure Area(DataFrame data, string id, string title, string x, string y = "Count", string? series = null, string? unit = null, Func<string, string>? name = null) =>
        Course(CourseKind.Area, data, id, title, x, y, series, unit, name);

    /// <summary>Columns over time, parted by series and stacked.</summary>
    /// <inheritdoc cref="Line"/>
    public static Figure Columns(DataFrame data, string id, string title, string x, string y = "Count", string? series = null, string? unit = null, Func<string, string>? name = null) =>
        Course(CourseKind.Columns, data, id, title, x, y, series, unit, name);

    private static Figure Course(CourseKind kind, DataFrame data, string id, string title, string x, string y, string? series, string? unit, Func<string, string>? name) =>
        new(new CourseChart(kind, SeriesTable.Of(data, x, y, series), data.Texts(x), series is null ? null : data.Texts(series), x, unit ?? y, name ?? (text => text)), data, id, title);
}

/// <summary>How a course over time is drawn.</summary>
internal enum CourseKind
{
    Line,
    Area,
    Columns,
}

/// <summary>A course over time.</summary>
internal sealed record CourseChart(CourseKind Kind, SeriesTable Table, string[] RowLabels, string[]? RowSeries, string XTitle, string Unit, Func<string, string> Name) : Chart
{
    private const double MostNameWidth = 200;
    private const double NameHeight = 17;
    private const double MostLabelWidth = 150;
    private const double MillisecondsOfColumn = 0.8 * 24 * 60 * 60 * 1000;
    private readonly TimeAxis _time = new(Table.Labels);

    public override int PreferredHeight => 430 + (int)StandingHeight(760);

    private bool NamedAtEnd => Table.IsGrouped && Kind != CourseKind.Columns;

    /// <summary>Half a column's room beside columns, a little beside lines, none beside areas.</summary>
    private double Pad => Kind switch { CourseKind.Columns => 0.55 / Math.Max(1, Table.Labels.Count - 1), CourseKind.Line => 0.03, _ => 0 };

    public override Drawing Draw(Figure figure)
    {
        var evidence = new EvidenceIndex(figure.Evidence);
        var names = Table.Series.Select(series => Table.IsGrouped ? Lettering.Fit(Name(series), Axes.LabelSize, MostNameWidth) : "").ToArray();
        var margin = new Margin(62, Table.IsGrouped && !NamedAtEnd ? Axes.LegendHeight(names, figure.Width - 120) : 8, NamedAtEnd ? Axes.Widest(names) + 18 : 24, 66 + StandingHeight(figure.Width - 140));
        var (low, high) = Range();
        var layout = new JsonObject
        {
            ["showlegend"] = Table.IsGrouped && !NamedAtEnd,
            ["legend"] = Axes.Legend(),
            ["xaxis"] = _time.Axis(XTitle, Pad),
            ["yaxis"] = Axes.Values(Unit, low, high),
        };
        if (StandingHeight(figure.Width - 140) > 0)
        {
            layout["xaxis"]!["tickangle"] = -90;
            layout["xaxis"]!["ticktext"] = Axes.Texts(_time.Ordered.Select(label => Lettering.Escape(Lettering.Fit(label, Axes.LabelSize, MostLabelWidth))));
            layout["xaxis"]!["tickfont"] = new JsonObject { ["size"] = Math.Clamp(Math.Floor((figure.Width - 140.0) / Table.Labels.Count) - 1, 8, Axes.LabelSize) };
        }
        if (Kind == CourseKind.Columns) (layout["barmode"], layout["bargap"]) = ("stack", 0.2);
        if (NamedAtEnd) layout["annotations"] = EndNames(names, PlotlyDocument.PlotSize(figure, margin).Height, low, high);
        return new(new JsonArray([.. Table.Series.Select((series, index) => (JsonNode)Trace(series, index, evidence))]), layout, margin);
    }

    public override string Describe(Figure figure) =>
        $"{Kind} chart of {Unit} by {XTitle}: " + string.Join(". ", Table.Series.Select(series =>
            (Table.IsGrouped ? Name(series) + ": " : "") + string.Join("; ", Present(series).Select(label => $"{TimeAxis.Name(label)} {Axes.Number(Table[label, series]!.Value)}")))) + ".";

    public override IEnumerable<Mark> MarksOf(int row) => [new(RowLabels[row], RowSeries?[row])];

    /// <summary>Height of the labels of the horizontal axis above one line: they stand upright where they would touch side by side.</summary>
    private double StandingHeight(double width) =>
        _time.IsLabels && Axes.Widest(Table.Labels) + 10 > width / Table.Labels.Count ? Math.Min(MostLabelWidth, Axes.Widest(Table.Labels)) - Axes.LabelSize : 0;

    private IEnumerable<string> Present(string series) => _time.Ordered.Where(label => Table[label, series] is not null);

    private (double Low, double High) Range()
    {
        var ends = Kind == CourseKind.Line
            ? Table.Labels.SelectMany(label => Table.Series.Select(series => Table[label, series] ?? 0))
            : Table.Labels.Select(Table.Total);
        var (low, high) = (Math.Min(0, ends.DefaultIfEmpty(0).Min()), Math.Max(0, ends.DefaultIfEmpty(0).Max()));
        var pad = high == low ? 1 : (high - low) * 0.08;
        return (low < 0 ? low - pad : 0, high + pad);
    }

    private JsonObject Trace(string series, int index, EvidenceIndex evidence)
    {
        var labels = Present(series).ToArray();
        var trace = new JsonObject
        {
            ["type"] = Kind == CourseKind.Columns ? "bar" : "scatter",
            ["name"] = Table.IsGrouped ? Lettering.Escape(Name(series)) : "",
            ["x"] = new JsonArray([.. labels.Select(_time.Place)]),
            ["y"] = Axes.Array(labels.Select(label => Table[label, series]!.Value)),
            ["hoverinfo"] = "text",
            ["hovertext"] = Axes.Texts(labels.Select(label => EvidenceIndex.Hover(
                Table.IsGrouped ? $"{TimeAxis.Name(label)} – {Name(series)}" : TimeAxis.Name(label),
                [$"{Axes.Number(Table[label, series]!.Value)} {Unit}"], Table.EvidenceOf(evidence, label, series)))),
            ["customdata"] = new JsonArray([.. labels.Select(label => EvidenceIndex.Addresses(Table.EvidenceOf(evidence, label, series)))]),
        };
        var pattern = Palette.Hatching(index);
        switch (Kind)
        {
            case CourseKind.Columns:
                trace["marker"] = new JsonObject { ["color"] = Palette.Color(index), ["pattern"] = pattern };
                // plotly.js takes a column's width from the distance to the next, and draws one that stands alone on a date a millisecond wide.
                if (_time.IsDates && Table.Labels.Count == 1) trace["width"] = MillisecondsOfColumn;
                break;
            case CourseKind.Area:
                trace["mode"] = "lines";
                trace["stackgroup"] = "all";
                trace["line"] = new JsonObject { ["color"] = Palette.Color(index), ["width"] = 1.5 };
                trace["fillcolor"] = Palette.Color(index);
                trace["fillpattern"] = pattern;
                break;
            default:
                trace["mode"] = "lines+markers";
                trace["line"] = new JsonObject { ["color"] = Palette.Color(index), ["width"] = 2.5, ["dash"] = Palette.Dash(index) };
                trace["marker"] = new JsonObject { ["symbol"] = Palette.Symbol(index), ["size"] = 8, ["color"] = Palette.Color(index) };
                trace["cliponaxis"] = false;
                break;
        }
        return trace;
    }

    /// <summary>The series' names at the right, each at its last value (an area's at the middle of its band), pushed apart where they would touch.</summary>
    private JsonArray EndNames(string[] names, double plotHeight, double low, double high)
    {
        var last = _time.Ordered[^1];
        double below = 0;
        var wanted = new double[names.Length];
        for (var series = 0; series < names.Length; series++)
        {
            var value = Kind == CourseKind.Area ? Table[last, Table.Series[series]] ?? 0 : Table[Present(Table.Series[series]).Last(), Table.Series[series]]!.Value;
            var at = Kind == CourseKind.Area ? below + (value / 2) : value;
            below += value;
            wanted[series] = (at - low) / (high - low) * plotHeight;
        }
        var placed = Spread.Apart(wanted, NameHeight);
        // No name hangs below the axis, where its labels stand.
        var next = 0.0;
        foreach (var series in Enumerable.Range(0, placed.Length).OrderBy(series => placed[series]))
        {
            placed[series] = Math.Max(placed[series], next);
            next = placed[series] + NameHeight;
        }
        return new JsonArray([.. names.Select((name, series) => (JsonNode)Axes.Note(Lettering.Escape(name), Axes.LabelSize, Palette.Color(series), new JsonObject
        {
            ["xref"] = "x", ["x"] = _time.Place(last), ["xanchor"] = "left", ["xshift"] = 10,
            ["yref"] = "paper", ["y"] = 0, ["yanchor"] = "middle", ["yshift"] = Math.Round(placed[series]),
        }))]);
    }
}
