namespace Analysis;

/// <summary>Matches compiled patterns against tokens, every way there is, and keeps the longest. Serves one thread.</summary>
internal sealed class TimeMatcher(TimeWords words, TimeNumerals numerals)
{
    private const Proclitics Prepositions = Proclitics.By | Proclitics.For;
    private const Proclitics Leading = Proclitics.And | Proclitics.So | Proclitics.By | Proclitics.For | Proclitics.Like;

    // No time expression has more tokens than this.
    private const int LongestMatch = 32;

    // Each value is taken back when its way has been tried, so that all are empty between matches.
    private readonly TimeSlots _slots = new();
    private readonly TimeForms _forms = new(words);
    private TokenStream _tokens = null!;
    private TimeInstruction[] _code = [];
    private int _first;
    private int _skip;

    /// <summary>Slots of the longest match.</summary>
    public TimeSlots Slots { get; } = new();

    /// <summary>Behind the last token of the longest match.</summary>
    public int End { get; private set; }

    /// <summary>Letters before the longest match in its first token: its proclitics.</summary>
    public int Skip { get; private set; }

    /// <summary>Begins a text.</summary>
    public void Begin(TokenStream tokens)
    {
        _tokens = tokens;
        _forms.Begin(tokens);
    }

    /// <summary>Whether a pattern matches from a token of the text on.</summary>
    public bool Match(int token, TimePattern pattern)
    {
        _code = pattern.Code;
        _first = token;
        _skip = 0;
        End = -1;
        Run(pattern.Start, token);
        return End > token;
    }

    /// <summary>Whether a word of a class begins at a token, with the joint asked for.</summary>
    public bool Begins(int token, int of, TimeJoint joint)
    {
        if (joint == TimeJoint.And && _tokens.Form[token] == words.And && token + 1 < _tokens.Count && Begins(token + 1, of, TimeJoint.Plain)) return true;
        if ((_forms.At(token) & TimeSet.Of(of)) == 0) return false;
        if (words.HasBeginning(of, _tokens.Key(token))) return true;
        foreach (var reading in _tokens.Readings(token))
        {
            if (!words.MayBegin(reading.Stem, of) || !Allows(joint, reading, opening: false)) continue;
            foreach (ref readonly var word in words.BeginningWith(reading.Stem))
            {
                if (word.Class == of && Follows(token, word, reading)) return true;
            }
        }

        return false;
    }

    /// <summary>First token of a word of a class that ends before a token; −1 when there is none.</summary>
    public int Ends(int end, int of)
    {
        if (end == 0 || _tokens.AfterBreak[Math.Min(end, _tokens.Count - 1)]) return -1;
        if (HasWord(end - 1, of, 1) || words.HasBeginning(of, _tokens.Key(end - 1))) return end - 1;
        if ((words.EndSetOf(_tokens.Form[end - 1]) & TimeSet.Of(of)) == 0) return -1;
        foreach (var phrase in words.Phrases(of))
        {
            var first = end - phrase.Forms.Length;
            if (first >= 0 && _tokens.Form[end - 1] == phrase.Forms[^1] && HasWord(first, of, phrase.Forms.Length)) return first;
        }

        return -1;
    }

    private bool HasWord(int token, int of, int length)
    {
        if ((_forms.At(token) & TimeSet.Of(of)) == 0) return false;
        foreach (var reading in _tokens.Readings(token))
        {
            if (reading.Tail != 0 || (reading.Proclitics & ~Leading) != 0 || !words.MayBegin(reading.Stem, of)) continue;
            foreach (ref readonly var word in words.BeginningWith(reading.Stem))
            {
                if (word.Class == of && word.Forms.Length == length && Follows(token, word, reading)) return true;
            }
        }

        return false;
    }

    private static bool Allows(TimeJoint joint, in Reading reading, bool opening)
    {
        if (reading.Tail != 0) return false;
        return joint switch
        {
            TimeJoint.And => reading.Proclitics == Proclitics.And,
            TimeJoint.Preposition => (reading.Proclitics & ~Prepositions) == 0,
            TimeJoint.For => (reading.Proclitics & ~Proclitics.And) == Proclitics.For,
            _ => opening ? (reading.Proclitics & ~Leading) == 0 : reading.Proclitics == Proclitics.None,
        };
    }

    // The rest of a phrase stands as it is, in the same line.
    private bool Follows(int token, in TimeWord word, in Reading reading)
    {
        if (word.Exact is not null && !IsSpelled(token, reading.Skip, word.Exact)) return false;
        for (var part = 1; part < word.Forms.Length; part++)
        {
            var at = token + part;
            if (at >= _tokens.Count || _tokens.AfterBreak[at] || _tokens.Form[at] != word.Forms[part]) return false;
        }

        return true;
    }

    private bool IsSpelled(int token, int skip, string spelling)
    {
        var matched = 0;
        for (var at = _tokens.OffsetBehind(token, skip); at < _tokens.End[token]; at++)
        {
            var letter = _tokens.Text[at];
            if (Letters.Class(letter) == LetterClass.Mark) continue;
            if (matched == spelling.Length || spelling[matched++] != letter) return false;
        }

        return matched == spelling.Length;
    }

    private void Run(int at, int token)
    {
        var set = SetAt(token);
        while (true)
        {
            ref readonly var instruction = ref _code[at];
            if ((instruction.Starts & set) == 0) return;
            switch (instruction.Step)
            {
                case TimeStep.Split:
                    if ((_code[instruction.First].Starts & set) != 0) Run(instruction.First, token);
                    at = instruction.Second;
                    continue;
                case TimeStep.Accept:
                    if (token > End)
                    {
                        End = token;
                        Skip = _skip;
                        Slots.CopyFrom(_slots);
                    }

                    return;
                default:
                    Take(instruction, token);
                    return;
            }
        }
    }

    // What a match may take at a token: no more than nothing behind the last one or behind the line.
    private ulong SetAt(int token) =>
        token < _tokens.Count && (token == _first || !_tokens.AfterBreak[token]) ? _forms.At(token) : TimeSet.Nothing;

    /// <summary>What may stand at a token and behind it, as far as a match can reach: a <see cref="TimeSet"/>.</summary>
    public ulong SetAhead(int token)
    {
        var set = _forms.At(token);
        var end = Math.Min(_tokens.Count, token + LongestMatch);
        for (token++; token < end && !_tokens.AfterBreak[token]; token++) set |= _forms.At(token);
        return set;
    }

    private void Take(in TimeInstruction part, int token)
    {
        if (part.Joint == TimeJoint.And && _tokens.Form[token] == words.And)
        {
            token++;
            if (token >= _tokens.Count || _tokens.AfterBreak[token]) return;
            if (TakeDigits(part, token)) return;
            TakeReading(part, token, new Reading(_tokens.Form[token], Proclitics.None, 0, 0));
            return;
        }

        if (part.Joint != TimeJoint.And && TakeDigits(part, token)) return;
        if (_tokens.Kind[token] == TokenKind.Symbol)
        {
            TakeReading(part, token, new Reading(_tokens.Form[token], Proclitics.None, 0, 0));
            return;
        }

        var opening = token == _first;
        foreach (var reading in _tokens.Readings(token))
        {
            if (part.Step == TimeStep.Word && !words.MayBegin(reading.Stem, part.Class)) continue;
            if (!Allows(part.Joint, reading, opening)) continue;
            if (opening) _skip = reading.Skip;
            TakeReading(part, token, reading);
            if (opening) _skip = 0;
        }
    }

    private bool TakeDigits(in TimeInstruction part, int token)
    {
        if (_tokens.Kind[token] != TokenKind.Number) return false;
        if (part.Step == TimeStep.Digits || (part.Step == TimeStep.Integer && !IsFraction(token)))
        {
            var number = _tokens.NumberAt(token);
            if (number >= 0) Store(part, number, token + 1);
        }

        return true;
    }

    private void TakeReading(in TimeInstruction part, int token, in Reading reading)
    {
        if (part.Step == TimeStep.Word)
        {
            foreach (ref readonly var word in words.BeginningWith(reading.Stem))
            {
                if (word.Class == part.Class && Follows(token, word, reading)) Store(part, word.Value, token + word.Forms.Length);
            }
        }
        else if (part.Step != TimeStep.Digits)
        {
            var number = numerals.Read(_tokens, token, reading.Stem, part.Step == TimeStep.Integer ? words.Cardinal : words.Ordinal, out var end);
            if (number >= 0) Store(part, number, end);
        }
    }

    private void Store(in TimeInstruction part, int value, int end)
    {
        if (part.Slot == TimeSlot.None)
        {
            Run(part.First, end);
            return;
        }

        if (!_slots.Admits(part.Slot, value)) return;
        var old = _slots.Exchange(part.Slot, value);
        Run(part.First, end);
        _slots.Exchange(part.Slot, old);
    }

    // A number that is glued to a separator and another number is part of one: 5,7 and 3.000.
    private bool IsFraction(int token) => IsGlued(token, -1) || IsGlued(token, 1);

    private bool IsGlued(int token, int side)
    {
        var sign = token + side;
        var other = sign + side;
        if (other < 0 || other >= _tokens.Count || _tokens.Kind[other] != TokenKind.Number || _tokens.Kind[sign] != TokenKind.Symbol) return false;
        var (left, right) = side < 0 ? (other, token) : (token, other);
        return _tokens.End[left] == _tokens.Start[sign] && _tokens.End[sign] == _tokens.Start[right]
            && _tokens.Text[_tokens.Start[sign]] is '.' or ',' or '،' or '٫' or '٬' or ':';
    }
}
