using System.Text.Json.Nodes;

namespace Analysis;

/// <summary>
/// A headless Chromium-family browser, driven through DevTools. It has a fresh profile, reaches no network, and ends with this process.
/// </summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly BrowserProcess _process;
    private readonly DevTools _tools;

    private Browser(BrowserProcess process, DevTools tools) => (_process, _tools) = (process, tools);

    /// <summary>Starts the first of the candidates that will.</summary>
    /// <exception cref="IOException">There is no candidate, or none starts; the message tells of each.</exception>
    public static async Task<Browser> StartAsync(IReadOnlyList<BrowserCandidate> candidates, CancellationToken cancellation = default)
    {
        List<string> failures = [];
        foreach (var candidate in candidates)
        {
            try
            {
                var process = await BrowserProcess.StartAsync(candidate, cancellation).ConfigureAwait(false);
                return new(process, await DevTools.ConnectAsync(process.Address, cancellation).ConfigureAwait(false));
            }
            catch (Exception error) when (error is IOException or InvalidDataException or TimeoutException or UnauthorizedAccessException or System.ComponentModel.Win32Exception or System.Net.WebSockets.WebSocketException)
            {
                failures.Add($"{candidate.Name}: {error.Message}");
            }
        }
        throw new IOException(failures.Count == 0 ? "no browser was found" : $"no browser could be started: {string.Join("; ", failures)}");
    }

    /// <summary>Starts the browser that charts are exported with on this machine.</summary>
    /// <inheritdoc cref="StartAsync(IReadOnlyList{BrowserCandidate}, CancellationToken)"/>
    public static Task<Browser> StartAsync(CancellationToken cancellation = default) =>
        StartAsync(BrowserCandidate.On(Machine.Current, WebFolder.Found), cancellation);

    /// <summary>Whether the process is still there.</summary>
    public bool IsRunning => _process.IsRunning;

    /// <summary>Opens an empty page of that size in CSS pixels.</summary>
    /// <param name="width">Width of the viewport.</param>
    /// <param name="height">Height of the viewport.</param>
    /// <param name="scale">Device pixels to a CSS pixel: 2 for pictures at double resolution.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<BrowserPage> OpenPageAsync(int width = 1280, int height = 900, double scale = 1, CancellationToken cancellation = default)
    {
        var target = await _tools.SendAsync(null, "Target.createTarget", new JsonObject { ["url"] = "about:blank" }, cancellation).ConfigureAwait(false);
        var attached = await _tools.SendAsync(null, "Target.attachToTarget",
            new JsonObject { ["targetId"] = target.GetProperty("targetId").GetString(), ["flatten"] = true }, cancellation).ConfigureAwait(false);
        var page = new BrowserPage(_tools, attached.GetProperty("sessionId").GetString()!);
        await page.PrepareAsync(width, height, scale, cancellation).ConfigureAwait(false);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _tools.DisposeAsync().ConfigureAwait(false);
        _process.Dispose();
    }
}
