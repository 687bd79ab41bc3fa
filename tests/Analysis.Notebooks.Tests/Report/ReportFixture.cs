using Analysis.Cli;
using Analysis.Tests.Corpora;
using PuppeteerSharp;

[assembly: AssemblyFixture(typeof(Analysis.Notebooks.Tests.ReportRun))]

namespace Analysis.Notebooks.Tests;

/// <summary>The report of the project's notebooks on the project's corpus, made once, when the first class asks for it.</summary>
public sealed class ReportRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<(string Output, string Error)>> _said;

    public ReportRun() => _said = new(RunAsync);

    public string Output => _folder.Location;

    /// <summary>What the run wrote on standard output and on standard error.</summary>
    public Task<(string Output, string Error)> Said => _said.Value;

    public void Dispose() => _folder.Dispose();

    private async Task<(string Output, string Error)> RunAsync()
    {
        using var said = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        var notebooks = Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb");
        var job = new MainJob(RunCommand.Create().Parsed([.. notebooks, "--output", Output]), said, TextWriter.Synchronized(error));
        if (await job.ExecuteAsync(CancellationToken.None) != 0) throw new InvalidOperationException(error.ToString());
        return (said.ToString(), error.ToString());
    }
}

/// <summary>A browser to look at the report, so that classes run beside each other.</summary>
public sealed class ReportFixture(ReportRun run) : IAsyncLifetime
{
    private Browser? _browser;

    /// <summary>Names of the pages that show notebooks.</summary>
    public static IEnumerable<string> Notebooks =>
        Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb").Select(HtmlReport.PageName).Order(StringComparer.Ordinal);

    public string Output => run.Output;

    /// <summary>What the run wrote on standard output and on standard error.</summary>
    public (string Output, string Error) Said { get; private set; }

    public string PathOf(string page) => Path.Combine(Output, "report", page);

    /// <summary>Opens a page of the report as a screen of that width shows it; errors and requests to a network fail the test.</summary>
    internal async Task<IPage> OpenAsync(string page, int width, bool dark = false, bool touch = false)
    {
        var opened = await _browser!.OpenPageAsync();
        opened.PageError += (_, fault) => Faults.Add($"{page}: {fault.Message}");
        opened.Console += (_, line) => Faults.Add($"{page}: {line.Message.Text}");
        opened.Request += (_, sent) =>
        {
            if (new Uri(sent.Request.Url).Scheme is not ("file" or "data" or "blob"))
                Faults.Add($"{page} asks for {sent.Request.Url}");
        };
        await opened.SetViewportAsync(new() { Width = width, Height = 844, IsMobile = touch, HasTouch = touch });
        var scheme = new MediaFeatureValue
        {
            MediaFeature = MediaFeature.PrefersColorScheme, Value = dark ? "dark" : "light",
        };
        await opened.EmulateMediaFeaturesAsync([scheme]);
        var (file, place) = page.Split('#') is [var before, var after] ? (before, $"#{after}") : (page, "");
        await opened.GoToAsync(new Uri(PathOf(file)).AbsoluteUri + place);
        await opened.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('figure.chart > .plot')].every(plot => plot.closest('.drawn'))");
        if (file == "article.html") await opened.WaitForSelectorAsync("article.text");
        return opened;
    }

    /// <summary>What went wrong on the pages so far.</summary>
    public List<string> Faults { get; } = [];

    public async ValueTask InitializeAsync()
    {
        if (!Figure.CanExport) return;
        Said = await run.Said;
        _browser = await Browser.StartAsync(Machine.Current, TimeSpan.FromSeconds(30), ChartAssets.PlotlyScript);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
    }
}
