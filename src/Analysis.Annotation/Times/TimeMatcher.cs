namespace Analysis;

/// <summary>
/// Matches patterns against the tokens of a text, with backtracking, and keeps the longest match. A quotation mark between two
/// words of an expression is passed over, and so is a line break in running text. Not thread-safe.
/// </summary>
internal sealed partial class TimeMatcher(TimeWords words)
{
    private const Proclitics Leading = Proclitics.And | Proclitics.So | Proclitics.By | Proclitics.For | Proclitics.Like;

    // Backtracking restores each value, so all slots are empty between matches.
    private readonly TimeSlots _slots = new();
    private TokenStream _tokens = null!;
    private int _first;
    private int _skip;
    private int _cut;

    // What stands after the token that was asked for last: rules that begin alike ask for it one after another.
    private int _known;
    private int _next;
    private ulong _set;

    /// <summary>Slots of the longest match.</summary>
    public TimeSlots Slots { get; } = new();

    /// <summary>Token after the last token of the longest match.</summary>
    public int End { get; private set; }

    /// <summary>Number of letters before the longest match in its first token, that is, of its proclitics.</summary>
    public int Skip { get; private set; }

    /// <summary>Begins a text.</summary>
    public void Begin(TokenStream tokens) => _tokens = tokens;

    /// <summary>Begins a match; gives what stands at its first token.</summary>
    public ulong Begin(int token)
    {
        _first = token;
        _known = -1;
        return SetAt(token);
    }

    /// <summary>Whether a pattern matches from the first token, at which a set stands.</summary>
    public bool Match(TimePart[] pattern, ulong set)
    {
        End = _first;
        GoOn(pattern, _first, _first, set);
        return End > _first;
    }

    /// <summary>Whether a word of a class begins at a token with the given joint.</summary>
    public bool Begins(int token, int of, TimeJoint joint)
    {
        var apart = joint == TimeJoint.And && _tokens.Form[token] == words.And && token + 1 < _tokens.Count;
        if (apart) return Begins(token + 1, of, TimeJoint.Plain);
        foreach (var reading in _tokens.Readings(token))
        {
            if (Allows(joint, reading, opening: false) && LengthOf(token, reading, of) > 0) return true;
        }

        return words.HasBeginning(of, _tokens.Key(token));
    }

    /// <summary>Whether a word of a class ends before a token.</summary>
    public bool Ends(int token, int of)
    {
        if (token == 0 || _tokens.AfterBreak[token]) return false;
        for (var length = 1; length <= 4 && length <= token; length++)
        {
            foreach (var reading in _tokens.Readings(token - length))
            {
                if (Allows(TimeJoint.Plain, reading, opening: true) && LengthOf(token - length, reading, of) == length) return true;
            }
        }

        return words.HasBeginning(of, _tokens.Key(token - 1));
    }

    private void GoOn(TimePart[] parts, int token)
    {
        if (token != _known)
        {
            _known = token;
            _next = Continues(token) && _tokens.IsQuote(token) ? token + 1 : token;
            _set = Continues(_next) ? SetAt(_next) : 0;
        }

        GoOn(parts, token, _next, _set);
    }

    // The next word stands at the token, or after a quotation mark.
    private void GoOn(TimePart[] parts, int token, int next, ulong set)
    {
        foreach (var part in parts)
        {
            switch (part.Kind)
            {
                case TimePartKind.End:
                    Keep(_cut > 0 ? _cut : token);
                    break;
                case TimePartKind.Cut:
                    _cut = token;
                    GoOn(part.Next, token);
                    _cut = 0;
                    break;
                case TimePartKind.Constant:
                    Fill(part, part.Of, token);
                    break;
                default:
                    if ((part.Set & set) != 0) Take(part, next);
                    break;
            }
        }
    }

    /// <summary>What stands at a token: the bits of the classes of its words, and of a number in digits.</summary>
    public ulong SetAt(int token)
    {
        if (_tokens.Kind[token] == TokenKind.Number) return TimePart.Digits;
        var set = 0UL;
        foreach (var reading in _tokens.Readings(token))
        {
            foreach (ref readonly var word in words.BeginningWith(reading.Stem))
            {
                if (reading.Tail == 0 && Stands(token, reading, word)) set |= TimeWords.BitOf(word.Class);
            }
        }

        return _tokens.Form[token] == words.And && Continues(token + 1) ? set | SetAt(token + 1) : set;
    }

    private void Take(TimePart part, int token)
    {
        var joint = part.Joint;
        if (joint == TimeJoint.And && _tokens.Form[token] == words.And)
        {
            if (!Continues(++token)) return;
            joint = TimeJoint.Plain;
        }

        var kind = _tokens.Kind[token];
        if (kind != TokenKind.Number) TakeWords(part, kind == TokenKind.Symbol ? TimeJoint.Plain : joint, token);
        else if (joint != TimeJoint.And) TakeDigits(part, token);
    }

    private void TakeWords(TimePart part, TimeJoint joint, int token)
    {
        var opening = token == _first;
        foreach (var reading in _tokens.Readings(token))
        {
            if (!Allows(joint, reading, opening)) continue;
            if (opening) _skip = reading.Skip;
            if (part.Kind == TimePartKind.Word)
            {
                foreach (ref readonly var word in words.BeginningWith(reading.Stem))
                {
                    if (word.Class == part.Of && Stands(token, reading, word)) Fill(part, word.Value, token + word.Forms.Length);
                }
            }
            else if (part.Kind != TimePartKind.Digits)
            {
                var number = Number(token, reading.Stem, part.Kind == TimePartKind.Integer ? words.Cardinal : words.Ordinal, out var end);
                if (number >= 0) Fill(part, number, end);
            }
        }
    }

    private void TakeDigits(TimePart part, int token)
    {
        if (token == _first) _skip = 0;
        if (part.Kind is not (TimePartKind.Digits or TimePartKind.Integer)) return;
        if (part.Kind == TimePartKind.Integer && (IsGlued(token, -1) || IsGlued(token, 1))) return;
        var number = _tokens.NumberAt(token);
        if (number >= 0) Fill(part, number, token + 1, _tokens.End[token] - _tokens.Start[token]);
    }

    // Goes on after a part that gave a value.
    private void Fill(TimePart part, int value, int token, int digits = 0)
    {
        if (part.Slot != TimeSlot.None && !_slots.Admits(part.Slot, value, digits)) return;
        var old = _slots.Exchange(part.Slot, value);
        GoOn(part.Next, token);
        _slots.Exchange(part.Slot, old);
    }

    private void Keep(int end)
    {
        if (end <= End) return;
        End = end;
        Skip = _skip;
        Slots.CopyFrom(_slots);
    }

    // Whether a match may go on at a token. What begins its line, such as a name in a list, doesn't go on in the next one.
    private bool Continues(int token)
    {
        if (token >= _tokens.Count) return false;
        if (token == _first || !_tokens.AfterBreak[token]) return true;
        return !_tokens.AfterBreak[_first] && _tokens.Text.AsSpan(_tokens.End[token - 1].._tokens.Start[token]).Count('\n') <= 1;
    }

    // Words of time have no enclitic pronoun.
    private static bool Allows(TimeJoint joint, in Reading reading, bool opening) => reading.Tail == 0 && joint switch
    {
        TimeJoint.And => reading.Proclitics == Proclitics.And,
        TimeJoint.Preposition => (reading.Proclitics & ~(opening ? Leading : Proclitics.By | Proclitics.For)) == 0,
        TimeJoint.For => (reading.Proclitics & ~Proclitics.And) == Proclitics.For,
        _ => opening ? (reading.Proclitics & ~Leading) == 0 : reading.Proclitics == Proclitics.None,
    };

    // Number of tokens of the word of a class that begins with a reading; 0 if there is none.
    private int LengthOf(int token, in Reading reading, int of)
    {
        foreach (ref readonly var word in words.BeginningWith(reading.Stem))
        {
            if (word.Class == of && Stands(token, reading, word)) return word.Forms.Length;
        }

        return 0;
    }

    // Whether a word stands completely at its first token: its exact spelling, and the rest of a phrase.
    private bool Stands(int token, in Reading reading, in TimeWord word)
    {
        if (word.Exact is { } spelling && !IsSpelled(token, reading.Skip, spelling)) return false;
        for (var part = 1; part < word.Forms.Length; part++)
        {
            if (!Continues(token + part) || _tokens.Form[token + part] != word.Forms[part]) return false;
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
}
