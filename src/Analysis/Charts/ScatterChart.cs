using System.Text.Json.Nodes;

namespace Analysis;

public sealed partial record Figure
{
    /// <summary>Points in two measures; as many bear their label as have room for it, those of the first rows first. A label with no room beside its point stands at the end of a line.</summary>
    /// <param name="data">One row a point.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="x">Column of numbers.</param>
    /// <param name="y">Column of numbers.</param>
    /// <param name="label">Column of labels; points with an empty one bear none.</param>
    /// <param name="group">Column that gives points their colour and symbol; one group unless given.</param>
    /// <param name="xUnit">Name of the horizontal axis with its unit; the column's unless given.</param>
    /// <param name="yUnit">Name of the vertical axis with its unit; the column's unless given.</param>
    /// <param name="logX">Whether the horizontal axis is logarithmic; its values are then above 0.</param>
    /// <param name="name">Turns a label or group into the words drawn for it.</param>
    /// <param name="referenceY">A value to compare with, drawn as a dashed line across the chart; no line unless given.</param>
    /// <param name="referenceName">What the line says, at its right end; its value unless given.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A value is no number, or not above 0 on a logarithmic axis, or a reference has a name and no value.</exception>
    public static Figure Scatter(
        DataFrame data, string id, string title, string x, string y, string label = "Value", string? group = null, string? xUnit = null, string? yUnit = null,
        bool logX = false, Func<string, string>? name = null, double? referenceY = null, string? referenceName = null) =>
        new(ScatterChart.Of(data, x, y, label, group, xUnit ?? x, yUnit ?? y, logX, name ?? (text => text)) with { Reference = ScatterReference.Of(referenceY, referenceName) }, data, id, title);
}

/// <summary>A value to compare points with.</summary>
internal sealed record ScatterReference(double Value, string Name)
{
    public static ScatterReference? Of(double? value, string? name) => value switch
    {
        { } number when double.IsFinite(number) => new(number, name ?? Axes.Number(number)),
        { } number => throw new ArgumentException($"expected a number as reference, found '{FrameValues.Text(number)}'", nameof(value)),
        null when name is null => null,
        _ => throw new ArgumentException($"the reference '{name}' has no value", nameof(name)),
    };
}

/// <summary>Points in two measures.</summary>
internal sealed record ScatterChart(double[] X, double[] Y, string[] Labels, string[] Groups, string XUnit, string YUnit, bool LogX, Func<string, string> Name) : Chart
{
    private const double LabelSize = 12;
    private const double Radius = 5;
    private const double MostLabelWidth = 320;
    private const double MostReferenceWidth = 160;
    private const int Told = 20;

    public ScatterReference? Reference { get; init; }

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
        var reference = Lettering.Fit(Reference?.Name ?? "", LabelSize, MostReferenceWidth);
        var margin = new Margin(64, groups is [""] ? 8 : Axes.LegendHeight(groups.Select(Name), figure.Width - 120) + 2, Math.Max(24, Lettering.Width(reference, LabelSize) + 10), 56);
        var (width, height) = PlotlyDocument.PlotSize(figure, margin);
        double[] across = [.. X.Select(value => LogX ? Math.Log10(value) : value)];
        var (left, right) = Range(across);
        var (bottom, top) = Range(Reference is null ? Y : [.. Y, Reference.Value]);
        Marker[] markers = [.. across.Zip(Y, (x, y) => new Marker((x - left) / (right - left) * width, (y - bottom) / (top - bottom) * height, Radius))];
        string[] labels = [.. Labels.Select(label => label.Length == 0 ? "" : Lettering.Fit(Name(label), LabelSize, MostLabelWidth))];
        double[] levels = [.. new[] { 0, Reference?.Value ?? 0 }.Distinct().Where(value => value >= bottom && value <= top).Select(value => (value - bottom) / (top - bottom) * height)];
        var chosen = LabelPlacement.Choose(markers, labels, LabelSize, new(0, 0, width, height), [.. levels.Select(level => ((0.0, level), (width, level)))], drop: true);
        var notes = new JsonArray([.. Enumerable.Range(0, labels.Length).Where(point => chosen[point] is not null)
            .Select(point => (JsonNode)chosen[point]!.Value.Note(Lettering.Escape(labels[point]), LabelSize, Palette.Ink, markers[point], across[point], Y[point]))]);
        var horizontal = Axes.Values(XUnit, left, right);
        if (LogX) (horizontal["type"], horizontal["zeroline"]) = ("log", false);
        var layout = new JsonObject { ["xaxis"] = horizontal, ["yaxis"] = Axes.Values(YUnit, bottom, top), ["showlegend"] = groups is not [""], ["legend"] = Axes.Legend(), ["annotations"] = notes };
        if (Reference is not null)
        {
            layout["shapes"] = new JsonArray(ReferenceLine(Reference.Value));
            notes.Add(Axes.Note(Lettering.Escape(reference), LabelSize, Palette.Muted, new JsonObject { ["xref"] = "paper", ["x"] = 1, ["xanchor"] = "left", ["xshift"] = 4, ["yref"] = "y", ["y"] = Reference.Value, ["yanchor"] = "middle" }));
        }
        return new(new JsonArray([.. groups.Select((group, index) => (JsonNode)Trace(group, index, evidence))]), layout, margin);
    }

    public override string Describe(Figure figure)
    {
        int[] told = [.. Enumerable.Range(0, Labels.Length).Where(point => Labels[point].Length > 0).Take(Told)];
        var others = Labels.Length - told.Length;
        return $"Scatter plot of {Labels.Length} points, {XUnit}{Spanned(X)} against {YUnit}{Spanned(Y)}"
            + (Reference is null ? "" : $", with a line at {Axes.Number(Reference.Value)} ({Reference.Name})")
            + (told.Length == 0 ? "" : ": " + string.Join("; ", told.Select(point => $"{Name(Labels[point])} {Axes.Number(X[point])}, {Axes.Number(Y[point])}")))
            + (others == 0 || told.Length == 0 ? "." : $"; and {others} {(others == 1 ? "other" : "others")}.");
    }

    public override IEnumerable<Mark> MarksOf(int row) => [new(Labels[row])];

    private JsonObject Trace(string group, int index, EvidenceIndex evidence)
    {
        int[] points = [.. Enumerable.Range(0, Labels.Length).Where(point => Groups[point] == group)];
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["name"] = Lettering.Escape(group.Length > 0 ? Name(group) : ""),
            ["x"] = Axes.Array(points.Select(point => X[point])),
            ["y"] = Axes.Array(points.Select(point => Y[point])),
            ["cliponaxis"] = false,
            ["marker"] = new JsonObject { ["symbol"] = Palette.Symbol(index), ["size"] = 2 * Radius, ["color"] = Palette.Color(index), ["opacity"] = 0.85 },
            ["hoverinfo"] = "text",
            ["hovertext"] = Axes.Texts(points.Select(point => EvidenceIndex.Hover(
                Labels[point].Length > 0 ? Name(Labels[point]) : "", [$"{XUnit} {Axes.Number(X[point])}", $"{YUnit} {Axes.Number(Y[point])}"], evidence.Of(Labels[point])))),
            ["customdata"] = new JsonArray([.. points.Select(point => EvidenceIndex.Addresses(evidence.Of(Labels[point])))]),
        };
    }

    private static string Spanned(double[] values) => values.Length == 0 ? "" : $" ({Axes.Number(values.Min())} to {Axes.Number(values.Max())})";

    private static JsonObject ReferenceLine(double value) => new()
    {
        ["type"] = "line",
        ["layer"] = "between",
        ["xref"] = "paper",
        ["x0"] = 0,
        ["x1"] = 1,
        ["yref"] = "y",
        ["y0"] = value,
        ["y1"] = value,
        ["line"] = new JsonObject { ["color"] = Palette.Muted, ["width"] = 2, ["dash"] = "dash" },
    };

    private static (double Low, double High) Range(double[] values)
    {
        var (low, high) = (values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max());
        var pad = high > low ? (high - low) * 0.06 : 1;
        return (low - pad, high + pad);
    }
}
