namespace Analysis;

/// <summary>
/// Fills the slots of an event's rule from the noun phrases of its clause: who acts, who is acted upon, and where. The subject is the phrase
/// before the verb, else the first after it; the object is the next one. A transitive verb with a single phrase is a passive.
/// </summary>
internal sealed class SlotFiller(EventSentence words, Gazetteer gazetteer)
{
    private const int LongestBearer = 8;
    private const char Damma = '\u064F';
    private const EntityType Forces = EntityType.Organization | EntityType.ArmedGroup;
    private const EntityType Sites = EntityType.Place | EntityType.Facility;

    private readonly NounPhrases _phrases = new(words);
    private readonly EventPlace _place = new(words, gazetteer);
    private EventCandidate _event = null!;
    private bool _figurative;
    private bool _addressed;

    /// <summary>Fills the roles and the place of an event.</summary>
    /// <param name="candidate">The event.</param>
    /// <param name="before">The event before it in the sentence; null for none.</param>
    /// <returns>False if nobody and nothing that news is about takes part: a figure of speech.</returns>
    public bool Fill(EventCandidate candidate, EventCandidate? before)
    {
        (_event, _figurative, _addressed) = (candidate, false, false);
        _place.Begin(candidate);
        var takesPart = candidate.Nominal ? FillNoun(candidate.Trigger, candidate.End) : FillVerb(before);

        // أعلن فلان ذلك بعد اجتماع مع فلان: whoever acts in the clause met him.
        var joins = candidate is { Nominal: true, Kind.Joint: true } && (candidate.Rule.Targets & Slots.With) != 0;
        if (joins && before?.Clause == candidate.Clause) candidate.Actors.InsertRange(0, before.Actors.Except(candidate.Actors));
        if (candidate.Kind.Speech && !candidate.Nominal) AddAddressee();

        // في عملية تبنتها فصائل, غارات استهدفت مقار كذا: a second verb says who did it, or what was struck.
        if (candidate is { Kind.Violent: true, Actors.Count: 0 }
            && After(token => words[token] is { Suffixed: true, TellsDoer: true }) is { } doer) AddTo(candidate.Actors, doer);
        if (candidate is { Kind.Violent: true, Targets.Count: 0 }
            && After(token => words[token] is { Suffixed: false, Strikes: true }) is { } struck) AddTarget(struck, candidate.End);
        candidate.Targets.RemoveAll(candidate.Actors.Contains);
        return !_figurative && (takesPart || candidate.Kind.Speech || candidate.Nominal || candidate.Relative || candidate.Noun >= 0);
    }

    // What follows the first verb of a kind after the trigger, as its subject or object; null if a phrase with a preposition does.
    private NounPhrase? After(Predicate<int> isVerb)
    {
        for (var token = _event.Trigger + 1; token < _event.End; token++)
        {
            if (!words[token].IsVerb || !isVerb(token)) continue;
            var phrase = _phrases.Read(token + 1, _event.End, inRelative: true).FirstOrDefault();
            return phrase?.Slot == Slots.Object ? phrase : null;
        }

        return null;
    }

    private bool FillVerb(EventCandidate? before)
    {
        var (rule, verb, noun, end) = (_event.Rule, _event.Trigger, _event.Noun, Math.Min(_event.End, _event.Clause.End));
        var earlier = _event.Relative ? [] : _phrases.Read(AfterDateline(verb), verb, inRelative: false);
        if (earlier.Count == 0 && words[verb].IsJoined) earlier = Topic(verb);
        var later = _phrases.Read(verb + 1, noun >= 0 ? noun : end, _event.Relative || words[verb].Relative, rule.Targets);
        var leading = earlier.FindLast(phrase => phrase is { Slot: Slots.Object, IsNamed: true });
        if (leading is null && verb > words.First && !words[verb - 1].Comma)
            leading = earlier.FindLast(phrase => phrase.Slot == Slots.Object);
        if (_event.Relative && words[verb].Suffixed && (rule.Targets & Slots.Object) != 0 && Antecedent() is { } struck)
            AddTarget(struck, verb);
        var bare = later.FindAll(phrase => phrase.Slot == Slots.Object);
        var (subject, target) = leading is not null ? (leading, bare.FirstOrDefault()) : Arguments(bare, before);
        if (subject is not null && IsOffTopic(subject)) return false;
        foreach (var phrase in earlier.Concat(later)) _place.Locate(phrase);
        var lone = leading is null && target is null && !later.Exists(phrase => (rule.Targets & phrase.Slot & ~Slots.Object) != 0);
        var passive = noun < 0 && (HasDamma(verb) || (lone && IsTransitive(rule, verb)));
        _addressed = target is not null && (rule.Targets & Slots.Object) != 0;
        if (_event.Relative && subject is null && !words[verb].Suffixed) subject = Antecedent();
        if (subject is not null && (passive || (_event.VerbRule.Targets & Slots.Subject) != 0)) AddTarget(subject, end);
        else if (subject is not null) AddTo(_event.Actors, subject);
        var takesPart = earlier.Concat(later).Any(phrase => phrase.IsNamed || phrase.Participant);
        if (noun >= 0)
        {
            takesPart |= FillCarried(subject, later, end);
        }
        else
        {
            if (target is not null && (rule.Targets & Slots.Object) != 0) AddTarget(target, end);
            for (var index = 0; index < later.Count; index++) Join(later, index, rule);
        }

        var continues = subject is null && !passive && !_event.Relative && (rule.Actors & Slots.Subject) != 0;
        if (continues && _event.Actors.Count == 0) _event.Actors.AddRange(before?.Actors ?? []);
        return takesPart || (continues && before?.Clause.Speech == _event.Clause.Speech && _event.Actors.Count > 0);
    }

    // Subject and object among the phrases after a verb that none precedes.
    private (NounPhrase? Subject, NounPhrase? Object) Arguments(List<NounPhrase> bare, EventCandidate? before)
    {
        if (bare.Count == 0) return (null, null);
        var (rule, verb, first, start) = (_event.Rule, _event.Trigger, bare[0], _event.Clause.First);

        // متهما طهران: a participle has the subject of the verb before it; ناشدته العدول: the object is a pronoun.
        if ((words[verb].Forms & TriggerForm.Verb) == TriggerForm.Participle) return (null, first);
        if (words[verb] is { Suffixed: true, IsJoined: true } && first is { IsNamed: false, Participant: false }) return (null, null);

        // أنه زار, وصل بغداد: the subject is a pronoun, unless an adverbial stands before the verb, or the place follows.
        if (verb <= start + 2 && words[start].Has(EventCues.Complement) && words.IsOwn(start)) return (null, first);
        if (_event.Noun < 0 && (rule.Places & Slots.Object) != 0 && IsPlaceOnly(first)) return (null, first);

        // والتقى فلانا: whoever acted in the clause before meets the one that follows.
        var joined = verb > words.First && (words[verb].IsJoined || words[verb - 1].Has(EventCues.Cut));
        var met = joined && rule.Kind.Joint && (rule.Targets & Slots.Object) != 0;
        if (bare.Count == 1 && met && before is { Actors.Count: > 0 }) return (null, first);

        // تبنت القصف جماعة كذا: a deed is the object, and the subject follows.
        if (rule.Kind.Speech && bare.Count > 1 && !first.IsNamed && words[first.First].IsNoun && bare[1].IsNamed) return (bare[1], first);
        return (first, bare.ElementAtOrDefault(1));
    }

    // What a noun says that a light verb or one of saying carries.
    private bool FillCarried(NounPhrase? subject, List<NounPhrase> later, int end)
    {
        // تعرض السفارة لهجوم: the genitive of a noun of suffering.
        foreach (var phrase in later.Where(phrase => IsSuffering(phrase.First))) AddTarget(phrase, end);
        var said = _event.Actors.Count;
        var takesPart = FillNoun(_event.Noun, end);
        var announced = (_event.VerbRule.Content & Slots.Object) != 0 && !words.Exists(_event.Trigger + 1, _event.Noun, IsHappening);
        var silent = _event.VerbRule.Says && (_event.Actors.Count > said || (_event.Kind.Violent && !announced));
        if (silent || (_event.Rule.Actors & Slots.Subject) == 0) RemoveSpeaker(subject);

        // تلقى تهديدات من فلان: whoever threatens.
        if ((_event.VerbRule.Actors & Slots.From) != 0)
        {
            foreach (var phrase in _phrases.Read(_event.Noun, end, inRelative: false).Where(each => each.Slot == Slots.From))
                AddTo(_event.Actors, phrase);
        }

        // من عناصره, مقاتليها: men of whoever reports their death.
        var own = words.Exists(_event.Noun, end, token => words[token].Suffixed && words[token].Has(EventCues.Person | EventCues.Militia));
        if (_event is { Actors.Count: 0, Targets.Count: 0 } && _event.Kind.Is(EventTraits.Deadly) && own && subject is not null)
            AddTo(_event.Targets, subject);
        return takesPart;
    }

    private bool IsSuffering(int token) =>
        Array.Exists(words[token].Triggers ?? [], found => found.Rule.Kind.IsLight && (found.Rule.Targets & Slots.Genitive) != 0);

    // أعلن وقوع هجوم: what happened, without anybody who did it.
    private bool IsHappening(int token) => words[token] is { IsNoun: true, IsLight: true }
        && Array.TrueForAll(words[token].Triggers!, found => !found.Rule.Kind.IsLight || (found.Rule.Actors & Slots.Subject) == 0);

    // القدس / الأناضول: a place and a paper before a stroke are no subject.
    private int AfterDateline(int verb)
    {
        for (var token = verb - 1; token >= _event.First; token--)
        {
            if (words[token] is { Symbol: true, Comma: false, QuotationMark: false }) return token + 1;
        }

        return _event.First;
    }

    // أما فلان فيزور: the phrase after أما is the subject.
    private List<NounPhrase> Topic(int verb)
    {
        for (var token = words.First; token < verb && (words.Cues & EventCues.Topic) != 0; token++)
        {
            if (words[token].Has(EventCues.Topic)) return [.. _phrases.Read(token + 1, verb, inRelative: false).Take(1)];
        }

        return [];
    }

    // Speech is about the first that it names who is not of the speaker's own state.
    private void AddAddressee()
    {
        const EntityType Addressees = EntityType.State | EntityType.Capital | EntityType.Demonym | Forces;
        if (_addressed || _event.Targets.Count > 0 || _event.Rule.Role == DeedRole.Blamed) return;
        var own = _event.Actors.ConvertAll(gazetteer.StateActorOf);
        for (var token = _event.Trigger + 1; token < _event.End; token++)
        {
            if (words[token].Mention < 0) continue;
            ref readonly var mention = ref words.MentionAt(token);
            if ((mention.Type & Addressees) == 0 || mention.Metonym == false || ParticipantOf(mention) is not { } id) continue;
            if (own.Contains(gazetteer.StateActorOf(id)) || words[mention.FirstToken - 1].Has(EventCues.Backed)) continue;
            _event.Targets.Add(id);
            token = mention.EndToken - 1;
            if (mention.EndToken >= _event.End || words[mention.EndToken] is not { Mention: >= 0, Joined: Proclitics.And }) return;
        }
    }

    // الكاظمي، الذي زار: the phrase that a relative clause is about; null for none.
    private NounPhrase? Antecedent() => _phrases.Read(_event.Clause.First, _event.First, inRelative: false).LastOrDefault();

    private bool IsPlaceOnly(NounPhrase phrase)
    {
        const EntityType Located = Sites | EntityType.Capital | EntityType.State;
        return phrase.Heads.Count > 0 && phrase.First == words.Draft.Mention(phrase.Heads[0]).FirstToken
            && phrase.Heads.TrueForAll(head => (words.Draft.Mention(head).Type & Located) != 0);
    }

    private void RemoveSpeaker(NounPhrase? speaker)
    {
        foreach (var head in speaker?.Heads ?? [])
        {
            if (ParticipantOf(words.Draft.Mention(head)) is { } id) _event.Actors.Remove(id);
        }
    }

    private bool IsTransitive(EventRule rule, int verb) =>
        !words[verb].Suffixed && !rule.Kind.Speech && !rule.Kind.Joint && (rule.Targets & Slots.Object) != 0;

    // A damma on the first letter of a perfect makes it passive: قُتل.
    private bool HasDamma(int verb)
    {
        var surface = words.Draft.Tokens.Surface(verb);
        return surface[1..Math.Min(surface.Length, 5)].Contains(Damma);
    }

    private bool FillNoun(int noun, int end)
    {
        var rule = _event.Rule;
        var phrases = _phrases.Read(noun, end, _event.Relative || words[noun].Relative, rule.Targets);
        if (phrases.Count == 0) return false;
        var genitive = phrases[0];
        if (IsOffTopic(genitive)) return false;
        if (noun + 1 < end && !genitive.IsNamed && (_figurative = words[noun + 1].Has(EventCues.OffTopic))) return false;
        phrases.ForEach(_place.Locate);
        if (genitive.IsNamed) AddTo(Suffers(phrases, noun) ? _event.Targets : _event.Actors, genitive);
        else if (words[noun].Article && (rule.Targets & Slots.Genitive) != 0) AddBearer(noun);

        // قصفها مواقع كذا, استقبال ترامب الكاظمي: the pronoun or genitive is who acts, and the object follows.
        var suffering = phrases.Find(phrase => phrase is { Slot: Slots.Object, IsNamed: true } && phrase != genitive);
        var acts = words[noun].Suffixed || (genitive.IsNamed && _event.Actors.Count > 0);
        if (acts && suffering is not null && (rule.Targets & Slots.Object) != 0) AddTarget(suffering, end);
        for (var index = 1; index < phrases.Count; index++)
        {
            var joint = rule.Kind.Joint && phrases[index].Slot is Slots.With or Slots.Between && _event.Actors.Count == 0;
            if (joint) AddTo(_event.Actors, phrases[index]);
            else Join(phrases, index, rule);
        }

        return phrases.Exists(phrase => phrase.IsNamed || phrase.Participant);
    }

    // Whether the genitive of a noun of action is who suffers it. الهجوم الأمريكي is by Americans; مقتل جنود أمريكيين is not.
    private bool Suffers(List<NounPhrase> phrases, int noun)
    {
        var (rule, genitive) = (_event.Rule, phrases[0]);
        if (genitive.Heads.Count > 0 && IsSite(words.Draft.Mention(genitive.Heads[0]))) return true;
        var national = genitive.Plain && words.Draft.Mention(genitive.Heads[0]).FirstToken <= noun + 1;
        var framed = phrases.Skip(1).Any(phrase => phrase.Slot != Slots.Object && (rule.Targets & phrase.Slot) != 0);
        return (rule.Targets & Slots.Genitive) != 0 && !national && !framed;
    }

    // سليماني … المقتول على يد: a participle says what was done to the person before it.
    private void AddBearer(int participle)
    {
        for (var token = participle - 1; token >= Math.Max(words.First, participle - LongestBearer) && !words[token].Comma; token--)
        {
            if (words[token].Mention < 0 || words.MentionAt(token) is not { Type: EntityType.Person, Entity: >= 0 }) continue;
            _event.Targets.Add(ParticipantOf(words.MentionAt(token))!);
            _event.First = words.MentionAt(token).FirstToken;
            return;
        }
    }

    // Gives a phrase with a preposition its role.
    private void Join(List<NounPhrase> phrases, int index, EventRule rule)
    {
        var (phrase, next) = (phrases[index], phrases.ElementAtOrDefault(index + 1));
        if (phrase.Slot == Slots.Object)
        {
            // شنتها تركيا: the subject of the verb that says who did it.
            if (phrase.First > words.First && words[phrase.First - 1] is { Suffixed: true, IsVerb: true, TellsDoer: true })
                AddTo(_event.Actors, phrase);
        }
        else if (phrase.Slot == Slots.Agent)
        {
            AddTo(_event.Actors, phrase);
        }
        else if ((rule.Targets & phrase.Slot) != 0 && (phrase.Slot != Slots.To || words[phrase.First].Mention >= 0))
        {
            AddTarget(phrase, words.End);

            // على مصارف في إيران: whose they are.
            var owned = next is not null && next.Slot is Slots.In or Slots.From
                && !next.Heads.TrueForAll(head => IsSite(words.Draft.Mention(head)));
            if (!phrase.IsNamed && owned) AddTo(_event.Targets, next!);
        }
        else if ((rule.Actors & phrase.Slot) != 0 || (rule.Kind.Speech && _event.Actors.Count == 0 && phrase.Slot == Slots.About))
        {
            AddTo(_event.Actors, phrase);
        }
        else if (rule.Kind.Is(EventTraits.Deadly) && phrase.Slot == Slots.Between)
        {
            // بينهم جندي أمريكي.
            AddTo(_event.Targets, phrase);
        }
        else if (rule.Kind.Violent)
        {
            // بغارة أمريكية; في السفارة, قرب القنصلية.
            var first = words[phrase.First];
            var means = phrase.Slot is Slots.By or Slots.In && (phrase.Plain || first.IsNoun || first.Has(EventCues.Shot));
            var site = phrase.Slot is Slots.In or Slots.Near && phrase.Heads.Exists(head => (words.Draft.Mention(head).Type & Forces) != 0);
            if (means && _event.Actors.Count == 0) AddTo(_event.Actors, phrase);
            else if (site && _event.Targets.Count == 0) AddTo(_event.Targets, phrase);
        }
    }

    private void AddTarget(NounPhrase phrase, int end)
    {
        AddTo(_event.Targets, phrase);
        if (_event.Kind.Violent && !_event.Kind.Is(EventTraits.Deadly)) AddStationed(phrase, end);
    }

    // قاعدة تضم جنودا أمريكيين: foreign troops are the target, not the place where they are.
    private void AddStationed(NounPhrase phrase, int end)
    {
        if (phrase.Militia || !phrase.Heads.TrueForAll(head => IsSite(words.Draft.Mention(head)))) return;
        var (inside, found) = (false, false);
        for (var token = phrase.First + 1; token < end; token++)
        {
            inside |= words[token].Relative || words[token].Has(EventCues.Hosts);
            if (!inside || words[token].Mention < 0) continue;
            ref readonly var mention = ref words.MentionAt(token);
            var joined = found && words[token].Joined == Proclitics.And;
            var people = joined || words[token - 1].Has(EventCues.Person);
            var troops = (mention.Type & Forces) != 0 || (mention.Type == EntityType.Demonym && people);
            if (found && !joined) return;
            if (!troops || ParticipantOf(mention) is not { } id) continue;
            if (!found) _event.Targets.Clear();
            _event.Targets.Add(id);
            found = true;
        }
    }

    private void AddTo(List<string> role, NounPhrase phrase)
    {
        if (phrase.Militia && gazetteer.UnnamedGroup is { } group && !role.Contains(group)) role.Add(group);
        foreach (var head in phrase.Heads)
        {
            var mention = words.Draft.Mention(head);
            var acts = !IsSite(mention) || (role == _event.Targets && _event.Kind.Violent);
            if (acts && ParticipantOf(mention) is { } id && !role.Contains(id)) role.Add(id);
        }
    }

    private bool IsOffTopic(NounPhrase phrase) =>
        _figurative = (!phrase.IsNamed || phrase.Plain) && words[phrase.First].Has(EventCues.OffTopic);

    private static bool IsSite(in MentionMark mention) => (mention.Type & Sites) != 0 || mention.Metonym == false;

    // Id of a mention that takes part: a capital and a weapon for their state; null for what takes part in nothing.
    private string? ParticipantOf(in MentionMark mention)
    {
        if (mention.Entity < 0 || (mention.Type & (EntityType.Agreement | EntityType.Media)) != 0) return null;
        var entity = gazetteer.Entities[mention.Entity];
        if ((mention.Type & (EntityType.Capital | EntityType.Weapon)) != 0 && entity.StateActor.Length > 0) return entity.StateActor;
        return mention.Type == EntityType.Weapon ? null : entity.Id;
    }
}
