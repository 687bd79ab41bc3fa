namespace Analysis;

/// <summary>
/// Communities of a weighted network: groups whose members are joined more than chance would have it. Found by the Louvain method (Blondel
/// et al. 2008), which raises the modularity (Newman and Girvan 2004) step by step, here without random numbers: the same network gives
/// the same communities, however its edges are ordered.
/// </summary>
public static class Communities
{
    /// <summary>The least modularity of a clear division.</summary>
    internal const double Clear = 0.3;

    private const double Gain = 1e-9;

    /// <summary>Finds the communities.</summary>
    /// <param name="edges">Edges with weights above 0; direction does not count, repeated ones add up.</param>
    /// <returns>The community of each node, a number from 0.</returns>
    public static IReadOnlyDictionary<string, int> Of(IEnumerable<(string First, string Second, double Weight)> edges)
    {
        var rows = edges.ToArray();
        string[] nodes = [.. rows.SelectMany(edge => (string[])[edge.First, edge.Second]).Distinct().Order(StringComparer.Ordinal)];
        var numbers = nodes.Index().ToDictionary(node => node.Item, node => node.Index, StringComparer.Ordinal);
        var level = new Graph(nodes.Length);
        foreach (var (first, second, weight) in rows) level.Add(numbers[first], numbers[second], weight);
        int[] communities = [.. Enumerable.Range(0, nodes.Length)];
        while (level.Move() is { } moved)
        {
            communities = Array.ConvertAll(communities, community => moved[community]);
            level = level.Joined(moved);
        }

        return numbers.ToDictionary(node => node.Key, node => communities[node.Value], StringComparer.Ordinal);
    }

    /// <summary>
    /// Modularity Q of communities: the share of the weight inside them less the share that chance would give, −0.5 to 1 (Newman and Girvan
    /// 2004, who find 0.3 to 0.7 in networks that divide clearly).
    /// </summary>
    /// <param name="edges">Edges as in <see cref="Of"/>, one or more.</param>
    /// <param name="communities">The community of each node.</param>
    public static double Modularity(
        IEnumerable<(string First, string Second, double Weight)> edges, IReadOnlyDictionary<string, int> communities)
    {
        var ends = edges.Select(edge => (From: communities[edge.First], To: communities[edge.Second], edge.Weight)).ToArray();
        var all = ends.Sum(edge => edge.Weight);
        return (ends.Where(edge => edge.From == edge.To).Sum(edge => edge.Weight) / all) - ends
            .SelectMany(edge => new[] { (Community: edge.From, edge.Weight), (Community: edge.To, edge.Weight) })
            .GroupBy(end => end.Community, end => end.Weight).Sum(degrees => Math.Pow(degrees.Sum() / (2 * all), 2));
    }

    /// <summary>A network whose nodes are numbers; the weight of an edge of a node with itself counts in both directions.</summary>
    private sealed class Graph(int nodes)
    {
        private readonly SortedDictionary<int, double>[] _weights =
            [.. Enumerable.Range(0, nodes).Select(_ => new SortedDictionary<int, double>())];

        private double[] Degrees => [.. _weights.Select(others => others.Values.Sum())];

        public void Add(int first, int second, double weight)
        {
            _weights[first][second] = _weights[first].GetValueOrDefault(second) + weight;
            _weights[second][first] = first == second ? _weights[first][first] + weight : _weights[first][second];
        }

        /// <summary>Moves nodes to the communities of neighbours as long as the modularity rises; null where no node moves.</summary>
        public int[]? Move()
        {
            int[] communities = [.. Enumerable.Range(0, nodes)];
            var (degrees, totals) = (Degrees, Degrees);
            var (all, moves) = (degrees.Sum(), 0);
            int before;
            do
            {
                before = moves;
                for (var node = 0; node < nodes; node++)
                {
                    var own = communities[node];
                    totals[own] -= degrees[node];
                    var best = Best(node, communities, community => totals[community] * degrees[node] / all);
                    totals[best] += degrees[node];
                    if (best != own) moves++;
                    communities[node] = best;
                }
            }
            while (moves > before);
            if (moves == 0) return null;
            int[] left = [.. communities.Distinct().Order()];
            return Array.ConvertAll(communities, community => Array.IndexOf(left, community));
        }

        /// <summary>The network of communities.</summary>
        public Graph Joined(int[] communities)
        {
            var joined = new Graph(communities.Max() + 1);
            for (var node = 0; node < nodes; node++)
            {
                foreach (var (other, weight) in _weights[node])
                {
                    var row = joined._weights[communities[node]];
                    row[communities[other]] = row.GetValueOrDefault(communities[other]) + weight;
                }
            }

            return joined;
        }

        /// <summary>The community that gains most by a node, its own where none gains more.</summary>
        private int Best(int node, int[] communities, Func<int, double> expected)
        {
            var links = new SortedDictionary<int, double> { [communities[node]] = 0 };
            foreach (var (other, weight) in _weights[node])
                if (other != node) links[communities[other]] = links.GetValueOrDefault(communities[other]) + weight;
            double GainOf(int community) => links[community] - expected(community);
            var (best, most) = (communities[node], GainOf(communities[node]) + Gain);
            foreach (var community in links.Keys)
                if (GainOf(community) > most) (best, most) = (community, GainOf(community));
            return best;
        }
    }
}
