namespace Analysis;

/// <summary>
/// Fills the slots of an event's rule from the noun phrases of its clause: who acts, who is acted upon, and where. The subject is the phrase
/// before the verb, else the first after it; the object is the next one. A transitive verb with a single phrase is a passive.
/// </summary>
internal sealed class SlotFiller(EventSentence words, Gazetteer gazetteer)
{
    private const string Militias = "iran-backed-militias";
    private const int LongestBearer = 8;
    private const int ParticularPlace = 3;
    private const char Damma = '\u064F';
    private const EntityType Forces = EntityType.Organization | EntityType.ArmedGroup;

    private readonly NounPhrases _reader = new(words);
    private EventCandidate _event = null!;
    private int _place;
    private int _rank;
    private bool _figurative;

    /// <summary>Fills the roles and the place of an event.</summary>
    /// <param name="candidate">The event.</param>
    /// <param name="clause">Its clause.</param>
    /// <param name="before">The event before it in the sentence; null for none.</param>
    /// <returns>False if nobody and nothing that news is about takes part: a figure of speech.</returns>
    public bool Fill(EventCandidate candidate, Clause clause, EventCandidate? before)
    {
        (_event, _place, _rank, _figurative) = (candidate, -1, 0, false);
        var takesPart = candidate.Nominal ? FillNoun(candidate.Trigger, candidate.End, out _) : FillVerb(clause, before);

        // أعلن فلان ذلك بعد اجتماع مع فلان: whoever acts in the clause met him.
        if (candidate is { Nominal: true, Kind.Joint: true, Rule: var joint } && before is not null && before.Clause == candidate.Clause && before.Sentence == candidate.Sentence
            && (joint.Targets & Slots.With) != 0) candidate.Actors.InsertRange(0, before.Actors.Except(candidate.Actors));
        if (candidate.Kind.Speech && !candidate.Nominal) AddAddressee();
        if (_place >= 0)
        {
            (candidate.Place, candidate.IsParticularPlace) = (gazetteer.Entities[words.Draft.Mention(_place).Entity].Id, _rank >= ParticularPlace);
        }

        candidate.Targets.RemoveAll(candidate.Actors.Contains);
        return !_figurative && (takesPart || candidate.Kind.Speech || candidate.Nominal || candidate.Relative || candidate.Noun >= 0);
    }

    private bool FillVerb(Clause clause, EventCandidate? before)
    {
        var (rule, trigger, noun) = (_event.Rule, _event.Trigger, _event.Noun);
        var verbRule = words[trigger].Triggers is { } triggers && noun >= 0 ? Array.Find(triggers, found => (found.Form & TriggerForm.Verb) != 0).Rule ?? rule : rule;
        var inRelative = _event.Relative;
        var end = Math.Min(_event.End, clause.End);
        var earlier = inRelative ? [] : _reader.Read(AfterDateline(trigger), trigger, false);
        var later = _reader.Read(trigger + 1, noun >= 0 ? noun : end, inRelative || words[trigger].Relative, rule.Targets);
        if (words[trigger].IsJoined && (words.Cues & EventCues.Topic) != 0 && earlier.Count == 0) earlier = Topic(trigger);
        var subject = earlier.FindLastIndex(phrase => phrase is { Slot: Slots.Object, IsNamed: true });
        if (subject < 0) subject = earlier.FindLastIndex(phrase => phrase.Slot == Slots.Object);
        var bare = later.FindAll(phrase => phrase.Slot == Slots.Object);
        NounPhrase? acting = subject >= 0 ? earlier[subject] : null;

        // أنه استهدف فلانا: the pronoun acts, unless the verb comes after an adverbial: أنه بعد شهرين نشر فلان.
        var ownSubject = trigger <= clause.First + 2 && words[clause.First].Has(EventCues.Complement) && words.IsOwn(clause.First);
        if (acting is null && bare.Count > 0 && !ownSubject && !((rule.Places & Slots.Object) != 0 && noun < 0 && IsPlaceOnly(bare[0])))
        {
            // تبنت القصف جماعة كذا: a deed is the object, and the subject follows.
            var deedFirst = bare.Count > 1 && !bare[0].IsNamed && words[bare[0].First].IsNoun && bare[1].IsNamed;
            acting = bare[deedFirst ? 1 : 0];
            bare.RemoveAt(deedFirst ? 1 : 0);
        }

        // والتقى فلانا: whoever acted in the clause before meets or accuses the one that follows.
        var continues = acting is not null && subject < 0 && bare.Count == 0 && trigger > words.First && (words[trigger].IsJoined || words[trigger - 1].Has(EventCues.Cut)) && rule.Kind.Joint
            && (rule.Targets & Slots.Object) != 0 && before is { Actors.Count: > 0 } && before.Sentence == _event.Sentence;
        if (continues)
        {
            bare.Add(acting!.Value);
            acting = null;
        }

        if (acting is { } off && IsOffTopic(off)) return false;
        var takesPart = earlier.Concat(later).Any(phrase => phrase.IsNamed || phrase.Participant);
        var passive = noun < 0 && (HasDamma(trigger) || (subject < 0 && IsPassive(rule, trigger, bare.Count)));
        foreach (var phrase in earlier.Concat(later)) Locate(phrase);
        if (acting is { } phraseOfSubject)
        {
            if (passive || (verbRule.Targets & Slots.Subject) != 0) AddTarget(phraseOfSubject, end);
            else AddTo(_event.Actors, phraseOfSubject);
        }

        if (noun >= 0)
        {
            // تعرض السفارة لهجوم: the genitive of a noun of suffering.
            foreach (var phrase in later)
            {
                if (Array.Exists(words[phrase.First].Triggers ?? [], found => found.Rule.Kind.IsLight && (found.Rule.Targets & Slots.Genitive) != 0)) AddTarget(phrase, end);
            }

            takesPart |= FillNoun(noun, end, out var actorRead);
            if ((verbRule.Says && (actorRead || (_event.Kind.Violent && !IsDone(trigger, noun)))) || (rule.Actors & Slots.Subject) == 0) RemoveSpeaker(acting);
            if (_event is { Actors.Count: 0, Targets.Count: 0 } && _event.Kind.Is(EventTraits.Deadly) && acting is { } mourner && NamesOwn(noun, end)) AddTo(_event.Targets, mourner);
        }
        else
        {
            if (bare.Count > 0 && (rule.Targets & Slots.Object) != 0) AddTarget(bare[0], end);
            for (var index = 0; index < later.Count; index++) Join(later, index, rule);
        }

        if (acting is null && before is not null && before.Sentence == _event.Sentence && !passive && _event.Actors.Count == 0 && !inRelative && (rule.Actors & Slots.Subject) != 0) _event.Actors.AddRange(before.Actors);
        return takesPart;
    }

    // من عناصره, مقاتليها: men of whoever reports their death.
    private bool NamesOwn(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (words[token].Suffixed && words[token].Has(EventCues.Person | EventCues.Militia)) return true;
        }

        return false;
    }

    // القدس / الأناضول: a place and a paper before a stroke are no subject.
    private int AfterDateline(int trigger)
    {
        for (var token = trigger - 1; token >= _event.First; token--)
        {
            if (words[token] is { Symbol: true, Comma: false, QuotationMark: false }) return token + 1;
        }

        return _event.First;
    }

    // أما فلان فيزور: the phrase after أما is the subject.
    private List<NounPhrase> Topic(int trigger)
    {
        for (var token = words.First; token < trigger; token++)
        {
            if (words[token].Has(EventCues.Topic)) return [.. _reader.Read(token + 1, trigger, false).Take(1)];
        }

        return [];
    }

    // Speech is about the first that it names who is not of the speaker's own state.
    private void AddAddressee()
    {
        if (_event.Targets.Count > 0 || _event.Rule.Role == DeedRole.Blamed) return;
        var own = _event.Actors.ConvertAll(gazetteer.StateActorOf);
        for (var token = _event.Trigger + 1; token < _event.End; token++)
        {
            if (words[token].Mention < 0) continue;
            ref readonly var mention = ref words.MentionAt(token);
            if (mention.Entity < 0 || (mention.Type & (EntityType.State | EntityType.Capital | EntityType.Demonym | Forces)) == 0 || mention.Metonym == false) continue;
            var id = Id(mention);
            if (own.Contains(gazetteer.StateActorOf(id)) || words[mention.FirstToken - 1].Has(EventCues.Backed)) continue;
            _event.Targets.Add(id);
            return;
        }
    }

    private bool IsPlaceOnly(NounPhrase phrase) =>
        phrase.Heads.Count > 0 && phrase.First == words.Draft.Mention(phrase.Heads[0]).FirstToken
        && phrase.Heads.TrueForAll(head => (words.Draft.Mention(head).Type & (EntityType.Place | EntityType.Facility | EntityType.Capital | EntityType.State)) != 0);

    private void RemoveSpeaker(NounPhrase? speaker)
    {
        if (speaker is not { } phrase) return;
        foreach (var head in phrase.Heads)
        {
            if (words.Draft.Mention(head).Entity >= 0) _event.Actors.Remove(Id(words.Draft.Mention(head)));
        }
    }

    // أعلن تنفيذ هجوم: the speaker did it.
    private bool IsDone(int verb, int noun)
    {
        for (var token = verb + 1; token < noun; token++)
        {
            if (words[token].IsNoun && Array.Exists(words[token].Triggers!, found => found.Rule.Kind.IsLight && (found.Rule.Actors & Slots.Subject) != 0)) return true;
        }

        return false;
    }

    // A transitive verb without an object is passive.
    private bool IsPassive(EventRule rule, int verb, int objects) =>
        objects == 0 && !words[verb].Suffixed && !rule.Kind.Speech && !rule.Kind.Joint && (rule.Targets & Slots.Object) != 0;

    // A damma on the first letter of a perfect makes it passive: قُتل.
    private bool HasDamma(int verb)
    {
        if ((words[verb].Forms & TriggerForm.Perfect) == 0) return false;
        var surface = words.Draft.Tokens.Surface(verb);
        var at = words[verb].Proclitics == Proclitics.None ? 1 : 2;
        return surface[at..Math.Min(surface.Length, at + 4)].Contains(Damma);
    }

    private bool FillNoun(int noun, int end, out bool actorRead)
    {
        var rule = _event.Rule;
        var phrases = _reader.Read(noun, end, _event.Relative || words[noun].Relative, rule.Targets);
        actorRead = false;
        if (phrases.Count == 0) return false;
        var genitive = phrases[0];
        if (IsOffTopic(genitive) || (noun + 1 < end && !genitive.IsNamed && (_figurative = words[noun + 1].Has(EventCues.OffTopic)))) return false;
        var framed = phrases.Skip(1).Any(phrase => phrase.Slot != Slots.Object && (rule.Targets & phrase.Slot) != 0);
        foreach (var phrase in phrases) Locate(phrase);
        if (genitive.IsNamed)
        {
            // الهجوم الأمريكي is by Americans; مقتل جنود أمريكيين is not.
            var national = genitive.Plain && words.Draft.Mention(genitive.Heads[0]).FirstToken <= noun + 1;
            var suffers = (rule.Targets & Slots.Genitive) != 0 && !national && !framed;
            var place = genitive.Heads.Count > 0 && IsPlace(words.Draft.Mention(genitive.Heads[0]));
            if (suffers || place) AddTo(_event.Targets, genitive);
            else AddTo(_event.Actors, genitive);
            actorRead = _event.Actors.Count > 0;
        }

        else if (words[noun].Article && (rule.Targets & Slots.Genitive) != 0)
        {
            AddBearer(noun);
        }

        // قصفها مواقع كذا: the pronoun is who acts, and the object follows.
        if (words[noun].Suffixed && phrases.Find(phrase => phrase.Slot == Slots.Object && phrase.First > noun && phrase.IsNamed) is { Heads: not null } struck && (rule.Targets & Slots.Object) != 0) AddTarget(struck, end);
        for (var index = 1; index < phrases.Count; index++)
        {
            if (rule.Kind.Joint && phrases[index].Slot is Slots.With or Slots.Between && _event.Actors.Count == 0) AddTo(_event.Actors, phrases[index]);
            else Join(phrases, index, rule);
        }

        return phrases.Exists(phrase => phrase.IsNamed || phrase.Participant);
    }

    // سليماني … المقتول على يد: a participle says what was done to the person before it.
    private void AddBearer(int participle)
    {
        for (var token = participle - 1; token >= Math.Max(words.First, participle - LongestBearer) && !words[token].Comma; token--)
        {
            if (words[token].Mention < 0 || words.MentionAt(token) is not { Type: EntityType.Person, Entity: >= 0 }) continue;
            _event.Targets.Add(Id(words.MentionAt(token)));
            _event.First = words.MentionAt(token).FirstToken;
            return;
        }
    }

    private void Join(List<NounPhrase> phrases, int index, EventRule rule)
    {
        var phrase = phrases[index];
        if (phrase.Slot == Slots.Object)
        {
            // شنتها تركيا: the subject of the verb that says who did it.
            if (phrase.First > 0 && phrase.First > words.First && words[phrase.First - 1] is { Suffixed: true, IsVerb: true, Triggers: { } triggers }
                && Array.Exists(triggers, found => found.Rule.Kind.IsLight)) AddTo(_event.Actors, phrase);
            return;
        }

        if (phrase.Slot == Slots.Agent) AddTo(_event.Actors, phrase);
        else if ((rule.Targets & phrase.Slot) != 0 && (phrase.Slot != Slots.To || words[phrase.First].Mention >= 0 || words[phrase.First].Has(EventCues.Person | EventCues.Thing)))
        {
            AddTarget(phrase, index + 1 < phrases.Count ? phrases[index + 1].First : words.End);

            // على مصارف في إيران: whose they are.
            if (!phrase.IsNamed && index + 1 < phrases.Count && phrases[index + 1] is var owner && (owner.Slot is Slots.In or Slots.From || (owner.First > 0 && words[owner.First - 1].Has(EventCues.Backed)))) AddTo(_event.Targets, owner);
        }
        else if ((rule.Actors & phrase.Slot) != 0) AddTo(_event.Actors, phrase);
        else if (rule.Kind.Violent && phrase.Slot is Slots.By or Slots.In && (phrase.Plain || words[phrase.First].IsNoun) && _event.Actors.Count == 0) AddTo(_event.Actors, phrase);
        else if (rule.Kind.Violent && phrase.Slot is Slots.In or Slots.Near && _event.Targets.Count == 0 && phrase.Heads.Exists(head => (words.Draft.Mention(head).Type & Forces) != 0)) AddTo(_event.Targets, phrase);
        else if (rule.Kind.Speech && _event.Actors.Count == 0 && phrase.Slot == Slots.About) AddTo(_event.Actors, phrase);
    }

    private void AddTarget(NounPhrase phrase, int end)
    {
        AddTo(_event.Targets, phrase);
        if (_event.Kind.Violent && !_event.Kind.Is(EventTraits.Deadly)) AddStationed(phrase, end);
    }

    // قاعدة تضم جنودا أمريكيين: foreign troops are the target, not the place where they are.
    private void AddStationed(NounPhrase phrase, int end)
    {
        if (phrase.Militia || !phrase.Heads.TrueForAll(head => IsPlace(words.Draft.Mention(head)))) return;
        var inside = false;
        for (var token = phrase.First + 1; token < end; token++)
        {
            inside |= words[token].Relative || words[token].Has(EventCues.Hosts);
            if (!inside || words[token].Mention < 0) continue;
            ref readonly var mention = ref words.MentionAt(token);
            if (mention.Entity < 0 || (mention.Type & (Forces | EntityType.Demonym)) == 0 || (mention.Type == EntityType.Demonym && !words[token - 1].Has(EventCues.Person))) continue;
            _event.Targets.Clear();
            _event.Targets.Add(Id(mention));
            return;
        }
    }

    private void AddTo(List<string> role, NounPhrase phrase)
    {
        if (phrase.Militia && !role.Contains(Militias)) role.Add(Militias);
        foreach (var head in phrase.Heads)
        {
            ref readonly var mention = ref words.Draft.Mention(head);
            if (mention.Entity < 0 || (mention.Type & (EntityType.Agreement | EntityType.Media)) != 0) continue;
            if (IsPlace(mention) && (role == _event.Actors || !_event.Kind.Violent)) continue;
            var id = Id(mention);
            if (!role.Contains(id) && (mention.Type != EntityType.Weapon || gazetteer.StateActorOf(id) != id || gazetteer.Entities[mention.Entity].Id != id)) role.Add(id);
        }
    }

    private bool IsOffTopic(NounPhrase phrase) => _figurative = (!phrase.IsNamed || phrase.Plain) && words[phrase.First].Has(EventCues.OffTopic);

    // The most particular place after a preposition of place.
    private void Locate(NounPhrase phrase)
    {
        foreach (var head in phrase.Heads)
        {
            if (words.Draft.Mention(head).Entity < 0) continue;
            var rank = Rank(words.Draft.Mention(head), phrase.Slot);
            if (rank > _rank) (_place, _rank) = (head, rank);
        }
    }

    private int Rank(in MentionMark mention, Slots slot)
    {
        var inside = slot is Slots.In or Slots.By;
        var moves = _event.Kind.Is(EventTraits.Moves) && slot is Slots.To or Slots.Object or Slots.For;
        var named = moves || inside || slot is Slots.Near or Slots.On or Slots.From or Slots.Object or Slots.For or Slots.Other;
        return mention.Type switch
        {
            EntityType.Facility when named => 4,
            EntityType.Place when named => ParticularPlace,
            EntityType.Capital when moves || inside || (mention.Metonym == false && named) => 2,
            EntityType.State when moves || inside => 1,
            _ => 0,
        };
    }

    private static bool IsPlace(in MentionMark mention) => (mention.Type & (EntityType.Place | EntityType.Facility)) != 0 || mention.Metonym == false;

    private string Id(in MentionMark mention)
    {
        var entity = gazetteer.Entities[mention.Entity];
        return (mention.Type & (EntityType.Capital | EntityType.Weapon)) != 0 && entity.StateActor.Length > 0 ? entity.StateActor : entity.Id;
    }
}
