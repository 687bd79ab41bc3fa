namespace Analysis;

/// <summary>A sequence of words.</summary>
/// <param name="Text">The words, joined by blanks.</param>
/// <param name="Count">How often it occurs.</param>
/// <param name="Documents">Number of documents with it.</param>
public sealed record NGram(string Text, int Count, int Documents);

/// <summary>Counts sequences of words.</summary>
public static class NGrams
{
    /// <summary>The sequences of n words within a sentence, most frequent first, ties in ordinal order. Numbers, symbols and punctuation
    /// marks between words are passed over.</summary>
    /// <param name="tokens">The tokens, in document and text order.</param>
    /// <param name="n">Words in a sequence, 1 or more.</param>
    /// <param name="minimum">Least count.</param>
    /// <param name="word">The word that a token counts for, null for none. Default: the most frequent spelling of
    /// <see cref="Words.Of"/>.</param>
    public static DataFrame<NGram> Of(IEnumerable<Token> tokens, int n = 2, int minimum = 2, Func<Token, string?>? word = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var rows = RowArray.Of(tokens);
        word ??= Words.SpelledAsIn(rows);
        var found =
            from token in rows
            where Words.IsWord(token)
            let text = word(token)
            where text is not null
            group text by (token.Document, token.Sentence) into sentence
            let words = sentence.ToArray()
            from first in Enumerable.Range(0, Math.Max(0, words.Length - n + 1))
            group sentence.Key.Document by string.Join(' ', words, first, n) into hits
            where hits.Count() >= minimum
            select new NGram(hits.Key, hits.Count(), hits.Distinct().Count());
        return found.OrderByDescending(gram => gram.Count).ThenBy(gram => gram.Text, StringComparer.Ordinal).ToDataFrame();
    }
}
