namespace Analysis;

/// <summary>
/// Selects the rules that can match at a token: bit sets of rules, indexed by the forms of a rule's first two tokens. One look-up is enough
/// for nearly every token of a text, and two for most others.
/// </summary>
internal sealed class TimeIndex
{
    /// <summary>Maximum number of rules in a grammar: the number of bits in a set.</summary>
    public const int MostRules = 128;

    private readonly ulong[] _needs;

    // By form: rules that begin with it, and rules that continue with it.
    private readonly Openings[] _first;
    private readonly Openings[] _second;
    private Openings _firstNumber;
    private Openings _secondNumber;
    private Openings _alone;

    /// <summary>Creates the index of a grammar and marks, in the vocabulary, the words with which time expressions begin.</summary>
    /// <exception cref="InvalidDataException">The grammar has more than <see cref="MostRules"/> rules.</exception>
    public TimeIndex(TimeGrammar grammar, Vocabulary vocabulary)
    {
        if (grammar.Rules.Count > MostRules) throw new InvalidDataException($"time-rules.tsv: {grammar.Rules.Count} rules, at most {MostRules} are possible");
        _needs = new ulong[grammar.Rules.Count];
        _first = new Openings[vocabulary.Forms.Count];
        _second = new Openings[_first.Length];
        for (var rule = 0; rule < grammar.Rules.Count; rule++)
        {
            var pattern = grammar.Rules[rule].Pattern;
            _needs[rule] = pattern.Needs;
            foreach (var at in pattern.Next(pattern.Start)) AddFirst(grammar.Words, pattern, pattern.Code[at], UInt128.One << rule);
        }

        var needed = 0UL;
        foreach (var needs in _needs) needed |= needs;
        for (var form = 0; form < _first.Length; form++)
        {
            if (!_first[form].IsEmpty) vocabulary.Mark(form, WordUses.Time);
            if ((grammar.Words.SetOf(form) & needed) != 0) vocabulary.Mark(form, WordUses.TimePart);
        }
    }

    /// <summary>Rules that can match from a token.</summary>
    public UInt128 RulesAt(TokenStream tokens, int token)
    {
        var first = Of(tokens, token, _first, _firstNumber);
        if (first.IsEmpty) return UInt128.Zero;
        var second = _alone;
        var next = token + 1;
        if (next < tokens.Count && !tokens.AfterBreak[next]) second.Add(Of(tokens, next, _second, _secondNumber));
        return first.Met(second);
    }

    /// <summary>Whether everything that a rule requires is in a <see cref="TimeSet"/> of the tokens ahead.</summary>
    public bool FindsAll(int rule, ulong ahead) => (_needs[rule] & ~ahead) == 0;

    private static Openings Of(TokenStream tokens, int token, Openings[] table, in Openings number)
    {
        if (tokens.Kind[token] == TokenKind.Number) return number;
        var rules = default(Openings);
        foreach (var reading in tokens.Readings(token))
        {
            if (reading.Tail == 0 && reading.Stem < table.Length) rules.Add(table[reading.Stem]);
        }

        return rules;
    }

    private void AddFirst(TimeWords words, TimePattern pattern, in TimeInstruction part, UInt128 bit)
    {
        var opened = default(Openings);
        if (part.Step is TimeStep.Integer or TimeStep.Digits) _firstNumber.Number |= opened.Number = bit;
        foreach (var word in WordsOf(words, part))
        {
            if (word.Forms.Length == 1)
            {
                _first[word.Forms[0]].Word |= opened.Word = bit;
            }
            else
            {
                _first[word.Forms[0]].Phrase |= bit;
                _second[word.Forms[1]].Phrase |= bit;
            }
        }

        // A number in words may continue with any other number word.
        if (part.Step is TimeStep.Integer or TimeStep.Ordinal)
        {
            foreach (var word in words.Members(words.Cardinal)) _second[word.Forms[0]].Word |= bit;
            foreach (var word in words.Members(words.Ordinal)) _second[word.Forms[0]].Word |= bit;
        }

        foreach (var next in pattern.Next(part.First)) AddSecond(words, pattern.Code[next], opened);
    }

    private void AddSecond(TimeWords words, in TimeInstruction part, in Openings opened)
    {
        if (part.Step == TimeStep.Accept) _alone.Add(opened);
        if (part.Step is TimeStep.Integer or TimeStep.Digits) _secondNumber.Add(opened);
        if (part.Joint == TimeJoint.And) _second[words.And].Add(opened);
        foreach (var word in WordsOf(words, part)) _second[word.Forms[0]].Add(opened);
    }

    private static List<TimeWord> WordsOf(TimeWords words, in TimeInstruction part) => part.Step switch
    {
        TimeStep.Word => words.Members(part.Class),
        TimeStep.Integer => words.Members(words.Cardinal),
        TimeStep.Ordinal => words.Members(words.Ordinal),
        _ => [],
    };

    /// <summary>Sets of rules, by the kind of their first token: a whole word, the beginning of a phrase, or a number in digits.</summary>
    private struct Openings
    {
        public UInt128 Word;
        public UInt128 Phrase;
        public UInt128 Number;

        public readonly bool IsEmpty => (Word | Phrase | Number) == UInt128.Zero;

        public void Add(in Openings other)
        {
            Word |= other.Word;
            Phrase |= other.Phrase;
            Number |= other.Number;
        }

        /// <summary>The rules that begin in a way that the next token can continue.</summary>
        public readonly UInt128 Met(in Openings next) => (Word & next.Word) | (Phrase & next.Phrase) | (Number & next.Number);
    }
}
