namespace Analysis;

/// <summary>A spelling that the gazetteer lists for an entity.</summary>
/// <param name="Entity">Index of the entity.</param>
/// <param name="Text">The name, or a form of the nationality adjective.</param>
/// <param name="Policy">When the spelling means the entity.</param>
/// <param name="IsDemonym">Whether it is a form of the nationality adjective.</param>
internal readonly record struct ListedName(int Entity, string Text, AliasPolicy Policy, bool IsDemonym = false)
{
    /// <summary>The spellings of every entity, except those that match no text.</summary>
    public static IEnumerable<ListedName> Of(Gazetteer gazetteer)
    {
        foreach (var alias in gazetteer.Aliases)
        {
            if (!alias.Policy.Never) yield return new ListedName(alias.Entity, alias.Text, alias.Policy);
        }

        foreach (var demonym in gazetteer.Demonyms)
        {
            foreach (var form in demonym.Forms()) yield return new ListedName(demonym.Entity, form, AliasPolicy.Always, IsDemonym: true);
        }
    }
}
