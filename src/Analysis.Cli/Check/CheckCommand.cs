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
        var command = new Command("check", "Check the notebooks: their form, and that a fresh run gives the outputs they hold (pictures excepted).") { Notebooks };
        command.SetAction((result, cancellation) => Failures.GuardAsync(
            () => ExecuteAsync(NotebookFiles.Of(result.GetValue(Notebooks) ?? []), Console.Out, cancellation)));
        return command;
    }

    /// <summary>0 when nothing is found, else 1.</summary>
    public static async Task<int> ExecuteAsync(IReadOnlyList<string> files, TextWriter output, CancellationToken cancellation)
    {
        // Pictures are not compared, so none are drawn.
        var options = new NotebookRunOptions { Picture = _ => Task.FromResult<byte[]?>(null) };
        var runs = await new NotebookRunner(options).RunAllAsync(files, cancellation).ConfigureAwait(false);
        var findings = 0;
        foreach (var run in runs)
        {
            var found = NotebookChecks.CheckFile(run.Notebook.File).ToList();
            if (run.Succeeded) found.AddRange(NotebookComparison.Differences(NotebookDocument.Load(run.Notebook.File), run.Notebook));
            else output.WriteLine(run.Failure);
            foreach (var finding in found) output.WriteLine(finding);
            findings += found.Count + (run.Succeeded ? 0 : 1);
            if (found.Count == 0 && run.Succeeded) output.WriteLine($"{Path.GetFileName(run.Notebook.File)}: as committed");
        }

        return findings == 0 ? 0 : 1;
    }
}
