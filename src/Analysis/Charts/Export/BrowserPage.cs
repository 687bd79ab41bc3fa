using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analysis;

/// <summary>A page of a browser.</summary>
internal sealed class BrowserPage
{
    private readonly DevTools _tools;
    private readonly string _session;
    private readonly ConcurrentQueue<string> _errors = new();
    private TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BrowserPage(DevTools tools, string session)
    {
        (_tools, _session) = (tools, session);
        _tools.Received += Receive;
    }

    /// <summary>What the page reported so far: uncaught exceptions, <c>console.error</c> and <c>console.warn</c>, files that did not load.</summary>
    public IReadOnlyList<string> Errors => [.. _errors];

    public async Task PrepareAsync(int width, int height, double scale, CancellationToken cancellation)
    {
        foreach (var domain in new[] { "Page.enable", "Runtime.enable", "Log.enable" })
            await SendAsync(domain, [], cancellation).ConfigureAwait(false);
        await ResizeAsync(width, height, scale, cancellation).ConfigureAwait(false);
    }

    /// <summary>Changes the viewport, in CSS pixels.</summary>
    public Task ResizeAsync(int width, int height, double scale, CancellationToken cancellation = default) =>
        SendAsync("Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = scale, ["mobile"] = false }, cancellation);

    /// <summary>Opens an address, such as that of a file, and waits for its load event.</summary>
    /// <exception cref="IOException">The page cannot be opened.</exception>
    public async Task NavigateAsync(Uri address, CancellationToken cancellation = default)
    {
        _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = await SendAsync("Page.navigate", new JsonObject { ["url"] = address.AbsoluteUri }, cancellation).ConfigureAwait(false);
        if (answer.TryGetProperty("errorText", out var error)) throw new IOException($"{address}: {error.GetString()}");
        await _loaded.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellation).ConfigureAwait(false);
    }

    /// <summary>Replaces the page's document.</summary>
    public async Task SetContentAsync(string html, CancellationToken cancellation = default)
    {
        var tree = await SendAsync("Page.getFrameTree", [], cancellation).ConfigureAwait(false);
        var frame = tree.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString();
        await SendAsync("Page.setDocumentContent", new JsonObject { ["frameId"] = frame, ["html"] = html }, cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs JavaScript and waits for its promise; the value as JSON.</summary>
    /// <exception cref="InvalidOperationException">The script threw.</exception>
    public async Task<JsonElement> EvaluateAsync(string script, CancellationToken cancellation = default)
    {
        var answer = await SendAsync("Runtime.evaluate",
            new JsonObject { ["expression"] = script, ["awaitPromise"] = true, ["returnByValue"] = true }, cancellation).ConfigureAwait(false);
        if (answer.TryGetProperty("exceptionDetails", out var details)) throw new InvalidOperationException($"the page's script failed: {Tell(details)}");
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>The top left of the page as PNG, in CSS pixels times the page's scale; the viewport unless a size is given.</summary>
    public async Task<byte[]> ScreenshotAsync(int? width = null, int? height = null, CancellationToken cancellation = default)
    {
        var parameters = new JsonObject { ["format"] = "png", ["captureBeyondViewport"] = width is not null };
        if (width is not null) parameters["clip"] = new JsonObject { ["x"] = 0, ["y"] = 0, ["width"] = width, ["height"] = height, ["scale"] = 1 };
        var answer = await SendAsync("Page.captureScreenshot", parameters, cancellation).ConfigureAwait(false);
        return answer.GetProperty("data").GetBytesFromBase64();
    }

    /// <summary>The page as a PDF of one sheet of that size, in CSS pixels.</summary>
    public async Task<byte[]> PdfAsync(int width, int height, CancellationToken cancellation = default)
    {
        const double PixelsPerInch = 96;
        var answer = await SendAsync("Page.printToPDF", new JsonObject
        {
            ["paperWidth"] = width / PixelsPerInch,
            ["paperHeight"] = height / PixelsPerInch,
            ["marginTop"] = 0,
            ["marginBottom"] = 0,
            ["marginLeft"] = 0,
            ["marginRight"] = 0,
            ["printBackground"] = true,
            ["pageRanges"] = "1",
        }, cancellation).ConfigureAwait(false);
        return answer.GetProperty("data").GetBytesFromBase64();
    }

    private Task<JsonElement> SendAsync(string method, JsonObject parameters, CancellationToken cancellation) =>
        _tools.SendAsync(_session, method, parameters, cancellation);

    private void Receive(string? session, string method, JsonElement parameters)
    {
        if (session != _session) return;
        switch (method)
        {
            case "Page.loadEventFired":
                _loaded.TrySetResult();
                break;
            case "Runtime.exceptionThrown":
                _errors.Enqueue(Tell(parameters.GetProperty("exceptionDetails")));
                break;
            case "Runtime.consoleAPICalled" when parameters.GetProperty("type").GetString() is "error" or "warning" or "assert":
                _errors.Enqueue(string.Join(' ', parameters.GetProperty("args").EnumerateArray().Select(Tell)));
                break;
            case "Log.entryAdded" when parameters.GetProperty("entry") is var entry && entry.GetProperty("level").GetString() == "error":
                _errors.Enqueue($"{entry.GetProperty("text").GetString()} {(entry.TryGetProperty("url", out var url) ? url.GetString() : "")}".TrimEnd());
                break;
        }
    }

    private static string Tell(JsonElement value)
    {
        if (value.TryGetProperty("exception", out var exception)) return Tell(exception);
        foreach (var member in new[] { "description", "value", "text" })
            if (value.TryGetProperty(member, out var found)) return found.ToString();
        return value.ToString();
    }
}
