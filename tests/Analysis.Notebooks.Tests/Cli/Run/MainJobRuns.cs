using Analysis.Cli;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>Runs of the main job whose output goes to a temporary folder.</summary>
internal sealed class MainJobRuns : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The output folder.</summary>
    public string Folder => _folder.Location;

    /// <summary>Runs notebooks; all of the project if none is given.</summary>
    public async Task<(int Exit, string Output, string Error)> RunAsync(
        string[] notebooks, string? corpus = null, bool write = false, bool isolate = false, double? timeout = null,
        string[]? parameters = null, CancellationToken? cancellation = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        string[] given =
        [
            .. notebooks.Length > 0 ? notebooks : Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb"),
            "--output", Folder, .. corpus is not null ? (string[])["--corpus", corpus] : [], .. write ? (string[])["--write"] : [],
            .. isolate ? (string[])["--isolate"] : [], .. timeout is { } seconds ? (string[])["--timeout", $"{seconds}"] : [],
            .. (parameters ?? []).SelectMany(parameter => (string[])["-p", parameter]),
        ];
        var job = new MainJob(RunCommand.Create().Parse(given), output, TextWriter.Synchronized(error));
        var exit = await job.ExecuteAsync(cancellation ?? TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }

    /// <summary>The page of a notebook in the report.</summary>
    public Task<string> PageAsync(string name) =>
        File.ReadAllTextAsync(Path.Combine(Folder, "report", name + ".html"), TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Dispose();
}
