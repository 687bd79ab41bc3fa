using System.Text.Json.Nodes;

namespace Analysis;

public sealed partial record Figure
{
    /// <summary>
    /// A network: nodes near each other are strongly joined. A node's size is its frequency, colour and symbol its type; an edge's width is
    /// its weight. Places follow from the frame, the seed and the figure's size alone.
    /// </summary>
    /// <param name="edges">One row an edge; direction does not count.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="from">Column with one end of the edge.</param>
    /// <param name="to">Column with its other end.</param>
    /// <param name="weight">Column of numbers above 0.</param>
    /// <param name="unit">What the weight counts; the name of its column unless given.</param>
    /// <param name="size">Frequency of a node; the sum of its edges' weights unless given.</param>
    /// <param name="type">Type of a node; one type unless given.</param>
    /// <param name="name">Turns a node or type into the words drawn for it.</param>
    /// <param name="seed">Chooses the places that the layout starts from.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A weight is not above 0, an edge comes twice, or it joins a node with itself.</exception>
    public static Figure Network(
        DataFrame edges, string id, string title, string from = "First", string to = "Second", string weight = "Both", string? unit = null,
        Func<string, double>? size = null, Func<string, string>? type = null, Func<string, string>? name = null, int seed = 1) =>
        new(NetworkChart.Of(edges, from, to, weight, unit ?? weight, size, type, name ?? (text => text), seed), edges, id, title);
}

/// <summary>A network of nodes and weighted edges.</summary>
internal sealed record NetworkChart(
    IReadOnlyList<string> Nodes, IReadOnlyList<(int From, int To, double Weight)> Edges, double[] Sizes, string[] Types, string Unit, Func<string, string> Name, int Seed) : Chart
{
    private const double LabelSize = 13;
    private const double LeastRadius = 5;
    private const double MostRadius = 24;

    /// <summary>Nodes for which markers and names have their full size; of more, both are smaller.</summary>
    private const int FullSize = 25;

    private const double LabelRoom = 24;
    private const double MostLabelWidth = 260;
    private const int Widths = 5;
    private const double MostWidth = 9;

    public override int PreferredHeight => Math.Clamp(360 + (Nodes.Count * 10), 420, 900);

    private double Shrink => Math.Min(1, Math.Sqrt((double)FullSize / Math.Max(1, Nodes.Count)));

    private string[] TypeOrder => [.. Nodes.Select((_, node) => node).GroupBy(node => Types[node]).OrderByDescending(group => group.Sum(node => Sizes[node])).Select(group => group.Key)];

    public static NetworkChart Of(
        DataFrame edges, string from, string to, string weight, string unit, Func<string, double>? size, Func<string, string>? type, Func<string, string> name, int seed)
    {
        var (ends, others, weights) = (edges.Texts(from), edges.Texts(to), edges.Numbers(weight));
        string[] nodes = [.. ends.Concat(others).Distinct()];
        var number = nodes.Select((node, index) => (node, index)).ToDictionary(pair => pair.node, pair => pair.index);
        HashSet<(int, int)> seen = [];
        var list = new (int From, int To, double Weight)[weights.Length];
        for (var row = 0; row < list.Length; row++)
        {
            var (first, second) = (number[ends[row]], number[others[row]]);
            if (weights[row] <= 0) throw new ArgumentException($"row {row}: the weight of an edge is above 0; found {FrameValues.Text(weights[row])}", nameof(edges));
            if (first == second) throw new ArgumentException($"row {row} joins '{ends[row]}' with itself", nameof(edges));
            if (!seen.Add((Math.Min(first, second), Math.Max(first, second)))) throw new ArgumentException($"row {row} repeats the edge of '{ends[row]}' and '{others[row]}'", nameof(edges));
            list[row] = (first, second, weights[row]);
        }
        double[] sizes = [.. nodes.Select((node, index) => size?.Invoke(node) ?? list.Where(edge => edge.From == index || edge.To == index).Sum(edge => edge.Weight))];
        return new(nodes, list, sizes, [.. nodes.Select(node => type?.Invoke(node) ?? "")], unit, name, seed);
    }

    public override Drawing Draw(Figure figure)
    {
        var evidence = new EvidenceIndex(figure.Evidence);
        var typed = TypeOrder is not [""];
        var margin = new Margin(0, typed ? Axes.LegendHeight(TypeOrder.Select(Name), figure.Width - 40) : 0, 0, 30);
        var (width, height) = PlotlyDocument.PlotSize(figure, margin);
        var radii = Sizes.Select(size => LeastRadius + (Math.Sqrt(Math.Max(0, size) / Math.Max(1e-9, Sizes.Max())) * ((MostRadius * Shrink) - LeastRadius))).ToArray();
        var heaviest = Edges.Select(edge => edge.Weight).DefaultIfEmpty(1).Max();
        // The lightest edge is not quite twice as long as the heaviest.
        var lengths = Edges.Select(edge => (edge.From, edge.To, 2 - Math.Sqrt(edge.Weight / heaviest))).ToArray();
        var places = StressLayout.Place(Nodes.Count, lengths, radii, new(70, MostRadius + LabelRoom, width - 110, height - MostRadius - LabelRoom), Seed);
        var traces = new JsonArray([.. EdgeTraces(places, heaviest), EdgeHover(places, evidence), .. NodeTraces(places, radii, evidence)]);
        var layout = new JsonObject
        {
            ["xaxis"] = Axes.Hidden(0, width),
            ["yaxis"] = Axes.Hidden(0, height),
            ["showlegend"] = typed,
            ["legend"] = Axes.Legend(),
            ["annotations"] = new JsonArray([.. Labels(places, radii, new(0, 0, width, height)), Axes.Note(Lettering.Escape(Key(heaviest)), 12, Palette.Muted, new JsonObject
            {
                ["xref"] = "paper",
                ["x"] = 0,
                ["xanchor"] = "left",
                ["yref"] = "paper",
                ["y"] = 0,
                ["yanchor"] = "top",
                ["yshift"] = -6,
            })]),
        };
        return new(traces, layout, margin);
    }

    public override string Describe(Figure figure) =>
        $"Network of {Nodes.Count} nodes and {Edges.Count} edges, heaviest first: " + string.Join("; ", Edges.OrderByDescending(edge => edge.Weight).Take(12)
            .Select(edge => $"{Name(Nodes[edge.From])} – {Name(Nodes[edge.To])} {Axes.Number(edge.Weight)} {Unit}")) + ".";

    public override IEnumerable<Mark> MarksOf(int row) => [new(Nodes[Edges[row].From], Nodes[Edges[row].To])];

    private string Key(double heaviest) =>
        $"Line width: {Unit}, {Axes.Number(Edges.Select(edge => edge.Weight).DefaultIfEmpty(0).Min())} to {Axes.Number(heaviest)}. Marker size: frequency, {Axes.Number(Sizes.DefaultIfEmpty(0).Min())} to {Axes.Number(Sizes.DefaultIfEmpty(0).Max())}.";

    /// <summary>Edges by width, for a line of plotly.js has one width.</summary>
    private IEnumerable<JsonNode> EdgeTraces((double X, double Y)[] places, double heaviest)
    {
        foreach (var group in Edges.GroupBy(edge => (int)Math.Ceiling(edge.Weight / heaviest * Widths)).OrderBy(group => group.Key))
            yield return new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "lines",
                ["x"] = new JsonArray([.. group.SelectMany(edge => new JsonNode?[] { Round(places[edge.From].X), Round(places[edge.To].X), null })]),
                ["y"] = new JsonArray([.. group.SelectMany(edge => new JsonNode?[] { Round(places[edge.From].Y), Round(places[edge.To].Y), null })]),
                ["line"] = new JsonObject { ["color"] = "#A9B4BC", ["width"] = Math.Round((double)group.Key / Widths * MostWidth, 2) },
                ["opacity"] = 0.55,
                ["hoverinfo"] = "skip",
                ["showlegend"] = false,
            };
    }

    /// <summary>Lines answer to the pointer at their ends alone; an unseen marker in the middle speaks for each.</summary>
    private JsonObject EdgeHover((double X, double Y)[] places, EvidenceIndex evidence) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "markers",
        ["x"] = Axes.Array(Edges.Select(edge => (places[edge.From].X + places[edge.To].X) / 2)),
        ["y"] = Axes.Array(Edges.Select(edge => (places[edge.From].Y + places[edge.To].Y) / 2)),
        ["marker"] = new JsonObject { ["size"] = 12, ["opacity"] = 0, ["color"] = "#A9B4BC" },
        ["showlegend"] = false,
        ["hoverinfo"] = "text",
        ["hovertext"] = Axes.Texts(Edges.Select(edge => EvidenceIndex.Hover(
            $"{Name(Nodes[edge.From])} – {Name(Nodes[edge.To])}", [$"{Axes.Number(edge.Weight)} {Unit}"], evidence.Of(Nodes[edge.From], Nodes[edge.To])))),
        ["customdata"] = new JsonArray([.. Edges.Select(edge => EvidenceIndex.Addresses(evidence.Of(Nodes[edge.From], Nodes[edge.To])))]),
    };

    /// <summary>The names of the nodes. White behind them keeps the edges that they lie on out of the letters.</summary>
    private IEnumerable<JsonNode> Labels((double X, double Y)[] places, double[] radii, Box plot)
    {
        string[] labels = [.. Nodes.Select(node => Lettering.Fit(Name(node), LabelSize, MostLabelWidth * Shrink))];
        var types = TypeOrder;
        int[] looks = [.. Types.Select(type => Array.IndexOf(types, type))];
        Marker[] markers = [.. places.Select((place, node) => new Marker(place.X, place.Y, radii[node], Palette.Symbol(looks[node]) is "circle" or "square" ? 1.8 * radii[node] : 0))];
        var chosen = LabelPlacement.Choose(markers, labels, LabelSize, plot, [.. Edges.Select(edge => (places[edge.From], places[edge.To]))], drop: false);
        for (var node = 0; node < labels.Length; node++)
        {
            if (chosen[node] is not { } place) continue;
            var note = place.Note(Lettering.Escape(labels[node]), LabelSize, place.IsInside ? Palette.TextOn(Palette.Color(looks[node])) : Palette.Ink, markers[node], places[node].X, places[node].Y);
            if (!place.IsInside && markers.All(marker => place.Box.Overlap(marker.Bounds) == 0)) note["bgcolor"] = "rgba(255,255,255,0.7)";
            yield return note;
        }
    }

    private IEnumerable<JsonNode> NodeTraces((double X, double Y)[] places, double[] radii, EvidenceIndex evidence)
    {
        return TypeOrder.Select((type, index) =>
        {
            int[] members = [.. Enumerable.Range(0, Nodes.Count).Where(node => Types[node] == type)];
            return new JsonObject
            {
                ["type"] = "scatter",
                ["mode"] = "markers",
                ["name"] = Lettering.Escape(type.Length > 0 ? Name(type) : ""),
                ["x"] = Axes.Array(members.Select(node => places[node].X)),
                ["y"] = Axes.Array(members.Select(node => places[node].Y)),
                ["cliponaxis"] = false,
                ["marker"] = new JsonObject
                {
                    ["size"] = Axes.Array(members.Select(node => radii[node] * 2)),
                    ["color"] = Palette.Color(index),
                    ["symbol"] = Palette.Symbol(index),
                    ["opacity"] = 1,
                    ["line"] = new JsonObject { ["color"] = "#FFFFFF", ["width"] = 1.5 },
                },
                ["hoverinfo"] = "text",
                ["hovertext"] = Axes.Texts(members.Select(node => EvidenceIndex.Hover(Name(Nodes[node]), Facts(node), evidence.Of(Nodes[node])))),
                ["customdata"] = new JsonArray([.. members.Select(node => EvidenceIndex.Addresses(evidence.Of(Nodes[node])))]),
            };
        });
    }

    private IEnumerable<string> Facts(int node)
    {
        if (Types[node].Length > 0) yield return Name(Types[node]);
        yield return $"frequency {Axes.Number(Sizes[node])}, {Edges.Count(edge => edge.From == node || edge.To == node)} edges";
    }

    private static JsonNode Round(double value) => Math.Round(value, 3) + 0.0;
}
