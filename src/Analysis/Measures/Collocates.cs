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
        var (near, elsewhere) = (new CountsByDocument(), new CountsByDocument());
        foreach (var (document, text, isNear) in Places(nodes, rows, span, word ?? Words.SpelledAsIn(rows)))
        {
            near.AddUnits(document, isNear ? 1 : 0);
            elsewhere.AddUnits(document, isNear ? 0 : 1);
            (isNear ? near : elsewhere).AddHit(document, text);
        }

        var bootstrap = new Bootstrap(near.Documents, seed: seed);
        var tests = near.Keys.Union(elsewhere.Keys, StringComparer.Ordinal).Count();
        var measured = Contrast.Of(near, elsewhere, [.. near.Keys], tests, table => table.A >= minimum, bootstrap);
        return new(
            [.. measured.Select(row => new Collocate(
                row.Word, row.Table.A, row.Table.C, row.Table.Expected, row.Table.LogRatio, row.LogRatio.Low, row.LogRatio.High,
                row.Table.SignedG2, row.AdjustedPValue, near[row.Word].Count))],
            string.Create(
                CultureInfo.InvariantCulture,
                $"n = {Counted.Of(near.Documents, "document")}, {near.Size:N0} of {near.Size + elsewhere.Size:N0} words near; " +
                $"shown: words near {minimum} times or more; {bootstrap}"));
    }

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
