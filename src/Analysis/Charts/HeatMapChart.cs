namespace Analysis;

public sealed partial record Figure
{
    /// <summary>A matrix as coloured cells, each with its number; missing values stay blank. The mark of a cell is
    /// <see cref="Evidence.Pair"/> of row and column.</summary>
    /// <param name="matrix">Numbers by row and column, such as a pivot.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="unit">What the cells count; names the colour bar.</param>
    /// <param name="name">Turns a label into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="ArgumentException">A value is no finite number.</exception>
    public static Figure HeatMap(Deedle.Frame<string, string> matrix, string title, string unit = "count",
        Func<string, string>? name = null, string id = "") =>
        new(HeatMapChart.Of(matrix, unit, name ?? (text => text)), title, id);

    /// <summary>A matrix as coloured cells, each with its number, from a long frame; cells without a row stay blank. The mark of a cell is
    /// <see cref="Evidence.Pair"/> of row and column.</summary>
    /// <param name="cells">One row for each cell.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="row">Column with the cell's row.</param>
    /// <param name="column">Column with the cell's column.</param>
    /// <param name="value">Column of numbers.</param>
    /// <param name="unit">What the cells count. Default: the name of the value column.</param>
    /// <param name="symmetric">Whether rows and columns are the same things in one order, largest total first, each cell holding for both
    /// directions, as co-mentions do.</param>
    /// <param name="name">Turns a label into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A value is no number, or a cell comes twice.</exception>
    public static Figure HeatMap(
        DataFrame cells, string title, string row, string column, string value = "Count", string? unit = null, bool symmetric = false,
        Func<string, string>? name = null, string id = "") =>
        new(HeatMapChart.Of(cells, row, column, value, unit ?? value, symmetric, name ?? (text => text)), title, id);
}

/// <summary>A matrix of cells. Rows and columns of a symmetric one are the same list, and each cell stands in it once.</summary>
internal sealed record HeatMapChart(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns,
    IReadOnlyDictionary<(string Row, string Column), double> Cells, string Unit, Func<string, string> Name) : Chart
{
    private const double MostLabelWidth = 230;

    /// <summary>Angle of the columns' labels, upwards: sine and cosine of 45 degrees are the same.</summary>
    private const double Slope = 0.7072;

    /// <summary>Narrowest column whose label may lean; the labels of narrower ones stand upright.</summary>
    private const double LeastLeaning = 18;
    private const double LeastLetters = 7;
    private const int Told = 10;

    /// <summary>Stops of the colour scale: white to blue for amounts; orange, white, blue around zero for values of both signs.</summary>
    private static readonly string[] Amounts = ["#FFFFFF", "#73B3D8", "#00497A"];
    private static readonly string[] Signed = ["#B35806", "#FFFFFF", "#0072B2"];

    public override int PreferredHeight => (int)(150 + ColumnLabelHeight + (Rows.Count * 30));

    public override IReadOnlyList<ChartMark> Marks => [.. Cells.Keys.Select(cell => MarkOf(cell)!)];

    private bool Symmetric => ReferenceEquals(Rows, Columns);

    private string[] Scale => Cells.Values.Any(value => value < 0) ? Signed : Amounts;

    /// <summary>Width of a column in a figure of the usual size, less a gap.</summary>
    private double ColumnWidth => (560.0 / Columns.Count) - 8;

    /// <summary>Whether the columns' labels fit above their columns in three lines; else they lean.</summary>
    private bool LabelsLie => Columns.All(label => Wrapped(label) is { Count: <= 3 } lines && Axes.Widest(lines) < ColumnWidth);

    private bool LabelsLean => ColumnWidth >= LeastLeaning;

    /// <summary>Size of the columns' labels.</summary>
    private double Letters => LabelsLie || LabelsLean
        ? Axes.LabelSize : Math.Clamp(Math.Floor(ColumnWidth + 8), LeastLetters, Axes.LabelSize);

    private double ColumnLabelHeight => LabelsLie
        ? (Columns.Select(label => Wrapped(label).Count).DefaultIfEmpty(1).Max() * Axes.LabelSize * 1.35) + 8
        : (Math.Min(MostLabelWidth, Axes.Widest(Columns.Select(Name), Letters)) * (LabelsLean ? Slope : 1)) + 22;

    public static HeatMapChart Of(Deedle.Frame<string, string> matrix, string unit, Func<string, string> name)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new([.. matrix.RowKeys], [.. matrix.ColumnKeys],
            matrix.Cells().ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Value), unit, name);
    }

    public static HeatMapChart Of(DataFrame frame, string row, string column, string value, string unit, bool symmetric,
        Func<string, string> name)
    {
        var (rows, columns, values) = (frame.Texts(row), frame.Texts(column), frame.Numbers(value));
        Dictionary<(string Row, string Column), double> cells = [];
        for (var cell = 0; cell < values.Length; cell++)
            if ((symmetric && cells.ContainsKey((columns[cell], rows[cell]))) || !cells.TryAdd((rows[cell], columns[cell]), values[cell]))
                throw new ArgumentException($"row {cell}: the cell '{rows[cell]}', '{columns[cell]}' comes twice", nameof(frame));
        if (!symmetric) return new([.. rows.Distinct()], [.. columns.Distinct()], cells, unit, name);
        string[] order = [.. rows.Concat(columns).Distinct()
            .OrderByDescending(label => cells.Where(cell => cell.Key.Row == label || cell.Key.Column == label).Sum(cell => cell.Value))];
        return new(order, order, cells, unit, name);
    }

    public override string Describe()
    {
        var highest = Marks.Where(mark => Value(mark) != 0).OrderByDescending(Value).Take(Told);
        var told = string.Join("; ", highest.Select(mark => $"{mark.Name} {Axes.Number(Value(mark))}"));
        return $"Heat map of {Unit}, {Rows.Count} rows by {Columns.Count} columns; highest: {told}.";
    }

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        string[] rowNames = [.. Rows.Select(Fitted)];
        string[] columnNames = [.. Columns.Select(label => LabelsLie ? string.Join('\n', Wrapped(label)) : Fitted(label))];
        var horizontal = Axes.Labels(columnNames, downwards: false);
        (horizontal.Side, horizontal.TickFont) = ("top", new() { Size = Letters });
        horizontal.TickAngle = LabelsLie ? 0 : LabelsLean ? -45 : -90;
        var marks = Rows.Select(row => Columns.Select(column => MarkOf((row, column))).ToArray()).ToArray();
        T[][] Each<T>(Func<ChartMark?, T> value) => [.. marks.Select(row => row.Select(value).ToArray())];
        var (low, high) = Bounds();
        var cells = new Trace2D("heatmap")
        {
            X = Enumerable.Range(0, Columns.Count).ToArray(), Y = Enumerable.Range(0, Rows.Count).ToArray(),
            Z = Each(mark => mark is null ? (double?)null : Math.Round(Value(mark), 6)),
            ZMin = low, ZMax = high,
            HoverInfo = "text", HoverOnGaps = false,
            HoverText = Each(mark => mark is null ? "" : evidence.Hover(mark)),
            CustomData = Each(mark => mark is null ? [] : evidence.Addresses(mark)),
            XGap = 2, YGap = 2,
            ColorScale = Scale.Select((color, stop) => new object[] { stop / 2.0, color }).ToArray(),
            ColorBar = new()
            {
                Title = new() { Text = Lettering.Escape(Unit), Side = "right" },
                Thickness = 12, OutlineWidth = 0, Len = 1, TickFormat = ",",
                X = 1, XAnchor = "left", XPad = 14,
            },
        };
        // The last label leans out to the right of its column.
        var leaning = Columns.Select((label, column) => (Axes.Widest([Name(label)]) * Slope) - ((Columns.Count - column) * 30));
        var lean = LabelsLie || !LabelsLean ? 0 : leaning.Max();
        var margin = new Margin(Axes.Widest(rowNames) + 14, ColumnLabelHeight, Math.Max(96, lean), 14);
        var (width, height) = FigureLayout.PlotSize(figure, margin);
        Trace[] traces = [cells, .. Numbers(marks, width / Columns.Count, height / Rows.Count)];
        return new(traces, new Layout { XAxis = horizontal, YAxis = Axes.Labels(rowNames, downwards: true), ShowLegend = false }, margin);
    }

    private static double Value(ChartMark mark) => (double)mark.Values[0].Value!;

    /// <summary>The mark of a cell, also asked for in the other direction of a symmetric matrix; null where the cell is blank.</summary>
    private ChartMark? MarkOf((string Row, string Column) cell)
    {
        if (Symmetric && !Cells.ContainsKey(cell)) cell = (cell.Column, cell.Row);
        if (!Cells.TryGetValue(cell, out var value)) return null;
        return new(cell.Row, cell.Column, $"{Name(cell.Row)} – {Name(cell.Column)}", (Unit, value));
    }

    private string Fitted(string label) => Lettering.Fit(Name(label), Axes.LabelSize, MostLabelWidth);

    private IReadOnlyList<string> Wrapped(string label) => Lettering.Wrap(Name(label), Axes.LabelSize, ColumnWidth, 4);

    private (double Low, double High) Bounds()
    {
        var (low, high) = (Cells.Values.Min(), Cells.Values.Max());
        var reach = Math.Max(-low, high);
        return low < 0 ? (-reach, reach) : (0, high > 0 ? high : 1);
    }

    /// <summary>The numbers in the cells, each in black or white as the cell's colour asks; none where cells are too small for
    /// them.</summary>
    private IEnumerable<Trace> Numbers(ChartMark?[][] marks, double width, double height)
    {
        List<(double Column, double Row, double Value)> cells = [];
        for (var row = 0; row < Rows.Count; row++)
            for (var column = 0; column < Columns.Count; column++)
                if (marks[row][column] is { } mark) cells.Add((column, row, Value(mark)));
        var widest = Axes.Widest(cells.Select(cell => Axes.Number(cell.Value)), 1);
        var size = Math.Floor(Math.Min(12, Math.Min((width - 4) / Math.Max(widest, 0.1), (height - 4) / 1.2)));
        if (size < LeastLetters) yield break;
        var font = new Font { Size = size, Color = cells.Select(cell => Palette.TextOn(ColorOf(cell.Value))).ToArray() };
        yield return Axes.Texts([.. cells.Select(cell => (cell.Column, cell.Row, Axes.Number(cell.Value)))], "middle center", font);
    }

    private string ColorOf(double value)
    {
        var (low, high) = Bounds();
        var share = (value - low) / (high - low);
        return share < 0.5 ? Palette.Mix(Scale[0], Scale[1], 2 * share) : Palette.Mix(Scale[1], Scale[2], (2 * share) - 1);
    }
}
