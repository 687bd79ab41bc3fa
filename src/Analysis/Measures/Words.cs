namespace Analysis;

/// <summary>The words for which tokens count.</summary>
public static class Words
{
    /// <summary>
    /// A token's word: its normal spelling without attached particles, such as <c>العراق</c> for <c>وللعراق</c>; the article stays. Null
    /// for numbers and symbols.
    /// </summary>
    /// <param name="token">The token.</param>
    public static string? Of(Token token) => IsWord(token) ? WithoutParticles(token, token.Normal) : null;

    internal static bool IsWord(Token token) => token.Kind == TokenKind.Word;

    /// <summary>
    /// Turns a token into the most frequent spelling of its word (see <see cref="Of"/>) among the tokens, so that readers see <c>إيران</c>
    /// and not <c>ايران</c>; ties in ordinal order. It takes these tokens, on one thread at a time.
    /// </summary>
    internal static Func<Token, string?> SpelledAsIn(IEnumerable<Token> tokens)
    {
        // A form has one word and one spelling, and forms repeat: they are read once each.
        var forms = new KeyCodes<string>();
        List<(string Word, string Spelling)> read = [];
        List<int> counts = [];
        foreach (var token in tokens.Where(IsWord))
        {
            var form = forms.Of(token.Surface);
            if (form == read.Count)
            {
                var plain = Normalizer.Normalize(token.Surface, NormalizationLevel.Undiacritized);
                read.Add((Of(token)!, WithoutParticles(token, plain)));
                counts.Add(0);
            }

            counts[form]++;
        }

        var spellings = read.Zip(counts).GroupBy(form => form.First.Word, StringComparer.Ordinal).ToDictionary(
            word => word.Key, word => word.GroupBy(form => form.First.Spelling, StringComparer.Ordinal)
                .OrderByDescending(spelling => spelling.Sum(form => form.Second)).ThenBy(spelling => spelling.Key, StringComparer.Ordinal)
                .First().Key, StringComparer.Ordinal);
        var words = read.ConvertAll(form => spellings[form.Word]);
        return token => IsWord(token) ? words[forms.Of(token.Surface)] : null;
    }

    internal static CountsByDocument Count(IEnumerable<Token> tokens, Func<Token, string?> word)
    {
        var counts = new CountsByDocument();
        foreach (var token in tokens.Where(IsWord))
        {
            counts.AddUnits(token.Document);
            if (word(token) is { } key) counts.AddHit(token.Document, key);
        }

        return counts;
    }

    private static string WithoutParticles(Token token, string spelling)
    {
        if (token.Proclitics.Length == 0) return spelling;
        var taken = ProcliticRule.Length(Letters.KeyOf(token.Surface), out var restored);
        return (restored ? "ا" : "") + spelling[taken..];
    }
}
