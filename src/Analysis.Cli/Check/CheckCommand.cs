using System.CommandLine;
using Analysis.Notebooks;

namespace Analysis.Cli;

/// <summary><c>analysis check</c>: the notebooks as committed obey the rules, and a fresh run gives the outputs that they hold.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Notebooks = new("notebooks")
    {
        Description = "Notebooks to check; left out, all in the folder notebooks.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Create()
    {
        var command = new Command("check", "Check the notebooks: their form, and that a fresh run gives the outputs they hold (pictures excepted). The exit code is 1 when anything is found, a file that cannot be read as a notebook too.") { Notebooks };
        command.SetAction((result, cancellation) => Failures.GuardAsync(
            () => ExecuteAsync(NotebookFiles.Of(result.GetValue(Notebooks) ?? []), Console.Out, cancellation)));
        return command;
    }

    /// <summary>0 when nothing is found, else 1. A file that is no notebook is a finding, and the others are still checked.</summary>
    public static async Task<int> ExecuteAsync(IReadOnlyList<string> files, TextWriter output, CancellationToken cancellation)
    {
        // Pictures are not compared, so none are drawn.
        var options = new NotebookRunOptions { Picture = _ => Task.FromResult<byte[]?>(null) };
        var runner = new NotebookRunner(options);
        var sound = true;
        foreach (var file in files)
        {
            var findings = await FindingsAsync(runner, file, cancellation).ConfigureAwait(false);
            foreach (var finding in findings) output.WriteLine(finding);
            if (findings.Count == 0) output.WriteLine($"{Path.GetFileName(file)}: as committed");
            sound &= findings.Count == 0;
        }

        return sound ? 0 : 1;
    }

    private static async Task<IReadOnlyList<string>> FindingsAsync(NotebookRunner runner, string file, CancellationToken cancellation)
    {
        NotebookDocument committed;
        try
        {
            committed = NotebookDocument.Load(file);
        }
        catch (Exception error) when (Failures.IsInput(error))
        {
            return [error.Message];
        }

        var run = await runner.RunAsync(committed, cancellation).ConfigureAwait(false);
        var findings = NotebookChecks.CheckFile(committed).Concat(run.Succeeded ? NotebookComparison.Differences(committed, run.Notebook) : []);
        return [.. run.Succeeded ? [] : (string[])[run.Failure], .. findings.Select(finding => finding.ToString())];
    }
}
