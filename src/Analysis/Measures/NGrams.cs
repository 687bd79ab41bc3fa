namespace Analysis;

/// <summary>A sequence of words.</summary>
/// <param name="Text">The words, joined by blanks.</param>
/// <param name="Count">At how many places it starts; two that overlap count both.</param>
/// <param name="Documents">Number of documents with it.</param>
/// <param name="Expected">How often it would if its last word were independent of those before it.</param>
/// <param name="Npmi">How strongly the last word belongs to those before it: normalized pointwise mutual information, −1 to 1.</param>
/// <param name="AdjustedPValue">Probability by chance (see <see cref="Association.PValue"/>), after Benjamini and Hochberg over all
/// sequences whose words before the last are as frequent as asked for.</param>
public sealed record NGram(string Text, int Count, int Documents, double Expected, double Npmi, double AdjustedPValue);

/// <summary>Counts sequences of words.</summary>
public static class NGrams
{
    /// <summary>The sequences of n words within a sentence, most frequent first, ties in ordinal order. Numbers, symbols and punctuation
    /// marks between words are passed over. A sequence is counted wherever it starts: “a b a b a” holds “a b a” twice.</summary>
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
        // The number of each word and its document; -1 ends a sentence.
        var (codes, coded, documents, last) = (new KeyCodes<string>(), new List<int>(), new List<string>(), default(Token));
        foreach (var token in rows)
        {
            if (!Words.IsWord(token) || word(token) is not { } text) continue;
            if (last is not null && (token.Sentence != last.Sentence || token.Document != last.Document)) Add(-1, "");
            Add(codes.Of(text), token.Document);
            last = token;
        }

        void Add(int code, string document)
        {
            coded.Add(code);
            documents.Add(document);
        }

        int[] words = [.. coded];
        var (size, wordCounts) = (words.Count(code => code >= 0), Counts(words, codes.Keys.Count));

        // The sequence that starts at each place, negative where none does, and that without its last word, at first an empty one. They
        // are made longer word by word, for one that is rare has no frequent continuation.
        var (grams, counts, shorter, shorterCounts) = (words, wordCounts, new int[words.Length], new[] { size });
        for (var length = 1; length < n; length++)
        {
            var longer = new KeyCodes<(int, int)>();
            (shorter, shorterCounts) = (grams, counts);
            grams = [.. words.Skip(length).Concat(Enumerable.Repeat(-1, length)).Select((next, at) =>
                next >= 0 && shorter[at] >= 0 && shorterCounts[shorter[at]] >= minimum ? longer.Of((shorter[at], next)) : -1)];
            counts = Counts(grams, longer.Keys.Count);
        }

        int[][] frequent = [.. Enumerable.Range(0, grams.Length).Where(at => grams[at] >= 0 && counts[grams[at]] >= minimum)
            .GroupBy(at => grams[at], (_, found) => found.ToArray())];
        var tables = Array.ConvertAll(frequent, found => Association.OfCounts(
            found.Length, shorterCounts[shorter[found[0]]], wordCounts[words[found[0] + n - 1]], size));
        var adjusted = Significance.BenjaminiHochberg([.. tables.Select(table => table.PValue)], counts.Length);
        var measured = frequent.Zip(tables, adjusted)
            .Select(each => new NGram(
                string.Join(' ', words.AsSpan(each.First[0], n).ToArray().Select(code => codes.Keys[code])), each.First.Length,
                each.First.Where((at, index) => index == 0 || documents[at] != documents[each.First[index - 1]]).Count(),
                each.Second.Expected, each.Second.Npmi, each.Third))
            .OrderByDescending(gram => gram.Count).ThenBy(gram => gram.Text, StringComparer.Ordinal);
        return new([.. measured], FormattableString.Invariant($"shown: phrases that occur {minimum} times or more"));
    }

    // How often each code occurs.
    private static int[] Counts(int[] codes, int keys)
    {
        var counts = new int[keys];
        foreach (var code in codes)
            if (code >= 0) counts[code]++;
        return counts;
    }
}
