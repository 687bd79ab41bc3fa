namespace Analysis.Cli;

/// <summary>Which corpus the notebooks of a command open, and how.</summary>
/// <param name="Folder">A folder or one file; null for the corpus at hand.</param>
/// <param name="Entities">A gazetteer; null for that of the corpus.</param>
/// <param name="Deduplicate">Whether near-duplicates are left out.</param>
/// <param name="Landmarks">Whether the landmarks beside the gazetteer date events.</param>
/// <param name="Language">Language of the report, <c>en</c> or <c>ar</c>; null for what <c>corpus.json</c> says.</param>
/// <param name="Digits">Digits of a report in Arabic, <c>latn</c> or <c>arab</c>; null for those of the language.</param>
internal sealed record CorpusChoice(
    string? Folder, string? Entities, bool Deduplicate, bool Landmarks, string? Language, string? Digits)
{
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
        corpus = corpus.In(LanguageOf(corpus.ShownIn));
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

    private Language LanguageOf(Language corpus)
    {
        var shown = Language is null ? corpus : Analysis.Language.Known(Language)
            ?? throw new InvalidDataException($"--language is '{Language}', expected en or ar");
        return Digits switch
        {
            null => shown,
            "latn" or "arab" when shown.IsRightToLeft => Analysis.Language.Of(Digits == "arab" ? "ar-u-nu-arab" : "ar"),
            "latn" => shown,
            _ => throw new InvalidDataException($"--digits is '{Digits}', expected latn or, in a report in Arabic, arab"),
        };
    }
}
