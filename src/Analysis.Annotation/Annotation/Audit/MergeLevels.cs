namespace Analysis;

/// <summary>Finds the level of normalization at which a spelling matches a name of its entity.</summary>
internal sealed class MergeLevels
{
    private const string Exact = "Exact";
    private const string Spelling = "Spelling";

    private static readonly NormalizationLevel[] Ladder = Enum.GetValues<NormalizationLevel>();

    private readonly Dictionary<int, List<ListedName>> _names = [];
    private readonly Dictionary<(int Entity, NormalizationLevel Level), Dictionary<string, ListedName>> _normalized = [];
    private readonly Dictionary<string, List<ListedName>> _byKey = new(StringComparer.Ordinal);
    private readonly SpellingVariants _variants = new();

    /// <summary>Indexes the names of a gazetteer.</summary>
    public MergeLevels(Gazetteer gazetteer)
    {
        // Names without policy come first, so that they are preferred to other names that match at the same level.
        foreach (var name in ListedName.Of(gazetteer).OrderBy(name => name.Policy.IsAlways ? 0 : 1))
        {
            if (!_names.TryGetValue(name.Entity, out var own)) _names.Add(name.Entity, own = []);
            own.Add(name);
            var key = Letters.KeyOf(name.Text);
            if (!_byKey.TryGetValue(key, out var same)) _byKey.Add(key, same = []);
            same.Add(name);
        }
    }

    /// <summary>The level and the name that matches there; an empty string and null if no name matches.</summary>
    /// <param name="entity">Index of the entity.</param>
    /// <param name="surface">The spelling.</param>
    /// <param name="swallowed">Whether it follows a ل that may have absorbed the alef of its article.</param>
    public (string Level, ListedName? Name) Find(int entity, string surface, bool swallowed)
    {
        if (!_names.TryGetValue(entity, out var names)) return ("", null);
        foreach (var name in names)
        {
            if (name.Text == surface) return (Exact, name);
        }

        foreach (var level in Ladder)
        {
            if (At(entity, level).TryGetValue(Normalizer.Normalize(surface, level).Text, out var name)) return (level.ToString(), name);
        }

        foreach (var name in names)
        {
            if (swallowed && _variants.IsOneOf("ا" + surface, name.Text)) return (nameof(NormalizationLevel.Stem), name);
            if (_variants.IsOneOf(surface, name.Text)) return (Spelling, name);
        }

        return ("", null);
    }

    /// <summary>Other entities with a name that equals the spelling at a level, each once, in file order.</summary>
    /// <param name="entity">Index of the entity that the spelling was counted as.</param>
    /// <param name="surface">The spelling.</param>
    /// <param name="level">The level.</param>
    /// <param name="conditional">Whether to include names that mean their entity only on a condition.</param>
    public IEnumerable<int> Others(int entity, string surface, string level, bool conditional)
    {
        if (!_byKey.TryGetValue(Letters.KeyOf(surface), out var names)) return [];
        return names
            .Where(name => name.Entity != entity && (conditional || !name.Policy.IsPositive) && IsSame(name.Text, surface, level))
            .Select(name => name.Entity)
            .Distinct()
            .Order();
    }

    private static bool IsSame(string name, string surface, string level)
    {
        if (level == Exact) return name == surface;
        return !Enum.TryParse<NormalizationLevel>(level, out var step) || Normalizer.Normalize(name, step).Text == Normalizer.Normalize(surface, step).Text;
    }

    private Dictionary<string, ListedName> At(int entity, NormalizationLevel level)
    {
        if (_normalized.TryGetValue((entity, level), out var known)) return known;
        var names = new Dictionary<string, ListedName>(StringComparer.Ordinal);
        foreach (var name in _names[entity]) names.TryAdd(Normalizer.Normalize(name.Text, level).Text, name);
        _normalized.Add((entity, level), names);
        return names;
    }
}
