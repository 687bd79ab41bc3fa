using System.Diagnostics;
using System.Globalization;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>The program as a process: exit codes, signals, and what is left of it.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analysis-program-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("run --output", "")]
    [InlineData("run --corpus", "")]
    [InlineData("annotate", "")]
    [InlineData("export --output", "")]
    public async Task An_argument_that_cannot_be_right_is_one_sentence_and_exit_2(string line, string last)
    {
        var (exit, output, error) = await AnalysisProcess.RunAsync([.. line.Split(' '), last]);

        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith("error: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    public async Task A_signal_ends_the_run_with_a_sentence_the_finished_pages_and_its_exit_code(string signal, int code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals");
        Assert.SkipWhen(signal == "INT" && IgnoresInterrupts(), "a shell that starts a program in the background lets it ignore SIGINT");
        var (process, worker) = await StartSlowAsync();
        using var started = process;
        await process.SignalAsync(signal);

        var (exit, output, error) = await process.EndAsync();

        Assert.Equal(code, exit);
        Assert.Contains("Interrupted: the run was interrupted", error, StringComparison.Ordinal);
        Assert.Contains("1 of 2 notebooks ran", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "out", "report", "1-good.html")));
        await AssertGoneAsync(worker);
    }

    [Fact]
    public async Task A_worker_does_not_outlive_a_parent_that_is_killed()
    {
        var (process, worker) = await StartSlowAsync();
        using var started = process;
        await process.SignalAsync("KILL");
        await process.EndAsync();

        await AssertGoneAsync(worker);
    }

    // The mask of ignored signals is inherited; SIGINT is its second bit.
    private static bool IgnoresInterrupts()
    {
        if (!OperatingSystem.IsLinux()) return false;
        var mask = File.ReadLines("/proc/self/status").Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)).Split('\t')[1];
        return (ulong.Parse(mask, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 2) != 0;
    }

    // The second notebook writes the id of the process that it runs in, and waits.
    private async Task<(AnalysisProcess Process, int Worker)> StartSlowAsync()
    {
        var good = Notebooks.Save(_folder, "1-good.ipynb", Notebooks.Code("a", "1"));
        var slow = Notebooks.Save(
            _folder, "2-slow.ipynb",
            Notebooks.Code(
                "a",
                "System.IO.File.WriteAllText(\"pid.tmp\", $\"{Environment.ProcessId}\"); System.IO.File.Move(\"pid.tmp\", \"pid\"); "
                + "while (true) { }"));
        var process = AnalysisProcess.Start(["run", good, slow, "--output", Path.Combine(_folder, "out")]);
        var file = Path.Combine(_folder, "pid");
        while (!File.Exists(file) && !process.HasEnded) await Task.Delay(50, Cancellation);
        return (process, int.Parse(await File.ReadAllTextAsync(file, Cancellation), CultureInfo.InvariantCulture));
    }

    private static async Task AssertGoneAsync(int process)
    {
        for (var wait = 0; wait < 100; wait++)
        {
            if (!IsRunning(process)) return;
            await Task.Delay(100, Cancellation);
        }

        Assert.Fail("the worker still runs");
    }

    // Where nothing reaps orphans, the entry of an ended process stays.
    private static bool IsRunning(int process) =>
        OperatingSystem.IsLinux()
            ? File.Exists($"/proc/{process}/stat") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal)
            : Process.GetProcesses().Any(each => each.Id == process);
}
