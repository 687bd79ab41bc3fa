using System.CommandLine;

namespace Analysis.Cli;

/// <summary><c>analysis run</c>, the main job: runs notebooks, and writes the report, the figures and the tables.</summary>
internal static class RunCommand
{
    public const string Name = "run";

    private static readonly Argument<string[]> Notebooks = new("notebooks")
    {
        Description = "Notebooks to run; left out, all in the folder notebooks.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> Write = new("--write") { Description = "Write the outputs into the notebooks." };

    private static readonly Option<string?> Output = new("--output")
    {
        Description = "Folder for report, figures and tables; left out, artifacts in the project.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> CorpusFolder = new("--corpus")
    {
        Description = "A corpus of your own to run the notebooks on: a folder or one .jsonl file.",
        HelpName = "DIR|JSONL",
    };

    private static readonly Option<string?> Entities = new("--entities")
    {
        Description = "A gazetteer of your own.",
        HelpName = "TSV",
    };

    public static Command Create()
    {
        var command = new Command(Name, "Run the notebooks; write report, figures and tables (what happens without a command).")
        {
            Notebooks, Write, Output, CorpusFolder, Entities,
        };
        command.SetAction((result, cancellation) => Failures.GuardAsync(() => new MainJob
        {
            Notebooks = result.GetValue(Notebooks) ?? [],
            Write = result.GetValue(Write),
            Output = result.GetValue(Output),
            CorpusFolder = result.GetValue(CorpusFolder),
            Entities = result.GetValue(Entities),
            Out = Console.Out,
            Error = Console.Error,
            IsTerminal = !Console.IsOutputRedirected,
        }.ExecuteAsync(cancellation)));
        return command;
    }
}
