using System.Diagnostics;
using System.Text;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>
/// The program as a process in the project's folder. On Linux it and all that it starts are known by a variable of their environment, and
/// keep their temporary files in a folder of their own.
/// </summary>
internal sealed class AnalysisProcess : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Process _process;

    private AnalysisProcess(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.WorkingDirectory) = (true, true, Repository.Root);
        _process = Process.Start(start)!;
    }

    /// <summary>The command that runs the program, to which its arguments are added.</summary>
    public static IReadOnlyList<string> Command { get; } = ["dotnet", typeof(Analysis.Cli.CommandLine).Assembly.Location];

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts the program.</summary>
    /// <param name="args">Its arguments.</param>
    /// <param name="variables">Variables of its environment, beside those of this process.</param>
    public static AnalysisProcess Start(IEnumerable<string> args, params (string Name, string Value)[] variables) =>
        StartOther([.. Command, .. args], variables);

    /// <summary>Starts another program.</summary>
    public static AnalysisProcess StartOther(IReadOnlyList<string> command, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1));
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return new(start);
    }

    /// <summary>Runs the program to its end.</summary>
    public static async Task<(int Exit, string Output, string Error)> RunAsync(
        IEnumerable<string> args, params (string Name, string Value)[] variables)
    {
        using var process = Start(args, variables);
        return await process.EndAsync();
    }

    /// <summary>Waits for the end.</summary>
    public async Task<(int Exit, string Output, string Error)> EndAsync()
    {
        var error = _process.StandardError.ReadToEndAsync(Cancellation);
        var output = await _process.StandardOutput.ReadToEndAsync(Cancellation).WaitAsync(Longest, Cancellation);
        await _process.WaitForExitAsync(Cancellation);
        return (_process.ExitCode, output, await error);
    }

    /// <summary>Sends a signal, such as <c>TERM</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        if (signal == "KILL")
        {
            _process.Kill();
            return;
        }

        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync(Cancellation);
    }

    /// <summary>The command lines of the processes whose environment or command line holds a text; Linux only.</summary>
    public static IEnumerable<string> With(string mark) => Directory.GetDirectories("/proc")
        .Where(process => int.TryParse(Path.GetFileName(process), out var id) && id != Environment.ProcessId)
        .Select(process => (Line: Read($"{process}/cmdline"), Variables: Read($"{process}/environ")))
        .Where(process => (process.Line + process.Variables).Contains(mark, StringComparison.Ordinal)).Select(process => process.Line);

    /// <summary>Waits until no process has a mark; see <see cref="With"/>.</summary>
    public static async Task AssertNoneAsync(string mark)
    {
        for (var wait = 0; wait < 150 && With(mark).Any(); wait++) await Task.Delay(100, Cancellation);
        Assert.Empty(With(mark));
    }

    public void Dispose() => _process.Dispose();

    private static string Read(string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(file)).Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
