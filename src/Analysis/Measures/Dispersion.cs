namespace Analysis;

/// <summary>How evenly something is spread over the parts of a corpus, such as its documents.</summary>
public static class Dispersion
{
    /// <summary>
    /// Gries' deviation of proportions, DP = ½ Σ |t − w|, where t and w are a part's shares of all hits and of all words: 0 is even, near 1
    /// is all in one small part (Gries 2008). NaN where there are no hits.
    /// </summary>
    /// <param name="hits">Hits in each part.</param>
    /// <param name="sizes">Size of each part, in words or any other unit, in the same order.</param>
    /// <exception cref="ArgumentException">The lists differ in length, hits are negative or sizes not positive.</exception>
    public static double DP(IReadOnlyList<int> hits, IReadOnlyList<int> sizes)
    {
        if (hits.Count != sizes.Count) throw new ArgumentException($"{hits.Count} parts have hits, {sizes.Count} have sizes");
        if (hits.Any(hit => hit < 0)) throw new ArgumentException("a part has fewer than 0 hits");
        if (sizes.Any(size => size <= 0)) throw new ArgumentException("a part has no size");
        double allHits = hits.Sum(hit => (long)hit), allSizes = sizes.Sum(size => (long)size);
        return DeviationOf(hits.Zip(sizes).Where(part => part.First > 0), allHits, allSizes);
    }

    /// <summary>The deviation of proportions from the parts with hits alone.</summary>
    /// <param name="parts">Hits and size of each part with a hit.</param>
    /// <param name="allHits">Hits in all parts.</param>
    /// <param name="allSizes">Size of all parts.</param>
    internal static double DeviationOf(IEnumerable<(int Hits, int Size)> parts, double allHits, double allSizes)
    {
        if (allHits == 0) return double.NaN;

        // A part without a hit departs by its share of the size, which is what those with hits leave of 1.
        var (apart, held) = (0.0, 0.0);
        foreach (var (hits, size) in parts)
        {
            apart += Math.Abs(hits / allHits - size / allSizes);
            held += size / allSizes;
        }

        return (apart + 1 - held) / 2;
    }
}
