namespace Analysis.Cli;

/// <summary>The variables of a worker's environment that say which corpus its notebooks open, and how.</summary>
internal static class CorpusVariables
{
    /// <summary>Those that are asked for; the rest is what this process inherited.</summary>
    /// <param name="corpus">Full path of a folder or file.</param>
    /// <param name="entities">Path of a gazetteer.</param>
    /// <param name="deduplicate">Whether near-duplicates are left out.</param>
    /// <param name="landmarks">Whether the landmarks beside the gazetteer date events.</param>
    /// <param name="language">The language in which names are shown.</param>
    public static IReadOnlyDictionary<string, string> Of(
        string? corpus, string? entities, bool deduplicate, bool landmarks, Language? language)
    {
        (string Name, string? Value)[] variables =
        [
            (CorpusFolders.CorpusVariable, corpus),
            (CorpusFolders.EntitiesVariable, entities is null ? null : Path.GetFullPath(entities)),
            (CorpusFolders.DeduplicateVariable, deduplicate ? "1" : null),
            (CorpusFolders.LandmarksVariable, landmarks ? "1" : null),
            (CorpusFolders.LanguageVariable, language?.Tag),
        ];
        return variables.Where(each => each.Value is not null).ToDictionary(each => each.Name, each => each.Value!, StringComparer.Ordinal);
    }
}
