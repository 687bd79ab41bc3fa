using System.Globalization;

namespace Analysis;

/// <summary>Determines why counting a spelling as an entity may be wrong.</summary>
internal sealed class MergeDoubts
{
    private const string Article = "ال";
    private const int MostOthers = 3;

    private readonly Gazetteer _gazetteer;
    private readonly MergeLevels _levels;
    private readonly HashSet<string> _ordinary = new(StringComparer.Ordinal);

    /// <summary>Reads the list of ordinary words.</summary>
    public MergeDoubts(Gazetteer gazetteer, MergeLevels levels)
    {
        (_gazetteer, _levels) = (gazetteer, levels);
        foreach (var row in Lexicon.Read("ordinary-words.tsv", "word", "class")) _ordinary.Add(Letters.KeyOf(row[0]));
    }

    /// <summary>The reasons, separated by <c>;</c>; empty if there are none.</summary>
    /// <param name="entity">Index of the entity.</param>
    /// <param name="tally">The mentions counted for the spelling.</param>
    /// <param name="level">Level at which the spelling matches a name.</param>
    /// <param name="name">That name; null if none matches.</param>
    public string Of(int entity, MergeTally tally, string level, ListedName? name)
    {
        var reasons = new List<string>();
        if (name is null) reasons.Add($"no listed name is spelled like it; the rule '{tally.Rule}' found it");
        if (level == nameof(NormalizationLevel.Key)) reasons.Add($"only the search key is that of '{name?.Text}'");
        var conditional = name is { Policy.IsPositive: true };
        if (conditional) reasons.Add($"'{name?.Text}' means the entity on a condition only");
        if (IsOrdinary(tally.Surface)) reasons.Add("it is an ordinary word as well");
        var others = _levels.Others(entity, tally.Surface, level, conditional).Select(other => _gazetteer.Entities[other].Id).ToList();
        if (others.Count > 0) reasons.Add($"it names {string.Join(", ", others.Take(MostOthers))}{(others.Count > MostOthers ? ", …" : "")} as well");
        if (tally.WithoutFullName > 0 && _gazetteer.Entities[entity].NameArabic.Contains(' ', StringComparison.Ordinal))
        {
            reasons.Add(string.Create(
                CultureInfo.InvariantCulture, $"part of a name only, and {tally.WithoutFullName} of {tally.Documents} documents lack the full one"));
        }

        return string.Join("; ", reasons);
    }

    private bool IsOrdinary(string surface)
    {
        var key = Letters.KeyOf(surface);
        return _ordinary.Contains(key) || (key.StartsWith(Article, StringComparison.Ordinal) && _ordinary.Contains(key[Article.Length..]));
    }
}
