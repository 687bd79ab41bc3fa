namespace Analysis;

/// <summary>A word that stands near a node, and how far that exceeds chance (see <see cref="Association"/>).</summary>
/// <param name="Word">The word.</param>
/// <param name="Near">How often it stands near the node.</param>
/// <param name="Elsewhere">How often it stands elsewhere.</param>
/// <param name="Expected">How often it would stand near the node if words were strewn at random.</param>
/// <param name="LogRatio">log2 of the ratio of its rates near the node and elsewhere.</param>
/// <param name="Low">Lower end of its 95 % interval (see <see cref="Bootstrap"/>); NaN for fewer than two documents.</param>
/// <param name="High">Upper end.</param>
/// <param name="SignedG2">Log-likelihood ratio, negative where it stands near the node less often than expected.</param>
/// <param name="AdjustedPValue">Probability by chance (see <see cref="Association.PValue"/>), after Benjamini and Hochberg over all words
/// of the corpus.</param>
/// <param name="Documents">Number of documents in which it stands near the node.</param>
public sealed record Collocate(
    string Word, int Near, int Elsewhere, double Expected, double LogRatio, double Low, double High, double SignedG2,
    double AdjustedPValue, int Documents);

/// <summary>Finds the words that stand near a node.</summary>
public static class Collocates
{
    /// <summary>The words near the nodes of a concordance, by <see cref="Collocate.SignedG2"/>, strongest first.</summary>
    /// <param name="nodes">The nodes.</param>
    /// <param name="tokens">The tokens of the corpus, in document and text order; numbers and symbols are left out.</param>
    /// <param name="span">Words on either side that are near, within the sentence. The words of nodes are neither near nor
    /// elsewhere.</param>
    /// <param name="minimum">Least number of times near the node, for a row. All words are tests that the correction counts.</param>
    /// <param name="word">The word that a token counts for, null for none. Default: the most frequent spelling of
    /// <see cref="Words.Of"/>.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static DataFrame<Collocate> Of(
        IEnumerable<ConcordanceLine> nodes, IEnumerable<Token> tokens, int span = 5, int minimum = 3, Func<Token, string?>? word = null,
        int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(span);
        var rows = RowArray.Of(tokens);
        var places = Places(nodes, rows, span, word ?? Words.SpelledAsIn(rows)).ToArray();
        // The empty word counts all that are near. Both number the documents alike.
        var all = new CountsByDocument(
            places.Select(place => place.Document), places.Select(place => (place.Document, (string?)place.Word)));
        var near = new CountsByDocument(places.Select(place => place.Document), places.Where(place => place.IsNear)
            .SelectMany(place => new (string, string?)[] { (place.Document, place.Word), (place.Document, "") }));
        var bootstrap = new Bootstrap(all.Documents, seed: seed);
        var (sizes, nearSizes) = (all.SizesOf(bootstrap), bootstrap.Sums(near[""]));
        Interval IntervalOf(string key)
        {
            var (hits, everywhere) = (bootstrap.Sums(near[key]), bootstrap.Sums(all[key]));
            return bootstrap.IntervalOf(sample => Table(hits[sample], nearSizes[sample], everywhere[sample], sizes[sample]).LogRatio);
        }

        string[] keys = [.. near.Keys.Where(key => key.Length > 0)];
        var tables = Array.ConvertAll(keys, key => Table(near.Count(key), near.Count(""), all.Count(key), all.Size));
        var adjusted = Significance.BenjaminiHochberg([.. tables.Select(table => table.PValue)], all.Keys.Count);
        var measured = Enumerable.Range(0, keys.Length).Where(at => tables[at].A >= minimum).AsParallel().AsOrdered().Select(at =>
        {
            var (key, table, (low, high)) = (keys[at], tables[at], IntervalOf(keys[at]));
            return new Collocate(
                key, table.A, table.C, table.Expected, table.LogRatio, low, high, table.SignedG2, adjusted[at], near[key].Count);
        });
        return new(
            [.. measured.AsSequential().OrderByDescending(row => row.SignedG2).ThenBy(row => row.Word, StringComparer.Ordinal)],
            FormattableString.Invariant(
                $"n = {Counted.Of(all.Documents, "document")}, {near.Count("")} of {all.Size:N0} words near; {bootstrap}"));
    }

    private static Association Table(long near, long nearWords, long all, long words) =>
        new((int)near, (int)(nearWords - near), (int)(all - near), (int)(words - nearWords - all + near));

    private static IEnumerable<(string Document, string Word, bool IsNear)> Places(
        IEnumerable<ConcordanceLine> nodes, Token[] rows, int span, Func<Token, string?> word)
    {
        var nodesOf = nodes.SelectMany(line => new[] { line.Sentence, line.Sentence + 1 }, (line, at) => (Line: line, At: at))
            .ToLookup(each => (each.Line.Document, each.At), each => each.Line);
        foreach (var sentence in Words.BySentence(rows))
        {
            Token[] words = [.. sentence];
            var inside = nodesOf[(words[0].Document, words[0].Sentence)].ToList();
            var isNode = Array.ConvertAll(words, each => inside.Exists(node => node.Start < each.End && each.Start < node.End));
            for (var at = 0; at < words.Length; at++)
            {
                if (isNode[at] || word(words[at]) is not { } text) continue;
                var isNear = isNode.AsSpan(Math.Max(0, at - span)..Math.Min(words.Length, at + span + 1)).Contains(true);
                yield return (words[at].Document, text, isNear);
            }
        }
    }
}
