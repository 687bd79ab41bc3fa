namespace Analysis;

public sealed partial record Figure
{
    /// <summary>
    /// A matrix as coloured cells, each with its number; missing values stay blank. The mark of a cell is <see cref="Evidence.Pair"/> of
    /// row and column.
    /// </summary>
    /// <param name="matrix">Numbers by row and column, such as a pivot.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="unit">What the cells count; names the colour bar.</param>
    /// <param name="name">Turns a label into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="ArgumentException">A value is no finite number.</exception>
    public static Figure HeatMap(
        Deedle.Frame<string, string> matrix, string title, string unit = "count", Func<string, string>? name = null, string id = "")
    {
        var cells = matrix.Cells().ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Value);
        return new(HeatMapChart.Of([.. matrix.RowKeys], [.. matrix.ColumnKeys], cells, unit), title, id, name);
    }

    /// <summary>
    /// A matrix as coloured cells, each with its number, from a long frame; cells without a row stay blank. The mark of a cell is
    /// <see cref="Evidence.Pair"/> of row and column.
    /// </summary>
    /// <param name="cells">One row for each cell.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="row">Column with the cell's row.</param>
    /// <param name="column">Column with the cell's column.</param>
    /// <param name="value">Column of numbers.</param>
    /// <param name="unit">What the cells count. Default: the name of the value column.</param>
    /// <param name="symmetric">
    /// Whether rows and columns are the same things and each cell holds for both directions, as co-mentions do. Each pair then stands in
    /// the matrix once, and things that go together stand next to each other (see <see cref="Clustering"/>).
    /// </param>
    /// <param name="name">Turns a label into the words drawn for it.</param>
    /// <param name="similarity">
    /// Column of numbers from 0 to 1 that says how far the two of a symmetric cell go together. Default: the value's share of the greatest.
    /// </param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A value is no number, or a cell comes twice.</exception>
    public static Figure HeatMap(
        DataFrame cells, string title, string row, string column, string value = "Count", string? unit = null, bool symmetric = false,
        Func<string, string>? name = null, string? similarity = null, string id = "")
    {
        var (rows, columns, values) = (cells.Texts(row), cells.Texts(column), cells.Numbers(value));
        Dictionary<(string Row, string Column), double> numbers = [];
        for (var cell = 0; cell < values.Length; cell++)
            if ((symmetric && numbers.ContainsKey((columns[cell], rows[cell])))
                || !numbers.TryAdd((rows[cell], columns[cell]), values[cell]))
                throw new ArgumentException($"row {cell}: the cell '{rows[cell]}', '{columns[cell]}' comes twice", nameof(cells));
        if (!symmetric)
            return new(HeatMapChart.Of([.. rows.Distinct()], [.. columns.Distinct()], numbers, unit ?? value), title, id, name);
        var most = values.DefaultIfEmpty(1).Max();
        var similarities = similarity is null ? Array.ConvertAll(values, number => number / most) : cells.Numbers(similarity);
        return new(HeatMapChart.Triangle(rows, columns, numbers, similarities, unit ?? value), title, id, name);
    }

    /// <summary>
    /// Points in two measures; as many bear their label as have room for it, those of the first rows first. A label with no room beside its
    /// point stands at the end of a line.
    /// </summary>
    /// <param name="data">One row for each point.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="x">Column of numbers.</param>
    /// <param name="y">Column of numbers.</param>
    /// <param name="label">Column of labels.</param>
    /// <param name="mark">
    /// Column with the id of each point's mark, such as <see cref="Evidence.Pair"/> of two entities. Default: the label.
    /// </param>
    /// <param name="labelled">Column of truth values: whether the point bears its label. Default: all do, where there is room.</param>
    /// <param name="xUnit">Name of the horizontal axis with its unit. Default: the column's.</param>
    /// <param name="yUnit">Name of the vertical axis with its unit. Default: the column's.</param>
    /// <param name="name">Turns a label into the words drawn for it.</param>
    /// <param name="referenceY">A value to compare with, drawn as a dashed line across the chart. Default: no line.</param>
    /// <param name="referenceName">The words at the right end of the line. Default: its value.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A value is no number, or a reference has a name and no value.</exception>
    public static Figure Scatter(
        DataFrame data, string title, string x, string y, string label = "Value", string? mark = null, string? labelled = null,
        string? xUnit = null, string? yUnit = null, Func<string, string>? name = null, double? referenceY = null,
        string? referenceName = null, string id = "")
    {
        if (referenceY is { } value && !double.IsFinite(value))
            throw new ArgumentException($"expected a number as reference, found '{FrameValues.Text(value)}'", nameof(referenceY));
        if (referenceY is null && referenceName is not null)
            throw new ArgumentException($"the reference '{referenceName}' has no value", nameof(referenceName));
        var (across, up, texts, marks) = (data.Numbers(x), data.Numbers(y), data.Texts(label), data.Texts(mark ?? label));
        var flags = labelled is null ? null : data.Texts(labelled);
        var points = texts.Select((text, row) => new ScatterPoint(across[row], up[row], marks[row],
            text.Length > 0 && name is not null ? name(text) : text, flags is null || flags[row] is "true" or "True"));
        var reference = referenceY is { } level ? new ScatterReference(level, referenceName ?? Axes.Number(level)) : null;
        return new(new ScatterChart([.. points.Take(ScatterChart.MostPoints)], xUnit ?? x, yUnit ?? y, reference) { Whole = texts.Length },
            title, id);
    }

    /// <summary>
    /// A network: nodes near each other are strongly joined. A node's size is its frequency, colour and symbol its community; an edge's
    /// width is its weight. Places follow from the frame and the figure's size alone. The mark of a node is its id, that of an edge
    /// <see cref="Evidence.Pair"/> of its ends in either order.
    /// </summary>
    /// <param name="edges">One row for each edge; direction does not count.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="from">Column with one end of the edge.</param>
    /// <param name="to">Column with its other end.</param>
    /// <param name="weight">Column of numbers above 0.</param>
    /// <param name="unit">What the weight counts. Default: the name of its column.</param>
    /// <param name="size">Frequency of a node. Default: the sum of its edges' weights.</param>
    /// <param name="communities">
    /// Whether nodes are coloured by their community (see <see cref="Communities"/>), each called after its largest member.
    /// </param>
    /// <param name="name">Turns a node into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A weight is not above 0, an edge comes twice, or it joins a node with itself.</exception>
    public static Figure Network(
        DataFrame edges, string title, string from = "First", string to = "Second", string weight = "Both", string? unit = null,
        Func<string, double>? size = null, bool communities = false, Func<string, string>? name = null, string id = "")
    {
        var rows = edges.Texts(from).Zip(edges.Texts(to), edges.Numbers(weight)).ToArray();
        NetworkChart.Check(rows);
        var all = NetworkChart.Sums(rows);
        var drawn = all.OrderByDescending(node => node.Value).Take(NetworkChart.MostNodes).Select(node => node.Key).ToHashSet();
        if (all.Count > drawn.Count) rows = Array.FindAll(rows, edge => drawn.Contains(edge.First) && drawn.Contains(edge.Second));
        var sums = NetworkChart.Sums(rows);
        var places = sums.Keys.Index().ToDictionary(node => node.Item, node => node.Index);
        (int From, int To, double Weight)[] joined = [.. rows.Select(edge => (places[edge.First], places[edge.Second], edge.Third))];
        NetworkNode[] sized = [.. sums.Select(node => new NetworkNode(node.Key, "", size?.Invoke(node.Key) ?? node.Value))];
        if (communities) sized = NetworkChart.ByCommunity(sized, joined, name ?? (text => text));
        return new(new NetworkChart(sized, joined, unit ?? weight) { Whole = all.Count }, title, id, name);
    }

    /// <summary>
    /// A lexical dispersion plot: where in each document something occurs, a panel for each document, a tick for each occurrence. The mark
    /// of a tick is the occurrence's address (see <see cref="Evidence.Address"/>).
    /// </summary>
    /// <param name="occurrences">
    /// One row for each occurrence, such as a frame of mentions, with its place in the columns <c>Document</c>, <c>Start</c> and
    /// <c>End</c>.
    /// </param>
    /// <param name="documents">
    /// The documents, in the order of the panels; those where nothing occurs have an empty panel. Of more than twelve, those are drawn
    /// where most occurs.
    /// </param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="of">Column of what occurs; rows where it is missing are passed over.</param>
    /// <param name="top">How many different things are drawn, the most frequent first.</param>
    /// <param name="name">Turns what occurs into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A row names no document of those given, or no offset in it.</exception>
    public static Figure Dispersion(
        DataFrame occurrences, IEnumerable<Document> documents, string title, string of = "Entity", int top = 12,
        Func<string, string>? name = null, string id = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        Document[] all = [.. documents];
        var lengths = all.ToDictionary(document => document.Id, document => document.Text.Length);
        var (things, places) = (occurrences.Texts(of), occurrences.Texts("Document"));
        var (starts, ends) = (occurrences.Numbers("Start"), occurrences.Numbers("End"));
        for (var row = 0; row < places.Length; row++)
        {
            if (!lengths.TryGetValue(places[row], out var length)) throw new ArgumentException(
                $"row {row} names the document '{places[row]}', which is not among those given", nameof(documents));
            if (starts[row] < 0 || starts[row] >= length) throw new ArgumentException(
                $"row {row}: document '{places[row]}' has {length} code units, found offset {FrameValues.Text(starts[row])}",
                nameof(occurrences));
        }
        var most = things.Where(thing => thing.Length > 0).CountBy(thing => thing).Take(top).Select(thing => thing.Value).ToHashSet();
        Occurrence[] found = [.. Enumerable.Range(0, things.Length).Where(row => most.Contains(things[row])).Select(row => new Occurrence(
            things[row], places[row], starts[row], Chronology.AddressOf(places[row], (int)starts[row], (int)ends[row])))];
        HashSet<string> drawn = [.. all.Length <= DispersionChart.MostPanels ? lengths.Keys : found.CountBy(each => each.Document)
            .OrderByDescending(count => count.Count).Take(DispersionChart.MostPanels).Select(count => count.Value)];
        var chart = new DispersionChart(Array.FindAll(all, document => drawn.Contains(document.Id)),
            Array.FindAll(found, each => drawn.Contains(each.Document)), [.. most], of);
        return new(chart with { Whole = all.Length }, title, id, name);
    }
}
