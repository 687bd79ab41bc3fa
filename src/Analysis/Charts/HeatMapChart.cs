using System.Text.Json.Nodes;

namespace Analysis;

public sealed partial record Figure
{
    /// <summary>A matrix as coloured cells, each with its number, from a wide frame such as a pivot table: first column the rows' labels, then a column of numbers each.</summary>
    /// <param name="matrix">The wide frame.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="unit">What the cells count; names the colour bar.</param>
    /// <param name="name">Turns a label into the words drawn for it.</param>
    /// <exception cref="ArgumentException">The frame has fewer than two columns, a value is no number, or a label comes twice.</exception>
    public static Figure HeatMap(DataFrame matrix, string id, string title, string unit = "count", Func<string, string>? name = null) =>
        new(HeatMapChart.Wide(matrix, unit, name ?? (text => text)), matrix, id, title);

    /// <summary>A matrix as coloured cells, each with its number, from a long frame: one row a cell; cells without a row stay blank.</summary>
    /// <param name="cells">The long frame.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="row">Column with the cell's row.</param>
    /// <param name="column">Column with the cell's column.</param>
    /// <param name="value">Column of numbers.</param>
    /// <param name="unit">What the cells count; the name of the value column unless given.</param>
    /// <param name="symmetric">Whether rows and columns are the same things in one order, largest total first, each cell holding for both directions, as co-mentions do.</param>
    /// <param name="name">Turns a label into the words drawn for it.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A value is no number, or a cell comes twice.</exception>
    public static Figure HeatMap(
        DataFrame cells, string id, string title, string row, string column, string value = "Count", string? unit = null, bool symmetric = false, Func<string, string>? name = null) =>
        new(HeatMapChart.Long(cells, row, column, value, unit ?? value, symmetric, name ?? (text => text)), cells, id, title);
}

/// <summary>A matrix of cells.</summary>
internal sealed record HeatMapChart(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyDictionary<(string, string), double> Cells, Mark[][] RowMarks, string Unit, Func<string, string> Name) : Chart
{
    private const double MostLabelWidth = 230;

    /// <summary>Angle of the columns' labels, upwards: sine and cosine of 45 degrees are the same.</summary>
    private const double Slope = 0.7072;

    /// <summary>Narrowest column whose label may lean; the labels of narrower ones stand upright.</summary>
    private const double LeastLeaning = 18;
    private const double LeastLetters = 7;

    /// <summary>Stops of the colour scale: white to blue for amounts; orange, white, blue around zero for values of both signs.</summary>
    private static readonly string[] Amounts = ["#FFFFFF", "#73B3D8", "#00497A"];
    private static readonly string[] Signed = ["#B35806", "#FFFFFF", "#0072B2"];

    public override int PreferredHeight => (int)(150 + ColumnLabelHeight() + (Rows.Count * 30));

    public static HeatMapChart Wide(DataFrame matrix, string unit, Func<string, string> name)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Columns.Count < 2 && matrix.Rows.Count > 0) throw new ArgumentException("a matrix needs a column of labels and one of numbers at least", nameof(matrix));
        var rows = matrix.Texts(matrix.Columns[0].Name);
        Dictionary<(string, string), double> cells = [];
        foreach (var column in matrix.Columns.Skip(1))
        {
            var values = matrix.Numbers(column.Name);
            for (var row = 0; row < rows.Length; row++) Add(cells, rows[row], column.Name, values[row]);
        }
        string[] columns = [.. matrix.Columns.Skip(1).Select(column => column.Name)];
        return new(rows, columns, cells, [.. rows.Select(row => columns.Select(column => new Mark(row, column)).ToArray())], unit, name);
    }

    public static HeatMapChart Long(DataFrame frame, string row, string column, string value, string unit, bool symmetric, Func<string, string> name)
    {
        var (rows, columns, values) = (frame.Texts(row), frame.Texts(column), frame.Numbers(value));
        Dictionary<(string, string), double> cells = [];
        for (var cell = 0; cell < values.Length; cell++)
        {
            Add(cells, rows[cell], columns[cell], values[cell]);
            if (symmetric && rows[cell] != columns[cell]) Add(cells, columns[cell], rows[cell], values[cell]);
        }
        Mark[][] marks = [.. rows.Select((label, cell) => new Mark[] { new(label, columns[cell]) })];
        if (!symmetric) return new([.. rows.Distinct()], [.. columns.Distinct()], cells, marks, unit, name);
        var totals = cells.GroupBy(cell => cell.Key.Item1).ToDictionary(row => row.Key, row => row.Sum(cell => cell.Value));
        string[] order = [.. rows.Concat(columns).Distinct().OrderByDescending(label => totals[label])];
        return new(order, order, cells, marks, unit, name);
    }

    public override Drawing Draw(Figure figure)
    {
        var evidence = new EvidenceIndex(figure.Evidence);
        var rowNames = Rows.Select(label => Lettering.Fit(Name(label), Axes.LabelSize, MostLabelWidth)).ToArray();
        var columnNames = Columns.Select(label => LabelsLie() ? string.Join('\n', Wrapped(label)) : Lettering.Fit(Name(label), Axes.LabelSize, MostLabelWidth)).ToArray();
        var horizontal = Axes.Labels(columnNames, downwards: false);
        horizontal["side"] = "top";
        horizontal["tickangle"] = LabelsLie() ? 0 : LabelsLean() ? -45 : -90;
        horizontal["tickfont"] = new JsonObject { ["size"] = Letters() };
        var trace = new JsonObject
        {
            ["type"] = "heatmap",
            ["x"] = Axes.Array(Enumerable.Range(0, Columns.Count).Select(column => (double)column)),
            ["y"] = Axes.Array(Enumerable.Range(0, Rows.Count).Select(row => (double)row)),
            ["z"] = Matrix((row, column) => Value(row, column) is { } value ? Math.Round(value, 6) : null),
            ["hoverongaps"] = false,
            ["hoverinfo"] = "text",
            ["hovertext"] = Matrix((row, column) => Value(row, column) is { } value
                ? EvidenceIndex.Hover($"{Name(row)} – {Name(column)}", [$"{Axes.Number(value)} {Unit}"], evidence.Of(row, column)) : ""),
            ["customdata"] = Matrix((row, column) => EvidenceIndex.Addresses(evidence.Of(row, column))),
            ["xgap"] = 2,
            ["ygap"] = 2,
            ["colorscale"] = new JsonArray([.. Scale().Select((color, stop) => (JsonNode)new JsonArray(stop / 2.0, color))]),
            ["zmin"] = Bounds().Low,
            ["zmax"] = Bounds().High,
            ["colorbar"] = new JsonObject { ["title"] = new JsonObject { ["text"] = Lettering.Escape(Unit), ["side"] = "right" }, ["thickness"] = 12, ["outlinewidth"] = 0, ["len"] = 1, ["tickformat"] = ",", ["x"] = 1, ["xanchor"] = "left", ["xpad"] = 14 },
        };
        // The last label leans out to the right of its column.
        var lean = LabelsLie() || !LabelsLean() ? 0 : Columns.Select((label, column) => (Axes.Widest([Name(label)]) * Slope) - ((Columns.Count - column) * 30)).DefaultIfEmpty(0).Max();
        var margin = new Margin(Axes.Widest(rowNames) + 14, ColumnLabelHeight(), Math.Max(96, lean), 14);
        var (width, height) = PlotlyDocument.PlotSize(figure, margin);
        var traces = new JsonArray(trace);
        if (Numbers(width / Columns.Count, height / Rows.Count) is { } numbers) traces.Add(numbers);
        return new(traces, new JsonObject { ["xaxis"] = horizontal, ["yaxis"] = Axes.Labels(rowNames, downwards: true), ["showlegend"] = false }, margin);
    }

    public override string Describe(Figure figure)
    {
        var highest = Cells.Where(cell => cell.Value != 0 && Rows.Contains(cell.Key.Item1)).OrderByDescending(cell => cell.Value)
            .DistinctBy(cell => string.CompareOrdinal(cell.Key.Item1, cell.Key.Item2) <= 0 || !ReferenceEquals(Rows, Columns) ? cell.Key : (cell.Key.Item2, cell.Key.Item1)).Take(10);
        return $"Heat map of {Unit}, {Rows.Count} rows by {Columns.Count} columns; highest: "
            + string.Join("; ", highest.Select(cell => $"{Name(cell.Key.Item1)} – {Name(cell.Key.Item2)} {Axes.Number(cell.Value)}")) + ".";
    }

    public override IEnumerable<Mark> MarksOf(int row) => RowMarks[row];

    private static void Add(Dictionary<(string, string), double> cells, string row, string column, double value)
    {
        if (!cells.TryAdd((row, column), value)) throw new ArgumentException($"the cell '{row}', '{column}' comes twice", nameof(cells));
    }

    /// <summary>Whether the columns' labels fit above their columns in three lines; else they lean.</summary>
    private bool LabelsLie() => Columns.All(label => Wrapped(label) is { Count: <= 3 } lines && Axes.Widest(lines) < ColumnWidth());

    private IReadOnlyList<string> Wrapped(string label) => Lettering.Wrap(Name(label), Axes.LabelSize, ColumnWidth(), 4);

    /// <summary>Width of a column in a figure of the usual size, less a gap.</summary>
    private double ColumnWidth() => (560.0 / Columns.Count) - 8;

    private double ColumnLabelHeight() => LabelsLie()
        ? (Columns.Select(label => Wrapped(label).Count).DefaultIfEmpty(1).Max() * Axes.LabelSize * 1.35) + 8
        : (Math.Min(MostLabelWidth, Axes.Widest(Columns.Select(Name), Letters())) * (LabelsLean() ? Slope : 1)) + 22;

    private bool LabelsLean() => ColumnWidth() >= LeastLeaning;

    /// <summary>Size of the columns' labels.</summary>
    private double Letters() => LabelsLie() || LabelsLean() ? Axes.LabelSize : Math.Clamp(Math.Floor(ColumnWidth() + 8), LeastLetters, Axes.LabelSize);

    private double? Value(string row, string column) => Cells.TryGetValue((row, column), out var value) ? value : null;

    private JsonArray Matrix(Func<string, string, JsonNode?> cell) =>
        new([.. Rows.Select(row => (JsonNode?)new JsonArray([.. Columns.Select(column => cell(row, column))]))]);

    private (double Low, double High) Bounds()
    {
        var (low, high) = (Cells.Values.DefaultIfEmpty(0).Min(), Cells.Values.DefaultIfEmpty(0).Max());
        if (low >= 0) return (0, high > 0 ? high : 1);
        var reach = Math.Max(-low, high);
        return (-reach, reach);
    }

    private string[] Scale() => Cells.Values.Any(value => value < 0) ? Signed : Amounts;

    /// <summary>The numbers in the cells, each in black or white after the cell's colour; null where cells are too small for them.</summary>
    private JsonObject? Numbers(double width, double height)
    {
        (int Row, int Column, double Value)[] cells = [.. from row in Enumerable.Range(0, Rows.Count)
                                                          from column in Enumerable.Range(0, Columns.Count)
                                                          where Value(Rows[row], Columns[column]) is not null
                                                          select (row, column, Value(Rows[row], Columns[column])!.Value)];
        var widest = Axes.Widest(cells.Select(cell => Axes.Number(cell.Value)), 1);
        var size = Math.Floor(Math.Min(12, Math.Min((width - 4) / Math.Max(widest, 0.1), (height - 4) / 1.2)));
        return size < LeastLetters ? null : new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "text",
            ["x"] = Axes.Array(cells.Select(cell => (double)cell.Column)),
            ["y"] = Axes.Array(cells.Select(cell => (double)cell.Row)),
            ["text"] = Axes.Texts(cells.Select(cell => Axes.Number(cell.Value))),
            ["textposition"] = "middle center",
            ["textfont"] = new JsonObject { ["size"] = size, ["color"] = Axes.Texts(cells.Select(cell => Palette.TextOn(ColorOf(cell.Value)))) },
            ["hoverinfo"] = "skip",
            ["showlegend"] = false,
        };
    }

    private string ColorOf(double value)
    {
        var (low, high) = Bounds();
        var (scale, share) = (Scale(), (value - low) / (high - low));
        return share < 0.5 ? Palette.Mix(scale[0], scale[1], 2 * share) : Palette.Mix(scale[1], scale[2], (2 * share) - 1);
    }
}
