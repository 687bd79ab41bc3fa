namespace Analysis;

/// <summary>Matches compiled patterns against tokens, every way there is, and keeps the longest. Serves one thread.</summary>
internal sealed class TimeMatcher(TimeText text, TimeWords words, TimeNumerals numerals)
{
    // Each value is taken back when its way has been tried, so that all are empty between matches.
    private readonly TimeSlots _slots = new();
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
    public void Begin(TokenStream tokens) => _tokens = tokens;

    /// <summary>Whether a pattern matches from a token of the text on.</summary>
    public bool Match(int token, TimePattern pattern)
    {
        _code = pattern.Code;
        _first = token;
        End = -1;
        Run(pattern.Start, token, text.SetAt(token));
        return End > token;
    }

    // The set is that of the token, looked up once for all ways that go on there.
    private void Run(int at, int token, ulong set)
    {
        while (true)
        {
            ref readonly var instruction = ref _code[at];
            if ((instruction.Starts & set) == 0) return;
            switch (instruction.Step)
            {
                case TimeStep.Split:
                    if ((_code[instruction.First].Starts & set) != 0) Run(instruction.First, token, set);
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

    private void Take(in TimeInstruction part, int token)
    {
        if (token == _first) _skip = 0;
        var joint = part.Joint;
        if (joint == TimeJoint.And && _tokens.Form[token] == words.And)
        {
            token++;
            if (token >= _tokens.Count || _tokens.AfterBreak[token]) return;
            joint = TimeJoint.Plain;
        }

        var kind = _tokens.Kind[token];
        if (kind == TokenKind.Number)
        {
            if (joint != TimeJoint.And) TakeDigits(part, token);
            return;
        }

        // Nothing is written together with a symbol, whatever joins it.
        if (kind == TokenKind.Symbol) joint = TimeJoint.Plain;
        if (part.Step == TimeStep.Word) TakeWord(part, joint, token);
        else if (part.Step != TimeStep.Digits) TakeNumeral(part, joint, token);
    }

    private void TakeWord(in TimeInstruction part, TimeJoint joint, int token)
    {
        var opening = token == _first;
        foreach (ref readonly var reading in text.WordsAt(token))
        {
            if (reading.Word.Class != part.Class || !TimeText.Allows(joint, reading.Proclitics, opening) || !text.Holds(token, reading)) continue;
            if (opening) _skip = reading.Skip;
            GoOn(part, reading.Word.Value, token + reading.Word.Forms.Length);
        }
    }

    private void TakeNumeral(in TimeInstruction part, TimeJoint joint, int token)
    {
        var opening = token == _first;
        var of = part.Step == TimeStep.Integer ? words.Cardinal : words.Ordinal;
        foreach (var reading in _tokens.Readings(token))
        {
            if (reading.Tail != 0 || !TimeText.Allows(joint, reading.Proclitics, opening)) continue;
            var number = numerals.Read(_tokens, token, reading.Stem, of, out var end);
            if (number < 0) continue;
            if (opening) _skip = reading.Skip;
            GoOn(part, number, end);
        }
    }

    private void TakeDigits(in TimeInstruction part, int token)
    {
        if (part.Step is not (TimeStep.Digits or TimeStep.Integer) || (part.Step == TimeStep.Integer && IsFraction(token))) return;
        var number = _tokens.NumberAt(token);
        if (number >= 0) GoOn(part, number, token + 1);
    }

    // Goes on behind a part that told a value.
    private void GoOn(in TimeInstruction part, int value, int token)
    {
        // Behind the last token, or the last of the line, stands nothing more.
        var set = token < _tokens.Count && !_tokens.AfterBreak[token] ? text.SetAt(token) : TimeSet.Nothing;
        if ((_code[part.First].Starts & set) == 0) return;
        if (part.Slot == TimeSlot.None)
        {
            Run(part.First, token, set);
            return;
        }

        if (!_slots.Admits(part.Slot, value)) return;
        var old = _slots.Exchange(part.Slot, value);
        Run(part.First, token, set);
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
