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
/// <param name="Never">The name matches no text.</param>
/// <param name="Full">The document also contains a name of the entity that has no policy.</param>
/// <param name="Quoted">The name stands in quotation marks.</param>
/// <param name="Near">At least one of these phrases occurs within <see cref="NearTokens"/> tokens on either side.</param>
/// <param name="Before">At least one of these phrases occurs within the <see cref="SideTokens"/> tokens before the name.</param>
/// <param name="After">At least one of these phrases occurs within the <see cref="SideTokens"/> tokens after the name.</param>
/// <param name="Not">None of these phrases occurs directly before or after the name.</param>
internal sealed record AliasPolicy(
    string Text, bool Never, bool Full, bool Quoted, IReadOnlyList<string> Near, IReadOnlyList<string> Before, IReadOnlyList<string> After,
    IReadOnlyList<string> Not)
{
    /// <summary>Reach of <c>near</c>, in words and numbers; symbols are not counted.</summary>
    public const int NearTokens = 3;

    /// <summary>Reach of <c>before</c> and <c>after</c>, in words and numbers.</summary>
    public const int SideTokens = 2;

    /// <summary>The policy of a name that always means its entity.</summary>
    public static readonly AliasPolicy Always = new("", false, false, false, [], [], [], []);

    /// <summary>Whether the alias has no condition.</summary>
    public bool IsAlways => Text.Length == 0;

    /// <summary>Whether the policy requires something to be present, rather than only absent.</summary>
    public bool IsPositive => Full || Quoted || Near.Count + Before.Count + After.Count > 0;
}
