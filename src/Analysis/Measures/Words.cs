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
    /// and not <c>ايران</c>; ties in ordinal order.
    /// </summary>
    internal static Func<Token, string?> SpelledAsIn(IEnumerable<Token> tokens)
    {
        var spellings = tokens.Where(IsWord)
            .GroupBy(token => Of(token)!, token => WithoutParticles(
                token, Normalizer.Normalize(token.Surface, NormalizationLevel.Undiacritized).Text), StringComparer.Ordinal)
            .ToDictionary(word => word.Key, word => word.CountBy(spelling => spelling, StringComparer.Ordinal)
                .OrderByDescending(spelling => spelling.Value).ThenBy(spelling => spelling.Key, StringComparer.Ordinal)
                .First().Key, StringComparer.Ordinal);
        return token => Of(token) is { } word ? spellings[word] : null;
    }

    internal static CountsByDocument Count(IEnumerable<Token> tokens, Func<Token, string?> word)
    {
        Token[] words = [.. tokens.Where(IsWord)];
        return new(words.Select(token => token.Document), words.Select(token => (token.Document, word(token))));
    }

    private static string WithoutParticles(Token token, string spelling)
    {
        if (token.Proclitics.Length == 0) return spelling;
        var taken = ProcliticRule.Length(Letters.KeyOf(token.Surface), out var restored);
        return (restored ? "ا" : "") + spelling[taken..];
    }
}
