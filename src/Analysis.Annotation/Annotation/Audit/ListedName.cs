namespace Analysis;

/// <summary>A spelling that the gazetteer lists for an entity.</summary>
/// <param name="Entity">Index of the entity.</param>
/// <param name="Text">The name, or a form of the nationality adjective.</param>
/// <param name="Policy">When the spelling means the entity.</param>
internal sealed record ListedName(int Entity, string Text, AliasPolicy Policy)
{
    /// <summary>The spellings of every entity, except those that match no text.</summary>
    public static IEnumerable<ListedName> Of(Gazetteer gazetteer) => gazetteer.Aliases.Where(alias => !alias.Policy.Never)
        .Select(alias => new ListedName(alias.Entity, alias.Text, alias.Policy))
        .Concat(gazetteer.Demonyms.SelectMany(
            demonym => demonym.Forms(), (demonym, form) => new ListedName(demonym.Entity, form, AliasPolicy.Always)));
}
