using System.Collections.Concurrent;
using System.Diagnostics;

namespace Analysis;

/// <summary>The process of a browser and its profile, both gone when this process ends.</summary>
internal sealed class BrowserProcess : IDisposable
{
    private const string Announcement = "DevTools listening on ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] Flags =
    [
        "--headless", "--remote-debugging-port=0", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-default-apps", "--mute-audio",
        "--hide-scrollbars", "--force-color-profile=srgb", "--font-render-hinting=none", "--allow-file-access-from-files", "--host-resolver-rules=MAP * ~NOTFOUND",
    ];

    private readonly Process _process;
    private readonly string _profile;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BrowserProcess(string program, IEnumerable<(string Name, string Value)> environment, bool sandboxed)
    {
        _profile = Directory.CreateTempSubdirectory("analysis-browser-").FullName;
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var flag in Flags) start.ArgumentList.Add(flag);
        if (!sandboxed) start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add($"--user-data-dir={_profile}");
        start.ArgumentList.Add("about:blank");
        foreach (var (name, value) in environment) start.Environment[name] = value;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.OutputDataReceived += (_, _) => { };
        _process.Exited += (_, _) => _address.TrySetException(new IOException($"it ended at once{LastWords()}"));
    }

    public Uri Address => _address.Task.Result;

    public bool IsRunning => !_process.HasExited;

    /// <summary>Starts a browser and waits until it listens. Chromium's sandbox is left out where it cannot work: for root, and where the kernel forbids it.</summary>
    /// <exception cref="IOException">The browser ended before it listened.</exception>
    /// <exception cref="TimeoutException">It did not listen within 30 seconds.</exception>
    public static async Task<BrowserProcess> StartAsync(BrowserCandidate candidate, CancellationToken cancellation)
    {
        var program = candidate.Program ?? BundledChromium.Unpack(candidate.Package!, BundledChromium.UserCache());
        var variables = candidate.Program is null ? BundledChromium.ProcessVariables(program) : [];
        var sandboxed = OperatingSystem.IsWindows() || Environment.UserName != "root";
        try
        {
            return await StartAsync(program, variables, sandboxed, cancellation).ConfigureAwait(false);
        }
        catch (IOException error) when (sandboxed && error.Message.Contains("sandbox", StringComparison.OrdinalIgnoreCase))
        {
            return await StartAsync(program, variables, sandboxed: false, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the process with its children and removes its profile.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        try
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(5000);
        }
        catch (InvalidOperationException)
        {
            // It had ended.
        }
        _process.Dispose();
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A file that a dying process still holds stays in the temporary folder.
        }
    }

    private static async Task<BrowserProcess> StartAsync(string program, IEnumerable<(string, string)> variables, bool sandboxed, CancellationToken cancellation)
    {
        var browser = new BrowserProcess(program, variables, sandboxed);
        try
        {
            browser._process.Start();
            AppDomain.CurrentDomain.ProcessExit += browser.OnProcessExit;
            browser._process.BeginErrorReadLine();
            browser._process.BeginOutputReadLine();
            await browser._address.Task.WaitAsync(Patience, cancellation).ConfigureAwait(false);
            return browser;
        }
        catch (TimeoutException)
        {
            browser.Dispose();
            throw new TimeoutException($"it did not listen within {Patience.TotalSeconds:0} seconds{browser.LastWords()}");
        }
        catch
        {
            browser.Dispose();
            throw;
        }
    }

    private void OnProcessExit(object? sender, EventArgs arguments) => Dispose();

    private void Hear(string? line)
    {
        if (line is null) return;
        if (line.StartsWith(Announcement, StringComparison.Ordinal)) _address.TrySetResult(new Uri(line[Announcement.Length..].Trim()));
        _said.Enqueue(line);
        while (_said.Count > 5) _said.TryDequeue(out _);
    }

    private string LastWords() => _said.IsEmpty ? "" : $", saying: {string.Join(" / ", _said)}";
}
