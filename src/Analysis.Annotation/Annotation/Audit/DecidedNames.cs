namespace Analysis;

/// <summary>The effect of <see cref="Decisions"/> on the names of a gazetteer.</summary>
internal sealed class DecidedNames
{
    private readonly Dictionary<int, HashSet<string>> _rejected = [];

    /// <summary>Resolves decisions against a gazetteer.</summary>
    /// <exception cref="InvalidDataException">A decision refers to an entity that is not in the gazetteer.</exception>
    public DecidedNames(Gazetteer gazetteer, Decisions decisions)
    {
        SpellingVariants? variants = null;
        foreach (var decision in decisions.All)
        {
            var entity = gazetteer.IndexOf(decision.Entity);
            if (entity < 0) throw new InvalidDataException($"{decision.Source}: entity '{decision.Entity}' of '{decision.Surface}' is not in the gazetteer");
            if (decision.Verdict == Verdict.Reject)
            {
                if (!_rejected.TryGetValue(entity, out var spellings)) _rejected.Add(entity, spellings = new HashSet<string>(StringComparer.Ordinal));
                spellings.Add(Decisions.SpellingOf(decision.Surface));
            }

            if (decision.Verdict != Verdict.Accept) continue;

            // A spelling that already matches is only confirmed. It keeps its policy.
            variants ??= new SpellingVariants();
            if (!ListedName.Of(gazetteer).Any(name => name.Entity == entity && variants.IsOneOf(decision.Surface, name.Text)))
                Accepted.Add(new Alias(entity, decision.Surface, AliasPolicy.Always, Decided: true));
        }
    }

    /// <summary>Accepted spellings that the gazetteer does not match already.</summary>
    public List<Alias> Accepted { get; } = [];

    /// <summary>Whether any spelling was rejected.</summary>
    public bool HasRejected => _rejected.Count > 0;

    /// <summary>Whether a spelling was rejected for an entity.</summary>
    public bool IsRejected(int entity, string surface) =>
        _rejected.TryGetValue(entity, out var spellings) && spellings.Contains(Decisions.SpellingOf(surface));
}
