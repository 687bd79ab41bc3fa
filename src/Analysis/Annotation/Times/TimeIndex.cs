namespace Analysis;

/// <summary>
/// Which rules two tokens leave open: sets of rules, a bit each, by the form of a rule's first token and of its second. Nearly every token
/// of a text is settled by one look-up, and most others by two.
/// </summary>
internal sealed class TimeIndex
{
    /// <summary>Most rules that a grammar may have: the bits of a set.</summary>
    public const int MostRules = 128;

    private readonly UInt128[] _first;
    private readonly UInt128[] _second;
    private readonly ulong[] _needs;
    private UInt128 _firstNumber;
    private UInt128 _secondNumber;
    private UInt128 _alone;

    /// <summary>The index of a grammar, which marks in the vocabulary the words with which time expressions begin.</summary>
    /// <exception cref="InvalidDataException">There are more rules than a set holds.</exception>
    public TimeIndex(TimeGrammar grammar, Vocabulary vocabulary)
    {
        if (grammar.Rules.Count > MostRules) throw new InvalidDataException($"time-rules.tsv: {grammar.Rules.Count} rules, at most {MostRules} are possible");
        _first = new UInt128[vocabulary.Forms.Count];
        _second = new UInt128[_first.Length];
        _needs = new ulong[grammar.Rules.Count];
        for (var rule = 0; rule < grammar.Rules.Count; rule++)
        {
            var bit = UInt128.One << rule;
            var pattern = grammar.Rules[rule].Pattern;
            _needs[rule] = pattern.Needs;
            foreach (var at in pattern.Next(pattern.Start)) AddFirst(grammar, pattern, at, bit);
        }

        for (var form = 0; form < _first.Length; form++)
        {
            if (_first[form] != UInt128.Zero) vocabulary.Mark(form, WordUses.Time);
        }
    }

    /// <summary>Rules that can match from a token on.</summary>
    public UInt128 RulesAt(TokenStream tokens, int token)
    {
        var rules = Of(tokens, token, _first, _firstNumber);
        if (rules == UInt128.Zero) return rules;
        var next = token + 1;
        return next < tokens.Count && !tokens.AfterBreak[next] ? rules & (_alone | Of(tokens, next, _second, _secondNumber)) : rules & _alone;
    }

    /// <summary>Whether all that a rule needs is in a set of what stands ahead: a <see cref="TimeSet"/>.</summary>
    public bool FindsAll(int rule, ulong ahead) => (_needs[rule] & ~ahead) == 0;

    /// <summary>Whether a rule can match from a token on; the look at one array that settles nearly every token.</summary>
    public static bool MayBegin(TokenStream tokens, int token) =>
        (tokens.Uses[token] & WordUses.Time) != 0 || tokens.Kind[token] == TokenKind.Number;

    private static UInt128 Of(TokenStream tokens, int token, UInt128[] table, UInt128 number)
    {
        if (tokens.Kind[token] == TokenKind.Number) return number;
        var rules = UInt128.Zero;
        foreach (var reading in tokens.Readings(token))
        {
            if (reading.Tail == 0 && reading.Stem < table.Length) rules |= table[reading.Stem];
        }

        return rules;
    }

    private void AddFirst(TimeGrammar grammar, TimePattern pattern, int at, UInt128 bit)
    {
        var part = pattern.Code[at];
        if (part.Step == TimeStep.Accept) return;
        if (part.Step is TimeStep.Integer or TimeStep.Digits) _firstNumber |= bit;
        foreach (var word in WordsOf(grammar, part))
        {
            _first[word.Forms[0]] |= bit;
            if (word.Forms.Length > 1) _second[word.Forms[1]] |= bit;
        }

        // A number in words goes on with any other.
        if (part.Step is TimeStep.Integer or TimeStep.Ordinal)
        {
            foreach (var word in grammar.Words.Members(grammar.Words.Cardinal)) _second[word.Forms[0]] |= bit;
            foreach (var word in grammar.Words.Members(grammar.Words.Ordinal)) _second[word.Forms[0]] |= bit;
        }

        foreach (var next in pattern.Next(part.First)) AddSecond(grammar, pattern.Code[next], bit);
    }

    private void AddSecond(TimeGrammar grammar, in TimeInstruction part, UInt128 bit)
    {
        if (part.Step == TimeStep.Accept) _alone |= bit;
        if (part.Step is TimeStep.Integer or TimeStep.Digits) _secondNumber |= bit;
        if (part.Joint == TimeJoint.And) _second[grammar.Words.And] |= bit;
        foreach (var word in WordsOf(grammar, part)) _second[word.Forms[0]] |= bit;
    }

    private static List<TimeWord> WordsOf(TimeGrammar grammar, in TimeInstruction part) => part.Step switch
    {
        TimeStep.Word => grammar.Words.Members(part.Class),
        TimeStep.Integer => grammar.Words.Members(grammar.Words.Cardinal),
        TimeStep.Ordinal => grammar.Words.Members(grammar.Words.Ordinal),
        _ => [],
    };
}
