namespace Analysis.Cli;

/// <summary><c>analysis run</c>, the main job: runs notebooks, and writes the report, the figures and the tables.</summary>
internal static class RunCommand
{
    public const string Name = "run";

    private const int MostSeconds = 1_000_000;

    private static readonly Argument<string[]> Notebooks = NotebookFiles.Argument("run");

    private static readonly Option<bool> Write = new("--write") { Description = "Write the outputs into the notebooks." };

    private static readonly Option<string?> Output =
        new("--output") { Description = "Folder for report, figures and tables; default: artifacts in the project.", HelpName = "DIR" };

    private static readonly CorpusOptions Corpus = new();

    private static readonly Option<bool> Landmarks =
        new("--landmarks") { Description = "Date events by the file landmarks.tsv (phrase, date) beside the gazetteer." };

    private static readonly LanguageOptions Shown = new();

    private static readonly Option<string[]> Parameters =
        new("--parameter", "-p") { Description = "Set a variable of the notebook's cell tagged parameters.", HelpName = "NAME=VALUE" };

    private static readonly Option<TimeSpan?> Timeout = ParsedOption.Of<TimeSpan?>(
        "--timeout", "SECONDS", "End a notebook that takes longer; default: no limit.", text =>
            double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= MostSeconds
                ? TimeSpan.FromSeconds(seconds)
                : throw new InvalidDataException($"--timeout is '{text}', expected seconds, more than 0 and at most {MostSeconds}"));

    private static readonly Option<bool> Isolate = new("--isolate") { Description = "Run each notebook in a process of its own." };

    public static Command Create()
    {
        var command = new Command(Name, "Run the notebooks; write report, figures and tables (what happens without a command).")
        {
            Notebooks, Write, Output, Corpus.Folder, Corpus.Entities, Corpus.Deduplicate, Landmarks, Shown.Language,
            Shown.Digits, Parameters, Timeout, Isolate,
        };
        command.SetAction((result, _) => ExecuteAsync(new MainJob
        {
            Notebooks = result.GetValue(Notebooks) ?? [],
            Write = result.GetValue(Write),
            Output = result.GetValue(Output),
            Corpus = Corpus.Choice(result, Shown) with { Landmarks = result.GetValue(Landmarks) },
            Parameters = result.GetValue(Parameters) ?? [],
            Timeout = result.GetValue(Timeout),
            Isolate = result.GetValue(Isolate),
            Out = Console.Out,
            Error = Console.Error,
            IsTerminal = !Console.IsOutputRedirected,
        }));
        return command;
    }

    private static async Task<int> ExecuteAsync(MainJob job)
    {
        using var signals = new StopSignals();
        var exit = await job.ExecuteAsync(signals.Token).ConfigureAwait(false);
        return signals.ExitCode > 0 ? signals.ExitCode : exit;
    }
}
