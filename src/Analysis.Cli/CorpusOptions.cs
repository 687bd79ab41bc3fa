namespace Analysis.Cli;

/// <summary>The options by which a command is told which corpus it works on.</summary>
internal sealed class CorpusOptions
{
    /// <summary>A folder, or one file of JSON Lines.</summary>
    public Option<string?> Folder { get; } =
        new("--corpus") { Description = "Your own corpus, a folder or one .jsonl file (default: the project's).", HelpName = "DIR|JSONL" };

    /// <summary>A gazetteer.</summary>
    public Option<string?> Entities { get; } =
        new("--entities") { Description = "Your own gazetteer (default: the corpus's, else the project's).", HelpName = "TSV" };

    /// <summary>Whether each report counts once.</summary>
    public Option<bool> Deduplicate { get; } =
        new("--deduplicate") { Description = "Leave out copies of a report that stands in the corpus already; audit lists them." };

    /// <summary>What the options say of the corpus that notebooks open.</summary>
    public CorpusChoice Choice(ParseResult result, LanguageOptions shown) => new()
    {
        Folder = result.GetValue(Folder),
        Entities = result.GetValue(Entities),
        Deduplicate = result.GetValue(Deduplicate),
        Language = result.GetValue(shown.Language),
        Digits = result.GetValue(shown.Digits),
    };

    /// <summary>Opens the corpus, and writes its warnings to standard error.</summary>
    /// <exception cref="IOException">As for <see cref="Corpus.Open(string, string?, bool, bool)"/>.</exception>
    public Corpus Open(ParseResult result)
    {
        var (folder, entities) = (result.GetValue(Folder), result.GetValue(Entities));
        if (result.GetValue(Deduplicate)) Environment.SetEnvironmentVariable(CorpusFolders.DeduplicateVariable, "1");
        var corpus = folder is null && entities is null ? Corpus.Open()
            : Corpus.Open(folder ?? CorpusFolders.Find(), entities, deduplicate: result.GetValue(Deduplicate));
        foreach (var warning in corpus.Warnings) Console.Error.WriteLine("warning: " + warning);
        return corpus;
    }
}
