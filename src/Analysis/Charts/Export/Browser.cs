using System.Diagnostics;
using PuppeteerSharp;

namespace Analysis;

/// <summary>
/// A headless browser of the Chromium family whose page has loaded plotly.js and the fonts, with a fresh profile and without a network. It
/// is driven over a pipe, so that it ends with this process however that ends; closed in time, it leaves no file.
/// </summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(3);

    // PuppeteerSharp joins the arguments by blanks; one with blanks in it is quoted.
    private static readonly string[] Flags =
    [
        "--disable-gpu", "--disable-quic", "--no-default-browser-check", "--hide-scrollbars",
        "--force-color-profile=srgb", "--font-render-hinting=none", "--allow-file-access-from-files",
        "\"--host-resolver-rules=MAP * ~NOTFOUND\"",
    ];

    private readonly IBrowser _browser;
    private readonly BrowserFolder _folder;

    private Browser(IBrowser browser, IPage page, string program, BrowserFolder folder)
    {
        (_browser, Page, Program, _folder) = (browser, page, program, folder);
        AppDomain.CurrentDomain.ProcessExit += Close;
    }

    /// <summary>The page; the chart drawn last is its element <c>chart</c>.</summary>
    public IPage Page { get; }

    /// <summary>Path of the program.</summary>
    public string Program { get; }

    /// <summary>Id of the process.</summary>
    public int ProcessId => _browser.Process.Id;

    /// <summary>Whether the process is still there.</summary>
    public bool IsRunning => _browser.IsConnected && _browser.Process is { HasExited: false };

    /// <summary>Starts the first browser of the machine that will start, or that of npm where none is installed.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="patience">How long each of the browsers may take to start, and its page to load.</param>
    /// <param name="script">The text of plotly.js.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="IOException">There is no browser, or none starts and draws; the message names each with the reason.</exception>
    public static async Task<Browser> StartAsync(
        Machine machine, TimeSpan patience, string script, CancellationToken cancellation = default)
    {
        List<string> failures = [];
        var sandboxed = OperatingSystem.IsWindows() || Environment.UserName != "root";
        var programs = machine.Browsers;
        if (programs.Count == 0)
            programs = [await NpmChromium.InstallAsync(machine.Npm, NpmChromium.UserCache, cancellation).ConfigureAwait(false)];
        foreach (var program in programs)
            // Chromium's sandbox is left out where it cannot work: for root, and where the kernel forbids it.
            foreach (var sandbox in sandboxed ? new[] { true, false } : [false])
                try
                {
                    return await LaunchAsync(program, sandbox, patience, script, cancellation).ConfigureAwait(false);
                }
                catch (TimeoutException)
                {
                    failures.Add($"{program}: it did not answer within {patience.TotalSeconds:0} seconds");
                    break;
                }
                catch (Exception error) when (IsFailure(error))
                {
                    failures.Add($"{program}: {string.Join(' ', error.Message.Split('\n').Take(2)).Trim()}");
                }
        throw new IOException(string.Join("; ", failures.Distinct()));
    }

    /// <summary>Whether the browser failed, and not its caller: PuppeteerSharp reports that by exceptions of many types.</summary>
    public static bool IsFailure(Exception error) => error is not OperationCanceledException;

    /// <summary>Opens another page, an empty one.</summary>
    public Task<IPage> OpenPageAsync() => _browser.NewPageAsync();

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Close;
        await EndAsync(_browser, _browser.Process, _folder).ConfigureAwait(false);
    }

    private static async Task<Browser> LaunchAsync(
        string program, bool sandbox, TimeSpan patience, string script, CancellationToken cancellation)
    {
        var folder = new BrowserFolder();
        var options = new LaunchOptions
        {
            ExecutablePath = program,
            Pipe = true,
            HeadlessMode = HeadlessMode.Shell,
            UserDataDir = Path.Combine(folder.Location, "profile"),
            WaitForInitialPage = false,
            Timeout = (int)patience.TotalMilliseconds,
            // Callers wait as long as they will; a long report takes longer to print than a figure to draw.
            ProtocolTimeout = (int)PagePrint.Patience.TotalMilliseconds,
            Args = sandbox ? Flags : [.. Flags, "--no-sandbox"],
        };
        // What the browser keeps elsewhere in the temporary folder goes with its profile.
        options.Env["TMPDIR"] = folder.Location;
        foreach (var (name, value) in NpmChromium.Variables(program)) options.Env[name] = value;
        var launcher = new Launcher();
        IBrowser? browser = null;
        try
        {
            browser = await StartedAsync(launcher, options).WaitAsync(patience, cancellation).ConfigureAwait(false);
            var page = await LoadAsync(browser, script).WaitAsync(patience, cancellation).ConfigureAwait(false);
            return new(browser, page, program, folder);
        }
        catch (Exception error)
        {
            // A pipe can break a moment before the end of the program behind it is seen.
            if (error is not TimeoutException) await Task.Delay(100, CancellationToken.None).ConfigureAwait(false);
            var ended = launcher.Process is { HasExited: true };
            await EndAsync(browser, launcher.Process?.Process, folder).ConfigureAwait(false);
            if (ended) throw new IOException("it ended at once");
            throw;
        }
    }

    // PuppeteerSharp does not notice that a program has ended before it answered.
    private static async Task<IBrowser> StartedAsync(Launcher launcher, LaunchOptions options)
    {
        var launch = launcher.LaunchAsync(options);
        while (await Task.WhenAny(launch, Task.Delay(50)).ConfigureAwait(false) != launch)
            if (launcher.Process is { HasExited: true }) throw new EndOfStreamException();
        return await launch.ConfigureAwait(false);
    }

    private static async Task<IPage> LoadAsync(IBrowser browser, string script)
    {
        const string Arabic = "\u0627";
        var page = await browser.NewPageAsync().ConfigureAwait(false);
        var style = $"{FontFace.Embedded(Arabic)}{FontFace.EmbeddedForPrint(Arabic)}"
            + "html,body{margin:0;overflow:hidden}"
            + $"@media print{{text,tspan{{font-family:{FontFace.ForPrint(Lettering.Family)} !important}}}}";
        await page.AddStyleTagAsync(new AddTagOptions { Content = style }).ConfigureAwait(false);
        await page.AddScriptTagAsync(new AddTagOptions { Content = script }).ConfigureAwait(false);
        await page.EvaluateExpressionAsync(ChartAssets.ReadText("legend.js") + ChartAssets.ReadText("drawing.js")).ConfigureAwait(false);
        return page;
    }

    /// <summary>Closes a browser, ends its processes where that does not come to an end, and removes its folder.</summary>
    private static async Task EndAsync(IBrowser? browser, Process? process, BrowserFolder folder)
    {
        Func<Task>[] steps =
        [
            () => browser?.CloseAsync().WaitAsync(ClosePatience) ?? Task.CompletedTask,
            () => Task.Run(() => process?.Kill(entireProcessTree: true)),
            () => process?.WaitForExitAsync().WaitAsync(ClosePatience) ?? Task.CompletedTask,
            () => Task.Run(folder.Dispose),
        ];
        foreach (var step in steps)
            try
            {
                await step().ConfigureAwait(false);
            }
            catch (Exception error) when (IsFailure(error))
            {
                // It has ended already, or hangs: the next step deals with it. A file that is still held stays in the temporary folder.
            }
    }

    private void Close(object? sender, EventArgs arguments) =>
        Task.Run(async () => await DisposeAsync().ConfigureAwait(false)).Wait(ClosePatience * 2);
}
