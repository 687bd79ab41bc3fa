namespace Analysis;

/// <summary>How much more often a word occurs in one part of a corpus than in another.</summary>
/// <param name="Word">The word.</param>
/// <param name="Target">Hits in the target.</param>
/// <param name="Reference">Hits in the reference.</param>
/// <param name="TargetPerThousand">Hits per 1,000 words of the target.</param>
/// <param name="ReferencePerThousand">Hits per 1,000 words of the reference.</param>
/// <param name="LogRatio">log2 of the ratio of the two rates: 1 is twice as often; with 0.5 added to each cell where one is empty.</param>
/// <param name="Low">Lower end of its 95 % interval, by a bootstrap of the documents of both parts; NaN where it is not known, as
/// where a part has fewer than three.</param>
/// <param name="High">Upper end.</param>
/// <param name="SignedG2">Log-likelihood ratio, negative where the word is rarer in the target.</param>
/// <param name="AdjustedPValue">Probability by chance (see <see cref="Association.PValue"/>), after Benjamini and Hochberg over all words
/// of both parts.</param>
/// <param name="Documents">Number of documents of the target with a hit.</param>
public sealed record KeyWord(
    string Word, int Target, int Reference, double TargetPerThousand, double ReferencePerThousand, double LogRatio, double Low, double High,
    double SignedG2, double AdjustedPValue, int Documents);

/// <summary>Finds the words that distinguish two parts of a corpus, such as outlets, periods or documents.</summary>
public static class Keyness
{
    /// <summary>The words of both parts, by <see cref="KeyWord.SignedG2"/> from the most typical of the target down.</summary>
    /// <param name="target">Tokens of one part; numbers and symbols are left out.</param>
    /// <param name="reference">Tokens of the other.</param>
    /// <param name="minimum">Least number of hits in both together, for a row. All words are tests that the correction counts.</param>
    /// <param name="word">The word that a token counts for, null for none. Default: the most frequent spelling of
    /// <see cref="Words.Of"/>.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <returns>A row for each word; none where a part has no words, such as a season in which nothing appeared.</returns>
    public static DataFrame<KeyWord> Of(
        IEnumerable<Token> target, IEnumerable<Token> reference, int minimum = 3, Func<Token, string?>? word = null, int seed = 1)
    {
        var parts = (Target: RowArray.Of(target), Reference: RowArray.Of(reference));
        word ??= Words.SpelledAsIn(parts.Target.Concat(parts.Reference));
        var (here, there) = (Words.Count(parts.Target, word), Words.Count(parts.Reference, word));
        if (here.Size == 0 || there.Size == 0) return new([], "a part has no words: there is nothing to compare");
        var bootstrap = new Bootstrap([here.Documents, there.Documents], seed: seed);
        string[] words = [.. here.Keys.Union(there.Keys, StringComparer.Ordinal)];
        var rows = Contrast.Of(here, there, words, words.Length, table => table.A + table.C >= minimum, bootstrap, here.Documents)
            .Select(row => new KeyWord(
                row.Word, row.Table.A, row.Table.C, 1000.0 * row.Table.A / here.Size, 1000.0 * row.Table.C / there.Size,
                row.Table.LogRatio, row.LogRatio.Low, row.LogRatio.High, row.Table.SignedG2, row.AdjustedPValue, here[row.Word].Count));
        return new([.. rows], FormattableString.Invariant($"target: {Extent(here)}; reference: {Extent(there)}; {bootstrap}"));
    }

    private static string Extent(CountsByDocument part) =>
        FormattableString.Invariant($"{Counted.Of(part.Documents, "document")}, {part.Size:N0} words");
}
