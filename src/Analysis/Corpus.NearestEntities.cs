namespace Analysis;

/// <summary>Suggests entities where an id is none.</summary>
internal static class NearestEntities
{
    private const int Suggested = 5;

    /// <summary>The error that an id is not in the gazetteer, with the ids that are most like it, or whose names are.</summary>
    public static KeyNotFoundException Unknown(string id, IEnumerable<Entity> entities) =>
        new($"no entity '{id}' in the gazetteer; the nearest ids are {string.Join(", ", Nearest(id, entities))}");

    private static IEnumerable<string> Nearest(string id, IEnumerable<Entity> entities)
    {
        var words = id.Trim().ToLowerInvariant().Replace(' ', '-');
        return entities
            .Select(entity => (entity.Id, Distance: Spellings(entity).Min(spelling => Distance(words, spelling))))
            .OrderBy(entity => entity.Distance).ThenBy(entity => entity.Id.Length).ThenBy(entity => entity.Id, StringComparer.Ordinal)
            .Take(Suggested).Select(entity => entity.Id);
    }

    private static IEnumerable<string> Spellings(Entity entity) =>
        new[] { entity.Id, entity.NameEnglish, entity.NameArabic }.Select(name => name.ToLowerInvariant().Replace(' ', '-'));

    // A part of a name, such as soleimani, is nearer than any misspelling.
    private static int Distance(string words, string spelling) =>
        words.Length > 0 && spelling.Contains(words, StringComparison.Ordinal) ? 0 : EditDistance.Between(words, spelling);
}
