namespace Analysis;

/// <summary>How often an entity is mentioned, how certain the rate is, and how evenly it is spread.</summary>
/// <param name="Key">The entity.</param>
/// <param name="Count">Number of hits.</param>
/// <param name="PerThousand">Hits per 1,000 words.</param>
/// <param name="Low">Lower end of the 95 % interval of the rate (see <see cref="Bootstrap"/>); NaN where it is not known.</param>
/// <param name="High">Upper end.</param>
/// <param name="Documents">Number of documents with a hit.</param>
/// <param name="DP">Gries' deviation of proportions, ½ Σ |t − w| over the documents' shares of hits and of words (Gries 2008): 0 (even) to
/// nearly 1 (all in one short document).</param>
public sealed record Frequency(string Key, int Count, double PerThousand, double Low, double High, int Documents, double DP);

/// <summary>How often an entity is mentioned in a part of a corpus.</summary>
/// <param name="Part">The part.</param>
/// <param name="Key">The entity.</param>
/// <param name="Count">Number of mentions.</param>
/// <param name="PerThousand">Mentions per 1,000 words of the part.</param>
public sealed record PartFrequency(string Part, string Key, int Count, double PerThousand);

/// <summary>Counts hits per 1,000 words. The shown tables state documents, words and samples.</summary>
public static class Frequencies
{
    /// <summary>How often each entity is mentioned, most frequent first, ties in ordinal order of ids.</summary>
    /// <param name="mentions">The mentions; those without an entity are left out.</param>
    /// <param name="tokens">The tokens of the same documents, whose words are the base.</param>
    /// <param name="top">How many entities have a row; default: all. Their intervals take time in a large corpus.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <exception cref="ArgumentException">A mention is in a document without words.</exception>
    public static DataFrame<Frequency> Of(
        IEnumerable<Mention> mentions, IEnumerable<Token> tokens, int top = int.MaxValue, int seed = 1) => Of(
        new CountsByDocument(
            tokens.Where(Words.IsWord).Select(token => token.Document), mentions.Select(mention => (mention.Document, mention.Entity))),
        top, seed);

    /// <summary>
    /// How often the most frequent entities are mentioned in each part of a corpus, such as an outlet or a period: parts in ordinal order.
    /// An entity that a part doesn't mention has no row there.
    /// </summary>
    /// <param name="mentions">The mentions; those without an entity are left out.</param>
    /// <param name="tokens">The tokens of the same documents, whose words are the base.</param>
    /// <param name="part">The part of a document, by its id.</param>
    /// <param name="top">How many entities, the most frequent of the whole corpus first.</param>
    public static DataFrame<PartFrequency> ByPart(
        IEnumerable<Mention> mentions, IEnumerable<Token> tokens, Func<string, string> part, int top = 12)
    {
        // The part is asked for once a document.
        var partOf = new Dictionary<string, string>(StringComparer.Ordinal);
        string PartOf(string document) => partOf.TryGetValue(document, out var known) ? known : partOf[document] = part(document);
        var words = tokens.Where(Words.IsWord).CountBy(token => token.Document)
            .GroupBy(count => PartOf(count.Value)).ToDictionary(same => same.Key, same => same.Sum(count => count.Count));
        var rows = RowArray.Of(mentions).Where(mention => mention.Entity is not null).ToArray();
        var most = rows.CountBy(mention => mention.Entity).Take(top).Select(count => count.Value!).ToList();
        var counts = Enumerable.CountBy(rows, mention => (PartOf(mention.Document), mention.Entity!)).ToDictionary();
        return words.Keys.Order(StringComparer.Ordinal).SelectMany(name => most.Where(key => counts.ContainsKey((name, key))).Select(key =>
            new PartFrequency(name, key, counts[(name, key)], 1000.0 * counts[(name, key)] / words[name]))).ToDataFrame();
    }

    /// <summary>The frequencies of counted keys.</summary>
    internal static DataFrame<Frequency> Of(CountsByDocument counts, int top, int seed)
    {
        var bootstrap = new Bootstrap(counts.Documents, seed: seed);
        var words = counts.SizesOf(bootstrap);
        var most = counts.Keys.OrderByDescending(counts.Count).ThenBy(key => key, StringComparer.Ordinal).Take(top);
        var rows = most.AsParallel().AsOrdered().Select(key =>
        {
            var hits = bootstrap.Sums(counts[key]);
            var (low, high) = bootstrap.IntervalOf(sample => 1000.0 * hits[sample] / words[sample]);
            return new Frequency(
                key, counts.Count(key), 1000.0 * counts.Count(key) / counts.Size, low, high, counts[key].Count, counts.DP(key));
        });
        return new(
            [.. rows],
            FormattableString.Invariant($"n = {Counted.Of(counts.Documents, "document")}, {counts.Size:N0} words; {bootstrap}"));
    }
}
