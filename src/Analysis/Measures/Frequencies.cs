namespace Analysis;

/// <summary>How often an entity or word occurs, how certain the rate is, and how evenly it is spread.</summary>
/// <param name="Key">The entity or word.</param>
/// <param name="Count">Number of hits.</param>
/// <param name="PerThousand">Hits per 1,000 words.</param>
/// <param name="Low">Lower end of the 95 % interval of the rate (see <see cref="Bootstrap"/>); NaN for fewer than two documents.</param>
/// <param name="High">Upper end.</param>
/// <param name="Documents">Number of documents with a hit.</param>
/// <param name="DP">Gries' deviation of proportions, 0 (even) to 1 (in one document only); see <see cref="Dispersion.DP"/>.</param>
public sealed record Frequency(string Key, int Count, double PerThousand, double Low, double High, int Documents, double DP);

/// <summary>Counts hits per 1,000 words. The shown tables state documents, words, samples and seed.</summary>
public static class Frequencies
{
    /// <summary>How often each entity is mentioned, most frequent first, ties in ordinal order of ids.</summary>
    /// <param name="mentions">The mentions; those without an entity are left out.</param>
    /// <param name="tokens">The tokens of the same documents, whose words are the base.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <exception cref="ArgumentException">A mention is in a document without words.</exception>
    public static DataFrame<Frequency> Of(IEnumerable<Mention> mentions, IEnumerable<Token> tokens, int seed = 1) => Of(
        new CountsByDocument(
            tokens.Where(Words.IsWord).Select(token => token.Document), mentions.Select(mention => (mention.Document, mention.Entity))),
        seed);

    /// <summary>How often each word occurs, most frequent first, ties in ordinal order.</summary>
    /// <param name="tokens">The tokens; numbers and symbols are left out.</param>
    /// <param name="word">The word that a token counts for, null for none. Default: the most frequent spelling of
    /// <see cref="Words.Of"/>.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static DataFrame<Frequency> OfWords(IEnumerable<Token> tokens, Func<Token, string?>? word = null, int seed = 1)
    {
        var rows = RowArray.Of(tokens);
        return Of(Words.Count(rows, word ?? Words.SpelledAsIn(rows)), seed);
    }

    private static DataFrame<Frequency> Of(CountsByDocument counts, int seed)
    {
        var bootstrap = new Bootstrap(counts.Documents, seed: seed);
        var words = counts.SizesOf(bootstrap);
        var rows = counts.Keys.Select(key =>
        {
            var (low, high) = bootstrap.IntervalOf(sample => 1000.0 * bootstrap.Sum(sample, counts[key]) / words[sample]);
            return new Frequency(
                key, counts.Count(key), 1000.0 * counts.Count(key) / counts.Size, low, high, counts[key].Count, counts.DP(key));
        });
        return new(
            [.. rows.OrderByDescending(row => row.Count).ThenBy(row => row.Key, StringComparer.Ordinal)],
            FormattableString.Invariant($"n = {counts.Documents} documents, {counts.Size:N0} words; {bootstrap}"));
    }
}
