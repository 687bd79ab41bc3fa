namespace Analysis;

/// <summary>A matrix of cells.</summary>
internal sealed record HeatMapChart(IReadOnlyList<string> Rows, IReadOnlyList<string> Columns,
    IReadOnlyDictionary<(string Row, string Column), double> Cells, string Unit) : Chart
{
    private const int Told = 10;
    private const int MostRows = 40;
    private const int MostColumns = 60;
    private const int LeastCell = 26;

    /// <summary>Room beside the cells of a narrow figure, where there is no colour bar.</summary>
    private const int NarrowEdges = 180;

    /// <summary>Stops of the colour scale: white to blue for amounts; orange, white, blue around zero for values of both signs. On a
    /// dark page the ends are light and the middle dark, so none of these is the colour of a series.</summary>
    private static readonly string[] Amounts = ["#FFFFFF", "#73B3D8", "#00497A"];
    private static readonly string[] Signed = ["#B35806", "#FFFFFF", "#0073B2"];

    public override IReadOnlyList<ChartMark> Marks => [.. Cells.Select(cell =>
        new ChartMark(cell.Key.Row, cell.Key.Column, $"{NameOf(cell.Key.Row)} – {NameOf(cell.Key.Column)}", (Unit, cell.Value)))];

    /// <summary>Number of rows and columns of the whole matrix.</summary>
    private (int Rows, int Columns) Whole { get; init; } = (Rows.Count, Columns.Count);

    public override string Remark => $"{Cut} {(HasBlanks ? Language.Text("heat-map-empty") : "")}".Trim();

    private bool HasBlanks => Lowest == 0 || Cells.Count < Rows.Count * Columns.Count;

    private string Cut => Whole == (Rows.Count, Columns.Count) ? ""
        : Language.Text("heat-map-cut", Rows.Count, Whole.Rows, Columns.Count, Whole.Columns);

    private double Lowest => Cells.Values.DefaultIfEmpty(double.NaN).Min();

    public override bool IsMirrored => !Columns.All(column => TimeAxis.Day(column) is not null);

    public override int LeastWidth => NarrowEdges + (LeastCell * Columns.Count);

    public override int HeightAt(int width) => (int)(150 + ColumnLabels(width).Height + (Rows.Count * (Axes.IsNarrow(width) ? 38 : 30)));

    public override string Describe()
    {
        var highest = Marks.Where(mark => mark.Number != 0).OrderByDescending(mark => mark.Number).Take(Told);
        var told = Language.List(highest.Select(mark => $"{Language.Say(mark.Name)}: {Language.Number(mark.Number)}"));
        return Language.Text("heat-map", Language.Say(Unit), Rows.Count, Columns.Count, told);
    }

    /// <summary>A matrix, of a large one the rows and columns with the greatest sums, in their order.</summary>
    public static HeatMapChart Of(string[] rows, string[] columns, Dictionary<(string Row, string Column), double> cells, string unit)
    {
        string[] Greatest(string[] keys, int most, ILookup<string, double> values) => keys.Length <= most ? keys
            : [.. keys.OrderByDescending(key => values[key].Sum()).Take(most).ToHashSet() is var kept ? keys.Where(kept.Contains) : keys];
        var drawnRows = Greatest(rows, MostRows, cells.ToLookup(cell => cell.Key.Row, cell => cell.Value));
        var drawnColumns = Greatest(columns, MostColumns, cells.ToLookup(cell => cell.Key.Column, cell => cell.Value));
        var (inRows, inColumns) = (drawnRows.ToHashSet(), drawnColumns.ToHashSet());
        var drawn = cells.Where(cell => inRows.Contains(cell.Key.Row) && inColumns.Contains(cell.Key.Column)).ToDictionary();
        return new(drawnRows, drawnColumns, drawn, unit) { Whole = (rows.Length, columns.Length) };
    }

    /// <summary>
    /// The matrix of things that are rows and columns at once, in the order of their clusters: each pair once, in the upper left half.
    /// </summary>
    public static HeatMapChart Triangle(string[] first, string[] second, IReadOnlyDictionary<(string, string), double> numbers,
        double[] similarities, string unit)
    {
        var sums = first.Concat(second).Zip(numbers.Values.Concat(numbers.Values)).ToLookup(end => end.First, end => end.Second);
        string[] things = [.. sums.OrderByDescending(thing => thing.Sum()).Take(MostRows).Select(thing => thing.Key)
            .Order(StringComparer.Ordinal)];
        var near = first.Zip(second, similarities).ToDictionary(pair => (pair.First, pair.Second), pair => pair.Third);
        double Similarity(string one, string other) => near.GetValueOrDefault((one, other), near.GetValueOrDefault((other, one)));
        var order = Clustering.Order(things.Length, (one, other) => 1 - Similarity(things[one], things[other]))
            .Select(place => things[place]).ToArray();
        var places = order.Index().ToDictionary(thing => thing.Item, thing => thing.Index);
        var cells = numbers.Where(cell => places.ContainsKey(cell.Key.Item1) && places.ContainsKey(cell.Key.Item2)).ToDictionary(
            cell => places[cell.Key.Item1] < places[cell.Key.Item2] ? cell.Key : (cell.Key.Item2, cell.Key.Item1), cell => cell.Value);
        return new([.. order.SkipLast(1)], [.. order.Skip(1).Reverse()], cells, unit) { Whole = (sums.Count - 1, sums.Count - 1) };
    }

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        var isNarrow = Axes.IsNarrow(figure.Width);
        var most = isNarrow ? NarrowEdges - 62 : TickLabels.MostWidth;
        string[] rowNames = [.. Rows.Select(row => Axes.Beside(Name(row), figure.Width, most))];
        var labels = ColumnLabels(figure.Width);
        var horizontal = Axes.Labels(labels.Texts, downwards: false);
        horizontal.Side = "top";
        labels.ApplyTo(horizontal);
        var cell = Marks.ToDictionary(mark => (mark.First, mark.Second!));
        ChartMark?[][] marks = [.. Rows.Select(row => Columns.Select(column => cell.GetValueOrDefault((row, column))).ToArray())];
        T[][] Each<T>(Func<ChartMark?, T> value) => [.. marks.Select(row => row.Select(value).ToArray())];
        var (low, high) = (Lowest, Cells.Values.Max());
        var scale = low < 0 ? Signed : Amounts;
        (low, high) = low < 0 ? (-Math.Max(-low, high), Math.Max(-low, high)) : (0, high > 0 ? high : 1);
        var cells = new Trace2D("heatmap")
        {
            X = Enumerable.Range(0, Columns.Count).ToArray(), Y = Enumerable.Range(0, Rows.Count).ToArray(),
            Z = Each(mark => mark is null ? (double?)null : Math.Round(mark.Number, 6)),
            ZMin = low, ZMax = high,
            HoverInfo = "text", HoverOnGaps = false,
            HoverText = Each(mark => mark is null ? "" : evidence.Hover(mark)),
            CustomData = Each(mark => mark is null ? (int?)null : evidence.Number(mark)),
            XGap = 2, YGap = 2,
            ColorScale = Axes.Stops(scale), ColorBar = Axes.Bar(Language.Say(Unit)),
        };
        if (high - low < 6 && Cells.Values.All(double.IsInteger)) cells.ColorBar!.SetProperty("dtick", 1);
        if (isNarrow) cells.SetProperty("showscale", false);
        // A leaning label may end to the right of the last column.
        var leaning = Columns.Select((label, column) =>
            (Lettering.Width(Name(label), Axes.LabelSize) * TickLabels.Slope) - ((Columns.Count - column) * 30));
        var bar = isNarrow ? 16 : 96;
        var right = labels.Angle == -45 ? Math.Max(bar, leaning.Max()) : bar;
        var margin = new Margin(Axes.Widest(rowNames) + 14, labels.Height, right, 14);
        var (width, height) = FigureLayout.PlotSize(figure, margin);
        string ColorOf(double value) => Palette.Between(scale, (value - low) / (high - low));
        Trace[] traces = [cells, .. Numbers(marks, width / Columns.Count, height / Rows.Count, ColorOf)];
        return new(traces, new Layout { XAxis = horizontal, YAxis = Axes.Labels(rowNames, downwards: true), ShowLegend = false }, margin);
    }

    private TickLabels ColumnLabels(int width)
    {
        var isNarrow = Axes.IsNarrow(width);
        return TickLabels.Of(Columns.Select(Name), (width - (isNarrow ? NarrowEdges : 340.0)) / Columns.Count, lean: !isNarrow);
    }

    /// <summary>
    /// The numbers in the cells, each in black or white as the cell's colour asks; none where cells are too small for them, and no zero
    /// of amounts: where nothing was counted, nothing stands.
    /// </summary>
    private IEnumerable<Trace> Numbers(ChartMark?[][] marks, double width, double height, Func<double, string> colorOf)
    {
        var showsZeros = Lowest < 0;
        var cells = (from row in Enumerable.Range(0, marks.Length)
                     from column in Enumerable.Range(0, marks[row].Length)
                     where marks[row][column] is { } mark && (mark.Number != 0 || showsZeros)
                     select (X: (double)column, Y: (double)row, marks[row][column]!.Number)).ToArray();
        var widest = Axes.Widest(cells.Select(cell => Axes.Number(cell.Number)), 1);
        var size = Math.Floor(Math.Min(12, Math.Min((width - 4) / Math.Max(widest, 0.1), (height - 4) / 1.2)));
        if (size < TickLabels.LeastSize) yield break;
        var colors = cells.Select(cell => Palette.IsLight(colorOf(cell.Number)) ? "#000000" : Palette.Paper);
        var font = new Font { Size = size, Color = colors.ToArray() };
        yield return Axes.Texts([.. cells.Select(cell => (cell.X, cell.Y, Axes.Number(cell.Number)))], "middle center", font);
    }
}
