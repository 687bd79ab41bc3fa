namespace Analysis;

/// <summary>
/// The last attack that a document reports. Who claims it did it; who is blamed for it is the target of the blame; and it killed those whose
/// death the same paragraph reports without saying who did it.
/// </summary>
internal sealed class LastAttack
{
    private EventCandidate? _attack;
    private int _paragraph;

    /// <summary>Begins a document.</summary>
    public void Begin() => _attack = null;

    /// <summary>Fills what the attack says of an event, or remembers the event if it is an attack; events come in text order.</summary>
    public void Read(EventCandidate candidate, int paragraph)
    {
        if (candidate.Rule.Role == DeedRole.None && !candidate.Kind.Violent) return;
        if (candidate.Kind.Violent && !candidate.Kind.Is(EventTraits.Deadly))
        {
            if (_attack is null || candidate.Actors.Count + candidate.Targets.Count > 0 || candidate.Dated) (_attack, _paragraph) = (candidate, paragraph);
            return;
        }

        if (_attack is not { } attack) return;
        switch (candidate.Rule.Role)
        {
            case DeedRole.Claimed:
                if (attack.Actors.Count == 0) attack.Actors.AddRange(candidate.Actors);
                if (candidate.Targets.Count == 0) candidate.Targets.AddRange(attack.Targets);
                break;
            case DeedRole.Blamed:
                if (candidate.Targets.Count == 0) candidate.Targets.AddRange(attack.Actors.Except(candidate.Actors));
                break;
            default:
                if (candidate is { Nominal: false, Dated: false, Actors.Count: 0 } && paragraph == _paragraph) candidate.Actors.AddRange(attack.Actors.Except(candidate.Targets));
                break;
        }
    }
}
