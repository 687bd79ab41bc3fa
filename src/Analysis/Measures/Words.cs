namespace Analysis;

/// <summary>The words for which tokens count.</summary>
public static class Words
{
    /// <summary>
    /// A token's word: its normal spelling without attached particles, such as <c>العراق</c> for <c>وللعراق</c>; the article
    /// stays. Null for numbers and symbols.
    /// </summary>
    /// <param name="token">The token.</param>
    public static string? Of(Token token)
    {
        if (!IsWord(token)) return null;
        if (token.Proclitics.Length == 0) return token.Normal;
        var taken = ProcliticRule.Length(Letters.KeyOf(token.Surface), out var restored);
        return (restored ? "ا" : "") + token.Normal[taken..];
    }

    internal static bool IsWord(Token token) => token.Kind == TokenKind.Word;

    internal static CountsByDocument Count(IEnumerable<Token> tokens, Func<Token, string?>? word)
    {
        Token[] words = [.. tokens.Where(IsWord)];
        return new(words.Select(token => token.Document), words.Select(token => (token.Document, (word ?? Of)(token))));
    }
}
