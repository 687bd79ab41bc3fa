namespace Analysis.Cli;

/// <summary><c>analysis audit</c>: which spellings were counted as which entity, and what a person should decide.</summary>
internal static class AuditCommand
{
    private static readonly Option<string?> Output = Options.Text("--output", "FILE",
        "Write a decisions.tsv with a row for each finding, and beside it unlisted.tsv with a row for each name that "
            + "the gazetteer lacks, to be filled in; old rows are kept.");

    private static readonly Option<bool> All = Options.Flag("--all", "List every merge, not only the doubtful ones.");

    public static Command Create() => new Command(
        "audit", "List doubtful merges of spellings, look-alikes of listed names, unlisted names and near-duplicates, "
            + "for a person to decide on.")
    {
        CorpusOptions.Folder, CorpusOptions.Entities, Output, All,
    }.Doing(result =>
    {
        if (result.GetValue(Output) is { } named)
        {
            if (Directory.Exists(named)) throw new IOException($"'{named}' is a folder, the name of a file is expected");
            AtomicFile.Try(Path.GetDirectoryName(Path.GetFullPath(named))!);
        }

        var corpus = CorpusOptions.Open(result);
        var audit = MergeAudit.Of(corpus.Annotations, corpus.Annotator);
        AuditPage.Write(audit, corpus.Unlisted, result.GetValue(All), Console.Out);
        AuditPage.Write(corpus.Duplicates, Console.Out);
        if (result.GetValue(Output) is not { } file) return;
        var decisions = AuditFiles.WriteDecisions(file, corpus.Annotator.Gazetteer.Decisions, audit.ToDecisions());
        Console.Out.WriteLine($"{file}: {Counted.Of(decisions, "row")} added");
        var names = Path.Combine(Path.GetDirectoryName(file)!, "unlisted.tsv");
        var unlisted = AuditFiles.WriteUnlisted(names, corpus.Unlisted, corpus.EntitiesFile);
        Console.Out.WriteLine($"{names}: {Counted.Of(unlisted, "row")} added");
    });
}
