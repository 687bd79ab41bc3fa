namespace Analysis;

/// <summary>Finds the events of one clause: what its finite verb reports, then its relative clauses, then its nouns.</summary>
internal sealed class ClauseReader(EventSentence words, EventLexicon lexicon)
{
    private readonly EventTriggers _triggers = new(words);
    private List<EventCandidate> _events = [];
    private Clause _clause = new(0);

    /// <summary>Adds the events of a clause to a list.</summary>
    public void Read(Clause clause, List<EventCandidate> events)
    {
        (_clause, _events) = (clause, events);
        _triggers.Begin(clause);

        // The verb of a clause that a relative pronoun leads reports nothing new, but one without a pronoun may say what the clause is
        // about: أمرا يفرض عقوبات.
        var tokens = words.TriggersIn(_clause.First, _clause.End);
        var verbal = VerbEvent(tokens, inRelative: false) ?? VerbEvent(tokens, inRelative: true) ?? SpeakerEvent();
        if (verbal is not null) _events.Add(verbal);
        RelativeEvents(tokens);
        foreach (var token in tokens)
            if (NounEvent(token, verbal) is { } nominal) _events.Add(nominal);
    }

    private EventCandidate? VerbEvent(ReadOnlySpan<int> tokens, bool inRelative)
    {
        foreach (var token in tokens)
        {
            ref var word = ref words[token];
            if (!word.IsVerb || word.Relative != inRelative || IsQuotedWord(token) || !_triggers.Happened(token)) continue;
            if (inRelative && words[RelativeStart(token)].Has(EventCues.Relative)) return null;

            // A verb with content reports speech, whatever else it may do: نقلت … أن; but أعلن حظر التجول، موضحا أن.
            var (rule, noun, verb) = _triggers.Choose(token, TriggerForm.Verb);
            var own = _clause.Content is { First: var that } && (words.Key(that) is [.., 'ن'] || !words[that - 1].Comma || rule is null);
            if (own && words.SpeechRule(token) is { } speech) (rule, noun) = (speech, -1);
            if (rule is null && !word.Suffixed && _triggers.Antecedent(token) is ({ } named, var subject) && _triggers.Exists(subject))
                return new EventCandidate(named, _clause, subject, _clause.First, _clause.End) { Noun = subject, Nominal = true };
            if (rule is null) continue;
            return noun < 0 && rule.Says ? Said(token, rule)
                : new EventCandidate(rule, _clause, token, _clause.First, DeedEnd(rule)) { Noun = noun, VerbRule = verb ?? rule };
        }

        return null;
    }

    // اشترط أن يسدد العراقيون الكلفة: what is demanded belongs to the demand.
    private int DeedEnd(EventRule rule) => (rule.Unreal || rule.Kind is { Speech: true, IsStatement: false })
        && _clause.Next is { } next && words[next.First].Has(EventCues.Complement) ? (_clause.Content ?? next).End : _clause.End;

    private bool IsQuotedWord(int token) => words[token].Quoted && !_clause.Quoted;

    private int RelativeStart(int token)
    {
        while (token > _clause.First && words[token - 1].Relative) token--;
        return token;
    }

    // Speech with what it says; without content only blame and what is announced by a noun. وفق ما أفاد, كما أعلن: where a report comes
    // from, but at the beginning of a sentence كما is "also".
    private EventCandidate? Said(int verb, EventRule rule)
    {
        var source = words.Has(verb - 1, verb, EventCues.Attribution | EventCues.Source)
            && !(verb - 1 == words.First && words[words.First].Has(EventCues.Cut));
        if (_clause.Content is { } content && !(source && content.Quoted)) return Speech(rule, verb, content.End);
        if (source) return null;
        var (announces, noun) = ((rule.Content & Slots.Object) != 0, _triggers.ObjectOf(verb));

        // What a verb of saying names is an event if the verb announces it, or if it is an attack for which nobody is blamed.
        if (noun >= 0 && !rule.Unreal && _triggers.Exists(noun)
            && _triggers.Choose(noun, TriggerForm.Noun).Rule is { Kind: { Speech: false, Violent: var violent } } deed
            && (announces || (violent && rule.Role != DeedRole.Blamed)))
            return new EventCandidate(deed, _clause, verb, _clause.First, _clause.End) { Noun = noun, VerbRule = rule };

        // أعلن تحالفا, قرر حبسه: what is announced without a clause is a deed, if the verb has a rule for it.
        var quoted = words.First < verb && words[verb - 1] is { Comma: true } or { QuotationMark: true };
        if (announces && noun < 0 && !quoted && _triggers.Choose(verb, TriggerForm.Verb, says: false).Rule is { } announced)
            return new EventCandidate(announced, _clause, verb, _clause.First, _clause.End);
        return quoted || announces || rule.Role == DeedRole.Blamed ? Speech(rule, verb, _clause.End) : null;
    }

    // «طهران: لا علاقة لنا»: a name before a colon speaks.
    private EventCandidate? SpeakerEvent() =>
        _clause.Content is { } content && lexicon.Headline is { } rule && words.Mark(_clause.End - 1) == ':'
            ? Speech(rule, _clause.End - 1, content.End) : null;

    private EventCandidate Speech(EventRule rule, int verb, int end)
    {
        var kind = KindOfSpeech(rule.Kind, end > _clause.End ? verb + 1 : words.First, end);
        return new EventCandidate(rule, _clause, verb, _clause.First, end) { Kind = kind, TimeEnd = _clause.End };
    }

    /// <summary>What kind of speech is said: a statement may threaten, accuse, deny or demand by the words in it.</summary>
    /// <param name="kind">Kind of the rule.</param>
    /// <param name="first">First token of what is said.</param>
    /// <param name="end">Token after the last.</param>
    public EventKind KindOfSpeech(EventKind kind, int first, int end)
    {
        if (!kind.IsStatement) return kind;
        var found = EventCues.None;
        for (var token = first; token < end; token++)
        {
            var denied = token > words.First && words[token - 1].Has(EventCues.Negation);
            found |= denied ? words[token].Cues : words[token].Cues & ~EventCues.Denying;
        }

        return Array.Find(lexicon.SpokenKinds, spoken => (found & spoken.Cue) != 0) ?? kind;
    }

    // A relative clause reports an event of its own if it denies something, has a date, tells of deaths, or names a person in what is no
    // attack; in the perfect also if it accuses, demands or threatens.
    private void RelativeEvents(ReadOnlySpan<int> tokens)
    {
        foreach (var token in tokens)
        {
            if (words[token] is not { Relative: true, IsVerb: true } || !_triggers.Happened(token)) continue;
            var (deed, noun, verb) = _triggers.Choose(token, TriggerForm.Verb);
            if ((deed ?? _triggers.Antecedent(token).Rule) is not { } rule) continue;
            var (first, end) = (RelativeStart(token), RelativeEnd(token));
            if (!ReportsByItself(rule.Kind, token, end)) continue;
            _events.Add(new EventCandidate(rule, _clause, token, first, end) { Noun = noun, VerbRule = verb ?? rule, Relative = true });
        }
    }

    private int RelativeEnd(int token)
    {
        while (token < _clause.End && words[token].Relative) token++;
        return token;
    }

    private bool ReportsByItself(EventKind kind, int verb, int end)
    {
        if (kind.Cue == EventCues.Denying || words.Exists(verb + 1, end, static (in word) => word.Date)) return true;
        if (kind is { Speech: true, IsStatement: false } && (words[verb].Forms & TriggerForm.Perfect) != 0) return true;
        var named = words.Exists(verb + 1, end, static (in word) => word.Type == EntityType.Person);
        return named ? !kind.Violent : kind.Is(EventTraits.Deadly);
    }

    private EventCandidate? NounEvent(int token, EventCandidate? verbal)
    {
        ref var word = ref words[token];
        if (!word.IsNoun || word.IsLight || IsQuotedWord(token) || (_events is [.., var last] && last.Noun == token)) return null;
        if (word.Relative && !words[token - 1].Has(EventCues.Come)) return null;
        if (!_triggers.Exists(token) || _triggers.Choose(token, TriggerForm.Noun).Rule is not { } rule) return null;
        if (rule == verbal?.Rule || (rule.Kind == verbal?.Kind && (rule.Kind.Joint || verbal.Rule.Targets != Slots.None))) return null;
        if (rule.Kind.Speech && (verbal is { Kind.Speech: true } || (word.Proclitics & Proclitics.By) != 0)) return null;
        if (token > verbal?.Trigger && IsWithin(rule, verbal) && !_triggers.IsBackground(verbal.Trigger + 1, token)) return null;
        var end = PhraseEnd(token);

        // لقاء مع قناة الجزيرة: an interview
        if (rule.Kind.Joint && token + 2 < end && words[token + 1].Slot == Slots.With && IsMedium(words[token + 2])) return null;

        // إعلان ترمب خفض القوات: whoever announces what he does reports it; إعلان الجيش مقتل جندي: an announced death is read by itself.
        var noun = rule is { Kind.IsStatement: true, Unreal: false } && (rule.Content & Slots.Object) != 0 ? _triggers.ObjectOf(token) : -1;
        var deed = noun >= 0 && noun < end && (words[noun].Proclitics & ~Proclitics.Article) == 0 && _triggers.Exists(noun)
            ? _triggers.Choose(noun, TriggerForm.Noun).Rule : null;
        if (deed is { Kind: { Speech: false, Violent: var violent } })
            return violent ? null : new(deed, _clause, token, token, end) { Noun = noun, VerbRule = rule, Nominal = true };
        var agent = end < _clause.End && words.Exists(end, RelativeEnd(end), static (in word) => word.IsAgentVerb);
        if (!agent && !IsReported(token, end, rule)) return null;

        // الهجوم الذي شنته إيران على …: the relative clause says who did it, and to whom.
        return new EventCandidate(rule, _clause, token, token, agent ? RelativeEnd(end) : end) { Nominal = true, Relative = agent };
    }

    // What is demanded did not happen. A strike that somebody is blamed for belongs to the blame, and one that killed to the death.
    private static bool IsWithin(EventRule rule, EventCandidate verbal) => verbal.Rule.Unreal
        || (rule.Kind.Strikes && (verbal.Kind.Is(EventTraits.Deadly) || verbal.Kind.Cue == EventCues.Accusing));

    private static bool IsMedium(in EventWord word) => word.Type == EntityType.Media || (word.Has(EventCues.Medium) && !word.Article);

    // A noun of action reports an event if its phrase says when, whom or who did it, or if it stands where a text says what led to
    // something else or came of it. The date of a meeting does not do without a name.
    private bool IsReported(int noun, int end, EventRule rule)
    {
        var (named, struck, dated) = (false, false, false);
        for (var token = noun + 1; token < end; token++)
        {
            ref var word = ref words[token];
            if (word.Slot == Slots.Agent || word.IsAgentVerb) return true;
            dated |= word.Date;
            named |= word.Mention >= 0;
            var slot = word.Joined == Proclitics.For ? Slots.Object : words[token - 1].Slot;
            struck |= word.Mention >= 0 && (slot & rule.Targets) != 0;
        }

        if (dated && (named || !rule.Kind.Joint)) return true;
        if (words[noun].Article) return struck;
        if (named && rule.Kind.Violent && (struck || (rule.Targets & Slots.Genitive) != 0)) return true;
        for (var token = noun - 1; token >= _clause.First; token--)
        {
            if (words[token].Has(EventCues.Come)) return named || rule.Kind.Violent;
            var near = noun - token <= 3;
            if (near && words[token].Has(EventCues.Temporal)) return named;
            if (near && words[token].Time >= 0 && named) return true;
        }

        return false;
    }

    private int PhraseEnd(int noun)
    {
        for (var end = noun + 1; end < _clause.End; end++)
        {
            // لسلف قاآني، قاسم سليماني: a name after a comma is an apposition.
            var apposition = end + 1 < _clause.End && words[end + 1].Type == EntityType.Person;
            if (words[end].Has(EventCues.Relative) || (words[end].Comma && !apposition)) return end;
        }

        return _clause.End;
    }
}
