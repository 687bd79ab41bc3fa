namespace Analysis;

/// <summary>A name of an entity.</summary>
/// <param name="Entity">Index of the entity.</param>
/// <param name="Text">The name, expanded.</param>
/// <param name="Policy">When the name means the entity.</param>
/// <param name="Line">Line of the file; 0 where a person's decision made it.</param>
/// <param name="Decided">Whether a person's decision made it.</param>
internal sealed record Alias(int Entity, string Text, AliasPolicy Policy, int Line, bool Decided = false);

/// <summary>A nationality adjective of a state, without article: the masculine singular in <c>ي</c>, from which the other forms follow, or any other form.</summary>
/// <param name="Entity">Index of the state.</param>
/// <param name="Text">The adjective.</param>
/// <param name="Line">Line of the file.</param>
internal sealed record Demonym(int Entity, string Text, int Line);

/// <summary>When an alias means its entity; see <see cref="Gazetteer"/>.</summary>
/// <param name="Never">The name matches no text.</param>
/// <param name="Full">The entity stands in the document under a name without policy.</param>
/// <param name="Near">Phrases of which one stands within <see cref="NearTokens"/> tokens on either side.</param>
/// <param name="Before">Phrases of which one stands within <see cref="SideTokens"/> tokens before.</param>
/// <param name="After">Phrases of which one stands within <see cref="SideTokens"/> tokens after.</param>
/// <param name="Not">Phrases of which none stands directly before or after.</param>
internal sealed record AliasPolicy(
    bool Never, bool Full, IReadOnlyList<string> Near, IReadOnlyList<string> Before, IReadOnlyList<string> After, IReadOnlyList<string> Not)
{
    /// <summary>How far <c>near</c> looks, in words and numbers; signs don't count.</summary>
    public const int NearTokens = 3;

    /// <summary>How far <c>before</c> and <c>after</c> look.</summary>
    public const int SideTokens = 2;

    /// <summary>The policy of a name that always means its entity.</summary>
    public static readonly AliasPolicy Always = new(false, false, [], [], [], []);

    /// <summary>Whether the alias means its entity wherever it stands.</summary>
    public bool IsAlways => !Never && !Full && Near.Count + Before.Count + After.Count + Not.Count == 0;

    /// <summary>Whether something has to be there, not only to be absent.</summary>
    public bool IsPositive => Full || Near.Count + Before.Count + After.Count > 0;
}
