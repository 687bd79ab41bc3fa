using Analysis.Cli;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>Runs of <c>analysis init</c> that make a corpus folder in a temporary folder.</summary>
internal sealed class InitRuns : IDisposable
{
    public const string Sentence = "زار وزير الخارجية الإيراني بغداد أمس.";

    public TemporaryFolder Folder { get; } = new();

    /// <summary>The corpus folder.</summary>
    public string Made => Folder.At("made");

    /// <summary>Runs a command line.</summary>
    public static async Task<(int Exit, string Output, string Error)> RunAsync(string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        return (await CommandLine.RunAsync(args, output, error), output.ToString(), error.ToString());
    }

    /// <summary>Makes the corpus folder; an argument that is a file of the temporary folder stands for its path.</summary>
    public Task<(int Exit, string Output, string Error)> MakeAsync(string first, params string[] args) =>
        RunAsync(["init", Made, .. args.Prepend(first).Select(arg => Path.Exists(Folder.At(arg)) ? Folder.At(arg) : arg)]);

    /// <summary>Runs a notebook on a corpus; outputs go to the folder <c>out</c>.</summary>
    public async Task<(int Exit, string Error)> RunNotebookAsync(string file, string? corpus)
    {
        using var error = new StringWriter { NewLine = "\n" };
        string[] given = [file, "--output", Folder.At("out"), .. corpus is null ? (string[])[] : ["--corpus", corpus]];
        var job = new MainJob(RunCommand.Create().Parse(given), TextWriter.Null, TextWriter.Synchronized(error));
        var exit = await job.ExecuteAsync(TestContext.Current.CancellationToken);
        return (exit, error.ToString());
    }

    public void Dispose() => Folder.Dispose();
}
