namespace Analysis;

/// <summary>Finds the events of one clause: what its finite verb reports, then its relative clauses, then its nouns.</summary>
internal sealed class ClauseReader(EventSentence words, EventLexicon lexicon)
{
    private const int NeededBefore = 10;
    private const int NeededAfter = 16;
    private const int LongestObject = 40;

    private List<Clause> _clauses = [];
    private List<EventCandidate> _events = [];
    private Clause _clause = new(0);
    private int _index;
    private int _sentence;

    /// <summary>Adds the events of a clause to a list.</summary>
    public void Read(List<Clause> clauses, int index, int sentence, List<EventCandidate> events)
    {
        (_clauses, _index, _clause, _sentence, _events) = (clauses, index, clauses[index], sentence, events);
        var verbal = VerbEvent();
        if (verbal is not null) _events.Add(verbal);
        else if (SpeakerEvent() is { } headline) _events.Add(headline);
        RelativeEvents();
        foreach (var token in words.TriggersIn(_clause.First, _clause.End))
        {
            if (NounEvent(token, verbal) is { } nominal) _events.Add(nominal);
        }
    }

    // The verb of a clause that a relative pronoun leads reports nothing new, but one without a pronoun may say what the clause is about: أمرا يفرض عقوبات.
    private EventCandidate? VerbEvent() => VerbEvent(inRelative: false) ?? VerbEvent(inRelative: true);

    private EventCandidate? VerbEvent(bool inRelative)
    {
        foreach (var token in words.TriggersIn(_clause.First, _clause.End))
        {
            ref var word = ref words[token];
            if (!word.IsVerb || word.Relative != inRelative || (word.Quoted && !_clause.Quoted) || !Happened(token)) continue;
            if (inRelative && HasPronoun(token)) return null;
            var rule = SpeechAt(token) ?? Choose(token, TriggerForm.Verb, out _);
            if (rule is null) continue;
            Choose(token, TriggerForm.Verb, out var noun);
            if (rule.Says) return Said(token, rule);
            var deed = noun >= 0 ? Choose(noun, TriggerForm.Noun, out _)! : rule;
            return Candidate(deed, deed.Kind, token, noun, _clause.First, _clause.End);
        }

        return null;
    }

    // A verb with content reports speech, whatever else it may do: نقلت … أن.
    private EventRule? SpeechAt(int verb)
    {
        if (!_clauses.Exists(clause => clause.Speech == _index)) return null;
        foreach (var trigger in words[verb].Triggers!)
        {
            if (trigger.Rule.Says && (trigger.Form & words[verb].Forms) != 0) return trigger.Rule;
        }

        return null;
    }

    private bool HasPronoun(int verb)
    {
        var token = verb;
        while (token > _clause.First && words[token].Relative) token--;
        return words[Math.Min(token + 1, verb)].Has(EventCues.Relative) || words[token].Has(EventCues.Relative);
    }

    // Speech with what it says; without content only what is announced by a noun.
    private EventCandidate? Said(int verb, EventRule rule)
    {
        var content = _clauses.FindLastIndex(clause => clause.Speech == _index);
        if (OnlyNamesSource(verb, content)) return null;
        if (content >= 0 && !IsHypothetical(verb))
        {
            var end = _clauses[content].End;
            return Candidate(rule, KindOfSpeech(rule.Kind, verb, end), verb, -1, _clause.First, end, _clause.End);
        }

        if (ObjectOf(verb) is >= 0 and var noun && Choose(noun, TriggerForm.Noun, out _) is { Kind.Speech: false } deed && Announces(rule, deed, noun))
        {
            return Candidate(deed, deed.Kind, verb, noun, _clause.First, _clause.End);
        }

        var quoted = words.First < verb && words[verb - 1] is { Comma: true } or { QuotationMark: true };
        return quoted || ((rule.Content & Slots.Object) != 0 && _clause.End - verb > 3)
            ? Candidate(rule, KindOfSpeech(rule.Kind, verb, _clause.End), verb, -1, _clause.First, _clause.End)
            : null;
    }

    // وفق ما أفاد, كما أعلن: where a report comes from, unless كما begins the sentence or content follows.
    private bool OnlyNamesSource(int verb, int content)
    {
        if (verb == words.First || !words[verb - 1].Has(EventCues.Attribution | EventCues.Source)) return false;
        return content < 0 && !(words[verb - 1].Has(EventCues.Cut) && verb == words.First + 1);
    }

    // What a verb of saying names is an event if the verb announces it, or if it is an attack or a killing that the text has not named before.
    private bool Announces(EventRule speech, EventRule deed, int noun) =>
        Exists(noun) && !speech.Unreal && ((speech.Content & Slots.Object) != 0 || (deed.Kind.Violent && !words[noun].Article));

    // «طهران: لا علاقة لنا»: a name before a colon speaks.
    private EventCandidate? SpeakerEvent()
    {
        var content = _clauses.FindLastIndex(clause => clause.Speech == _index);
        if (content < 0 || lexicon.Headline is not { } rule || words.Key(_clauses[content].First - 1) is not ":") return null;
        var end = _clauses[content].End;
        return Candidate(rule, KindOfSpeech(rule.Kind, _clause.First, end), _clause.First, -1, _clause.First, end, _clause.End);
    }

    private EventKind KindOfSpeech(EventKind kind, int verb, int end)
    {
        if (!kind.IsStatement) return kind;
        var found = EventCues.None;
        var future = false;
        var first = words[verb].Quoted || words[verb].Symbol || end > _clause.End ? verb + 1 : words.First;
        for (var token = first; token < end; token++)
        {
            if (token == verb) continue;
            future |= IsFuture(words.Key(token));
            var denied = token > words.First && words[token - 1].Has(EventCues.Negation);
            found |= denied ? words[token].Cues : words[token].Cues & ~EventCues.Denying;
        }

        // If anyone strikes, he will see: a condition with a consequence is a threat.
        if ((found & EventCues.Conditional) != 0 && future) found |= EventCues.Threatening;
        return lexicon.SpokenKinds.FirstOrDefault(spoken => (found & spoken.Cue) != 0, kind);
    }

    private static bool IsFuture(ReadOnlySpan<char> key) => key.Length > 4 && (key[0] == 'س' ? key[1..] : key[..2] is "فس" or "وس" ? key[2..] : []) is ['ي' or 'ت' or 'ن', ..];

    // A relative clause reports an event of its own if it says when, or denies.
    private void RelativeEvents()
    {
        if ((words.Cues & EventCues.Relative) == 0) return;
        var after = _clause.First;
        foreach (var token in words.TriggersIn(_clause.First, _clause.End))
        {
            ref var word = ref words[token];
            if (token < after || !word.Relative || !word.IsVerb || (word.Quoted && !_clause.Quoted) || !Happened(token)) continue;
            var rule = Choose(token, TriggerForm.Verb, out var noun);
            var deed = noun >= 0 ? Choose(noun, TriggerForm.Noun, out _) : rule;
            if (rule is null && IsLight(token)) deed = Antecedent(token);
            if (deed is null) continue;
            var (first, end, dated) = (token, token + 1, false);
            while (first > _clause.First && words[first - 1].Relative) first--;
            var named = false;
            for (; end < _clause.End && words[end].Relative; end++)
            {
                dated |= words.IsDate(end);
                named |= words[end].Mention >= 0 && words.MentionAt(end).Type == EntityType.Person;
            }

            after = end;
            if (dated || deed.Kind.Cue == EventCues.Denying || (deed.Kind.Is(EventTraits.Deadly) && !named) || (deed.Kind.IsStatement && named)) _events.Add(Candidate(deed, deed.Kind, token, noun, first, end, relative: true));
        }
    }

    // What a light verb is about if no noun follows: الحوار الذي بدأ.
    private EventRule? Antecedent(int verb)
    {
        for (var token = verb - 1; token >= Math.Max(words.First, verb - LongestObject); token--)
        {
            if (words[token].IsNoun && Choose(token, TriggerForm.Noun, out _) is { } rule) return rule;
        }

        return null;
    }

    private EventCandidate? NounEvent(int token, EventCandidate? verbal)
    {
        ref var word = ref words[token];
        if (token > _clause.First && words[token - 1].IsNoun && (word.IsJoined || ReferenceEquals(words[token - 1].Triggers, word.Triggers))) return null;
        if (!word.IsNoun || word.IsVerb || (word.Relative && !words[token - 1].Has(EventCues.Come)) || (word.Quoted && !_clause.Quoted) || token == verbal?.Noun) return null;
        if (IsLight(token) || !Exists(token) || Choose(token, TriggerForm.Noun, out _) is not { } rule || rule.Kind == verbal?.Kind) return null;
        if (verbal is not null && token > verbal.Trigger && (verbal.Rule.Unreal || verbal.Future) && !IsBackground(verbal.Trigger, token)) return null;
        if (rule.Kind.Speech && (word.Proclitics & Proclitics.By) != 0) return null;
        var end = PhraseEnd(token);
        if (!IsReported(token, end, rule)) return null;
        if (end >= _clause.End || !words[end].Relative || !HasAgentVerb(end)) return Candidate(rule, rule.Kind, token, -1, token, end, nominal: true);

        // الهجوم الذي شنته إيران على …: the relative clause says who did it, and to whom.
        while (end < _clause.End && words[end].Relative) end++;
        return Candidate(rule, rule.Kind, token, -1, token, end, nominal: true, relative: true);
    }

    // على خلفية, بعد: what follows happened, whatever comes of it.
    private bool IsBackground(int verb, int noun)
    {
        for (var token = noun - 1; token > verb && noun - token <= 3; token--)
        {
            if (words[token].Has(EventCues.Temporal)) return true;
        }

        return false;
    }

    // A noun of action reports an event if its phrase says when or who did it, or if it stands where a text says what led to something else or came of it.
    private bool IsReported(int token, int end, EventRule rule)
    {
        var struck = false;
        var (dated, named, agent) = (false, false, end < _clause.End && words[end].Relative && HasAgentVerb(end));
        for (var inside = token + 1; inside < end; inside++)
        {
            dated |= words.IsDate(inside);
            named |= words[inside].Mention >= 0 && !words.MentionAt(inside).Type.HasFlag(EntityType.Media);
            struck |= words[inside].Mention >= 0 && (words[inside - 1].Slot & rule.Targets) != 0;
            agent |= words[inside].Slot == Slots.Agent || IsAgentVerb(inside);
        }

        if (words[token].Article) return dated || agent || (struck && named);
        var counted = rule.Kind.Is(EventTraits.Deadly) && Math.Min(token + 2, end) > token + 1 && (words[token + 1].Has(EventCues.Person) || words.Draft.Tokens.Kind[token + 1] == TokenKind.Number);
        if (dated || agent || counted || (named && rule.Kind.Violent && ((rule.Targets & Slots.Genitive) != 0 || struck))) return true;
        for (var before = token - 1; before >= _clause.First && !words[before].Comma && !(rule.Kind.Speech && words[token].Suffixed); before--)
        {
            if (words[before].Has(EventCues.Come)) return named || rule.Kind.Violent;
            if (token - before <= 3 && (words[before].Has(EventCues.Temporal) || words[before].Time >= 0)) return named;
        }

        return false;
    }

    // نفذتها, شنتها: who did what the noun before it names.
    private bool IsAgentVerb(int token) =>
        words[token].Suffixed && (words[token].Forms & TriggerForm.Verb) == TriggerForm.Perfect && IsLight(token);

    private bool HasAgentVerb(int from)
    {
        for (var token = from; token < _clause.End && words[token].Relative; token++)
        {
            if (IsAgentVerb(token)) return true;
        }

        return false;
    }

    private bool Exists(int noun)
    {
        if ((words[noun].Proclitics & Proclitics.For) != 0 && !IsBackground(_clause.First - 1, noun) && !IsSuffered(noun)) return false;
        for (var token = noun - 1; token >= Math.Max(_clause.First, noun - 2); token--)
        {
            if (words[token].Comma) return true;
            if (words[token].Has(EventCues.Negation | EventCues.Hypothetical)) return false;
        }

        return !IsHypothetical(noun);
    }

    // تعرض … لهجوم.
    private bool IsSuffered(int noun)
    {
        for (var token = Math.Max(_clause.First, noun - 8); token < noun; token++)
        {
            if (words[token].IsNoun && IsLight(token)) return true;
        }

        return false;
    }

    private int PhraseEnd(int noun)
    {
        for (var end = noun + 1; end < _clause.End; end++)
        {
            ref var word = ref words[end];

            // لسلف قاآني، قاسم سليماني: a name after a comma is an apposition.
            if (word.Comma && end + 1 < _clause.End && words[end + 1].Mention >= 0 && words.MentionAt(end + 1).Type == EntityType.Person) continue;
            if (word.Comma || word.Has(EventCues.Relative) || (word.IsVerbOnly && !IsAgentVerb(end))) return end;
        }

        return _clause.End;
    }

    private EventRule? Choose(int token, TriggerForm forms, out int noun)
    {
        noun = -1;
        ref var word = ref words[token];
        foreach (var trigger in word.Triggers ?? [])
        {
            if ((trigger.Form & forms & word.Forms) == 0) continue;
            if (trigger.Rule.Kind.IsLight)
            {
                noun = ObjectOf(token);
                if (noun >= 0) return trigger.Rule;
                continue;
            }

            var verb = (trigger.Form & TriggerForm.Verb) != 0;
            var from = verb ? Math.Max(_clause.First, token - NeededBefore) : token + 1;
            var end = verb ? Math.Min(words.End, _clause.End + 1) : _clause.End;
            if (words.Allows(trigger.Rule, from, Math.Min(end, token + 1 + NeededAfter), token)) return trigger.Rule;
        }

        return null;
    }

    // The noun that a verb carries: the first event noun after it.
    private int ObjectOf(int verb)
    {
        for (var token = verb + 1; token < Math.Min(_clause.End, verb + LongestObject); token++)
        {
            ref var word = ref words[token];
            if (word.Has(EventCues.Complement)) return -1;
            if (word.Relative && !words[verb].Relative) continue;
            if (word.IsNoun && !IsLight(token) && (!word.Quoted || _clause.Quoted) && !words[token - 1].Has(EventCues.Negation | EventCues.Hypothetical)
                && Choose(token, TriggerForm.Noun, out _) is not null) return token;
        }

        return -1;
    }

    private bool IsLight(int token) => Array.Exists(words[token].Triggers ?? [], static trigger => trigger.Rule.Kind.IsLight);

    private bool Happened(int token)
    {
        ref var word = ref words[token];
        var imperfect = (word.Forms & TriggerForm.Verb) == TriggerForm.Imperfect;
        var will = (word.Proclitics & Proclitics.Will) != 0;
        if (token > words.First)
        {
            ref var before = ref words[token - 1];
            if (before.Has(EventCues.Negation) || (will && before.Has(EventCues.Past))) return false;
            if (imperfect && !will && (before.Has(EventCues.Already) || (before.Has(EventCues.Complement) && words.Key(token - 1).Length <= 3))) return false;
        }

        return !IsHypothetical(token);
    }

    private bool IsHypothetical(int token)
    {
        if ((words.Cues & EventCues.Hypothetical) == 0) return false;
        for (var earlier = token - 1; earlier >= _clause.First && !words[earlier].Comma; earlier--)
        {
            if (words[earlier].Has(EventCues.Hypothetical)) return true;
        }

        return false;
    }

    private bool IsPluperfect(int verb)
    {
        if ((words[verb].Forms & TriggerForm.Perfect) == 0) return false;
        for (var token = _clause.First; token < verb; token++)
        {
            if (words[token].Has(EventCues.Past)) return true;
        }

        return false;
    }

    private EventCandidate Candidate(
        EventRule rule, EventKind kind, int trigger, int noun, int first, int end, int timeEnd = -1, bool nominal = false, bool relative = false) => new()
        {
            Rule = rule,
            Kind = kind,
            Trigger = trigger,
            Noun = noun,
            First = first,
            End = end,
            TimeEnd = timeEnd < 0 ? end : timeEnd,
            Clause = _index,
            Sentence = _sentence,
            Nominal = nominal,
            Relative = relative,
            Pluperfect = !nominal && noun < 0 && IsPluperfect(trigger),
            Future = !nominal && (words[trigger].Proclitics & Proclitics.Will) != 0,
        };
}
