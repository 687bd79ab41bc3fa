namespace Analysis;

/// <summary>An <see cref="AliasPolicy"/> compiled to word forms, to be tested against the tokens around a match.</summary>
internal sealed class AliasConditions(AliasPolicy policy, Vocabulary vocabulary)
{
    // Words and numbers on either side of the name among which a phrase must begin; symbols are not counted.
    private static readonly (string Condition, int Before, int After)[] Reaches = [("near", 3, 3), ("before", 2, 0), ("after", 0, 2)];

    private readonly bool _isPositive = policy.IsPositive;
    private readonly bool _isQuoted = policy.Has("quoted");
    private readonly int[][] _not = Compile(policy, "not", vocabulary);

    private readonly (int[][] Phrases, int Before, int After)[] _reaches =
        [.. Reaches.Select(reach => (Compile(policy, reach.Condition, vocabulary), reach.Before, reach.After))];

    /// <summary>Whether the name means its entity at this place.</summary>
    /// <param name="tokens">The tokens of the document.</param>
    /// <param name="first">First token of the name.</param>
    /// <param name="end">Token after the last token of the name.</param>
    /// <param name="full">Whether the document contains the name without policy that the policy asks for, or the text says otherwise that
    /// the name means its entity.</param>
    public bool Hold(TokenStream tokens, int first, int end, bool full)
    {
        if (IsNear(_not, 1, 1)) return false;
        if (!_isPositive || full) return true;
        if (_isQuoted && first > 0 && end < tokens.Count && tokens.IsOpening(first - 1) && tokens.IsClosing(end)) return true;
        foreach (var (phrases, before, after) in _reaches)
            if (IsNear(phrases, before, after)) return true;

        return false;

        bool IsNear(int[][] phrases, int before, int after) =>
            Reach(tokens, phrases, first - 1, -1, before, after == 0) || Reach(tokens, phrases, end, 1, after);
    }

    private static int[][] Compile(AliasPolicy policy, string condition, Vocabulary vocabulary) =>
        policy.Has(condition) ? [.. policy.Conditions[condition].Select(vocabulary.AddPhrase)] : [];

    // Whether one of the phrases occurs within some words before (step -1) or after (step 1) a token.
    private static bool Reach(TokenStream tokens, int[][] phrases, int token, int step, int words, bool endsAtQuote = false)
    {
        for (; words > 0 && phrases.Length > 0 && token >= 0 && token < tokens.Count; token += step)
        {
            foreach (var phrase in phrases)
                if (Stands(tokens, phrase, step > 0 ? token : token - phrase.Length + 1)) return true;

            if (tokens.Kind[token] != TokenKind.Symbol) words--;

            // قناة «الشرقية» العراقية: the noun belongs to the name in quotation marks.
            else if (endsAtQuote && token > 0 && tokens.IsQuote(token) && tokens.End[token - 1] == tokens.Start[token]) return false;
        }

        return false;
    }

    private static bool Stands(TokenStream tokens, int[] phrase, int token)
    {
        if (token < 0 || token + phrase.Length > tokens.Count) return false;
        if (!tokens.Form.AsSpan(token + 1, phrase.Length - 1).SequenceEqual(phrase.AsSpan(1))) return false;
        foreach (var reading in tokens.Readings(token))
            if (reading.Stem == phrase[0] && reading.Tail == 0) return true;

        return false;
    }
}
