namespace Analysis;

/// <summary>
/// Adds noun phrases to an event: which of the entities that they name take part, and as what; and the most particular place that a phrase
/// with a preposition of place names.
/// </summary>
internal sealed class EventRoles(EventSentence words, NounPhrases phrases, Gazetteer gazetteer)
{
    /// <summary>Types of bodies that people belong to.</summary>
    public const EntityType Forces = EntityType.Organization | EntityType.ArmedGroup;

    private const EntityType Sites = EntityType.Place | EntityType.Facility;

    private const int Particular = 3;

    private readonly Entity[] _entities = [.. gazetteer.Entities];
    private EventCandidate _event = null!;
    private int _placeRank;
    private NounPhrase? _site;

    /// <summary>Begins an event.</summary>
    public void Begin(EventCandidate candidate) => (_event, _placeRank, _site) = (candidate, 0, null);

    /// <summary>Adds those whom a phrase names to those who act; sites do not act.</summary>
    public void AddActor(NounPhrase phrase) => Add(_event.Actors, phrase, sites: false);

    /// <summary>Those whom a phrase names; sites are none.</summary>
    public List<string> Participants(NounPhrase phrase)
    {
        List<string> found = [];
        Add(found, phrase, sites: false);
        return found;
    }

    /// <summary>Adds those whom a phrase names to those acted upon. Foreign troops are the target, not the site where they are.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="end">Token before which the troops at a site are named.</param>
    public void AddTarget(NounPhrase phrase, int end) =>
        Add(_event.Targets, (_event.Kind.Strikes && IsSite(phrase) ? Stationed(phrase, end) : null) ?? phrase, _event.Kind.Violent);

    /// <summary>Gives a phrase with a preposition the role that the rule has for it.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="next">The one after it; null for none.</param>
    public void Join(NounPhrase phrase, NounPhrase? next)
    {
        var (rule, slot) = (_event.Rule, phrase.Slot);
        ref var first = ref words[phrase.First];
        if (slot == Slots.Object) return;
        var receives = first.Mention >= 0 || phrase.Militia || (!rule.Unreal && first.Has(EventCues.Person));
        if ((rule.Targets & slot) != 0 && (slot != Slots.To || receives))
        {
            AddTarget(phrase, words.End);

            // على مصارف في إيران: whose they are.
            if (!phrase.IsNamed && next?.Slot == Slots.In && !IsSite(next)) AddTarget(next, words.End);
        }
        else if (((rule.Actors | _event.VerbRule.Actors | Slots.Agent) & slot) != 0
            || (slot == Slots.About && _event is { Kind.Speech: true, Actors.Count: 0 }))
        {
            AddActor(phrase);
        }
        else if (rule.Kind.Violent)
        {
            // بغارة أمريكية, في قصف أمريكي; في السفارة.
            var means = slot == Slots.By || (slot == Slots.In && !first.Article && phrase.Plain);
            if (means && _event.Actors.Count == 0) AddActor(phrase);
            else if (slot is Slots.In or Slots.Near or Slots.For && (phrase.Types & Forces) != 0) AddTarget(phrase, words.End);
            else if (slot == Slots.For && phrase.Plain && first.Has(EventCues.Person)) AddTarget(phrase, words.End);
        }
    }

    /// <summary>Adds the first that speech names who is not of the speaker's own state, and those joined to him.</summary>
    /// <param name="speaker">The speaker, whose title may name a body: <c>رئيس بعثة الأمم المتحدة فلان</c>; null for none.</param>
    public void AddAddressee(NounPhrase? speaker)
    {
        const EntityType Addressees = EntityType.State | EntityType.Capital | EntityType.Demonym | EntityType.Person | Forces;
        if (_event.Rule.Role == DeedRole.Blamed) return;
        var after = speaker is { Heads: [.., var head] } ? words.Draft.Mention(head).EndToken : 0;
        List<string>? own = null;
        for (var token = Math.Max(_event.Trigger + 1, after); token < _event.End; token++)
        {
            if (words[token].Mention < 0 || words[token].Relative || words[token - 1].Slot is Slots.In or Slots.Near) continue;
            ref readonly var mention = ref words.MentionAt(token);
            token = mention.EndToken - 1;
            if (_event.Targets.Count > 0 && words[mention.FirstToken].Joined != Proclitics.And) return;
            if ((mention.Type & Addressees) == 0 || mention.Metonym == false || ParticipantOf(mention) is not { } id) continue;
            own ??= _event.Actors.ConvertAll(gazetteer.StateActorOf);
            if (own.Contains(gazetteer.StateActorOf(id)) || words[mention.FirstToken - 1].Has(EventCues.Backed)) continue;
            if (!_event.Targets.Contains(id)) _event.Targets.Add(id);
        }
    }

    /// <summary>Takes a phrase for the place of the event if it is more particular than those before.</summary>
    public void Locate(NounPhrase phrase)
    {
        foreach (var head in phrase.Heads)
        {
            ref readonly var mention = ref words.Draft.Mention(head);
            var rank = mention.Entity < 0 ? 0 : PlaceRank(mention, phrase.Slot);
            if (rank <= _placeRank) continue;
            _placeRank = rank;
            (_event.Place, _event.IsParticularPlace) = (_entities[mention.Entity].Id, rank >= Particular);
            if (rank >= Particular && phrase.Slot is Slots.In or Slots.Near && phrase.First > _event.Trigger) _site = phrase;
        }
    }

    /// <summary>Adds the place to those acted upon, for a deed that strikes somebody whom nothing names.</summary>
    public void AddSite()
    {
        if (_site is not null && _event.Rule.Targets != 0 && _event.Kind.Strikes) AddTarget(_site, _event.End);
    }

    private int PlaceRank(in MentionMark mention, Slots slot)
    {
        var there = slot is Slots.In or Slots.By || (_event.Kind.Is(EventTraits.Moves) && slot is Slots.To or Slots.Object or Slots.For);
        return mention.Type switch
        {
            EntityType.Facility => Particular + 1,
            EntityType.Place => Particular,
            EntityType.Capital when there || mention.Metonym == false => 2,
            EntityType.State when there => 1,
            _ => 0,
        };
    }

    /// <summary>Whether a phrase names places, capitals and states only.</summary>
    public static bool IsPlaceOnly(NounPhrase phrase) =>
        phrase.Types != EntityType.None && (phrase.Types & ~(Sites | EntityType.Capital | EntityType.State)) == 0;

    // قاعدة تضم جنودا أمريكيين.
    private NounPhrase? Stationed(NounPhrase site, int end)
    {
        var (first, last) = (site.First, Math.Min(end, _event.Clause.End + 1));
        while (first < last && !words[first].Relative && !words[first].Has(EventCues.Hosts)) first++;
        return Array.Find(phrases.Read(first < last ? first : end, end, true), static who => who.Plain || (who.Types & Forces) != 0);
    }

    private void Add(List<string> role, NounPhrase phrase, bool sites)
    {
        if (phrase.Militia && gazetteer.UnnamedGroup is { } group && !role.Contains(group)) role.Add(group);
        foreach (var head in phrase.Heads)
        {
            ref readonly var mention = ref words.Draft.Mention(head);
            if ((sites || !IsSite(mention)) && ParticipantOf(mention) is { } id && !role.Contains(id)) role.Add(id);
        }
    }

    // Whether a phrase names nobody but sites.
    private bool IsSite(NounPhrase at) => !at.Militia && (at.Sites || (at.Plain && words[at.First].Has(EventCues.Thing)));

    /// <summary>Whether a mention is a site: a place, a facility, a capital that does not stand for its government.</summary>
    public static bool IsSite(in MentionMark mention) => (mention.Type & Sites) != 0 || mention.Metonym == false;

    // Id of a mention that takes part: a capital and a weapon for their state; null for what takes part in nothing.
    private string? ParticipantOf(in MentionMark mention)
    {
        if (mention.Entity < 0 || (mention.Type & (EntityType.Agreement | EntityType.Media)) != 0) return null;
        var entity = _entities[mention.Entity];
        if ((mention.Type & (EntityType.Capital | EntityType.Weapon)) != 0 && entity.StateActor.Length > 0) return entity.StateActor;
        return mention.Type == EntityType.Weapon ? null : entity.Id;
    }
}
