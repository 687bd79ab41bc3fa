namespace Analysis;

/// <summary>Determines how a spelling matches the names of the entity that it was counted as, and why that may be wrong.</summary>
internal sealed class MergeReview
{
    private const int MostOthers = 3;

    // From the spelling as it is (null) to the highest level.
    private static readonly NormalizationLevel?[] Levels = [null, .. Enum.GetValues<NormalizationLevel>()];
    private static readonly HashSet<string> MatcherRules = ["gazetteer", "demonym", "decision"];

    private readonly Gazetteer _gazetteer;
    private readonly ILookup<int, Alias> _names;
    private readonly ILookup<string, Alias> _byKey;

    /// <summary>Indexes the names of a gazetteer.</summary>
    public MergeReview(Gazetteer gazetteer)
    {
        _gazetteer = gazetteer;

        // Names without policy come first, so that they are preferred to other names that match at the same level.
        var names = Decisions.Listed(gazetteer).OrderBy(name => name.Policy.IsAlways ? 0 : 1).ToList();
        _names = names.ToLookup(name => name.Entity);
        _byKey = names.ToLookup(name => Letters.KeyOf(name.Text));
    }

    /// <summary>The merge that the mentions of an entity by one spelling make.</summary>
    /// <param name="entity">Gazetteer id.</param>
    /// <param name="surface">The spelling.</param>
    /// <param name="mentions">The mentions; partial are those of a person whom no name of several words in the document means.</param>
    public Merge Of(string entity, string surface, IReadOnlyList<(Mention Mention, bool IsPartial)> mentions)
    {
        var (index, rule) = (_gazetteer.IndexOf(entity), mentions[0].Mention.Rule);
        var (level, name) = Match(index, surface);
        var documents = mentions.DistinctBy(each => each.Mention.Document).ToList();
        var reasons = new List<string>();
        if (name is null && !MatcherRules.Contains(rule)) reasons.Add($"no listed name is spelled like it; the rule '{rule}' found it");
        if (name is not null) reasons.AddRange(DoubtsAbout(name, level));
        if (IsOrdinary(surface)) reasons.Add("it is an ordinary word as well");
        var others = Others(index, surface, level, name is { Policy.IsPositive: true }).ToList();
        var more = others.Count > MostOthers ? ", …" : "";
        if (others.Count > 0) reasons.Add($"it names {string.Join(", ", others.Take(MostOthers))}{more} as well");
        var partial = documents.Count(each => each.IsPartial);
        if (partial > 0 && _gazetteer.Entities[index].NameArabic.Contains(' ', StringComparison.Ordinal))
            reasons.Add(FormattableString.Invariant(
                $"part of a name only, and {partial} of {documents.Count} documents lack the full one"));

        var why = _gazetteer.Decisions.Find(surface, entity)?.Verdict == Verdict.Accept ? "" : string.Join("; ", reasons);
        var how = name is not null ? level?.ToString() ?? "Exact" : MatcherRules.Contains(rule) ? "Spelling" : rule;
        return new Merge(entity, surface, mentions.Count, documents.Count, how, why.Length > 0, why);
    }

    // The lowest level at which a name of the entity equals the spelling, and that name; null if none does.
    private (NormalizationLevel? Level, Alias? Name) Match(int entity, string surface)
    {
        foreach (var level in Levels)
        {
            var written = At(surface, level);
            if (_names[entity].FirstOrDefault(name => At(name.Text, level) == written) is { } name) return (level, name);
        }

        // After ل the article loses its alef.
        return surface.StartsWith('ل') ? (NormalizationLevel.Stem, Match(entity, "ا" + surface).Name) : (NormalizationLevel.Key, null);
    }

    private static IEnumerable<string> DoubtsAbout(Alias name, NormalizationLevel? level)
    {
        if (level == NormalizationLevel.Key) yield return $"only the search key is that of '{name.Text}'";
        if (name.Policy.IsPositive) yield return $"'{name.Text}' means the entity on a condition only";
    }

    // Ids of other entities with a name that equals the spelling at the level, each once, in file order.
    private IEnumerable<string> Others(int entity, string surface, NormalizationLevel? level, bool conditional) =>
        _byKey[Letters.KeyOf(surface)]
            .Where(name => name.Entity != entity && (conditional || !name.Policy.IsPositive) && At(name.Text, level) == At(surface, level))
            .Select(name => name.Entity).Distinct().Order().Select(other => _gazetteer.Entities[other].Id);

    private static bool IsOrdinary(string surface)
    {
        var (key, words) = (Letters.KeyOf(surface), CommonLexicons.Shared.Words);
        return words.IsOrdinary(key) || (key is ['ا', 'ل', ..] && words.IsOrdinary(key.AsSpan(2)));
    }

    private static string At(string text, NormalizationLevel? level) => level is { } step ? Normalizer.Normalize(text, step) : text;
}
