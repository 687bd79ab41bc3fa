namespace Analysis;

/// <summary>A name of an entity.</summary>
/// <param name="Entity">Index of the entity.</param>
/// <param name="Text">The name, expanded.</param>
/// <param name="Policy">When the name means the entity.</param>
/// <param name="Decided">Whether a person's decision added the name.</param>
internal sealed record Alias(int Entity, string Text, AliasPolicy Policy, bool Decided = false);

/// <summary>A nationality adjective of a state, as <see cref="Gazetteer"/> describes it.</summary>
/// <param name="Entity">Index of the state.</param>
/// <param name="Text">The adjective.</param>
internal sealed record Demonym(int Entity, string Text)
{
    // Masculine, feminine, dual and plural, each with and without article. The accusative in ا is added without article only.
    private static readonly string[] Endings = ["", "ة", "ان", "ين", "تان", "تين", "ون", "ات"];

    /// <summary>The inflected forms; in a phrase, each word is inflected in the same way.</summary>
    public IEnumerable<string> Forms()
    {
        var words = Text.Split(' ');
        if (!Array.TrueForAll(words, word => word.EndsWith('ي'))) return [Text, "ال" + Text];
        return Endings.SelectMany(ending => new[] { Inflected("", ending), Inflected("ال", ending) }).Append(Inflected("", "ا"));

        string Inflected(string article, string ending) => string.Join(' ', words.Select(word => article + word + ending));
    }
}

/// <summary>The conditions under which an alias means its entity; see <see cref="Gazetteer"/>.</summary>
/// <param name="Text">The conditions as written in the gazetteer, without braces; empty if there are none.</param>
/// <param name="Conditions">The same, read: the words of each condition by its name.</param>
internal sealed record AliasPolicy(string Text, IReadOnlyDictionary<string, List<string>> Conditions)
{
    /// <summary>The policy of a name that always means its entity.</summary>
    public static readonly AliasPolicy Always = new("", new Dictionary<string, List<string>>());

    /// <summary>Whether the alias has no condition.</summary>
    public bool IsAlways => Text.Length == 0;

    /// <summary>Whether the alias matches no text.</summary>
    public bool Never => Has("never");

    /// <summary>Whether the policy requires something to be present, rather than only absent.</summary>
    public bool IsPositive => Conditions.Keys.Any(condition => condition != "not");

    /// <summary>Whether there is a condition of this name.</summary>
    public bool Has(string condition) => Conditions.ContainsKey(condition);
}
