namespace Analysis;

/// <summary>Pushes labels apart along one direction.</summary>
internal static class Spread
{
    /// <summary>
    /// Positions at least <paramref name="gap"/> apart in the order of <paramref name="wanted"/>, each as near its own as can be (pools of
    /// touching labels sit around their mean, as in isotonic regression).
    /// </summary>
    public static double[] Apart(IReadOnlyList<double> wanted, double gap)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(index => wanted[index]).ToArray();
        List<(double Sum, int Count)> pools = [];
        for (var rank = 0; rank < order.Length; rank++)
        {
            pools.Add((wanted[order[rank]] - (rank * gap), 1));
            while (pools.Count > 1 && pools[^2].Sum / pools[^2].Count > pools[^1].Sum / pools[^1].Count)
            {
                pools[^2] = (pools[^2].Sum + pools[^1].Sum, pools[^2].Count + pools[^1].Count);
                pools.RemoveAt(pools.Count - 1);
            }
        }
        var placed = new double[wanted.Count];
        var next = 0;
        foreach (var (sum, count) in pools)
            for (var member = 0; member < count; member++, next++)
                placed[order[next]] = (sum / count) + (next * gap);
        return placed;
    }
}
