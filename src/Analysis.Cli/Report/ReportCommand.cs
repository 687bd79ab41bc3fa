namespace Analysis.Cli;

/// <summary><c>analysis report</c>: a report to send.</summary>
internal static class ReportCommand
{
    public static readonly Argument<string[]> Notebooks = new("notebooks")
    {
        Description = "Notebooks to run; default: those in the folder notebooks whose first cell has no tag no-report.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static readonly Option<string?> To = Options.Text("--to", "DIR", "Folder to write to.");

    public static readonly Option<string?> Figures = Options.Text(
        "--figures", "ID,…", "Ids of the figures to include, separated by commas (default: all figures and all tables).");

    public static readonly Option<string?> Again = Options.Text("--again", "MANIFEST",
        "Make the report of a manifest.json again, of the notebooks and figures that it names, and say which data differ; "
            + "the exit code is 1 if any do.");

    public static Command Create() => new Command(
        "report", "Run the notebooks and write a report to send: Word, PDF, figures and tables as files.")
    {
        Notebooks, To, Figures, CorpusOptions.Language, CorpusOptions.Digits, Again, CorpusOptions.Folder, CorpusOptions.Entities,
        CorpusOptions.Deduplicate,
    }.Doing((given, cancellation) =>
        new ReportJob(given, Console.Out, Console.Error, isTerminal: !Console.IsOutputRedirected).ExecuteAsync(cancellation));
}
