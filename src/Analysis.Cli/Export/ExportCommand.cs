namespace Analysis.Cli;

/// <summary><c>analysis export</c>: the corpus in the formats of other programs.</summary>
internal static class ExportCommand
{
    private static readonly Option<string[]> Formats = new Option<string[]>("--format")
    {
        Description = "Formats to write (default: all).",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    }.AcceptOnlyFromAmong([.. CorpusExport.Formats]);

    private static readonly Option<string?> Output =
        Options.Text("--output", "DIR", "Folder to write to (default: artifacts/export in the project).");

    private static readonly Option<bool> ByteOrderMark =
        Options.Flag("--bom", "Begin CSV files with a byte order mark, so that Excel recognizes UTF-8.");

    private static readonly Option<bool> ByMonth =
        Options.Flag("--by-month", "Give Parquet tables a folder for each month of publication.");

    public static Command Create() => new Command(
        "export", "Write the corpus as tables, networks, chronologies and annotations for other programs.")
    {
        CorpusOptions.Folder, CorpusOptions.Entities, CorpusOptions.Deduplicate, Formats, Output, ByteOrderMark, ByMonth,
    }.Doing(result =>
    {
        var folder = Path.GetFullPath(result.GetValue(Output) ?? Path.Combine(Project.Root(), "artifacts", "export"));
        AtomicFile.Try(folder);
        var corpus = CorpusOptions.Open(result);
        new CorpusExport(corpus, new ExportFolder(folder, result.GetValue(ByteOrderMark)), result.GetValue(ByMonth))
            .Write(result.GetValue(Formats) is { Length: > 0 } chosen ? chosen : CorpusExport.Formats, Console.Out, Console.Error);
    });
}
