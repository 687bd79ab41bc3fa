namespace Analysis;

public sealed partial record Figure
{
    /// <summary>
    /// A network: nodes near each other are strongly joined. A node's size is its frequency, colour and symbol its type; an edge's width is
    /// its weight. Places follow from the frame and the figure's size alone. The mark of a node is its id, that of an edge
    /// <see cref="Evidence.Pair"/> of its ends in either order.
    /// </summary>
    /// <param name="edges">One row for each edge; direction does not count.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="from">Column with one end of the edge.</param>
    /// <param name="to">Column with its other end.</param>
    /// <param name="weight">Column of numbers above 0.</param>
    /// <param name="unit">What the weight counts. Default: the name of its column.</param>
    /// <param name="size">Frequency of a node. Default: the sum of its edges' weights.</param>
    /// <param name="type">Type of a node. Default: one type.</param>
    /// <param name="name">Turns a node or type into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A weight is not above 0, an edge comes twice, or it joins a node with itself.</exception>
    public static Figure Network(
        DataFrame edges, string title, string from = "First", string to = "Second", string weight = "Both", string? unit = null,
        Func<string, double>? size = null, Func<string, string>? type = null, Func<string, string>? name = null, string id = "") =>
        new(NetworkChart.Of(edges, from, to, weight, unit ?? weight, size, type, name ?? (text => text)), title, id);
}

/// <summary>A network of nodes and weighted edges.</summary>
internal sealed record NetworkChart(
    IReadOnlyList<string> Nodes, IReadOnlyList<(int From, int To, double Weight)> Edges, double[] Sizes, string[] Types, string Unit,
    Func<string, string> Name) : Chart
{
    private const string EdgeColor = "#A9B4BC";
    private const double LeastRadius = 5;
    private const double MostRadius = 24;

    /// <summary>Nodes for which markers and names have their full size; of more, both are smaller.</summary>
    private const int FullSize = 25;

    private const double LabelRoom = 24;
    private const double MostLabelWidth = 260;
    private const int Widths = 5;
    private const double MostWidth = 9;
    private const int Told = 12;

    public override int PreferredHeight => Math.Clamp(360 + (Nodes.Count * 10), 420, 900);

    public override IReadOnlyList<ChartMark> Marks => [.. Edges.Select(MarkOf), .. Enumerable.Range(0, Nodes.Count).Select(MarkOf)];

    private double Shrink => Math.Min(1, Math.Sqrt((double)FullSize / Math.Max(1, Nodes.Count)));

    private string[] TypeOrder => [.. Nodes.Select((_, node) => node).GroupBy(node => Types[node])
        .OrderByDescending(group => group.Sum(node => Sizes[node])).Select(group => group.Key)];

    private double Heaviest => Edges.Max(edge => edge.Weight);

    public static NetworkChart Of(
        DataFrame edges, string from, string to, string weight, string unit, Func<string, double>? size, Func<string, string>? type,
        Func<string, string> name)
    {
        var (ends, others, weights) = (edges.Texts(from), edges.Texts(to), edges.Numbers(weight));
        string[] nodes = [.. ends.Concat(others).Distinct()];
        HashSet<(int, int)> seen = [];
        var list = new (int From, int To, double Weight)[weights.Length];
        for (var row = 0; row < list.Length; row++)
        {
            var (first, second) = (Array.IndexOf(nodes, ends[row]), Array.IndexOf(nodes, others[row]));
            if (weights[row] <= 0) throw new ArgumentException(
                $"row {row}: the weight of an edge is above 0; found {FrameValues.Text(weights[row])}", nameof(edges));
            if (first == second) throw new ArgumentException($"row {row} joins '{ends[row]}' with itself", nameof(edges));
            if (!seen.Add((Math.Min(first, second), Math.Max(first, second)))) throw new ArgumentException(
                $"row {row} repeats the edge of '{ends[row]}' and '{others[row]}'", nameof(edges));
            list[row] = (first, second, weights[row]);
        }
        double[] sizes = [.. nodes.Select((node, index) =>
            size?.Invoke(node) ?? list.Where(edge => edge.From == index || edge.To == index).Sum(edge => edge.Weight))];
        return new(nodes, list, sizes, [.. nodes.Select(node => type?.Invoke(node) ?? "")], unit, name);
    }

    public override string Describe()
    {
        var heaviest = Edges.OrderByDescending(edge => edge.Weight).Take(Told);
        var told = string.Join("; ", heaviest.Select(edge => $"{MarkOf(edge).Name} {Axes.Number(edge.Weight)} {Unit}"));
        return $"Network of {Nodes.Count} nodes and {Edges.Count} edges, heaviest first: {told}.";
    }

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        var types = TypeOrder;
        var margin = new Margin(0, types is [""] ? 0 : Axes.LegendHeight(types.Select(Name), figure.Width - 40), 0, 30);
        var (width, height) = FigureLayout.PlotSize(figure, margin);
        var spots = Spots(width, height, types);
        var key = Notes.At(Key, (0.0, "left"), (0.0, "top"), yShift: -6, size: 12);
        var layout = new Layout
        {
            XAxis = Axes.Hidden(0, width), YAxis = Axes.Hidden(0, height),
            ShowLegend = types is not [""], Legend = Axes.Legend(),
            Annotations = [.. Labels(spots, types, new(0, 0, width, height)), key],
        };
        var nodes = types.Select((type, look) => NodeTrace(type, look, spots, evidence));
        return new([.. EdgeTraces(spots), EdgeHover(spots, evidence), .. nodes], layout, margin);
    }

    private string Key => $"Line width: {Unit}, {Axes.Number(Edges.Min(edge => edge.Weight))} to {Axes.Number(Heaviest)}. "
        + $"Marker size: frequency, {Axes.Number(Sizes.Min())} to {Axes.Number(Sizes.Max())}.";

    private ChartMark MarkOf((int From, int To, double Weight) edge) =>
        new(Nodes[edge.From], Nodes[edge.To], $"{Name(Nodes[edge.From])} – {Name(Nodes[edge.To])}", (Unit, edge.Weight));

    private ChartMark MarkOf(int node) => new(
        Nodes[node], null, Name(Nodes[node]), ("Type", Types[node].Length > 0 ? Name(Types[node]) : null), ("Frequency", Sizes[node]));

    private Spot[] Spots(double width, double height, string[] types)
    {
        double[] radii = [.. Sizes.Select(size => LeastRadius
            + (Math.Sqrt(Math.Max(0, size) / Math.Max(1e-9, Sizes.Max())) * ((MostRadius * Shrink) - LeastRadius)))];
        // The lightest edge is not quite twice as long as the heaviest.
        var lengths = Edges.Select(edge => (edge.From, edge.To, 2 - Math.Sqrt(edge.Weight / Heaviest))).ToArray();
        var room = new Box(70, MostRadius + LabelRoom, width - 110, height - MostRadius - LabelRoom);
        bool HoldsLabel(int node) => Palette.Symbol(Array.IndexOf(types, Types[node])) is "circle" or "square";
        return [.. StressLayout.Place(lengths, radii, room).Select((place, node) =>
            new Spot(place.X, place.Y, radii[node], HoldsLabel(node) ? 1.8 * radii[node] : 0))];
    }

    /// <summary>Edges by width, for a line of plotly.js has one width.</summary>
    private IEnumerable<Trace> EdgeTraces(Spot[] spots) =>
        from edge in Edges
        group edge by (int)Math.Ceiling(edge.Weight / Heaviest * Widths) into alike
        orderby alike.Key
        let line = new Line { Color = EdgeColor, Width = Math.Round((double)alike.Key / Widths * MostWidth, 2) }
        select Axes.Lines(alike.Select(edge => (spots[edge.From].Place, spots[edge.To].Place)), line, opacity: 0.55);

    /// <summary>Lines answer to the pointer at their ends alone; an unseen marker in the middle speaks for each.</summary>
    private Trace EdgeHover(Spot[] spots, EvidenceIndex evidence)
    {
        var middles = Edges.Select(edge => ((spots[edge.From].X + spots[edge.To].X) / 2, (spots[edge.From].Y + spots[edge.To].Y) / 2));
        var marker = new Marker { Size = 12, Opacity = 0, Color = EdgeColor };
        return evidence.Attach(Axes.Points(middles, marker), [.. Edges.Select(MarkOf)]);
    }

    private Trace NodeTrace(string type, int look, Spot[] spots, EvidenceIndex evidence)
    {
        int[] members = [.. Enumerable.Range(0, Nodes.Count).Where(node => Types[node] == type)];
        var marker = new Marker
        {
            Size = Axes.Rounded(members.Select(node => spots[node].Radius * 2)),
            Color = Palette.Color(look), Symbol = Palette.Symbol(look), Opacity = 1,
            Line = new() { Color = "#FFFFFF", Width = 1.5 },
        };
        var nodes = Axes.Points(members.Select(node => spots[node].Place), marker, type.Length > 0 ? Name(type) : "");
        return evidence.Attach(nodes, [.. members.Select(MarkOf)]);
    }

    /// <summary>The names of the nodes. White behind them keeps the edges that they lie on out of the letters.</summary>
    private IEnumerable<Annotation> Labels(Spot[] spots, string[] types, Box plot)
    {
        string[] labels = [.. Nodes.Select(node => Lettering.Fit(Name(node), Axes.LabelSize, MostLabelWidth * Shrink))];
        var lines = Edges.Select(edge => (spots[edge.From].Place, spots[edge.To].Place)).ToArray();
        var chosen = LabelPlacement.Choose(spots, labels, Axes.LabelSize, plot, lines, drop: false);
        for (var node = 0; node < labels.Length; node++)
        {
            if (chosen[node] is not { } place) continue;
            var color = place.IsInside ? Palette.TextOn(Palette.Color(Array.IndexOf(types, Types[node]))) : Palette.Ink;
            var note = place.Note(labels[node], Axes.LabelSize, color, spots[node], spots[node].X, spots[node].Y);
            if (!place.IsInside && spots.All(spot => place.Box.Overlap(spot.Bounds) == 0)) note.BgColor = "rgba(255,255,255,0.7)";
            yield return note;
        }
    }
}
