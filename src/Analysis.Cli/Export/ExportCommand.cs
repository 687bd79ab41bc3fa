using System.CommandLine;

namespace Analysis.Cli;

/// <summary><c>analysis export</c>: the corpus in the formats of other programs.</summary>
internal static class ExportCommand
{
    private static readonly Option<string?> CorpusFolder = new("--corpus")
    {
        Description = "Your own corpus, a folder or one .jsonl file (default: the project's).",
        HelpName = "DIR|JSONL",
    };

    private static readonly Option<string?> Entities = new("--entities")
    {
        Description = "Your own gazetteer.",
        HelpName = "TSV",
    };

    private static readonly Option<string[]> Formats = new Option<string[]>("--format")
    {
        Description = "Formats to write (default: all).",
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
    }.AcceptOnlyFromAmong([.. CorpusExport.Formats]);

    private static readonly Option<string?> Output = new("--output")
    {
        Description = "Folder to write to (default: artifacts/export in the project).",
        HelpName = "DIR",
    };

    private static readonly Option<bool> ByteOrderMark = new("--bom")
    {
        Description = "Begin CSV files with a byte order mark, by which Excel knows UTF-8.",
    };

    public static Command Create()
    {
        var command = new Command("export", "Write the corpus as tables, networks, chronologies and annotations for other programs.")
        {
            CorpusFolder, Entities, Formats, Output, ByteOrderMark,
        };
        command.SetAction(result => Failures.Guard(() =>
        {
            var corpus = Open(result.GetValue(CorpusFolder), result.GetValue(Entities));
            var folder = result.GetValue(Output) ?? Path.Combine(Project.Root(), "artifacts", "export");
            new CorpusExport(corpus, new ExportFolder(folder, result.GetValue(ByteOrderMark)))
                .Write(result.GetValue(Formats) is { Length: > 0 } chosen ? chosen : CorpusExport.Formats, Console.Out, Console.Error);
            return 0;
        }));
        return command;
    }

    private static Corpus Open(string? folder, string? entities) =>
        folder is null && entities is null ? Corpus.Open() : Corpus.Open(folder ?? Corpus.FindFolder(), entities);
}
