using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Analysis.Tests.Corpora;

namespace Analysis.Tests;

/// <summary>A browser that fails costs its pictures only, and none outlives the process that started it.</summary>
public sealed class BrowserFaultTests
{
    private const string Scenario = "ANALYSIS_TEST_FOLDER";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(40);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string?> Scripts => new()
    {
        { "ends at once", "#!/bin/sh\necho 'cannot start' >&2\nexit 1\n" },
        { "waits for ever", "#!/bin/sh\nexec sleep 1000\n" },
        { "answers with rubbish", "#!/bin/sh\nwhile :; do echo rubbish >&4; sleep 0.2; done\n" },
        { "does not exist", null },
    };

    [Theory, MemberData(nameof(Scripts))]
    public async Task A_browser_that_cannot_start_costs_its_pictures_only_and_is_tried_once(string fault, string? script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the fake browsers are shell scripts");
        using var folder = new TemporaryFolder();
        var program = folder.At("browser");
        if (script is not null) WriteProgram(program, script);
        folder.With("entity-counts.png", "of other data");
        await using var exporter = new PictureExporter(Named(program), ChartAssets.PlotlyScript, TimeSpan.FromSeconds(3));
        var clock = Stopwatch.StartNew();
        var first = await SampleFigures.Bar.SaveAsync(
            exporter, folder.Location, ["png", "svg", "pdf", "html", "json", "csv"], Cancellation);
        Assert.True(clock.Elapsed < Longest, $"{fault}: {clock.Elapsed}");
        Assert.Equal(["entity-counts.html", "entity-counts.json", "entity-counts.csv"], first.Files.Select(Path.GetFileName));
        Assert.False(File.Exists(folder.At("entity-counts.png")));
        Assert.StartsWith("Charts are not saved as PNG, SVG or PDF because the browser failed: ", first.Warning, StringComparison.Ordinal);
        Assert.Equal(first.Warning, exporter.Obstacle);
        clock.Restart();
        var second = await SampleFigures.Columns.SaveAsync(exporter, folder.Location, ["png", "json"], Cancellation);
        Assert.Equal((first.Warning, 1), (second.Warning, second.Files.Count));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{fault}, second figure: {clock.Elapsed}");
        Assert.DoesNotContain(Processes(), line => line.Contains(program, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_program_that_ends_at_once_is_noticed_at_once()
    {
        Assert.SkipUnless(File.Exists("/bin/false"), "needs /bin/false");
        await using var exporter = new PictureExporter(Named("/bin/false"), ChartAssets.PlotlyScript);
        var clock = Stopwatch.StartNew();
        var error = await Assert.ThrowsAsync<PictureException>(() => exporter.DrawAsync(SampleFigures.Bar, ["png"], Cancellation));
        Assert.Contains("/bin/false: it ended at once", error.Message, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task A_broken_script_costs_the_pictures_only()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        using var folder = new TemporaryFolder();
        await using var exporter = new PictureExporter(Machine.Current, ChartAssets.PlotlyScript[..1_000_000]);
        var saved = await SampleFigures.Bar.SaveAsync(exporter, folder.Location, ["png", "csv"], Cancellation);
        Assert.Contains("Plotly is not defined", saved.Warning, StringComparison.Ordinal);
        Assert.Equal(["entity-counts.csv"], saved.Files.Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_browser_that_dies_is_started_once_more_and_given_up_when_it_dies_again()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        await using var exporter = new PictureExporter(Machine.Current, ChartAssets.PlotlyScript);
        var first = await exporter.DrawAsync(SampleFigures.Bar, ["png"], Cancellation);
        Kill(exporter.ProcessId!.Value);
        Assert.Equal(first[0], (await exporter.DrawAsync(SampleFigures.Bar, ["png"], Cancellation))[0]);
        Kill(exporter.ProcessId!.Value);
        var error = await Assert.ThrowsAsync<PictureException>(() => exporter.DrawAsync(SampleFigures.Bar, ["png"], Cancellation));
        Assert.Equal(exporter.Obstacle, error.Message);
        Assert.StartsWith("Charts are no longer saved as PNG, SVG or PDF because ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_is_closed_leaves_no_process_and_no_file()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        using var folder = new TemporaryFolder();
        await RunAsync(nameof(Draws_a_figure_and_ends), folder, ("TMPDIR", folder.At("tmp")));
        var lines = await File.ReadAllLinesAsync(folder.At("drawn"), Cancellation);
        Assert.Equal("", lines[0]);
        Assert.DoesNotContain(Processes(), line => line.Contains(folder.Location, StringComparison.Ordinal));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(folder.At("tmp")), entry => Path.GetFileName(entry) is var name
            && (name.StartsWith("analysis-browser-", StringComparison.Ordinal)
                || name.StartsWith("org.chromium", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_temporary_folder_there_are_no_pictures_and_everything_else()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        using var folder = new TemporaryFolder();
        await RunAsync(nameof(Draws_a_figure_and_ends), folder, ("TMPDIR", folder.At("missing/tmp")));
        var lines = await File.ReadAllLinesAsync(folder.At("drawn"), Cancellation);
        Assert.StartsWith("Charts are not saved as PNG, SVG or PDF because the browser failed: ", lines[0], StringComparison.Ordinal);
        Assert.Equal(["entity-counts.csv"], lines[1..]);
    }

    [Fact]
    public async Task A_browser_ends_with_its_parent_even_when_that_is_killed()
    {
        Assert.SkipUnless(Figure.CanExport && OperatingSystem.IsLinux(), "needs a browser, and processes as Linux lists them");
        using var folder = new TemporaryFolder();
        using var child = Start(nameof(Draws_a_figure_and_waits), folder, ("TMPDIR", folder.At("tmp")));
        Assert.True(SpinWait.SpinUntil(() => File.Exists(folder.At("drawn")), TimeSpan.FromSeconds(60)));
        Assert.Contains(Processes(), line => line.Contains(folder.At("tmp"), StringComparison.Ordinal));
        child.Kill();
        Assert.True(SpinWait.SpinUntil(
            () => !Processes().Any(line => line.Contains(folder.At("tmp"), StringComparison.Ordinal)), TimeSpan.FromSeconds(5)));
    }

    [Fact(Explicit = true)]
    public async Task Draws_a_figure_and_ends()
    {
        var folder = Environment.GetEnvironmentVariable(Scenario) ?? throw new InvalidOperationException($"{Scenario} names no folder");
        var saved = await SampleFigures.Bar.SaveAsync(folder, ["png", "csv"], Cancellation);
        await File.WriteAllLinesAsync(Path.Combine(folder, "drawn.tmp"),
            [saved.Warning, .. saved.Files.Select(file => Path.GetFileName(file))], Cancellation);
        File.Move(Path.Combine(folder, "drawn.tmp"), Path.Combine(folder, "drawn"));
    }

    [Fact(Explicit = true)]
    public async Task Draws_a_figure_and_waits()
    {
        await Draws_a_figure_and_ends();
        await Task.Delay(TimeSpan.FromMinutes(5), Cancellation);
    }

    private static Machine Named(string program) =>
        new(OSPlatform.Linux, name => name == Machine.BrowserVariable ? program : null, _ => false);

    private static void WriteProgram(string path, string script)
    {
        File.WriteAllText(path, script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill(entireProcessTree: true);
        process.WaitForExit(5000);
    }

    private static async Task RunAsync(string method, TemporaryFolder folder, params (string Name, string Value)[] variables)
    {
        using var child = Start(method, folder, variables);
        await child.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(90), Cancellation);
    }

    /// <summary>A test of this class in a process of its own.</summary>
    private static Process Start(string method, TemporaryFolder folder, params (string Name, string Value)[] variables)
    {
        Directory.CreateDirectory(folder.At("tmp"));
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(BrowserFaultTests).Assembly.Location);
        foreach (var argument in new[] { "-method", $"*.{method}", "-explicit", "on" }) start.ArgumentList.Add(argument);
        start.Environment[Scenario] = folder.Location;
        foreach (var (name, value) in variables) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>Command lines of the processes that are still running, as Linux lists them.</summary>
    private static IEnumerable<string> Processes()
    {
        if (!Directory.Exists("/proc")) yield break;
        foreach (var folder in Directory.GetDirectories("/proc")
            .Where(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            string line;
            try
            {
                line = File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                continue;
            }
            yield return line;
        }
    }
}
