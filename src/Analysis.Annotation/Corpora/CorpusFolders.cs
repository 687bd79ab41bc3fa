namespace Analysis;

/// <summary>Finds the corpus and the gazetteer that a notebook means when it names none.</summary>
internal static class CorpusFolders
{
    /// <summary>Environment variable with the folder, or the one file, that <c>Corpus.Open()</c> opens.</summary>
    public const string CorpusVariable = "ANALYSIS_CORPUS";

    /// <summary>Environment variable with the gazetteer that <c>Corpus.Open()</c> uses.</summary>
    public const string EntitiesVariable = "ANALYSIS_ENTITIES";

    /// <summary>File of a corpus folder with its gazetteer.</summary>
    public const string EntitiesFile = "entities.tsv";

    /// <summary>File of a corpus folder with a person's corrections of the annotations.</summary>
    public const string CorrectionsFile = "corrections.jsonl";

    /// <summary>File of a corpus folder with a person's decisions on spellings.</summary>
    public const string DecisionsFile = "decisions.tsv";

    /// <summary>Folder or file that the environment names, else the nearest <c>corpus</c> folder.</summary>
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

    /// <summary>The gazetteer for a corpus: the one named, else the one in its folder, else the project's; null when there is none.</summary>
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

    // A notebook runs in its own folder; a script may run anywhere, and then the library's own folder leads to the project.
    private static IEnumerable<string> Starts() => ((string[])[Directory.GetCurrentDirectory(), AppContext.BaseDirectory, LibraryFolder()])
        .Where(folder => folder.Length > 0)
        .Select(Path.TrimEndingDirectorySeparator)
        .Distinct(StringComparer.Ordinal);

    private static string LibraryFolder() => Path.GetDirectoryName(typeof(CorpusFolders).Assembly.Location) ?? "";
}
