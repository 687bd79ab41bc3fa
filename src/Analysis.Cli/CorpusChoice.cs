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

    /// <summary>Finds the corpus.</summary>
    /// <returns>
    /// Its full path, its description in the language of the report, and the variables that tell a worker to open it so; the rest of a
    /// worker's environment is that of this process.
    /// </returns>
    /// <exception cref="IOException">There is no such corpus.</exception>
    /// <exception cref="InvalidDataException">A value is not what it should be.</exception>
    public (string Location, CorpusDescription Corpus, IReadOnlyDictionary<string, string> Variables) Find()
    {
        if (Folder is not null && !Path.Exists(Folder))
            throw new DirectoryNotFoundException($"--corpus: '{Folder}' does not exist; expected a folder of texts or a .jsonl file");
        var location = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder ?? CorpusFolders.Find()));
        var corpus = CorpusDescription.Of(location);
        corpus = corpus.In(LanguageOptions.Of(Language, Digits, corpus.ShownIn));
        (string Name, string? Value)[] variables =
        [
            (CorpusFolders.CorpusVariable, Folder is null ? null : location),
            (CorpusFolders.EntitiesVariable, Entities is null ? null : Path.GetFullPath(Entities)),
            (CorpusFolders.DeduplicateVariable, Deduplicate ? "1" : null),
            (CorpusFolders.LandmarksVariable, Landmarks ? "1" : null),
            (CorpusFolders.LanguageVariable, corpus.ShownIn.Tag),
        ];
        return (location, corpus, variables.Where(each => each.Value is not null).ToDictionary(each => each.Name, each => each.Value!));
    }
}
