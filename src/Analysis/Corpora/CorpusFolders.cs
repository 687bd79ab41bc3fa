namespace Analysis;

/// <summary>Finds the default corpus and gazetteer.</summary>
internal static class CorpusFolders
{
    /// <summary>Environment variable with the folder or single file that <c>Corpus.Open()</c> opens.</summary>
    public const string CorpusVariable = "ANALYSIS_CORPUS";

    /// <summary>Environment variable with the gazetteer that <c>Corpus.Open()</c> uses.</summary>
    public const string EntitiesVariable = "ANALYSIS_ENTITIES";

    /// <summary>Environment variable; if it is not empty, <c>Corpus.Open()</c> dates events by landmarks.</summary>
    public const string LandmarksVariable = "ANALYSIS_LANDMARKS";

    /// <summary>Environment variable; if it is not empty, <c>Corpus.Open()</c> leaves near-duplicates out.</summary>
    public const string DeduplicateVariable = "ANALYSIS_DEDUPLICATE";

    /// <summary>Environment variable with the BCP 47 tag of the language in which <c>Corpus.Open()</c> shows names.</summary>
    public const string LanguageVariable = "ANALYSIS_LANGUAGE";

    /// <summary>Name of the gazetteer file in a corpus folder.</summary>
    public const string EntitiesFile = "entities.tsv";

    /// <summary>Name of the file in a corpus folder with a person's decisions on spellings.</summary>
    public const string DecisionsFile = "decisions.tsv";

    /// <summary>Name of the file in a corpus folder with its title, for reports.</summary>
    public const string DescriptionFile = "corpus.json";

    /// <summary>
    /// The folder or file that the environment variable names. Default: the nearest folder that holds <c>corpus.json</c> or is called
    /// <c>corpus</c>.
    /// </summary>
    public static string Find()
    {
        var named = Environment.GetEnvironmentVariable(CorpusVariable);
        if (!string.IsNullOrEmpty(named))
        {
            return Path.Exists(named)
                ? named
                : throw new DirectoryNotFoundException($"{CorpusVariable} names '{named}', where there is no folder and no file");
        }

        var searched = string.Join(" or ", Starts().Select(start => $"'{start}'"));
        return Nearest().FirstOrDefault(Directory.Exists) ?? throw new DirectoryNotFoundException(
            $"no corpus found: {CorpusVariable} is not set, and there is no folder 'corpus' in or above {searched}");
    }

    /// <summary>
    /// The gazetteer of a corpus: the given file, else the one in the corpus folder, else the project's; null if there is none.
    /// </summary>
    public static string? FindEntities(string folder, string? named)
    {
        if (named is null) return Nearest().Prepend(folder).Select(each => Path.Combine(each, EntitiesFile)).FirstOrDefault(File.Exists);
        return File.Exists(named) ? Path.GetFullPath(named) : throw new FileNotFoundException($"no gazetteer '{named}'", named);
    }

    /// <summary>The given gazetteer, else the project's.</summary>
    /// <exception cref="FileNotFoundException">The file does not exist, or the project's was not found.</exception>
    public static string FindEntities(string? named) => FindEntities(Directory.GetCurrentDirectory(), named)
        ?? throw new FileNotFoundException(
            $"no gazetteer: there is no folder 'corpus' with an {EntitiesFile} in or above the current directory or the library's own");

    // The folders 'corpus' in and above each start, nearest first, which need not exist, and those that are a described corpus.
    private static IEnumerable<string> Nearest()
    {
        foreach (var start in Starts())
        {
            for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, DescriptionFile))) yield return folder;
                yield return Path.Combine(folder, "corpus");
            }
        }
    }

    // A notebook runs in its own folder. A script may run anywhere; the library's folder then leads to the project.
    private static IEnumerable<string> Starts() =>
        new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory, Path.GetDirectoryName(typeof(CorpusFolders).Assembly.Location) }
            .Where(folder => !string.IsNullOrEmpty(folder))
            .Select(folder => Path.TrimEndingDirectorySeparator(folder!))
            .Distinct(StringComparer.Ordinal);
}
