namespace Analysis;

/// <summary>
/// Places the nodes of a graph so that distances on the plane follow distances in the graph: stress majorization (Gansner, Koren and North,
/// Graph Drawing 2004). Only + − × ÷ and square roots are used, so that every machine finds the same places.
/// </summary>
internal static class StressLayout
{
    private const int Rounds = 300;
    private const double Apart = 1.5;

    /// <summary>Places in a box, one for each node; nodes do not cover one another where there is room.</summary>
    /// <param name="edges">Edges between the nodes with their lengths, above 0.</param>
    /// <param name="radii">Radius of each node in pixels.</param>
    /// <param name="box">Where centres may lie.</param>
    public static (double X, double Y)[] Place(
        IReadOnlyList<(int From, int To, double Length)> edges, IReadOnlyList<double> radii, Box box)
    {
        var distances = Distances(radii.Count, edges);
        var places = Start(radii.Count);
        for (var round = 0; round < Rounds; round++) Majorize(places, distances);
        Fill(places, box);
        for (var round = 0; round < 60; round++) Separate(places, radii, box);
        return places;
    }

    /// <summary>Shortest ways (Floyd and Warshall); nodes without one lie a little farther apart than the farthest that have one.</summary>
    private static double[][] Distances(int nodes, IReadOnlyList<(int From, int To, double Length)> edges)
    {
        double[][] distances = [.. Enumerable.Range(0, nodes).Select(_ => Enumerable.Repeat(double.PositiveInfinity, nodes).ToArray())];
        for (var node = 0; node < nodes; node++) distances[node][node] = 0;
        foreach (var (from, to, length) in edges) distances[from][to] = distances[to][from] = length;
        for (var by = 0; by < nodes; by++)
            foreach (var from in distances)
                for (var to = 0; to < nodes; to++)
                    from[to] = Math.Min(from[to], from[by] + distances[by][to]);
        var unconnected = distances.SelectMany(from => from).Where(double.IsFinite).Max() * Apart;
        return [.. distances.Select(from => Array.ConvertAll(from, distance => Math.Min(distance, unconnected)))];
    }

    /// <summary>Even numbers from 0 to 1 out of a Lehmer generator.</summary>
    private static (double X, double Y)[] Start(int nodes)
    {
        long state = 2;
        double Next() => (state = state * 48271 % 2147483647) / 2147483647.0;
        return [.. Enumerable.Range(0, nodes).Select(_ => (Next(), Next()))];
    }

    private static void Majorize((double X, double Y)[] places, double[][] distances)
    {
        for (var node = 0; node < places.Length; node++)
        {
            double x = 0, y = 0, weights = 0;
            for (var other = 0; other < places.Length; other++)
            {
                if (other == node) continue;
                var ideal = distances[node][other];
                var weight = 1 / (ideal * ideal);
                var (across, up) = (places[node].X - places[other].X, places[node].Y - places[other].Y);
                var length = Math.Max(1e-9, Math.Sqrt((across * across) + (up * up)));
                x += weight * (places[other].X + (ideal * across / length));
                y += weight * (places[other].Y + (ideal * up / length));
                weights += weight;
            }
            if (weights > 0) places[node] = (x / weights, y / weights);
        }
    }

    /// <summary>Stretches the drawing over the box.</summary>
    private static void Fill((double X, double Y)[] places, Box box)
    {
        var across = Stretch([.. places.Select(place => place.X)], box.Left, box.Right);
        var up = Stretch([.. places.Select(place => place.Y)], box.Bottom, box.Top);
        across.Zip(up).ToArray().CopyTo(places, 0);
    }

    private static IEnumerable<double> Stretch(double[] values, double from, double to)
    {
        var (low, high) = (values.Min(), values.Max());
        return values.Select(value => high - low < 1e-9 ? (from + to) / 2 : from + ((value - low) / (high - low) * (to - from)));
    }

    /// <summary>
    /// Pushes nodes that touch half way apart; the larger two are, the more room they have between them for their labels and lines.
    /// </summary>
    private static void Separate((double X, double Y)[] places, IReadOnlyList<double> radii, Box box)
    {
        const double Gap = 14;
        const double Room = 0.9;
        for (var first = 0; first < places.Length; first++)
            for (var second = first + 1; second < places.Length; second++)
            {
                var (across, up) = (places[second].X - places[first].X, places[second].Y - places[first].Y);
                var length = Math.Sqrt((across * across) + (up * up));
                var missing = ((radii[first] + radii[second]) * (1 + Room)) + Gap - length;
                if (missing <= 0) continue;
                if (length < 1e-9) (across, up, length) = (1, 0, 1);
                var (pushX, pushY) = (across / length * missing / 2, up / length * missing / 2);
                places[first] = box.Nearest((places[first].X - pushX, places[first].Y - pushY));
                places[second] = box.Nearest((places[second].X + pushX, places[second].Y + pushY));
            }
    }
}
