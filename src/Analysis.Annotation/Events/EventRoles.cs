namespace Analysis;

/// <summary>
/// Finds who acts, who is acted upon and where: the subject is the noun phrase before the verb or the first behind it, the target the next
/// one or the one behind a preposition of the rule's frame. Behind a verbal noun the genitive is the target of what is done to somebody
/// and the actor of everything else.
/// </summary>
internal sealed partial class EventRoles(EventSentence words, Gazetteer gazetteer)
{
    private const string Militias = "iran-backed-militias";
    private const char Damma = '\u064F';

    private readonly Participants _phrase = new(words);
    private readonly EventPlaces _places = new(words, gazetteer);

    private Draft _draft = null!;
    private EventCandidate _event = null!;
    private EventCandidate? _before;
    private EventRelation _frame;
    private bool _subjectRead;
    private bool _passive;
    private bool _placesOnly;
    private int _bare;

    private bool Receives => (_frame & EventRelation.For) != 0;

    /// <summary>Begins a document.</summary>
    public void Begin() => _before = null;

    /// <summary>Fills the roles of an event; events come in text order.</summary>
    public void Read(Draft draft, EventCandidate candidate)
    {
        (_draft, _event) = (draft, candidate);
        _frame = candidate.Rule.Frame;
        (_subjectRead, _passive, _placesOnly, _bare) = (false, false, false, 0);
        _phrase.InRelative = false;
        _places.Begin(draft, candidate);
        if (candidate.Nominal)
        {
            Noun(candidate.Trigger, candidate.End);
        }
        else
        {
            Verb();
            if (_before is { } before && before.Sentence == candidate.Sentence) Continue(before);
            _before = candidate;
        }

        // Who counts the dead killed nobody.
        if (candidate.Kind == "killing" && _frame == EventRelation.None && !candidate.SubjectIsTarget) candidate.Actors.Clear();
        _places.End();
        if (candidate.Actors.Count > 0 && candidate.Targets.Count > 0) candidate.Targets.RemoveAll(candidate.Actors.Contains);
    }

    private void Verb()
    {
        var (trigger, deed) = (_event.Trigger, _event.Deed);
        if (deed >= 0 && (trigger < _event.First || words[trigger].Has(EventCues.Relative))) trigger = deed;
        var relative = words[trigger].Relative;
        _phrase.InRelative = relative;
        if (!relative) Walk(_event.First, trigger, before: true);
        if (_event.Actors.Count == 0 && (words[trigger].Proclitics & Proclitics.So) != 0) Topic(trigger);
        _passive = IsPassive(trigger);
        var noun = deed > trigger && words[deed].IsNoun && !words[deed].IsVerb;
        var announced = deed > trigger && Array.Exists(words.TriggersAt(trigger), static found => found.Rule.Class is EventRuleClass.Say or EventRuleClass.Announce);
        if (deed <= trigger)
        {
            Walk(trigger + 1, _event.End, before: false, relative);
            if (relative) Antecedent();
            if (_event.Kind == "killing" && _bare == 0 && !_event.SubjectIsTarget) Reported();
            if (_event.Kind is "threat" or "accusation" && _event.Rule.Class == EventRuleClass.Say) Threatened();
            return;
        }

        Walk(trigger + 1, deed, before: false, relative);
        if (announced) Announced();
        if (noun)
        {
            _subjectRead = true;
            Noun(deed, _event.End);
        }
        else
        {
            _subjectRead = _event.Actors.Count > 0;
            Walk(deed + 1, _event.End, before: false, relative);
        }
    }

    private void Walk(int first, int end, bool before, bool relative = false)
    {
        for (var token = first; token < end;)
        {
            ref var word = ref words[token];
            if (word.Relative && !relative)
            {
                token++;
            }
            else if (word.Has(EventCues.Source | EventCues.Temporal) && word.Mention < 0)
            {
                token = before ? Behind(token, end) : end;
            }
            else if (word.Has(EventCues.Complement) && word.Mention < 0)
            {
                if (!before && token > _event.Trigger) return;
                token++;
            }
            else if (word.Mention < 0 && (word.Has(EventCues.Verb) || (word.IsVerb && !word.IsNoun)))
            {
                // What a verb adds without a joining word is told of the noun before it: only where, not who.
                _placesOnly |= !before && !word.Has(EventCues.Past);
                token++;
            }
            else
            {
                token = Phrase(token, end, before);
            }
        }
    }

    // Behind the comma that ends an adverbial, or at the verb behind it.
    private int Behind(int token, int end)
    {
        for (token++; token < end; token++)
        {
            if (words[token].Comma) return token + 1;
            if (words[token].Mention < 0 && words[token].Time < 0 && words[token].IsVerb && !words[token].IsNoun) return token;
        }

        return end;
    }

    private int Phrase(int token, int end, bool before)
    {
        ref var word = ref words[token];
        var relation = EventRelation.Object;
        var at = token;
        if (word.Mention < 0)
        {
            relation = word.Relation;
            if (relation == EventRelation.None && word.Has(EventCues.Preposition)) relation = EventRelation.Other;
            if (relation != EventRelation.None)
            {
                at++;
                if (at < end && words[at].Mention < 0 && words[at].Relation == EventRelation.Agent) (relation, at) = (EventRelation.Agent, at + 1);
                while (at < end && words[at].Mention < 0 && words[at].QuotationMark) at++;
            }
            else if (_phrase.Starts(_draft, token))
            {
                relation = EventRelation.Object;
            }
            else
            {
                return token + 1;
            }
        }

        // Inside a name whose beginning stands before the clause no phrase starts, but the walk goes on.
        if (at >= end || at == _event.Deed || !_phrase.Starts(_draft, at)) return Math.Max(at, token + 1);
        if (relation == EventRelation.Object)
        {
            relation = words[at].Joined switch { Proclitics.By => EventRelation.By, Proclitics.For => EventRelation.For, _ => EventRelation.Object };
        }

        var behind = _phrase.Read(_draft, at, end, Receives);
        if (_placesOnly) _places.See(_phrase.Heads, relation);
        else if (relation == EventRelation.Object) Bare(at, before);
        else Joined(at, relation, before);
        return behind;
    }

    private void Bare(int at, bool before)
    {
        if (before)
        {
            if (_phrase.Heads.Count == 0) return;
            _event.Actors.Clear();
            _event.Targets.Clear();
            Add(_event.SubjectIsTarget ? _event.Targets : _event.Actors, EventRelation.Object);
            _subjectRead = true;
            return;
        }

        _places.See(_phrase.Heads, EventRelation.Object);
        if (_subjectRead && _event.Actors.Count == 0 && words[at].Mention is >= 0 and var adjective && _draft.Mention(adjective).Type == EntityType.Demonym)
        {
            Add(_event.Actors, EventRelation.Object);
            return;
        }

        _bare++;
        if (!_subjectRead)
        {
            _subjectRead = true;
            Add(_event.SubjectIsTarget || _passive || (_event.Kind == "killing" && NamesPersons()) ? _event.Targets : _event.Actors, EventRelation.Object);
        }
        else if ((_frame & EventRelation.Object) != 0)
        {
            Add(_event.Targets, EventRelation.Object);
        }
    }

    // A person who is killed is written like one who kills; reports name the killed.
    private bool NamesPersons()
    {
        foreach (var head in _phrase.Heads)
        {
            if (head < 0 || _draft.Mention(head).Type == EntityType.Person) return true;
        }

        return false;
    }

    private void Joined(int at, EventRelation relation, bool before)
    {
        _places.See(_phrase.Heads, relation);
        if (relation == EventRelation.Agent)
        {
            Add(_event.Actors, relation);
        }
        else if (!before && (_frame & relation) != 0)
        {
            // بدعوة من: on whose call they meet; and who is asked to do something to another is the one asked.
            if (_event.Kind == "meeting" && words[at].IsNoun) return;
            if (relation != EventRelation.To || _bare < 2) Add(_event.Targets, relation);
        }
        else if (_event.Kind is "killing" or "attack" && _event.Actors.Count == 0 && relation is EventRelation.In or EventRelation.By && words[at].Mention < 0)
        {
            // In an American raid, with Iranian rockets: by those who are called so.
            Add(_event.Actors, relation, EntityType.Demonym);
        }
        else if (!before && _event.Actors.Count == 0 && IsSpeech() && relation is EventRelation.For or EventRelation.About)
        {
            Add(_event.Actors, relation, EntityType.Organization);
        }
    }

    private bool IsSpeech() => _event.Kind is "statement" or "threat" or "demand" or "denial" or "accusation";

    private void Add(List<string> role, EventRelation relation, EntityType only = EntityType.None)
    {
        foreach (var head in _phrase.Heads)
        {
            if (head < 0)
            {
                if (only == EntityType.None && !role.Contains(Militias)) role.Add(Militias);
                continue;
            }

            ref readonly var mention = ref _draft.Mention(head);
            if (mention.Entity < 0 || (mention.Type & (EntityType.Weapon | EntityType.Agreement | EntityType.Media)) != 0 || (only != EntityType.None && mention.Type != only)) continue;
            if (EventPlaces.IsPlace(mention))
            {
                _places.See(_phrase.Heads, EventRelation.In);
                if (role == _event.Actors || _event.Kind is not ("attack" or "killing")) continue;
            }

            if (relation == EventRelation.In && mention.Type == EntityType.State && _event.Kind != "attack") continue;
            var id = Id(mention);
            if (!role.Contains(id)) role.Add(id);
        }
    }

    // The passive differs from the active by the vowel of its first letter, which few texts write.
    private bool IsPassive(int verb)
    {
        var surface = _draft.Tokens.Surface(verb);
        var at = words[verb].Proclitics == Proclitics.None ? 1 : 2;
        return surface.Length > at && (surface[at] == Damma || (surface.Length > at + 1 && surface[at + 1] == Damma));
    }

    private string Id(in MentionMark mention)
    {
        var entity = gazetteer.Entities[mention.Entity];
        return mention.Type == EntityType.Capital && entity.StateActor.Length > 0 ? entity.StateActor : entity.Id;
    }

    private string State(string id) => gazetteer.Find(id) is { StateActor.Length: > 0 } entity ? entity.StateActor : id;
}
