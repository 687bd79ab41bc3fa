namespace Analysis;

/// <summary>A node of a network, and its community in the words of the legend; empty where communities are not told apart.</summary>
internal readonly record struct NetworkNode(string Id, string Community, double Size);

/// <summary>A network of nodes and weighted edges, which name their ends by position.</summary>
internal sealed record NetworkChart(IReadOnlyList<NetworkNode> Nodes, IReadOnlyList<(int From, int To, double Weight)> Edges, string Unit)
    : Chart
{
    public const int MostNodes = 60;
    private const string EdgeColor = "#A9B4BC";
    private const double LeastRadius = 5;
    private const double MostRadius = 24;

    /// <summary>Nodes for which markers and names have their full size; of more, both are smaller.</summary>
    private const int FullSize = 25;

    /// <summary>Width from which no height is added.</summary>
    private const int Wide = 620;

    private const double LabelRoom = 24;
    private const double MostLabelWidth = 260;
    private const int Widths = 5;
    private const double MostWidth = 9;
    private const int Told = 12;

    /// <summary>The communities, that with the largest nodes first.</summary>
    private readonly string[] _communities =
        [.. Nodes.GroupBy(node => node.Community).OrderByDescending(each => each.Sum(node => node.Size)).Select(each => each.Key)];

    private readonly double _heaviest = Edges.Select(edge => edge.Weight).DefaultIfEmpty(1).Max();

    // On a phone the nodes are spread downwards for lack of width, and the key takes more lines.
    public override int HeightAt(int width) => Math.Clamp(360 + (Nodes.Count * 10), 420, 900) + Math.Max(0, Wide - width)
        + (Edges.Any() ? 16 * Math.Max(0, KeyAt(width).Count - 3) : 0);

    /// <summary>Number of nodes, those that are not drawn included.</summary>
    public int Whole { get; init; } = Nodes.Count;

    public override string Remark => Whole > MostNodes ? Language.Text("network-cut", Nodes.Count, Whole) : "";

    public override IReadOnlyList<ChartMark> Marks => [.. Edges.Select(MarkOf), .. Nodes.Select(MarkOf)];

    /// <summary>Whether communities are told apart.</summary>
    private bool IsParted => _communities is not [""];

    private double Shrink => Math.Min(1, Math.Sqrt((double)FullSize / Math.Max(1, Nodes.Count)));

    private IReadOnlyList<string> KeyAt(int width) => Lettering.Wrap(Key, 12, width - 40, 5);

    private string Key => Language.Text("network-key", Language.Say(Unit), Edges.Min(edge => edge.Weight), _heaviest,
        Nodes.Min(node => node.Size), Nodes.Max(node => node.Size)) + (IsParted ? $" {Division}" : "");

    /// <summary>How clearly the communities part.</summary>
    private string Division => Modularity < Communities.Clear
        ? Language.Text("network-weak", Modularity, Communities.Clear) : Language.Text("network-division", Modularity);

    // Kept for the charts of other widths and languages.
    private double? Modularity => field ??= Communities.Modularity(
        Edges.Select(edge => (Nodes[edge.From].Id, Nodes[edge.To].Id, edge.Weight)), Nodes.ToDictionary(node => node.Id, CommunityOf));

    public override string Describe()
    {
        var heaviest = Edges.OrderByDescending(edge => edge.Weight).Take(Told);
        var told = heaviest.Select(edge => $"{Language.Say(MarkOf(edge).Name)}: {Language.Number(edge.Weight)}");
        return Language.Text("network", Nodes.Count, Edges.Count, Language.Say(Unit), Language.List(told))
            + (IsParted && Edges.Count > 0 ? $" {Division}" : "");
    }

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        var key = KeyAt(figure.Width);
        var legend = IsParted ? Axes.LegendHeight(_communities.Select(Language.Say), figure.Width - 40) : 0;
        var margin = new Margin(0, legend, 0, 14 + (16 * key.Count));
        var (width, height) = FigureLayout.PlotSize(figure, margin);
        var spots = Spots(width, height);
        Segment[] lines = [.. Edges.Select(edge => new Segment(spots[edge.From].Place, spots[edge.To].Place))];
        var layout = new Layout
        {
            XAxis = Axes.Hidden(0, width), YAxis = Axes.Hidden(0, height),
            ShowLegend = IsParted, Legend = Axes.Legend(),
            Annotations =
            [
                .. Labels(spots, lines, new(0, 0, width, height)),
                Axes.Note(string.Join('\n', key), (0.0, "left"), (0.0, "top"), yShift: -6, size: 12),
            ],
        };
        var nodes = Enumerable.Range(0, _communities.Length).Select(community => NodeTrace(community, spots, evidence));
        return new([.. EdgeTraces(lines), EdgeHover(lines, evidence), .. nodes], layout, margin);
    }

    /// <exception cref="ArgumentException">A weight is not above 0, an edge comes twice, or it joins a node with itself.</exception>
    public static void Check((string First, string Second, double Weight)[] edges)
    {
        HashSet<(string, string)> seen = [];
        foreach (var (row, (first, second, weight)) in edges.Index())
        {
            var problem = weight <= 0 ? $": the weight of an edge is above 0; found {FrameValues.Text(weight)}"
                : first == second ? $" joins '{first}' with itself"
                : !seen.Add((first, second)) || seen.Contains((second, first)) ? $" repeats the edge of '{first}' and '{second}'" : null;
            if (problem is not null) throw new ArgumentException($"row {row}{problem}", nameof(edges));
        }
    }

    /// <summary>The nodes, those where edges begin first, each with the sum of its weights.</summary>
    public static Dictionary<string, double> Sums((string First, string Second, double Weight)[] edges) => edges
        .Select(edge => (edge.First, edge.Weight)).Concat(edges.Select(edge => (edge.Second, edge.Weight)))
        .GroupBy(end => end.Item1, end => end.Weight).ToDictionary(node => node.Key, node => node.Sum());

    /// <summary>The nodes with their communities: <c>United States + 7</c>.</summary>
    public static NetworkNode[] ByCommunity(NetworkNode[] nodes, (int From, int To, double Weight)[] edges, Func<string, string> name)
    {
        var found = Communities.Of(edges.Select(edge => (nodes[edge.From].Id, nodes[edge.To].Id, edge.Weight)));
        var called = nodes.GroupBy(node => found[node.Id]).ToDictionary(members => members.Key,
            members => $"{name(members.MaxBy(node => node.Size).Id)} + {members.Count() - 1}");
        return Array.ConvertAll(nodes, node => node with { Community = called[found[node.Id]] });
    }

    private ChartMark MarkOf((int From, int To, double Weight) edge)
    {
        var (from, to) = (Nodes[edge.From].Id, Nodes[edge.To].Id);
        return new(from, to, $"{NameOf(from)} – {NameOf(to)}", (Unit, edge.Weight));
    }

    private ChartMark MarkOf(NetworkNode node) =>
        new(node.Id, null, NameOf(node.Id), ("Community", node.Community.Length > 0 ? node.Community : null),
            ("Frequency", node.Size));

    private int CommunityOf(NetworkNode node) => Array.IndexOf(_communities, node.Community);

    private Spot[] Spots(double width, double height)
    {
        var largest = Math.Max(1e-9, Nodes.Max(node => node.Size));
        double[] radii = [.. Nodes.Select(node => LeastRadius
            + (Math.Sqrt(Math.Max(0, node.Size) / largest) * ((MostRadius * Shrink) - LeastRadius)))];
        // The lightest edge is not quite twice as long as the heaviest.
        var lengths = Edges.Select(edge => (edge.From, edge.To, 2 - Math.Sqrt(edge.Weight / _heaviest))).ToArray();
        var room = new Box(70, MostRadius + LabelRoom, width - 110, height - MostRadius - LabelRoom);
        bool HoldsLabel(int node) => Palette.Symbol(CommunityOf(Nodes[node])) is "circle" or "square";
        return [.. StressLayout.Place(lengths, radii, room).Select((place, node) =>
            new Spot(place.X, place.Y, radii[node], HoldsLabel(node) ? 1.8 * radii[node] : 0))];
    }

    /// <summary>Edges by width, for a line of plotly.js has one width.</summary>
    private IEnumerable<Trace> EdgeTraces(Segment[] lines) =>
        from edge in Edges.Zip(lines)
        group edge.Second by (int)Math.Ceiling(edge.First.Weight / _heaviest * Widths) into alike
        orderby alike.Key
        let line = new Line { Color = EdgeColor, Width = Math.Round((double)alike.Key / Widths * MostWidth, 2) }
        select Axes.Lines([.. alike], line, opacity: 0.55);

    /// <summary>Lines answer to the pointer at their ends alone; an unseen marker in the middle speaks for each.</summary>
    private Trace EdgeHover(Segment[] lines, EvidenceIndex evidence)
    {
        var middles = lines.Select(line => ((line.From.X + line.To.X) / 2, (line.From.Y + line.To.Y) / 2));
        var marker = new Marker { Size = 12, Opacity = 0, Color = EdgeColor };
        return evidence.Attach(Axes.Points([.. middles], marker), [.. Edges.Select(MarkOf)]);
    }

    private Trace NodeTrace(int community, Spot[] spots, EvidenceIndex evidence)
    {
        var name = _communities[community];
        var members = Nodes.Zip(spots).Where(node => node.First.Community == name).ToArray();
        var marker = new Marker
        {
            Size = Axes.Rounded(members.Select(node => node.Second.Radius * 2)),
            Color = Palette.Color(community), Symbol = Palette.Symbol(community), Opacity = 1,
            Line = new() { Color = Palette.Paper, Width = 1.5 },
        };
        var nodes = Axes.Points([.. members.Select(node => node.Second.Place)], marker, Language.Say(name));
        return evidence.Attach(nodes, [.. members.Select(node => MarkOf(node.First))]);
    }

    /// <summary>The names of the nodes. White behind them keeps the edges that they lie on out of the letters.</summary>
    private IEnumerable<Annotation> Labels(Spot[] spots, Segment[] lines, Box plot)
    {
        var most = Math.Min(MostLabelWidth * Shrink, 0.4 * plot.Right);
        string[] labels = [.. Nodes.Select(node => Lettering.Fit(Name(node.Id), Axes.LabelSize, most))];
        var chosen = LabelPlacement.Choose(spots, labels, Axes.LabelSize, plot, lines, drop: false);
        for (var node = 0; node < labels.Length; node++)
        {
            if (chosen[node] is not { } place) continue;
            var color = place.IsInside ? Palette.TextOn(Palette.Color(CommunityOf(Nodes[node]))) : Palette.Ink;
            var note = place.Note(labels[node], Axes.LabelSize, color, spots[node], spots[node].X, spots[node].Y);
            if (!place.IsInside && spots.All(spot => place.Box.Overlap(spot.Bounds) == 0)) note.BgColor = "rgba(255,255,255,0.7)";
            yield return note;
        }
    }
}
