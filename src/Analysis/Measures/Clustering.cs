namespace Analysis;

/// <summary>
/// Hierarchical clustering with average linkage (UPGMA: Sokal and Michener 1958), for the order of rows and columns: the same distances
/// give the same order.
/// </summary>
public static class Clustering
{
    /// <summary>
    /// Things in an order in which those of one cluster stand together. Time grows with the cube of their number.
    /// </summary>
    /// <param name="count">Number of things, which are called 0, 1, 2 …</param>
    /// <param name="distance">Distance of two things, the same in both directions.</param>
    /// <returns>Each thing once. Two clusters are joined where their ends are nearest; of equal distances the first counts.</returns>
    public static IReadOnlyList<int> Order(int count, Func<int, int, double> distance)
    {
        var clusters = Enumerable.Range(0, count).Select(thing => new List<int> { thing }).ToList();
        var apart = clusters.ConvertAll(row => clusters.ConvertAll(column => distance(row[0], column[0])));
        while (clusters.Count > 1)
        {
            var (first, second) = Nearest(apart);
            var (size, other) = ((double)clusters[first].Count, (double)clusters[second].Count);
            for (var third = 0; third < clusters.Count; third++)
                apart[first][third] = apart[third][first] =
                    ((size * apart[first][third]) + (other * apart[second][third])) / (size + other);
            clusters[first] = Joined(clusters[first], clusters[second], distance);
            clusters.RemoveAt(second);
            apart.RemoveAt(second);
            foreach (var row in apart) row.RemoveAt(second);
        }

        return clusters.FirstOrDefault() ?? [];
    }

    private static (int First, int Second) Nearest(List<List<double>> apart)
    {
        var nearest = (First: 0, Second: 1);
        for (var first = 0; first < apart.Count; first++)
        {
            for (var second = first + 1; second < apart.Count; second++)
                if (apart[first][second] < apart[nearest.First][nearest.Second]) nearest = (first, second);
        }

        return nearest;
    }

    /// <summary>One cluster after the other, each turned so that the ends that meet are nearest.</summary>
    private static List<int> Joined(List<int> first, List<int> second, Func<int, int, double> distance)
    {
        var (firstTurned, secondTurned) = (Enumerable.Reverse(first).ToList(), Enumerable.Reverse(second).ToList());
        (List<int> Left, List<int> Right)[] ways =
            [(first, second), (first, secondTurned), (firstTurned, second), (firstTurned, secondTurned)];
        var (left, right) = ways.MinBy(way => distance(way.Left[^1], way.Right[0]));
        return [.. left, .. right];
    }
}
