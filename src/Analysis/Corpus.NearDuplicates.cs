using System.Numerics;

namespace Analysis;

/// <summary>A document that repeats an earlier one, word for word or nearly so, such as a copy of a wire report.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Original">Id of the earliest document of its group: by date, those without one last, then in corpus order.</param>
/// <param name="Published">Publication date of the document; null if it is unknown.</param>
/// <param name="Similarity">
/// Estimated share of pairs of neighboring words that the two have in common among those of either (Jaccard), 0 to 1; standard error at
/// most 0.045.
/// </param>
public sealed record NearDuplicate(string Document, string Original, DateOnly? Published, double Similarity);

/// <summary>
/// Finds near-duplicates by MinHash: a text becomes the set of its pairs of neighboring words (folded), of which the least of each of 128
/// hash functions are kept (Broder 1997). Texts that agree in a band of four are compared (locality-sensitive hashing), each with the first
/// of its bucket only, so time and memory grow with the number of texts.
/// </summary>
internal static class NearDuplicates
{
    /// <summary>The least similarity of texts of one group.</summary>
    private const double Threshold = 0.4;

    private const int Hashes = 128;
    private const int Band = 4;
    private const ulong Prime = 0x100000001B3; // FNV-1a
    private const ulong Golden = 0x9E3779B97F4A7C15;

    // Odd factors: the upper half of the product is a hash (multiply-shift).
    private static readonly ulong[] Factors = [.. Enumerable.Range(1, Hashes).Select(number => Mixed((ulong)number * Golden) | 1)];

    /// <summary>The copies, in corpus order; their originals are not among them.</summary>
    public static List<NearDuplicate> In(IReadOnlyList<Document> documents)
    {
        // The earliest first: the first of a group is its original.
        int[] byDate = [.. Enumerable.Range(0, documents.Count).OrderBy(at => documents[at].Published ?? DateOnly.MaxValue)];
        var signatures = new uint[byDate.Length][];
        Parallel.For(0, signatures.Length, at => signatures[at] = SignatureOf(documents[byDate[at]].Text));
        var originals = Grouped(signatures);
        return [.. Enumerable.Range(0, byDate.Length).Where(at => originals[at] != at).OrderBy(at => byDate[at]).Select(at =>
            new NearDuplicate(documents[byDate[at]].Id, documents[byDate[originals[at]]].Id, documents[byDate[at]].Published,
                Similarity(signatures[at], signatures[originals[at]])))];
    }

    // The first of the group of each text, which may be itself.
    private static int[] Grouped(uint[][] signatures)
    {
        int[] parents = [.. Enumerable.Range(0, signatures.Length)];
        for (var band = 0; band < Hashes; band += Band)
        {
            var buckets = new Dictionary<UInt128, int>();
            for (var at = 0; at < signatures.Length; at++)
            {
                if (signatures[at].Length == 0) continue;
                var key = MemoryMarshal.Read<UInt128>(MemoryMarshal.AsBytes(signatures[at].AsSpan(band, Band)));
                if (buckets.TryAdd(key, at) || Similarity(signatures[at], signatures[buckets[key]]) < Threshold) continue;
                var (one, other) = (Root(at), Root(buckets[key]));
                parents[Math.Max(one, other)] = Math.Min(one, other);
            }
        }

        return [.. parents.Select(Root)];

        int Root(int at)
        {
            while (parents[at] != at) at = parents[at] = parents[parents[at]];
            return at;
        }
    }

    private static double Similarity(uint[] one, uint[] other) =>
        (double)one.Zip(other).Count(pair => pair.First == pair.Second) / Hashes;

    // Empty for a text of fewer than two words.
    private static uint[] SignatureOf(string text)
    {
        var least = new uint[Hashes];
        Array.Fill(least, uint.MaxValue);
        ulong before = 0;
        var words = 0;
        foreach (var word in WordHashes(text))
        {
            if (words++ > 0)
            {
                var pair = Mixed(BitOperations.RotateLeft(before, 1) + word);
                for (var at = 0; at < Hashes; at++) least[at] = Math.Min(least[at], (uint)((pair * Factors[at]) >> 32));
            }

            before = word;
        }

        return words < 2 ? [] : least;
    }

    // Of runs of letters and digits, folded.
    private static IEnumerable<ulong> WordHashes(string text)
    {
        var (hash, length) = (0UL, 0);
        foreach (var letter in text)
        {
            var (letterClass, key) = Letters.Table[letter];
            if (letterClass is LetterClass.Letter or LetterClass.Digit) (hash, length) = ((hash ^ key) * Prime, length + 1);
            else if (letterClass != LetterClass.Mark && length > 0)
            {
                yield return Mixed(hash);
                (hash, length) = (0, 0);
            }
        }

        if (length > 0) yield return Mixed(hash);
    }

    // The finalizer of SplitMix64.
    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
