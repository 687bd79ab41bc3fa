namespace Analysis.Cli;

/// <summary><c>analysis check</c>: a fresh run gives the outputs that the notebooks hold.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Notebooks = NotebookFiles.Argument("check");

    public static Command Create() => new Command(
        "check", "Check that a fresh run of the notebooks gives the outputs they hold (pictures excepted). The exit code is 1 if an output "
            + "differs or a file cannot be read as a notebook.")
    {
        Notebooks,
    }.Doing((given, cancellation) =>
        ExecuteAsync(NotebookFiles.Of(given.GetValue(Notebooks) ?? []), Console.Out, Console.Error, cancellation));

    /// <summary>0 when nothing is found, else 1. A file that is no notebook is a finding, and the others are still checked.</summary>
    public static async Task<int> ExecuteAsync(
        IReadOnlyList<string> files, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        await using var runs = new NotebookRuns(error);
        var sound = true;
        foreach (var file in files)
        {
            var committed = NotebookRun.Of(file);
            var run = await runs.RunAsync(committed, cancellation).ConfigureAwait(false);
            string[] findings =
                run.Error is not null ? [run.Failure] : [.. NotebookComparison.Differences(committed.Notebook, run.Notebook)];
            foreach (var finding in findings.DefaultIfEmpty($"{Path.GetFileName(file)}: as committed")) output.WriteLine(finding);
            sound &= findings.Length == 0;
        }

        return sound ? 0 : 1;
    }
}
