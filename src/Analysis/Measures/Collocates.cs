namespace Analysis;

/// <summary>A word that stands near a node, and how far that exceeds chance (see <see cref="Association"/>).</summary>
/// <param name="Word">The word.</param>
/// <param name="Near">How often it stands near the node.</param>
/// <param name="Elsewhere">How often it stands elsewhere.</param>
/// <param name="Expected">How often it would stand near the node if words were strewn at random.</param>
/// <param name="LogRatio">log2 of the ratio of its rates near the node and elsewhere.</param>
/// <param name="Low">Lower end of its 95 % interval (see <see cref="Bootstrap"/>); NaN where it is not known.</param>
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
        // Both number the documents alike.
        var (all, near) = (new CountsByDocument(), new CountsByDocument());
        foreach (var (document, text, isNear) in Places(nodes, rows, span, word ?? Words.SpelledAsIn(rows)))
        {
            all.AddUnits(document);
            all.AddHit(document, text);
            near.AddUnits(document, isNear ? 1 : 0);
            if (isNear) near.AddHit(document, text);
        }

        var bootstrap = new Bootstrap(all.Documents, seed: seed);
        var (sizes, nearSizes) = (all.SizesOf(bootstrap), near.SizesOf(bootstrap));
        Interval IntervalOf(string key)
        {
            var (hits, everywhere) = (bootstrap.Sums(near[key]), bootstrap.Sums(all[key]));
            return bootstrap.IntervalOf(sample => Table(hits[sample], nearSizes[sample], everywhere[sample], sizes[sample]).LogRatio);
        }

        string[] keys = [.. near.Keys];
        var tables = Array.ConvertAll(keys, key => Table(near.Count(key), near.Size, all.Count(key), all.Size));
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
                $"n = {Counted.Of(all.Documents, "document")}, {near.Size} of {all.Size:N0} words near; those near {minimum} times or more; {bootstrap}"));
    }

    private static Association Table(long near, long nearWords, long all, long words) =>
        new((int)near, (int)(nearWords - near), (int)(all - near), (int)(words - nearWords - all + near));

    private static IEnumerable<(string Document, string Word, bool IsNear)> Places(
        IEnumerable<ConcordanceLine> nodes, Token[] rows, int span, Func<Token, string?> word)
    {
        var nodesOf = nodes.ToLookup(node => node.Document, StringComparer.Ordinal);
        foreach (var words in RowArray.Runs(Array.FindAll(rows, Words.IsWord), (one, other) => one.Document == other.Document))
        {
            int[] starts = [.. words.Select(each => each.Start)];
            var (isNode, isNear) = (new bool[starts.Length], new bool[starts.Length]);
            foreach (var node in nodesOf[words[0].Document])
            {
                var at = Array.BinarySearch(starts, node.Start);
                if (at < 0) at = ~at;
                // The word before may end within the node.
                if (at > 0 && words[at - 1].End > node.Start) at--;
                for (; at < starts.Length && starts[at] < node.End; at++) isNode[at] = true;
            }

            for (var at = 0; at < starts.Length; at++)
            {
                if (!isNode[at]) continue;
                for (var other = Math.Max(0, at - span); other < Math.Min(starts.Length, at + span + 1); other++)
                    isNear[other] |= words[other].Sentence == words[at].Sentence;
            }

            for (var at = 0; at < starts.Length; at++)
                if (!isNode[at] && word(words[at]) is { } text) yield return (words[at].Document, text, isNear[at]);
        }
    }
}
