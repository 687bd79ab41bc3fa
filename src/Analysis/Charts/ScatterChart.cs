using System.Text.Json.Nodes;

namespace Analysis;

public sealed partial record Figure
{
    /// <summary>Points in two measures; as many bear their label as have room for it, those of the widest reach first.</summary>
    /// <param name="data">One row a point.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="x">Column of numbers.</param>
    /// <param name="y">Column of numbers.</param>
    /// <param name="label">Column of labels.</param>
    /// <param name="group">Column that gives points their colour and symbol; one group unless given.</param>
    /// <param name="xUnit">Name of the horizontal axis with its unit; the column's unless given.</param>
    /// <param name="yUnit">Name of the vertical axis with its unit; the column's unless given.</param>
    /// <param name="logX">Whether the horizontal axis is logarithmic; its values are then above 0.</param>
    /// <param name="name">Turns a label or group into the words drawn for it.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A value is no number, or not above 0 on a logarithmic axis.</exception>
    public static Figure Scatter(
        DataFrame data, string id, string title, string x, string y, string label = "Value", string? group = null, string? xUnit = null, string? yUnit = null,
        bool logX = false, Func<string, string>? name = null) =>
        new(ScatterChart.Of(data, x, y, label, group, xUnit ?? x, yUnit ?? y, logX, name ?? (text => text)), data, id, title);
}

/// <summary>Points in two measures.</summary>
internal sealed record ScatterChart(double[] X, double[] Y, string[] Labels, string[] Groups, string XUnit, string YUnit, bool LogX, Func<string, string> Name) : Chart
{
    private const double LabelSize = 12;
    private const double Radius = 5;

    public override int PreferredHeight => 520;

    public static ScatterChart Of(DataFrame frame, string x, string y, string label, string? group, string xUnit, string yUnit, bool logX, Func<string, string> name)
    {
        var (across, labels) = (frame.Numbers(x), frame.Texts(label));
        var bad = logX ? Array.FindIndex(across, value => value <= 0) : -1;
        if (bad >= 0) throw new ArgumentException($"row {bad}: a logarithmic axis needs numbers above 0, found {FrameValues.Text(across[bad])}", nameof(frame));
        return new(across, frame.Numbers(y), labels, group is null ? [.. labels.Select(_ => "")] : frame.Texts(group), xUnit, yUnit, logX, name);
    }

    public override Drawing Draw(Figure figure)
    {
        var evidence = new EvidenceIndex(figure.Evidence);
        string[] groups = Groups.Length == 0 ? [""] : [.. Groups.Distinct()];
        var margin = new Margin(64, groups is [""] ? 8 : Axes.LegendHeight(groups.Select(Name), figure.Width - 120) + 2, 24, 56);
        var (width, height) = PlotlyDocument.PlotSize(figure, margin);
        double[] across = [.. X.Select(value => LogX ? Math.Log10(value) : value)];
        var (left, right) = Range(across);
        var (bottom, top) = Range(Y);
        (double X, double Y, double Radius)[] markers = [.. across.Zip(Y, (x, y) => ((x - left) / (right - left) * width, (y - bottom) / (top - bottom) * height, Radius))];
        string[] labels = [.. Labels.Select(label => Lettering.Fit(Name(label), LabelSize, 180))];
        var sides = LabelPlacement.Choose(markers, labels, LabelSize, new(0, 0, width, height), [], drop: true);
        var horizontal = Axes.Values(XUnit, left, right);
        if (LogX) (horizontal["type"], horizontal["zeroline"]) = ("log", false);
        var layout = new JsonObject { ["xaxis"] = horizontal, ["yaxis"] = Axes.Values(YUnit, bottom, top), ["showlegend"] = groups is not [""], ["legend"] = Axes.Legend() };
        return new(new JsonArray([.. groups.Select((group, index) => (JsonNode)Trace(group, index, labels, sides, evidence))]), layout, margin);
    }

    public override string Describe(Figure figure) =>
        $"Scatter plot of {Labels.Length} points, {XUnit} against {YUnit}: " + string.Join("; ", Enumerable.Range(0, Math.Min(20, Labels.Length))
            .Select(point => $"{Name(Labels[point])} {Axes.Number(X[point])}, {Axes.Number(Y[point])}")) + (Labels.Length > 20 ? "; …" : ".");

    public override IEnumerable<Mark> MarksOf(int row) => [new(Labels[row])];

    private JsonObject Trace(string group, int index, string[] labels, string?[] sides, EvidenceIndex evidence)
    {
        int[] points = [.. Enumerable.Range(0, Labels.Length).Where(point => Groups[point] == group)];
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers+text",
            ["name"] = Lettering.Escape(group.Length > 0 ? Name(group) : ""),
            ["x"] = Axes.Array(points.Select(point => X[point])),
            ["y"] = Axes.Array(points.Select(point => Y[point])),
            ["text"] = Axes.Texts(points.Select(point => sides[point] is null ? "" : Lettering.Escape(labels[point]))),
            ["textposition"] = Axes.Texts(points.Select(point => sides[point] ?? "middle right")),
            ["textfont"] = new JsonObject { ["size"] = LabelSize },
            ["cliponaxis"] = false,
            ["marker"] = new JsonObject { ["symbol"] = Palette.Symbol(index), ["size"] = 2 * Radius, ["color"] = Palette.Color(index), ["opacity"] = 0.85 },
            ["hoverinfo"] = "text",
            ["hovertext"] = Axes.Texts(points.Select(point => EvidenceIndex.Hover(
                Name(Labels[point]), [$"{XUnit} {Axes.Number(X[point])}", $"{YUnit} {Axes.Number(Y[point])}"], evidence.Of(Labels[point])))),
            ["customdata"] = new JsonArray([.. points.Select(point => EvidenceIndex.Addresses(evidence.Of(Labels[point])))]),
        };
    }

    private static (double Low, double High) Range(double[] values)
    {
        var (low, high) = (values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max());
        var pad = high > low ? (high - low) * 0.06 : 1;
        return (low - pad, high + pad);
    }
}
