namespace Analysis;

/// <summary>Matches compiled patterns against tokens with backtracking and keeps the longest match. Not thread-safe.</summary>
internal sealed class TimeMatcher(TimeText text, TimeWords words, TimeNumerals numerals)
{
    // Backtracking restores each value, so all slots are empty between matches.
    private readonly TimeSlots _slots = new();
    private TokenStream _tokens = null!;
    private TimeInstruction[] _code = [];
    private int _first;
    private int _skip;

    /// <summary>Slots of the longest match.</summary>
    public TimeSlots Slots { get; } = new();

    /// <summary>Token after the last token of the longest match.</summary>
    public int End { get; private set; }

    /// <summary>Number of letters before the longest match in its first token, that is, of its proclitics.</summary>
    public int Skip { get; private set; }

    /// <summary>Begins a text.</summary>
    public void Begin(TokenStream tokens) => _tokens = tokens;

    /// <summary>Whether a pattern matches from a token.</summary>
    public bool Match(int token, TimePattern pattern)
    {
        _code = pattern.Code;
        _first = token;
        End = -1;
        Run(pattern.Start, token, text.SetAt(token));
        return End > token;
    }

    // The set belongs to the token. It is looked up once for all alternatives that continue there.
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

        // A symbol is always joined plainly.
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

    // Continues after a part that gave a value.
    private void GoOn(in TimeInstruction part, int value, int token)
    {
        // Nothing follows the last token of the text or of a line.
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

    // A number attached to a separator and another number is part of a longer one: 5,7 and 3.000.
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
