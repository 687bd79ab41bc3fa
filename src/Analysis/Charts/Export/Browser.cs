using System.Diagnostics;
using PuppeteerSharp;

namespace Analysis;

/// <summary>
/// A headless browser of the Chromium family with a fresh profile and without a network. It is driven over a pipe, so that it ends with
/// this
/// process however that ends; closed in time, it leaves no file behind.
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
    private readonly string _folder;

    private Browser(IBrowser browser, string program, string folder)
    {
        (_browser, Program, _folder) = (browser, program, folder);
        AppDomain.CurrentDomain.ProcessExit += Close;
    }

    /// <summary>Whether the process is still there.</summary>
    public bool IsRunning => _browser.IsConnected && _browser.Process is { HasExited: false };

    /// <summary>Path of the program.</summary>
    public string Program { get; }

    /// <summary>Id of the process.</summary>
    public int ProcessId => _browser.Process.Id;

    /// <summary>Starts the first browser of the machine that will start, or that of npm where none is installed.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="patience">How long each of the browsers may take.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="IOException">There is no browser, or none starts; the message tells of each.</exception>
    public static async Task<Browser> StartAsync(Machine machine, TimeSpan patience, CancellationToken cancellation = default)
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
                    return await LaunchAsync(program, sandbox, patience, cancellation).ConfigureAwait(false);
                }
                catch (TimeoutException error)
                {
                    failures.Add($"{program}: {error.Message}");
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

    /// <summary>Opens an empty page.</summary>
    public Task<IPage> OpenPageAsync() => _browser.NewPageAsync();

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= Close;
        await EndAsync(_browser.Process, _browser.CloseAsync).ConfigureAwait(false);
        Remove(_folder);
    }

    private static async Task<Browser> LaunchAsync(string program, bool sandbox, TimeSpan patience, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("analysis-browser-").FullName;
        var options = new LaunchOptions
        {
            ExecutablePath = program,
            Pipe = true,
            HeadlessMode = HeadlessMode.Shell,
            UserDataDir = Path.Combine(folder, "profile"),
            WaitForInitialPage = false,
            Timeout = (int)patience.TotalMilliseconds,
            ProtocolTimeout = (int)patience.TotalMilliseconds,
            Args = sandbox ? Flags : [.. Flags, "--no-sandbox"],
        };
        // What the browser keeps elsewhere in the temporary folder goes with its profile.
        options.Env["TMPDIR"] = folder;
        foreach (var (name, value) in NpmChromium.Variables(program)) options.Env[name] = value;
        var launcher = new Launcher();
        try
        {
            return new(await launcher.LaunchAsync(options).WaitAsync(patience, cancellation).ConfigureAwait(false), program, folder);
        }
        catch (Exception error)
        {
            var ended = launcher.Process is { HasExited: true };
            await EndAsync(launcher.Process?.Process, () => Task.CompletedTask).ConfigureAwait(false);
            Remove(folder);
            if (error is not TimeoutException) throw;
            throw new TimeoutException(ended ? "it ended at once" : $"it did not answer within {patience.TotalSeconds:0} seconds");
        }
    }

    /// <summary>Closes a browser, and ends its processes where that does not come to an end.</summary>
    private static async Task EndAsync(Process? process, Func<Task> close)
    {
        try
        {
            await close().WaitAsync(ClosePatience).ConfigureAwait(false);
        }
        catch (Exception error) when (IsFailure(error))
        {
            // It is ended below.
        }
        try
        {
            process?.Kill(entireProcessTree: true);
            process?.WaitForExit(ClosePatience);
        }
        catch (InvalidOperationException)
        {
            // It never started, or has ended.
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A file that a dying process still holds stays in the temporary folder.
        }
    }

    private void Close(object? sender, EventArgs arguments) =>
        Task.Run(async () => await DisposeAsync().ConfigureAwait(false)).Wait(ClosePatience * 2);
}
