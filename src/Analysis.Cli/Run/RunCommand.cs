namespace Analysis.Cli;

/// <summary><c>analysis run</c>, the main job: runs notebooks, and writes the report, the figures and the tables.</summary>
internal static class RunCommand
{
    public const string Name = "run";

    private const int MostSeconds = 1_000_000;

    public static readonly Argument<string[]> Notebooks = NotebookFiles.Argument("run");

    public static readonly Option<bool> Write = Options.Flag("--write", "Write the outputs into the notebooks.");

    public static readonly Option<string?> Output =
        Options.Text("--output", "DIR", "Folder for report, figures and tables; default: artifacts in the project.");

    /// <summary>Assignments to the variables of a cell tagged <c>parameters</c>: <c>name=value</c>.</summary>
    public static readonly Option<string[]> Parameters =
        new("--parameter", "-p") { Description = "Set a variable of the notebook's cell tagged parameters.", HelpName = "NAME=VALUE" };

    public static readonly Option<TimeSpan?> Timeout = Options.Read<TimeSpan?>(
        "--timeout", "SECONDS", "End a notebook that takes longer; default: no limit.", text =>
            double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= MostSeconds
                ? TimeSpan.FromSeconds(seconds)
                : throw new InvalidDataException($"--timeout is '{text}', expected seconds, more than 0 and at most {MostSeconds}"));

    public static readonly Option<bool> Isolate = Options.Flag("--isolate", "Run each notebook in a process of its own.");

    public static Command Create() => new Command(
        Name, "Run the notebooks; write report, figures and tables (what happens without a command).")
    {
        Notebooks, Write, Output, CorpusOptions.Folder, CorpusOptions.Entities, CorpusOptions.Deduplicate, CorpusOptions.Landmarks,
        CorpusOptions.Language, CorpusOptions.Digits, Parameters, Timeout, Isolate,
    }.Doing((given, cancellation) =>
        new MainJob(given, Console.Out, Console.Error, isTerminal: !Console.IsOutputRedirected).ExecuteAsync(cancellation));
}
