namespace Analysis;

/// <summary>
/// Fills the slots of an event's rule from the noun phrases of its clause. A verb's subject is the phrase before it, else the first after
/// it; the object is the next one; a transitive verb with a single phrase is a passive. The genitive of a noun of action acts or suffers.
/// What a preposition joins is left to <see cref="EventRoles"/>.
/// </summary>
internal sealed class SlotFiller
{
    private const char Damma = '\u064F';

    private readonly EventSentence _words;
    private readonly NounPhrases _phrases;
    private readonly EventRoles _roles;
    private EventCandidate _event = null!;
    private List<string>? _shared;

    public SlotFiller(EventSentence words, Gazetteer gazetteer)
    {
        (_words, _phrases) = (words, new NounPhrases(words, gazetteer));
        _roles = new EventRoles(words, _phrases, gazetteer);
    }

    /// <summary>Fills the roles and the place of an event.</summary>
    /// <param name="candidate">The event.</param>
    /// <param name="before">The last verbal event before it in the same speech, or the speech that it is in or continues; null for
    /// none.</param>
    /// <param name="recent">That event, else the last one of the document with a known actor; null for none.</param>
    /// <returns>False if nobody and nothing that news is about takes part: a figure of speech.</returns>
    public bool Fill(EventCandidate candidate, EventCandidate? before, EventCandidate? recent)
    {
        (_event, _shared) = (candidate, null);
        _roles.Begin(candidate);
        if (!(candidate.Nominal ? FillNoun(candidate.Trigger, candidate.End) : FillVerb(before, recent))) return false;

        // أعلن فلان ذلك بعد اجتماع مع فلان, بعد انسحابه: whoever acts in the clause met him, or withdrew.
        var own = _words[candidate.Trigger].Suffixed && (candidate.Rule.Targets & Slots.Genitive) == 0 && before?.Targets.Count == 0;
        if (candidate.Nominal && (candidate.Kind.Joint || own) && before?.Clause == candidate.Clause)
            candidate.Actors.InsertRange(0, before.Actors.Except(candidate.Actors));
        if (candidate is { Nominal: false, Targets.Count: 0 } && recent is not null) FillFromBefore(candidate.Trigger, recent);
        if (candidate.Kind.Violent) FillFromSecondVerb();
        if (before is { Kind.Strikes: true } && AreOwnMen(candidate.Trigger, candidate.End)) candidate.Targets.AddRange(before.Targets);
        if (candidate.Targets.Count == 0) _roles.AddSite();
        if (candidate is { Targets.Count: > 0, Actors.Count: > 0 }) candidate.Targets.RemoveAll(candidate.Actors.Contains);
        return true;
    }

    // واتفقا, وبحث الجانبان: both of whom the event before tells. دعاه, متهما إياه, رد عليه: whom it names.
    private void FillFromBefore(int verb, EventCandidate recent)
    {
        var next = verb + 1 < _event.End && _words[verb + 1].Mention < 0 ? _words.Key(verb + 1) : "";
        var dual = next is ['ا', 'ل', .., 'ا', 'ن'] || (_words.Key(verb) is [.., not 'و', 'ا'] && !_words[verb].Suffixed);
        if (_event.Kind.Joint && dual && !_event.Actors.Except(recent.Actors).Any())
            _event.Actors.AddRange(recent.Actors.Concat(recent.Targets).Except(_event.Actors));
        else if (_event is { Kind.Cue: not EventCues.Denying, Rule.Role: 0 } and not { Relative: true, Kind.Speech: false }
            && (_event.Kind.Speech || _event.Rule.Targets != 0) && (RefersBack(verb) || next.StartsWith("اياه")))
            _event.Targets.AddRange(recent.Targets.Except(_event.Actors).Any() ? recent.Targets : recent.Actors);
    }

    // في عملية تبنتها فصائل, غارات استهدفت مقار كذا: a second verb says who did it if it has a pronoun, else what was struck.
    private void FillFromSecondVerb()
    {
        foreach (var token in _words.TriggersIn(_event.Trigger + 1, _event.End))
        {
            if (!_words[token].IsVerb || _words[token].Says) continue;
            var suffixed = _words[token].Suffixed;
            if (suffixed ? _event.Actors.Count > 0 : _event.Targets.Count > 0 || !_event.Kind.Strikes) continue;
            if (_phrases.Read(token + 1, _event.End, inRelative: true) is not [{ Slot: Slots.Object } phrase, ..]) continue;
            if (suffixed) _roles.AddActor(phrase);
            else _roles.AddTarget(phrase, _event.End);
        }
    }

    private bool FillVerb(EventCandidate? before, EventCandidate? recent)
    {
        var (rule, verb, noun, end) = (_event.Rule, _event.Trigger, _event.Noun, Math.Min(_event.End, _event.Clause.End));
        var earlier = _phrases.Read(AfterDateline(verb), verb, inRelative: false);
        if (earlier.Length == 0 && _words[verb].IsJoined) earlier = Topic(verb);
        var later = _phrases.Read(verb + 1, noun >= 0 ? noun : end, _words[verb].Relative, rule.Targets);
        foreach (var phrase in earlier.Concat(later)) _roles.Locate(phrase);

        var leading = Array.FindLast(earlier, static phrase => phrase is { Slot: Slots.Object, IsNamed: true });

        // القصف باركته جماعة: what the pronoun stands for does not act.
        var topic = leading is null && earlier.Length > 0 && RefersBack(verb)
            && Array.Exists(later, static phrase => phrase is { Slot: Slots.Object, IsNamed: true });
        if (earlier.Length > 0 && !_words[verb - 1].Comma && !topic) leading ??= Array.FindLast(earlier, IsBare);
        var (subject, target) = leading is not null ? (leading, Array.Find(later, IsBare)) : Arguments(later, before);
        if (subject is not null && IsOffTopic(subject)) return false;
        var antecedent = _event.Relative ? Antecedent() : null;

        // الذي طالبه بالتدخل: whom the verb has for a subject if nobody follows it who speaks.
        if (antecedent is not null && RefersBack(verb) && (subject is not null || !rule.Kind.Speech)) _roles.AddTarget(antecedent, verb);
        else if (subject is null || !IsSomebody(subject)) subject = antecedent ?? subject;

        // قُتل فلان; فلان قُتل برصاص القوات: a verb with an agent beside it is passive.
        var agent = Array.Exists(later, static phrase => phrase.Slot == Slots.Agent);
        var lone = (leading is null || agent) && target is null && IsTransitive(verb) && !HasTarget(later, 0);
        var (passive, suffers) = (noun < 0 && (lone || HasDamma(verb)), (_event.VerbRule.Targets & Slots.Subject) != 0);
        if (subject is not null && (passive || suffers)) _roles.AddTarget(subject, end);
        else if (subject is not null && !OnlyAnnounces()) _roles.AddActor(subject);
        if (subject is not null) _event.Subjects = _roles.Participants(subject);

        // قالت إن قواتها قصفت: a deed of the speaker's own side.
        var own = !_event.Relative && subject is not null && _event.Actors.Count == 0 && _words.IsOwn(subject.First);
        if (own) (suffers ? _event.Targets : _event.Actors).AddRange(_event.Subjects = recent?.Subjects ?? []);
        var continues = subject is null && !HasDamma(verb) && (_event.VerbRule.Actors & Slots.Subject) != 0 && _event.Actors.Count == 0
            && (_event.Relative || !_words[verb].Relative);

        // فاجتمع بنظيره: whoever meets may be named in the sentence before.
        if (continues) _event.Subjects = Shared(before);
        if (continues && before is null && rule.Kind.Joint && _event.Subjects.Count == 0) _event.Subjects = recent?.Subjects ?? [];
        if (continues && noun >= 0 && !OnlyAnnounces()) _event.Actors.AddRange(_event.Subjects);
        if (noun >= 0) return FillCarried(subject, end);

        var struck = (rule.Targets & Slots.Object) != 0 ? target : null;
        if (struck is not null) _roles.AddTarget(struck, end);
        _event.Unaddressed = rule.Addressed && target is null && !_words[verb].Suffixed;
        for (var index = 0; index < later.Length; index++) _roles.Join(later[index], later.ElementAtOrDefault(index + 1));
        if (continues && _event.Actors.Count == 0) _event.Actors.AddRange(_event.Subjects);
        AddAnother(subject, struck);

        // A word that the rule needs tells it from a figure of speech; in what is said that may be another noun (إن رفع العقوبات أولوية).
        return _event.Kind.Is(EventTraits.Speech | EventTraits.Deadly) || (rule.NeedsWord && _event.Clause.Speech is null)
            || _event.Relative || Array.Exists(earlier, IsSomebody) || Array.Exists(later, IsSomebody)
            || (continues && before?.Clause.Speech == _event.Clause.Speech && _event.Actors.Count > 0);
    }

    // وكانت طهران قد أصدرت مذكرة وطلبت كذا: a verb without a subject has that of the clause before, even if nothing else is reported there.
    private List<string> Shared(EventCandidate? before) => _shared ??= SubjectBefore(before);

    private List<string> SubjectBefore(EventCandidate? before)
    {
        if (before?.Clause == _event.Clause) return before.Subjects;
        for (var clause = _event.Clause.Earlier; clause is not null && clause != before?.Clause; clause = clause.Earlier)
        {
            if (!_words[clause.First].Has(EventCues.Complement)
                && Array.Find(_phrases.Read(clause.First, clause.End, inRelative: false), IsBare) is { } subject)
                return _roles.Participants(subject);
        }

        return before?.Subjects ?? [];
    }

    // رفض طلبا من فلان, احتج أمام السفارة: where the rule has no target, whoever is named next is concerned, unless the object is a
    // person or the subject's own.
    private void AddAnother(NounPhrase? subject, NounPhrase? target)
    {
        var open = target is null || (!target.Participant && !_words.IsOwn(target.First) && _event.Kind.Cue != EventCues.Denying);
        var concerns = _event.Kind.Speech || (_event.Rule.Targets != 0 && !_event.Kind.Joint && !_event.Kind.Strikes);
        if (open && concerns && _event.Targets.Count == 0) _roles.AddAddressee(subject);
    }

    // زارها, انسحب منه: whether a pronoun with a verb stands for one acted upon.
    private bool RefersBack(int verb) => _words[verb].Suffixed
        || (verb + 1 < _event.End && (_words[verb + 1].Refers & _event.Rule.Targets) != 0);

    private bool IsFeminine(EventCandidate verbal) => Array.Exists(_words.TriggersOf(verbal.Trigger),
        trigger => trigger.Rule == verbal.VerbRule && (trigger.Form & TriggerForm.Feminine) != 0);

    // وحث واشنطن, وكلف وزارة الدفاع: what cannot be the subject by its gender. Capitals and what ends in ة are feminine.
    private bool Agrees(int verb, NounPhrase phrase)
    {
        ref var first = ref _words[phrase.First];
        if (_words[verb].Suffixed || IsPerson(phrase)) return true;
        var feminine = first.Type == EntityType.Capital || _words.Draft.Tokens.Surface(phrase.First).EndsWith("ة");
        return IsFeminine(_event) ? feminine || !_words.IsTitle(phrase.First) : !feminine || first.Mention < 0;
    }

    private static bool IsBare(NounPhrase phrase) => phrase.Slot == Slots.Object;

    private static bool IsPerson(NounPhrase phrase) => (phrase.Types & EntityType.Person) != 0;

    private static bool IsSomebody(NounPhrase phrase) => phrase.IsNamed || phrase.Participant;

    // Whether a preposition joins one whom the rule has for a target.
    private bool HasTarget(NounPhrase[] phrases, int from) =>
        Array.FindIndex(phrases, from, phrase => (_event.Rule.Targets & phrase.Slot & ~Slots.Object) != 0) >= 0;

    // Subject and object among the phrases after a verb that none precedes.
    private (NounPhrase? Subject, NounPhrase? Object) Arguments(NounPhrase[] phrases, EventCandidate? before)
    {
        if (Array.FindIndex(phrases, IsBare) is not (>= 0 and var at)) return (null, null);
        var (rule, verb, start) = (_event.Rule, _event.Trigger, _event.Clause.First);
        var (first, next) = (phrases[at], Array.FindIndex(phrases, at + 1, IsBare));
        var second = next < 0 ? null : phrases[next];

        // ناشدته العدول: the object is a pronoun.
        if (_words[verb].Suffixed && !first.IsNamed && !first.Participant) return (null, null);

        // متهما طهران: a participle has the subject of the verb before it. أنه زار: the subject is a pronoun. وصل بغداد: the place follows.
        // والتقى فلانا: whoever acted in the clause before meets the one that follows.
        var participle = (_words[verb].Forms & TriggerForm.Verb) == TriggerForm.Participle;
        var pronoun = verb <= start + 2 && _words[start].Has(EventCues.Complement) && _words.IsOwn(start);
        var goes = (rule.Places & Slots.Object) != 0 && EventRoles.IsPlaceOnly(first);
        var joins = rule.Kind.Joint && Shared(before).Count > 0 && !(IsSomebody(first) && HasTarget(phrases, at + 1));

        // ودعا القوى إلى كذا, وحث السكان: what is no person, or has the ending of an object, is none who acts. واتهم فلانا بكذا: nor is
        // whom the verb always has for an object.
        var key = _words.Key(first.First);

        // داهمت القوات مقرا واعتقلت ثلاثة: of verbs that agree the second has the subject of the first.
        var isWhom = _words[verb] is { Suffixed: false, IsJoined: true } && Shared(before).Count > 0 && (rule.NeedsObject
            || (!first.IsNamed && IsTransitive(verb) && before is not null && IsFeminine(before) == IsFeminine(_event)));
        var acts = second is not null || (!isWhom && (first.IsNamed ? !key.EndsWith("يين")
            : IsOffTopic(first) || (first.Participant && !key.EndsWith("ين"))));

        // الوزير الذي اتهم طهران
        var relative = _event.Relative && (rule.NeedsObject || (!rule.Kind.Speech && (rule.Targets & Slots.Object) != 0))
            && second is not { IsNamed: true } && first.IsNamed && !RefersBack(verb) && _words[verb + 1].Refers == 0;
        if (participle || pronoun || relative || goes || joins || !acts || !Agrees(verb, first)) return (goes ? second : null, first);

        // تبنت القصف جماعة كذا: a deed is the object, and the subject follows.
        return second is { IsNamed: true } && rule.Kind.Speech && !first.IsNamed && _words[first.First].IsNoun
            ? (second, first) : (first, second);
    }

    // أعلن مقتل فلان, أعلن وقوع هجوم: whoever announces what happened did not do it. أعلن الجيش قصف كذا: he may have.
    private bool OnlyAnnounces() => _event.Noun >= 0
        && ((_event.Rule.Actors & Slots.Subject) == 0 || (_event.VerbRule.Says && _event.Kind.Violent
            && _words.Exists(_event.Trigger + 1, _event.Noun, static (in word) => word.Happens)));

    // What a noun says that a light verb or one of saying carries.
    private bool FillCarried(NounPhrase? subject, int end)
    {
        if (!FillNoun(_event.Noun, end)) return false;
        if (subject is not null && AreOwnMen(_event.Noun, end)) _roles.AddTarget(subject, end);
        return true;
    }

    // من عناصره, مقاتليها: the dead are men of whoever reports their death, or was struck before.
    private bool AreOwnMen(int first, int end) => _event.Kind.Is(EventTraits.Deadly) && _event.Targets.Count == 0
        && _words.Exists(first, end, static (in word) => word.Suffixed && word.Has(EventCues.Person));

    // شفق نيوز/ وصل: a paper before a stroke is no subject.
    private int AfterDateline(int verb)
    {
        var token = verb - 1;
        while (token >= _event.First && _words.Mark(token) != '/') token--;
        return token + 1;
    }

    // أما فلان فيزور: the phrase after أما is the subject, and the event begins with it.
    private NounPhrase[] Topic(int verb)
    {
        var topic = verb;
        while (topic > _words.First && !_words[topic - 1].Has(EventCues.Topic)) topic--;
        if (topic == _words.First || _phrases.Read(topic, verb, inRelative: false) is not [var first, ..] phrases) return [];
        _event.First = topic;
        return [Array.Find(phrases, IsPerson) ?? first];
    }

    // الكاظمي، الذي زار: the phrase that a relative clause is about; null for none.
    private NounPhrase? Antecedent() => _phrases.Read(_event.Clause.First, _event.First, inRelative: false) is [.., var last] ? last : null;

    private bool IsTransitive(int verb) =>
        !RefersBack(verb) && !_event.Kind.Speech && !_event.Kind.Joint && (_event.Rule.Targets & Slots.Object) != 0;

    // A damma on the first letter of a perfect makes it passive: قُتل.
    private bool HasDamma(int verb) => _words.Draft.Tokens.Surface(verb).IndexOf(Damma) is > 0 and < 5;

    // False for a figure of speech.
    private bool FillNoun(int noun, int end)
    {
        var rule = _event.Rule;
        var relative = _event.Relative || _words[noun].Relative || _words.Exists(noun, end, static (in word) => word.IsAgentVerb);
        var phrases = _phrases.Read(noun, end, relative, rule.Targets);
        if (phrases.Length == 0 || _words.Has(noun + 1, Math.Min(end, noun + 2), EventCues.OffTopic)) return false;
        foreach (var phrase in phrases) _roles.Locate(phrase);
        if (Suffers(phrases, noun)) _roles.AddTarget(phrases[0], end);
        else _roles.AddActor(phrases[0]);

        // سليماني … المقتول على يد: a participle says what was done to the person before it.
        if (_event.Nominal && _words[noun].Article && !phrases[0].IsNamed && (rule.Targets & Slots.Genitive) != 0
            && Array.FindLast(_phrases.Read(_event.Clause.First, noun, false), IsPerson) is { } bearer)
            _roles.AddTarget(bearer, noun);
        for (var index = 1; index < phrases.Length; index++)
        {
            var phrase = phrases[index];

            // اجتماع بين فلان وفلان; استقبال ترامب الكاظمي, قصف أمريكي لمواقع كذا: the object follows the genitive or ل.
            if (phrase.Slot is Slots.With or Slots.Between && rule.Kind.Joint && _event.Actors.Count == 0) _roles.AddActor(phrase);
            else if (phrase.Slot == Slots.Object && _words[phrase.First - 1].IsAgentVerb) _roles.AddActor(phrase);
            else if ((phrase.Slot == Slots.For || (index == 1 && phrase.Slot == Slots.Object)) && (rule.Targets & Slots.Object) != 0)
                _roles.AddTarget(phrase, _event.End);
            else _roles.Join(phrase, phrases.ElementAtOrDefault(index + 1));
        }

        _event.Unaddressed = rule.Addressed && _event.Targets.Count == 0;
        return true;
    }

    // Whether the genitive of a noun of action is who suffers it. الهجوم الأمريكي is by Americans; مقتل جنود أمريكيين is not.
    private bool Suffers(NounPhrase[] phrases, int noun)
    {
        var (targets, genitive) = (_event.Rule.Targets, phrases[0]);
        var national = genitive.Plain && _words.Draft.Mention(genitive.Heads[0]).FirstToken <= noun + 1;

        // سارع الوزير إلى اتهام طهران: the subject of the verb that carries the noun acts.
        var suffering = _event.Noun >= 0 && _event.Actors.Count > 0 ? Slots.Genitive | Slots.Object : Slots.Genitive;
        return (targets & suffering) != 0 && !(_event.Nominal && _event.Noun > _event.Trigger) && !national && !HasTarget(phrases, 1);
    }

    private bool IsOffTopic(NounPhrase phrase) => (!phrase.IsNamed || phrase.Plain) && _words[phrase.First].Has(EventCues.OffTopic);
}
