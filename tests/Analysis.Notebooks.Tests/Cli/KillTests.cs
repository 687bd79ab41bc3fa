using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>
/// Programs that are killed at random moments: files are whole or not there, no process stays, and the next run works and leaves nothing
/// over. ANALYSIS_KILLS asks for more moments, and for the commands that take long.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const string Marker = "ANALYSIS_KILL_TEST";
    private static readonly string[] Signals = ["KILL", "TERM", "INT"];
    private static readonly string? Kills = Environment.GetEnvironmentVariable("ANALYSIS_KILLS");

    private readonly TemporaryFolder _folder = new();
    private readonly string _mark = $"{Guid.NewGuid()}";

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("annotate DOCUMENTS --output OUT/a.jsonl", false)]
    [InlineData("annotate DOCUMENTS --format parquet --output OUT", false)]
    [InlineData("export --corpus DOCUMENTS --output OUT --format csv jsonl parquet gexf brat", false)]
    [InlineData("run NOTEBOOK --corpus DOCUMENTS --output OUT", true)]
    [InlineData("report NOTEBOOK --corpus DOCUMENTS --to OUT", true)]
    public async Task Killed_at_any_moment_a_program_leaves_nothing_half_and_the_next_run_works(string line, bool isSlow)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and /proc");
        Assert.SkipWhen(isSlow && Kills is null, "set ANALYSIS_KILLS to a number of moments, such as 20");
        _folder.With("documents.jsonl", string.Concat(Enumerable.Range(0, isSlow ? 20 : 300).Select(id =>
            $"{{\"id\":\"{id}\",\"text\":\"قتل قاسم سليماني في بغداد أمس. زار الوزير طهران.\",\"date\":\"2020-01-05\"}}\n")));
        var notebook = Notebooks.Save(
            _folder.Location, "a.ipynb", Notebooks.Code("a", "Enumerable.Range(0, 3).Select(n => new { n })"));
        string[] args = [.. line.Replace("DOCUMENTS", _folder.At("documents.jsonl"), StringComparison.Ordinal)
            .Replace("NOTEBOOK", notebook, StringComparison.Ordinal).Replace("OUT", _folder.At("out"), StringComparison.Ordinal).Split(' ')];
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, await EndAsync(Start(args)));
        var (whole, random) = (Files(), new Random(1));
        var longest = watch.Elapsed * 1.1;
        for (var kill = 0; kill < int.Parse(Kills ?? "3", CultureInfo.InvariantCulture); kill++)
        {
            if (kill % 2 == 0 && Directory.Exists(_folder.At("out"))) Directory.Delete(_folder.At("out"), recursive: true);
            var process = Start(args);
            await Task.Delay(longest * random.NextDouble(), TestContext.Current.CancellationToken);
            using (var sent = Process.Start("kill", [$"-{Signals[kill % Signals.Length]}", $"{process.Id}"])) await sent.WaitForExitAsync(TestContext.Current.CancellationToken);
            output.WriteLine($"{Signals[kill % Signals.Length]}: exit code {await EndAsync(process)}");
            await AssertNoneRunsAsync();
            foreach (var (file, hash) in Files().Where(file => !file.Key.EndsWith(".tmp", StringComparison.Ordinal)))
                if (!isSlow && !file.EndsWith(".part", StringComparison.Ordinal)) Assert.Equal(whole[file], hash);
                else if (file.EndsWith(".html", StringComparison.Ordinal)) Assert.Contains("</html>", File.ReadAllText(_folder.At(file)), StringComparison.Ordinal);
        }

        Assert.Equal(0, await EndAsync(Start(args)));
        Assert.Equal(whole.Keys, Files().Keys);
        if (!isSlow) Assert.Equal(whole.Values, Files().Values);
    }

    private SortedDictionary<string, string> Files() => !Directory.Exists(_folder.At("out")) ? [] : new(
        Directory.GetFiles(_folder.At("out"), "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(_folder.Location, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))),
        StringComparer.Ordinal);

    // What the program started has its environment.
    private async Task AssertNoneRunsAsync()
    {
        for (var wait = 0; wait < 150; wait++)
        {
            if (!Directory.GetDirectories("/proc").Any(IsOurs)) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("a process still runs");
    }

    private bool IsOurs(string process)
    {
        try
        {
            return int.TryParse(Path.GetFileName(process), out _) && Encoding.UTF8.GetString(File.ReadAllBytes($"{process}/environ"))
                .Contains(_mark, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private Process Start(string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Analysis.Cli.CommandLine).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment[Marker] = _mark;
        return Process.Start(start)!;
    }

    private static async Task<int> EndAsync(Process process)
    {
        using (process)
        {
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await error;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode;
        }
    }
}
