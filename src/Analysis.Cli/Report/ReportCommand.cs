namespace Analysis.Cli;

/// <summary><c>analysis report</c>: a report to send.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string[]> Notebooks =
        new("notebooks")
        {
            Description = "Notebooks to run; default: those in the folder notebooks whose first cell has no tag no-report.",
            Arity = ArgumentArity.ZeroOrMore,
        };

    private static readonly Option<string?> To = new("--to") { Description = "Folder to write to.", HelpName = "DIR" };

    private static readonly Option<string?> Figures =
        new("--figures")
        {
            Description = "Ids of the figures to include, separated by commas (default: all figures and all tables).",
            HelpName = "ID,…",
        };

    private static readonly LanguageOptions Shown = new();

    private static readonly Option<string?> Again = new("--again")
    {
        Description = "Make the report of a manifest.json again, of the notebooks and figures that it names, and say which data differ; "
            + "the exit code is 1 if any do.",
        HelpName = "MANIFEST",
    };

    private static readonly CorpusOptions Corpus = new();

    public static Command Create()
    {
        var command = new Command("report", "Run the notebooks and write a report to send: Word, PDF, figures and tables as files.")
        {
            Notebooks, To, Figures, Shown.Language, Shown.Digits, Again, Corpus.Folder, Corpus.Entities, Corpus.Deduplicate,
        };
        command.SetAction((result, cancellation) => new ReportJob
        {
            Notebooks = result.GetValue(Notebooks) ?? [],
            To = result.GetValue(To),
            Figures = result.GetValue(Figures) ?? "",
            Again = result.GetValue(Again),
            Corpus = Corpus.Choice(result, Shown),
            Out = Console.Out,
            Error = Console.Error,
            IsTerminal = !Console.IsOutputRedirected,
        }.ExecuteAsync(cancellation));
        return command;
    }
}
