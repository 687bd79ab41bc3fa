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
        var exit = await new MainJob
        {
            Notebooks = notebooks.Length > 0 ? notebooks : Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb"),
            Output = Folder,
            Corpus = new() { Folder = corpus },
            Write = write,
            Isolate = isolate,
            Timeout = timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Parameters = parameters ?? [],
            Out = output,
            Error = TextWriter.Synchronized(error),
        }.ExecuteAsync(cancellation ?? TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }

    /// <summary>The page of a notebook in the report.</summary>
    public Task<string> PageAsync(string name) =>
        File.ReadAllTextAsync(Path.Combine(Folder, "report", name + ".html"), TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Dispose();
}
