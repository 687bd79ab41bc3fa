namespace Analysis;

/// <summary>An <see cref="AliasPolicy"/> compiled to word forms, to be tested against the tokens around a match.</summary>
internal sealed class AliasConditions(AliasPolicy policy, Vocabulary vocabulary)
{
    private readonly int[][] _near = [.. policy.Near.Select(vocabulary.AddPhrase)];
    private readonly int[][] _before = [.. policy.Before.Select(vocabulary.AddPhrase)];
    private readonly int[][] _after = [.. policy.After.Select(vocabulary.AddPhrase)];
    private readonly int[][] _not = [.. policy.Not.Select(vocabulary.AddPhrase)];

    /// <summary>Whether the name means its entity only where another name of the entity occurs, unless another condition holds.</summary>
    public bool NeedsFull => policy.Full;

    /// <summary>Whether the name means its entity at this place.</summary>
    /// <param name="tokens">The tokens of the document.</param>
    /// <param name="first">First token of the name.</param>
    /// <param name="end">Token after the last token of the name.</param>
    /// <param name="full">Whether the document contains a name of the entity that has no policy.</param>
    public bool Hold(TokenStream tokens, int first, int end, bool full)
    {
        if (Reach(tokens, _not, first - 1, -1, 1) || Reach(tokens, _not, end, 1, 1)) return false;
        return !policy.IsPositive || (policy.Full && full)
            || (policy.Quoted && first > 0 && end < tokens.Count && tokens.IsQuote(first - 1) && tokens.IsQuote(end))
            || Reach(tokens, _near, first - 1, -1, AliasPolicy.NearTokens) || Reach(tokens, _near, end, 1, AliasPolicy.NearTokens)
            || Reach(tokens, _before, first - 1, -1, AliasPolicy.SideTokens, endsAtQuote: true)
            || Reach(tokens, _after, end, 1, AliasPolicy.SideTokens);
    }

    // Whether one of the phrases occurs within some words before (step -1) or after (step 1) a token.
    private static bool Reach(TokenStream tokens, int[][] phrases, int token, int step, int words, bool endsAtQuote = false)
    {
        if (phrases.Length == 0) return false;
        for (; words > 0 && token >= 0 && token < tokens.Count; token += step)
        {
            foreach (var phrase in phrases)
            {
                if (Stands(tokens, phrase, step > 0 ? token : token - phrase.Length + 1)) return true;
            }

            if (tokens.Kind[token] != TokenKind.Symbol) words--;

            // قناة «الشرقية» العراقية: the noun belongs to the name in quotation marks.
            else if (endsAtQuote && token > 0 && tokens.IsQuote(token) && tokens.End[token - 1] == tokens.Start[token]) return false;
        }

        return false;
    }

    private static bool Stands(TokenStream tokens, int[] phrase, int token)
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
