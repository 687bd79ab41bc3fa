using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>
/// Programs that are killed at random moments: files are whole or not there, no process stays, and the next run works and leaves nothing
/// over. ANALYSIS_KILLS asks for more moments.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private static readonly string[] Signals = ["KILL", "TERM", "INT"];
    private static readonly string? Kills = Environment.GetEnvironmentVariable("ANALYSIS_KILLS");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("annotate DOCUMENTS --output OUT/a.jsonl")]
    [InlineData("annotate DOCUMENTS --format parquet --output OUT")]
    [InlineData("export --corpus DOCUMENTS --output OUT --format csv jsonl parquet gexf brat")]
    public async Task Killed_at_any_moment_a_program_leaves_nothing_half_and_the_next_run_works(string line)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and /proc");
        var args = Arguments(line, documents: 300);
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, (await AnalysisProcess.RunAsync(args, ("TMPDIR", Temporary))).Exit);
        var (whole, random) = (Files(), new Random(1));
        var longest = watch.Elapsed * 1.1;
        for (var kill = 0; kill < Count(3); kill++)
        {
            Clear(kill);
            using var process = Start(args);
            await KillAsync(process, kill, longest * random.NextDouble());
            foreach (var (file, hash) in Complete().Where(file => !file.Key.EndsWith(".part", StringComparison.Ordinal)))
                Assert.Equal(whole[file], hash);
        }

        Assert.Equal(0, (await AnalysisProcess.RunAsync(args, ("TMPDIR", Temporary))).Exit);
        Assert.Equal(whole, Files());
    }

    [Theory]
    [InlineData("run NOTEBOOK --corpus DOCUMENTS --output OUT")]
    [InlineData("report NOTEBOOK --corpus DOCUMENTS --to OUT")]
    public async Task Killed_while_a_browser_draws_a_program_leaves_no_browser_and_no_profile_and_the_next_run_works(string line)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "signals and /proc");
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var (args, random) = (Arguments(line, documents: 20), new Random(1));
        for (var kill = 0; kill < Count(1); kill++)
        {
            Clear(kill);
            // A browser that is killed with its program may leave its profile until the next.
            var left = Profiles();
            using var process = Start(args);
            while (!Profiles().Except(left).Any() && !process.HasEnded) await Task.Delay(20, TestContext.Current.CancellationToken);
            await KillAsync(process, kill, TimeSpan.FromSeconds(2) * random.NextDouble());
            Assert.All(
                Complete().Keys.Where(file => file.EndsWith(".html", StringComparison.Ordinal)),
                file => Assert.Contains("</html>", File.ReadAllText(_folder.At(file)), StringComparison.Ordinal));
        }

        Assert.Equal(0, (await AnalysisProcess.RunAsync(args, ("TMPDIR", Temporary))).Exit);
        Assert.Contains(Files().Keys, file => file.EndsWith("/bars.png", StringComparison.Ordinal));
        Assert.Equal(Complete().Keys, Files().Keys);
        Assert.Empty(Profiles());
    }

    private static int Count(int least) => Kills is null ? least : int.Parse(Kills, CultureInfo.InvariantCulture);

    private string[] Arguments(string line, int documents)
    {
        _folder.With("documents.jsonl", string.Concat(Enumerable.Range(0, documents).Select(id =>
            $"{{\"id\":\"{id}\",\"text\":\"قتل قاسم سليماني في بغداد أمس. زار الوزير طهران.\",\"date\":\"2020-01-05\"}}\n")));
        Directory.CreateDirectory(Temporary);
        var notebook = Notebooks.Save(_folder.Location, "a.ipynb", Notebooks.Code(
            "a", $"#r \"{typeof(Corpus).Assembly.Location}\"\nusing Analysis;\nvar corpus = Corpus.Open();\n"
                + "Figure.Bar(corpus.Mentions.CountBy(m => m.Entity), \"Bars\", unit: \"mentions\", id: \"bars\")"));
        return
        [
            .. line.Replace("DOCUMENTS", _folder.At("documents.jsonl"), StringComparison.Ordinal)
                .Replace("NOTEBOOK", notebook, StringComparison.Ordinal).Replace("OUT", _folder.At("out"), StringComparison.Ordinal)
                .Split(' '),
        ];
    }

    private string Temporary => _folder.At("temporary");

    // What a program starts inherits the folder for temporary files, by which it is known.
    private AnalysisProcess Start(string[] args) => AnalysisProcess.Start(args, ("TMPDIR", Temporary));

    // Every other time there is nothing yet.
    private void Clear(int kill)
    {
        if (kill % 2 == 0 && Directory.Exists(_folder.At("out"))) Directory.Delete(_folder.At("out"), recursive: true);
    }

    private async Task KillAsync(AnalysisProcess process, int kill, TimeSpan after)
    {
        await Task.Delay(after, TestContext.Current.CancellationToken);
        var signal = Signals[kill % Signals.Length];
        await process.SignalAsync(signal);
        output.WriteLine($"{signal} after {after.TotalSeconds:0.0} s: exit code {(await process.EndAsync()).Exit}");
        await AnalysisProcess.AssertNoneAsync(Temporary);
    }

    private string[] Profiles() => Directory.GetDirectories(Temporary, "analysis-browser-*");

    private SortedDictionary<string, string> Complete() => new(
        Files().Where(file => !file.Key.EndsWith(".tmp", StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal);

    private SortedDictionary<string, string> Files() => !Directory.Exists(_folder.At("out")) ? [] : new(
        Directory.GetFiles(_folder.At("out"), "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(_folder.Location, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))),
        StringComparer.Ordinal);
}
