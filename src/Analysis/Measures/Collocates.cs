namespace Analysis;

/// <summary>A word that stands near a node, and how far that exceeds chance (see <see cref="Association"/>).</summary>
/// <param name="Word">The word.</param>
/// <param name="Near">How often it stands near the node.</param>
/// <param name="Elsewhere">How often it stands elsewhere.</param>
/// <param name="Expected">How often it would stand near the node if words were strewn at random.</param>
/// <param name="LogRatio">log2 of the ratio of its rates near the node and elsewhere.</param>
/// <param name="SignedG2">Log-likelihood ratio, negative where it stands near the node less often than expected.</param>
/// <param name="AdjustedPValue">Probability by chance (see <see cref="Association.PValue"/>), after Benjamini and Hochberg over all words
/// of the corpus.</param>
/// <param name="Documents">Number of documents in which it stands near the node.</param>
public sealed record Collocate(
    string Word, int Near, int Elsewhere, double Expected, double LogRatio, double SignedG2, double AdjustedPValue, int Documents);

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
    public static DataFrame<Collocate> Of(
        IEnumerable<ConcordanceLine> nodes, IEnumerable<Token> tokens, int span = 5, int minimum = 3, Func<Token, string?>? word = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(span);
        var nodesOf = nodes.SelectMany(line => new[] { line.Sentence, line.Sentence + 1 }, (line, at) => (Line: line, At: at))
            .ToLookup(each => (each.Line.Document, each.At), each => each.Line);
        var near = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var elsewhere = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = RowArray.Of(tokens);
        word ??= Words.SpelledAsIn(rows);
        foreach (var sentence in Words.BySentence(rows))
        {
            Token[] words = [.. sentence];
            var inside = nodesOf[(words[0].Document, words[0].Sentence)].ToList();
            var isNode = Array.ConvertAll(words, each => inside.Exists(node => node.Start < each.End && each.Start < node.End));
            for (var at = 0; at < words.Length; at++)
            {
                if (isNode[at] || word(words[at]) is not { } text) continue;
                var isNear = isNode.AsSpan(Math.Max(0, at - span)..Math.Min(words.Length, at + span + 1)).Contains(true);
                if (!isNear) elsewhere[text] = elsewhere.GetValueOrDefault(text) + 1;
                else if (near.TryGetValue(text, out var documents)) documents.Add(words[at].Document);
                else near[text] = [words[at].Document];
            }
        }

        return Measure(near, elsewhere, minimum);
    }

    private static DataFrame<Collocate> Measure(Dictionary<string, List<string>> near, Dictionary<string, int> elsewhere, int minimum)
    {
        var (nearWords, elsewhereWords) = (near.Values.Sum(documents => documents.Count), elsewhere.Values.Sum());
        var tables = near.ToDictionary(each => each.Key, each =>
        {
            var (a, c) = (each.Value.Count, elsewhere.GetValueOrDefault(each.Key));
            return new Association(a, nearWords - a, c, elsewhereWords - c);
        });
        var adjusted = Significance.BenjaminiHochberg(
            [.. tables.Values.Select(table => table.PValue)], near.Keys.Union(elsewhere.Keys).Count());
        return tables.Zip(adjusted, (each, p) => new Collocate(
                each.Key, each.Value.A, each.Value.C, each.Value.Expected, each.Value.LogRatio, each.Value.SignedG2, p,
                near[each.Key].Distinct().Count()))
            .Where(row => row.Near >= minimum)
            .OrderByDescending(row => row.SignedG2).ThenBy(row => row.Word, StringComparer.Ordinal)
            .ToDataFrame();
    }
}
