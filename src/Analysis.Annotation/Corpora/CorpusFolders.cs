namespace Analysis;

/// <summary>Finds the default corpus and gazetteer.</summary>
internal static class CorpusFolders
{
    /// <summary>Environment variable with the folder or single file that <c>Corpus.Open()</c> opens.</summary>
    public const string CorpusVariable = "ANALYSIS_CORPUS";

    /// <summary>Environment variable with the gazetteer that <c>Corpus.Open()</c> uses.</summary>
    public const string EntitiesVariable = "ANALYSIS_ENTITIES";

    /// <summary>Name of the gazetteer file in a corpus folder.</summary>
    public const string EntitiesFile = "entities.tsv";

    /// <summary>Name of the file in a corpus folder with a person's corrections of the annotations.</summary>
    public const string CorrectionsFile = "corrections.jsonl";

    /// <summary>Name of the file in a corpus folder with a person's decisions on spellings.</summary>
    public const string DecisionsFile = "decisions.tsv";

    /// <summary>The folder or file that the environment variable names. Default: the nearest folder <c>corpus</c>.</summary>
    public static string Find()
    {
        var named = Environment.GetEnvironmentVariable(CorpusVariable);
        if (!string.IsNullOrEmpty(named))
        {
            return Path.Exists(named) ? named : throw new DirectoryNotFoundException($"{CorpusVariable} names '{named}', where there is no folder and no file");
        }

        foreach (var start in Starts())
        {
            for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                var corpus = Path.Combine(folder, "corpus");
                if (Directory.Exists(corpus)) return corpus;
            }
        }

        throw new DirectoryNotFoundException(
            $"no corpus found: {CorpusVariable} is not set, and there is no folder 'corpus' in or above {string.Join(" or ", Starts().Select(start => $"'{start}'"))}");
    }

    /// <summary>
    /// The gazetteer of a corpus: the given file, else the one in the corpus folder, else the project's; null if there is none.
    /// </summary>
    public static string? FindEntities(string folder, string? named)
    {
        if (named is not null) return File.Exists(named) ? Path.GetFullPath(named) : throw new FileNotFoundException($"no gazetteer '{named}'", named);
        var own = Path.Combine(folder, EntitiesFile);
        if (File.Exists(own)) return own;
        foreach (var start in Starts())
        {
            for (var above = start; above is not null; above = Path.GetDirectoryName(above))
            {
                var project = Path.Combine(above, "corpus", EntitiesFile);
                if (File.Exists(project)) return project;
            }
        }

        return null;
    }

    // A notebook runs in its own folder. A script may run anywhere; the library's folder then leads to the project.
    private static IEnumerable<string> Starts() => ((string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory, LibraryFolder()])
        .Where(folder => folder.Length > 0)
        .Select(Path.TrimEndingDirectorySeparator)
        .Distinct(StringComparer.Ordinal);

    private static string LibraryFolder() => Path.GetDirectoryName(typeof(CorpusFolders).Assembly.Location) ?? "";
}
