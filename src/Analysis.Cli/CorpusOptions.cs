namespace Analysis.Cli;

/// <summary>The options by which a command is told which corpus it works on, and in which language it shows it.</summary>
internal static class CorpusOptions
{
    /// <summary>A folder, or one file of JSON Lines.</summary>
    public static readonly Option<string?> Folder =
        Options.Text("--corpus", "DIR|JSONL", "Your own corpus, a folder or one .jsonl file (default: the project's).");

    public static readonly Option<string?> Entities =
        Options.Text("--entities", "TSV", "Your own gazetteer (default: the corpus's, else the project's).");

    public static readonly Option<bool> Deduplicate =
        Options.Flag("--deduplicate", "Leave out copies of a report that stands in the corpus already; audit lists them.");

    public static readonly Option<bool> Landmarks =
        Options.Flag("--landmarks", "Date events by the file landmarks.tsv (phrase, date) beside the gazetteer.");

    public static readonly Option<string?> Language =
        Options.Text("--language", "TAG", "Language of the report: en or ar (default: what corpus.json says, else en).");

    public static readonly Option<string?> Digits =
        Options.Text("--digits", "latn|arab", "Digits of a report in Arabic: latn (default) or arab.");

    /// <summary>What the options say of the corpus that notebooks open; those that a command lacks say nothing.</summary>
    public static CorpusChoice Choice(ParseResult given) => new(
        given.GetValue(Folder), given.GetValue(Entities), given.GetValue(Deduplicate), given.GetValue(Landmarks), given.GetValue(Language),
        given.GetValue(Digits));

    /// <summary>Opens the corpus, and writes its warnings to standard error.</summary>
    /// <exception cref="IOException">As for <see cref="Corpus.Open(string, string?, bool, bool)"/>.</exception>
    public static Corpus Open(ParseResult given)
    {
        var (folder, entities) = (given.GetValue(Folder), given.GetValue(Entities));
        if (given.GetValue(Deduplicate)) Environment.SetEnvironmentVariable(CorpusFolders.DeduplicateVariable, "1");
        var corpus = folder is null && entities is null ? Corpus.Open()
            : Corpus.Open(folder ?? CorpusFolders.Find(), entities, deduplicate: given.GetValue(Deduplicate));
        foreach (var warning in corpus.Warnings) Console.Error.WriteLine("warning: " + warning);
        return corpus;
    }
}
