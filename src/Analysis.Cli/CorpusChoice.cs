namespace Analysis.Cli;

/// <summary>Which corpus the notebooks of a command open, and how.</summary>
internal sealed record CorpusChoice
{
    /// <summary>A folder or one file; null for the corpus at hand.</summary>
    public string? Folder { get; init; }

    public string? Entities { get; init; }

    /// <summary>Whether near-duplicates are left out.</summary>
    public bool Deduplicate { get; init; }

    /// <summary>Whether the landmarks beside the gazetteer date events.</summary>
    public bool Landmarks { get; init; }

    /// <summary>Language of the report, <c>en</c> or <c>ar</c>; null for what <c>corpus.json</c> says.</summary>
    public string? Language { get; init; }

    /// <summary>Digits of a report in Arabic, <c>latn</c> or <c>arab</c>; null for those of the language.</summary>
    public string? Digits { get; init; }

    /// <summary>Whether it is the project's own corpus, read as it is.</summary>
    public bool IsOwn => (Folder ?? Entities) is null && !Deduplicate && !Landmarks;

    /// <summary>Sets the variables of this process, which its workers inherit.</summary>
    /// <returns>Full path of the corpus, and its description in the language of the report.</returns>
    /// <exception cref="IOException">There is no such corpus.</exception>
    /// <exception cref="InvalidDataException">A value is not what it should be.</exception>
    public (string Location, CorpusDescription Corpus) Use()
    {
        if (Folder is not null && !Path.Exists(Folder))
            throw new DirectoryNotFoundException($"--corpus: '{Folder}' does not exist; expected a folder of texts or a .jsonl file");
        if (Folder is not null) Environment.SetEnvironmentVariable(CorpusFolders.CorpusVariable, Path.GetFullPath(Folder));
        if (Entities is not null) Environment.SetEnvironmentVariable(CorpusFolders.EntitiesVariable, Path.GetFullPath(Entities));
        if (Deduplicate) Environment.SetEnvironmentVariable(CorpusFolders.DeduplicateVariable, "1");
        if (Landmarks) Environment.SetEnvironmentVariable(CorpusFolders.LandmarksVariable, "1");
        var location = Path.TrimEndingDirectorySeparator(Path.GetFullPath(CorpusFolders.Find()));
        var corpus = CorpusDescription.Of(location);
        corpus = corpus.In(LanguageOptions.Of(Language, Digits, corpus.ShownIn));
        Environment.SetEnvironmentVariable(CorpusFolders.LanguageVariable, corpus.ShownIn.Tag);
        return (location, corpus);
    }
}
