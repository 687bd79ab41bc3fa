namespace Analysis;

/// <summary>A clause of a sentence: the tokens around one finite verb.</summary>
/// <param name="first">First token.</param>
/// <param name="speech">The clause in which it is said; null if nobody says it.</param>
/// <param name="quoted">Whether it stands in quotation marks.</param>
internal sealed class Clause(int first, Clause? speech = null, bool quoted = false)
{
    /// <summary>First token.</summary>
    public int First => first;

    /// <summary>The clause in which it is said; null if nobody says it.</summary>
    public Clause? Speech => speech;

    /// <summary>Whether it stands in quotation marks.</summary>
    public bool Quoted => quoted;

    /// <summary>Token after the last.</summary>
    public int End { get; set; }

    /// <summary>The clause before it in the same speech, or outside speech as it is; else the clause that says it; null for none.</summary>
    public Clause? Earlier { get; set; }

    /// <summary>The clause after it in the sentence; null for the last.</summary>
    public Clause? Next { get; set; }

    /// <summary>The last clause that it says; null if it says nothing.</summary>
    public Clause? Content { get; set; }
}

/// <summary>
/// Splits a sentence into clauses. One begins at a complementizer (<c>أن</c>), in a quotation, after a colon, at a subordinator
/// (<c>فيما</c>), at a finite verb after <c>و</c> or <c>ف</c>, and at one after a comma. Relative clauses stay inside;
/// their words are marked.
/// </summary>
internal sealed class ClauseSplitter(EventSentence words)
{
    private const int LongestDateline = 11;
    private const int ShortestQuotation = 3;
    private const int LongestOpening = 40;
    private const int LongestAside = 12;

    private const EventCues Auxiliary = EventCues.Negation | EventCues.Already | EventCues.Past | EventCues.Verb;

    private readonly List<Clause> _clauses = [];
    private bool _verb;
    private bool _relative;
    private int _aside;

    /// <summary>The clauses of the sentence, in text order. The list is reused.</summary>
    public List<Clause> Split()
    {
        _clauses.Clear();
        _aside = 0;
        for (var token = words.First; token < words.End; token++)
        {
            var clause = token == words.First ? new Clause(token) : Next(token);
            if (clause is not null) Begin(clause);
            Mark(token);
        }

        return _clauses;
    }

    private Clause Current => _clauses[^1];

    private void Begin(Clause clause)
    {
        if (_clauses.Count > 0) (Current.Next, Current.End) = (clause, EndBefore(clause.First));
        if (clause.Speech is { } speech) speech.Content = clause;
        clause.Earlier = _clauses.FindLast(each => each.Speech == clause.Speech) ?? clause.Speech;
        clause.End = words.End;
        _clauses.Add(clause);
        _verb = _relative = false;
    }

    private void Mark(int token)
    {
        ref var word = ref words[token];
        if (token < _aside) (word.Relative, word.Forms) = (true, TriggerForm.None);
        if (token < _aside) return;
        if (word.Comma) _relative = false;
        var verb = (word.IsVerb || word.Has(EventCues.Verb)) && !word.Has(EventCues.Past);
        if (verb && _verb && !word.IsJoined && token > Current.First && !words[token - 1].Has(Auxiliary))
        {
            // A second verb that nothing joins is the verb of the clause around a relative one; after an indefinite noun it begins one.
            if (_relative) _relative = false;
            else if (IsIndefiniteNoun(token - 1) && (!word.Says || word.Suffixed)) _relative = true;
            else BeginAfterComma(token);
        }

        if (word.Has(EventCues.Relative)) (_relative, _verb) = (true, false);
        word.Relative = _relative;
        _verb |= verb;
    }

    // بعد أن وصل، رئيس الوزراء أرسل: the clause of a second verb begins with its subject, after the comma.
    private void BeginAfterComma(int verb)
    {
        var comma = verb - 1;
        while (comma > Current.First && !words[comma].Comma) comma--;
        if (comma > Current.First) Begin(new Clause(comma + 1, Current.Speech, Current.Quoted));
    }

    private bool IsIndefiniteNoun(int token) =>
        words[token] is { Symbol: false, Mention: < 0, Time: < 0, Article: false, Slot: Slots.None, IsVerb: false };

    // The clause that begins at a token; null if none does.
    private Clause? Next(int token)
    {
        ref var word = ref words[token];
        ref var before = ref words[token - 1];

        // Most words neither follow a symbol nor begin anything.
        const EventCues Beginning = EventCues.Complement | EventCues.Cut;
        if (before.Comma && word.Has(EventCues.Source)) _aside = Math.Max(_aside, AsideEnd(token));
        if (token < _aside || (!before.Symbol && !word.IsJoined && !word.Has(Beginning) && !Current.Quoted)) return null;
        var speech = Current.Speech;
        if (word.Quoted && !before.Quoted && before.QuotationMark && IsSaid(token))
            return new Clause(token, speech ?? Current, quoted: true);
        if (Current.Quoted && !word.Quoted && !word.Symbol) return new Clause(token, _clauses[^2].Speech);
        if (speech is null && words.Mark(token - 1) == ':' && (Says(token) || IsSpeaker(token))) return new Clause(token, Current);
        if (word.Has(EventCues.Complement) && !word.Quoted)
        {
            if (speech is null && Opener(token) is { } opener) return new Clause(token, opener);
            if ((Says(token) || IsParticiple(Current.First)) && !before.Has(EventCues.Negation)) return new Clause(token, Current);

            // غير أن ends what is said.
            if (before.Has(EventCues.Negation) && token - 2 > words.First && words[token - 2].Comma) speech = null;
            return (speech is not null && word.IsJoined) || !word.Has(EventCues.Verb) ? new Clause(token, speech) : null;
        }

        if (!Cuts(token)) return null;

        // و and ف with a comma, a subordinator, and a participle that reports (داعيا إلى) end what is said without quotation marks.
        var reports = (word.Forms & TriggerForm.Participle) != 0 && !word.Has(EventCues.Threatening);
        var ends = !Current.Quoted && (word.IsJoined || word.Has(EventCues.Cut) || reports) && words[EndBefore(token) - 1].Comma;
        return new Clause(token, ends ? null : speech, Current.Quoted);
    }

    // في حين: the preposition is not of the clause before.
    private int EndBefore(int token) =>
        token - 1 > Current.First && words[token].Has(EventCues.Cut) && words[token - 1].Slot == Slots.In ? token - 1 : token;

    // أعلنت واشنطن، وفق بيان، إرسال جنود: the comma after a source that stands inside a clause; 0 for none.
    private int AsideEnd(int token)
    {
        for (var end = token + 2; end < Math.Min(words.End - 1, token + LongestAside); end++)
            if (words[end].Comma) return _verb && !words[end + 1].IsVerb && !words[end + 1].Has(EventCues.Cut) ? end : 0;

        return 0;
    }

    // Whether a word in the clause so far reports speech.
    private bool Says(int end) => words.Exists(Current.First, end, static (in word) => word.Says);

    // قال الوزير، وهو من الجنوب، إن; تابع، متوجها إلى خصمه، قائلا: the clause before an aside whose verb says what follows.
    private Clause? Opener(int token)
    {
        var follows = words.Draft.Tokens.Surface(token)[0] is 'إ' or 'ق' && !words.Exists(Current.First, token, IsSayingVerb);
        return follows ? _clauses.FindLast(clause => clause is { Content: null, Speech: null } && clause != Current
            && Current.First - clause.First < LongestOpening && words.Exists(clause.First, clause.End, IsSayingVerb)) : null;
    }

    private static bool IsSayingVerb(in EventWord word) => word is { Says: true, IsVerb: true };

    // A name before a colon is its speaker.
    private bool IsSpeaker(int end) => Current.First == words.First
        && words.Exists(words.First, end, static (in word) => word.Mention >= 0 || word.Has(EventCues.Person));

    // Whether a quotation is what somebody says, and more than a name or a word.
    private bool IsSaid(int token) => (Says(token) || (Current.Speech is not null && token - Current.First <= 2))
        && words[Math.Min(words.End - 1, token + ShortestQuotation)].Quoted;

    // متعهدا, مشيرا: an accusative participle says what else the subject does.
    private bool IsParticiple(int token) => (words[token].Forms & TriggerForm.Participle) != 0
        || (words.Key(token) is ['م', _, _, _, .., 'ا'] && words[token] is { Mention: < 0, Time: < 0, IsNoun: false });

    // قصفوا الموقع، ما أدى إلى مقتل ستة
    private bool LeadsOn(int token) => words[token].Has(EventCues.Attribution) && words.Exists(token + 1, token + 2,
        static (in word) => (word.IsVerb && !word.Says) || word.Has(EventCues.Come));

    private bool Cuts(int token)
    {
        ref var word = ref words[token];
        ref var before = ref words[token - 1];
        var verb = word.IsVerb || word.Has(EventCues.Verb);
        if (word.Has(EventCues.Cut)) return true;
        if (before.Comma && (IsParticiple(token) || LeadsOn(token))) return true;
        var source = word.Has(EventCues.Source)
            || (word.Has(EventCues.Preposition) && words.Has(token + 1, token + 2, EventCues.Attribution));
        if ((before.Comma && source) || (verb && words.Mark(token - 1) == ':')) return true;
        if (token - words.First <= LongestDateline && words.Mark(token - 1) is '-' or '–') return word.IsVerb;
        return word.IsJoined && (verb ? !_relative : before.Comma && word.Has(EventCues.Preposition));
    }
}
