using System.Diagnostics;
using System.Text.Json.Nodes;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Jupyter;

/// <summary>
/// The project's notebooks as committed, the probe as <c>analysis run</c> leaves it, and both run by Jupyter with the kernel of
/// <c>analysis kernel install</c> and with the tool of <c>dotnet tool restore</c>. All in a copy of the project, with a Jupyter folder of
/// its own.
/// </summary>
public sealed class JupyterRuns : IAsyncLifetime
{
    public const string Own = "analysis run";
    public const string Installed = "analysis kernel install";
    public const string Tool = "dotnet interactive jupyter install";

    /// <summary>The notebook of values that the packages show.</summary>
    public const string Probe = "probe.ipynb";

    private readonly TemporaryFolder _copy = new();

    /// <summary>Whether the runs are asked for.</summary>
    public static bool AreAskedFor { get; } = Environment.GetEnvironmentVariable("ANALYSIS_JUPYTER") == "1";

    /// <summary>The notebooks by name.</summary>
    public static IReadOnlyDictionary<string, string> Notebooks { get; } =
        Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb")
            .Append(Path.Combine(Repository.Root, "tests", "Analysis.Notebooks.Tests", "Jupyter", Probe))
            .ToDictionary(file => Path.GetFileName(file));

    /// <summary>The code cells of a notebook as an engine left them.</summary>
    public IReadOnlyList<JsonNode> Cells(string engine, string notebook)
    {
        var cells = JsonNode.Parse(File.ReadAllText(_copy.At(Path.Combine(engine, notebook))))!["cells"]!.AsArray();
        return [.. cells.OfType<JsonNode>().Where(cell => (string?)cell["cell_type"] == "code")];
    }

    public async ValueTask InitializeAsync()
    {
        if (!AreAskedFor) return;
        foreach (var folder in (string[])["artifacts", "corpus", "tests"])
            Directory.CreateSymbolicLink(_copy.At(folder), Path.Combine(Repository.Root, folder));
        foreach (var (name, file) in Notebooks)
        {
            foreach (var folder in (string[])["notebooks", Own]) _copy.With(Path.Combine(folder, name), await File.ReadAllBytesAsync(file));
        }

        const string Tools = ".config/dotnet-tools.json";
        _copy.With(Tools, await File.ReadAllBytesAsync(Path.Combine(Repository.Root, Tools)));
        await InstallAsync();
        await Task.WhenAll(ExecuteAsync(Installed), ExecuteAsync(Tool));
        // The project's notebooks hold what it shows, which analysis check verifies.
        await RunAsync(Analysis, ["run", "--write", "--output", _copy.At("made"), Path.Combine("..", Own, Probe)]);
    }

    public ValueTask DisposeAsync()
    {
        _copy.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Analysis => Path.Combine(AppContext.BaseDirectory, "Analysis.Cli");

    private async Task InstallAsync()
    {
        await RunAsync(Analysis, ["kernel", "install", "--name", "installed"]);
        await RunAsync("dotnet", ["tool", "restore"]);
        await RunAsync("dotnet", ["interactive", "jupyter", "install", "--path", _copy.At("jupyter/kernels")]);
    }

    private Task ExecuteAsync(string engine) => RunAsync("jupyter",
    [
        "nbconvert", "--to", "notebook", "--execute", "--allow-errors", "--ExecutePreprocessor.timeout=300",
        "--ExecutePreprocessor.kernel_name=" + (engine == Installed ? "installed" : ".net-csharp"),
        "--output-dir", _copy.At(engine), .. Notebooks.Keys,
    ]);

    private async Task RunAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _copy.At("notebooks") };
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["JUPYTER_DATA_DIR"] = _copy.At("jupyter");
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
        // Kernels that live for seconds gain nothing from code that is measured first.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode == 0) return;
        var command = $"{program} {string.Join(' ', arguments)}";
        throw new InvalidOperationException($"{command} ended with {process.ExitCode}:\n{string.Concat(said)}");
    }
}
