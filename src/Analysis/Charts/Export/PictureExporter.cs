using PuppeteerSharp;

namespace Analysis;

/// <summary>
/// Turns figures into pictures by one browser, which is started when first needed and ends with the process. A browser that fails costs its
/// pictures only. One that dies is started once more; after it dies again, hangs, or does not start, no other picture is tried.
/// </summary>
internal sealed class PictureExporter(Machine machine, string script) : IAsyncDisposable
{
    /// <summary>How long a browser may take to start, to load plotly.js and to draw one figure; whichever takes longer is the
    /// last.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private DrawingPage? _page;
    private bool _died;

    /// <summary>The exporter of this process.</summary>
    public static PictureExporter Shared { get; } = new(Machine.Current, ChartAssets.PlotlyScript);

    /// <summary>Id of the browser's process; null while there is none.</summary>
    public int? ProcessId => _page?.Browser.ProcessId;

    /// <summary>Why no pictures are made and how to change that, in one sentence; empty where they are made.</summary>
    public string Obstacle { get; private set; } = machine.Browsers.Count > 0 || machine.Npm is not null ? ""
        : "Charts are not saved as PNG, SVG or PDF because no browser was found: install Chrome, Edge or Chromium, "
            + $"or name its program in the environment variable {Machine.BrowserVariable}.";

    /// <summary>The figure in each of the formats, <c>png</c>, <c>svg</c> or <c>pdf</c>, drawn once.</summary>
    /// <exception cref="PictureException">The picture cannot be made; the message is <see cref="Obstacle"/>, or says why plotly.js cannot
    /// draw the figure.</exception>
    public async Task<IReadOnlyList<byte[]>> DrawAsync(Figure figure, IReadOnlyList<string> formats,
        CancellationToken cancellation = default)
    {
        var json = DrawingPage.JsonOf(figure);
        await _oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            while (Obstacle.Length == 0)
            {
                try
                {
                    _page ??= await DrawingPage.StartAsync(machine, Patience, script, cancellation).ConfigureAwait(false);
                    return await _page.DrawAsync(figure, json, formats).WaitAsync(Patience, cancellation).ConfigureAwait(false);
                }
                catch (EvaluationFailedException error) when (_page!.Browser.IsRunning)
                {
                    var reason = error.Message.Split('\n')[0];
                    throw new PictureException($"'{figure.Title}' has no picture, for plotly.js cannot draw it: {reason}", error);
                }
                catch (Exception error) when (error is not PictureException && Browser.IsFailure(error))
                {
                    await FailAsync(error).ConfigureAwait(false);
                }
            }
            throw new PictureException(Obstacle);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_page is not null) await _page.DisposeAsync().ConfigureAwait(false);
        _oneAtATime.Dispose();
    }

    private async Task FailAsync(Exception error)
    {
        if (_died || _page is null || error is TimeoutException)
            Obstacle = $"Charts are not saved as PNG, SVG or PDF because the browser failed: {error.Message.Split('\n')[0].TrimEnd('.')}.";
        _died = true;
        if (_page is null) return;
        await _page.DisposeAsync().ConfigureAwait(false);
        _page = null;
    }
}

/// <summary>A picture that was not made; everything else about the figure can be.</summary>
internal sealed class PictureException(string message, Exception? inner = null) : IOException(message, inner);
