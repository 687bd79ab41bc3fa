namespace Analysis;

/// <summary>An <see cref="AliasPolicy"/> compiled to word forms, to be tested against the tokens around a match.</summary>
internal sealed class AliasConditions(AliasPolicy policy, Vocabulary vocabulary)
{
    private readonly int[][] _near = Forms(policy.Near, vocabulary);
    private readonly int[][] _before = Forms(policy.Before, vocabulary);
    private readonly int[][] _after = Forms(policy.After, vocabulary);
    private readonly int[][] _not = Forms(policy.Not, vocabulary);

    /// <summary>Whether the name means its entity at this place.</summary>
    /// <param name="tokens">The tokens of the document.</param>
    /// <param name="first">First token of the name.</param>
    /// <param name="end">Token after the last token of the name.</param>
    /// <param name="full">Whether the document contains a name of the entity that has no policy.</param>
    public bool Hold(TokenStream tokens, int first, int end, bool full)
    {
        if (policy.Never) return false;
        if (_not.Length > 0)
        {
            var (before, behind) = (Behind(tokens, first - 1, -1), Behind(tokens, end, 1));
            if (EndsAt(tokens, _not, before) || StartsAt(tokens, _not, behind)) return false;
        }

        return !policy.IsPositive || (policy.Full && full)
            || (policy.Quoted && first > 0 && end < tokens.Count && tokens.IsQuote(first - 1) && tokens.IsQuote(end))
            || Before(tokens, _near, first, AliasPolicy.NearTokens, passesQuotes: true) || After(tokens, _near, end, AliasPolicy.NearTokens)
            || Before(tokens, _before, first, AliasPolicy.SideTokens, passesQuotes: false)
            || After(tokens, _after, end, AliasPolicy.SideTokens);
    }

    private static int[][] Forms(IReadOnlyList<string> phrases, Vocabulary vocabulary)
    {
        if (phrases.Count == 0) return [];
        var forms = new int[phrases.Count][];
        for (var i = 0; i < forms.Length; i++)
        {
            forms[i] = vocabulary.AddPhrase(phrases[i]);
            vocabulary.Mark(forms[i][0], WordUses.Condition);
            vocabulary.Mark(forms[i][^1], WordUses.Condition);
        }

        return forms;
    }

    private static bool Before(TokenStream tokens, int[][] phrases, int first, int distance, bool passesQuotes)
    {
        if (phrases.Length == 0) return false;
        for (var token = first - 1; token >= 0 && distance > 0; token--)
        {
            if (EndsAt(tokens, phrases, token)) return true;
            if (tokens.Kind[token] != TokenKind.Symbol) distance--;
            else if (!passesQuotes && IsClosing(tokens, token)) return false;
        }

        return false;
    }

    private static bool After(TokenStream tokens, int[][] phrases, int end, int distance)
    {
        if (phrases.Length == 0) return false;
        for (var token = end; token < tokens.Count && distance > 0; token++)
        {
            if (StartsAt(tokens, phrases, token)) return true;
            if (tokens.Kind[token] != TokenKind.Symbol) distance--;
        }

        return false;
    }

    // قناة «الشرقية» العراقية: the noun belongs to the name in quotation marks.
    private static bool IsClosing(TokenStream tokens, int token) =>
        token > 0 && tokens.IsQuote(token) && tokens.End[token - 1] == tokens.Start[token];

    // The next token in the given direction that is not a quotation mark.
    private static int Behind(TokenStream tokens, int token, int step)
    {
        while (token >= 0 && token < tokens.Count && tokens.IsQuote(token)) token += step;
        return token;
    }

    private static bool IsListed(TokenStream tokens, int token) =>
        token >= 0 && token < tokens.Count && (tokens.Uses[token] & WordUses.Condition) != 0;

    private static bool EndsAt(TokenStream tokens, int[][] phrases, int token)
    {
        if (!IsListed(tokens, token)) return false;
        foreach (var phrase in phrases)
        {
            if (StartsAt(tokens, phrase, token - phrase.Length + 1)) return true;
        }

        return false;
    }

    private static bool StartsAt(TokenStream tokens, int[][] phrases, int token)
    {
        if (!IsListed(tokens, token)) return false;
        foreach (var phrase in phrases)
        {
            if (StartsAt(tokens, phrase, token)) return true;
        }

        return false;
    }

    private static bool StartsAt(TokenStream tokens, int[] phrase, int token)
    {
        if (token < 0 || token + phrase.Length > tokens.Count) return false;
        for (var i = 1; i < phrase.Length; i++)
        {
            if (tokens.Form[token + i] != phrase[i]) return false;
        }

        if (tokens.Form[token] == phrase[0]) return true;
        foreach (var reading in tokens.Readings(token))
        {
            if (reading.Stem == phrase[0] && reading.Tail == 0 && (reading.Proclitics & Proclitics.Article) == 0) return true;
        }

        return false;
    }
}
