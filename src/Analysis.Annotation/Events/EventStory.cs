namespace Analysis;

/// <summary>
/// What earlier events of a document say of a later one. Who claims the last attack did it; who is blamed for it is the target of the
/// blame; it killed those whose death the same paragraph reports, and those whom it struck if the same sentence does; denials, threats
/// and replies are directed at whoever spoke or struck before.
/// </summary>
internal sealed class EventStory(Gazetteer gazetteer)
{
    private EventCandidate? _attack;
    private EventCandidate? _last;
    private int _attackParagraph;
    private int _lastParagraph;

    /// <summary>Fills the roles of an event from those before it, and remembers it; events come in text order.</summary>
    public void Read(EventCandidate candidate, int paragraph)
    {
        if (candidate.Kind.Is(EventTraits.Deadly)) ReadDeath(candidate, paragraph);
        else if (candidate.Kind.Violent) ReadAttack(candidate, paragraph);
        else if (candidate.Rule.Role == DeedRole.Claimed) ReadClaim(candidate);
        else if (candidate.Rule.Role == DeedRole.Blamed && candidate.Targets.Count == 0 && _attack is { } attack)
            AddOthers(candidate, attack);
        var answers = candidate.Kind.Is(EventTraits.Answers) && candidate.Targets.Count == 0 && paragraph == _lastParagraph;
        if (answers && _last is { } last && (candidate.Kind.Cue != EventCues.Denying || Concerns(last, candidate)))
            AddOthers(candidate, last);
        if (candidate.Actors.Count > 0 && candidate.Kind.Is(EventTraits.Speech | EventTraits.Violent))
            (_last, _lastParagraph) = (candidate, paragraph);
    }

    private void ReadAttack(EventCandidate candidate, int paragraph)
    {
        if (_attack is null || candidate is not { Actors.Count: 0, Targets.Count: 0 }) (_attack, _attackParagraph) = (candidate, paragraph);
    }

    private void ReadDeath(EventCandidate candidate, int paragraph)
    {
        if (paragraph != _attackParagraph || _attack is not { } attack) return;
        var isNear = candidate.Sentence == attack.Sentence;
        if (isNear && candidate is { Targets.Count: 0, IsParticularPlace: false })
            candidate.Targets.AddRange(attack.Targets.Except(candidate.Actors).Where(IsSomebody));
        if (candidate.Actors.Count == 0 && (!candidate.Nominal || (isNear && candidate.Clause != attack.Clause)))
            candidate.Actors.AddRange(attack.Actors.Except(candidate.Targets));
    }

    // Nobody dies for the place that was struck.
    private bool IsSomebody(string id) => gazetteer.Find(id)?.Type is not ("place" or "facility");

    private void ReadClaim(EventCandidate candidate)
    {
        if (_attack is not { } attack) return;
        if (attack.Actors.Count == 0) attack.Actors.AddRange(candidate.Actors);
        if (candidate.Targets.Count == 0) candidate.Targets.AddRange(attack.Targets);
    }

    // Whether what was said or done before concerns whoever answers, or accuses.
    private bool Concerns(EventCandidate earlier, EventCandidate answer) => earlier.Kind.Cue == EventCues.Accusing
        || earlier.Targets.Select(gazetteer.StateActorOf).Intersect(answer.Actors.Select(gazetteer.StateActorOf)).Any();

    // Nobody answers himself or his own state.
    private void AddOthers(EventCandidate candidate, EventCandidate earlier)
    {
        var own = candidate.Actors.ConvertAll(gazetteer.StateActorOf);
        candidate.Targets.AddRange(earlier.Actors.Where(id => !own.Contains(gazetteer.StateActorOf(id))));
    }
}
