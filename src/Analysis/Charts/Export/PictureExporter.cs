using PuppeteerSharp;

namespace Analysis;

/// <summary>
/// Turns figures into pictures by one browser, which is started when first needed, or before, and ends with the process. The same figure,
/// browser and fonts give the same bytes. A browser that fails costs its pictures only. One that dies is started once more; after it dies
/// again, hangs, or does not start, no other picture is tried.
/// </summary>
internal sealed class PictureExporter(Machine machine, string script, TimeSpan? patience = null) : IAsyncDisposable
{
    private const double PicturePixels = 2;
    private const double LargePixels = 3;

    // How long a browser may take to start, to load plotly.js and to draw one figure: long, for a busy machine.
    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private Browser? _browser;
    private bool _died;

    /// <summary>The exporter of this process.</summary>
    public static PictureExporter Shared { get; } = new(Machine.Current, ChartAssets.PlotlyScript);

    /// <summary>Id of the browser's process; null while there is none.</summary>
    public int? ProcessId => _browser?.ProcessId;

    /// <summary>Why no pictures are made and how to change that, in one sentence; empty where they are made.</summary>
    public string Obstacle { get; private set; } = machine.Browsers.Count > 0 || machine.Npm is not null ? ""
        : "Charts are not saved as PNG, SVG or PDF because no browser was found: install Chrome, Edge or Chromium, "
            + $"or name its program in the environment variable {Machine.BrowserVariable}.";

    /// <summary>
    /// The figure in each of the formats, drawn once: <c>png</c> (two pixels to one of the figure), <c>png3</c> (three), <c>svg</c>,
    /// <c>svg-for-print</c> (for a page with the fonts of <see cref="FontFace.EmbeddedForPrint"/>), <c>outlines</c> (SVG whose text is
    /// drawn, empty where that cannot be made; see <see cref="SvgOutlines"/>) or <c>pdf</c>.
    /// </summary>
    /// <exception cref="PictureException">
    /// The picture cannot be made; the message is <see cref="Obstacle"/>, or says why plotly.js cannot draw the figure.
    /// </exception>
    public Task<IReadOnlyList<byte[]>> DrawAsync(Figure figure, IReadOnlyList<string> formats, CancellationToken cancellation = default)
    {
        if (Obstacle.Length > 0) return Task.FromException<IReadOnlyList<byte[]>>(new PictureException(Obstacle));
        // What fails here is the figure's fault, not the browser's.
        var json = PlotlyJson.ForDrawing(figure.Chart).ToJsonString(JsonForm.Compact);
        return UseAsync(browser => DrawAsync(browser.Page, figure, json, formats), _patience, figure.Title, cancellation);
    }

    /// <summary>Starts the browser before it is needed.</summary>
    /// <exception cref="PictureException">It does not start; the message is <see cref="Obstacle"/>.</exception>
    public Task<bool> StartAsync() => UseAsync(_ => Task.FromResult(true), _patience, "", default);

    /// <summary>A page on paper: A4, tagged, with bookmarks. Links lead within it only.</summary>
    /// <param name="file">Full path of the page.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="PictureException">It cannot be printed; the message says why.</exception>
    public Task<byte[]> PrintAsync(string file, CancellationToken cancellation = default) =>
        UseAsync(browser => PagePrint.PdfAsync(browser, file), PagePrint.Patience, Path.GetFileName(file), cancellation);

    /// <summary>A piece of a page, laid out for paper, as PNG; null after its end, and where that cannot be done.</summary>
    public async Task<byte[]?> SheetAsync(string file, int number) => (await TryAsync(() =>
        UseAsync(browser => PagePrint.SheetAsync(browser, file, number), PagePrint.Patience, file, default)).ConfigureAwait(false)).Made;

    /// <summary>What is made; null, with the reason, where no picture can be made.</summary>
    public static async Task<(T? Made, string Warning)> TryAsync<T>(Func<Task<T>> make)
    {
        try
        {
            return (await make().ConfigureAwait(false), "");
        }
        catch (PictureException error)
        {
            return (default, error.Message);
        }
    }

    private async Task<T> UseAsync<T>(Func<Browser, Task<T>> use, TimeSpan limit, string title, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            while (Obstacle.Length == 0)
            {
                try
                {
                    _browser ??= await Browser.StartAsync(machine, _patience, script, cancellation).ConfigureAwait(false);
                    return await use(_browser).WaitAsync(limit, cancellation).ConfigureAwait(false);
                }
                catch (EvaluationFailedException error) when (_browser!.IsRunning)
                {
                    var reason = error.Message.Split('\n')[0];
                    throw new PictureException($"'{title}' has no picture, for plotly.js cannot draw it: {reason}", error);
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
        if (_browser is not null) await _browser.DisposeAsync().ConfigureAwait(false);
        _oneAtATime.Dispose();
    }

    private async Task FailAsync(Exception error)
    {
        if (_died || _browser is null || error is TimeoutException)
        {
            var since = _died || _browser is not null ? "no longer" : "not";
            Obstacle = $"Charts are {since} saved as PNG, SVG or PDF because the browser failed: "
                + $"{error.Message.Split('\n')[0].TrimEnd('.')}.";
        }

        _died = true;
        if (_browser is null) return;
        await _browser.DisposeAsync().ConfigureAwait(false);
        _browser = null;
    }

    internal static async Task<IReadOnlyList<byte[]>> DrawAsync(IPage page, Figure figure, string json, IReadOnlyList<string> formats)
    {
        await ScaleAsync(page, figure, PicturePixels).ConfigureAwait(false);
        await page.EvaluateFunctionAsync("(json, title) => drawFigure(JSON.parse(json), title)", json, figure.Title).ConfigureAwait(false);
        List<byte[]> pictures = [];
        foreach (var format in formats)
            pictures.Add(await (format switch
            {
                "png" => PngAsync(page, figure, PicturePixels),
                "png3" => PngAsync(page, figure, LargePixels),
                "pdf" => PdfAsync(page, figure),
                "outlines" => OutlinesAsync(page, figure),
                "svg-for-print" => SvgAsync(page, figure, isPrinted: true),
                _ => SvgAsync(page, figure, isPrinted: false),
            }).ConfigureAwait(false));
        return pictures;
    }

    private static Task ScaleAsync(IPage page, Figure figure, double pixels) =>
        page.SetViewportAsync(new() { Width = figure.Width, Height = figure.Height, DeviceScaleFactor = pixels });

    private static async Task<byte[]> PngAsync(IPage page, Figure figure, double pixels)
    {
        if (pixels != PicturePixels) await ScaleAsync(page, figure, pixels).ConfigureAwait(false);
        var png = await page.ScreenshotDataAsync(new() { Type = ScreenshotType.Png, CaptureBeyondViewport = false }).ConfigureAwait(false);
        if (pixels != PicturePixels) await ScaleAsync(page, figure, PicturePixels).ConfigureAwait(false);
        return PngDensity.Set(png, pixels);
    }

    /// <summary>The chart as SVG with its title, its words and its fonts; for print without fonts.</summary>
    private static async Task<byte[]> SvgAsync(IPage page, Figure figure, bool isPrinted)
    {
        var svg = await page.EvaluateExpressionAsync<string>("figureSvg()").ConfigureAwait(false);
        // plotly.js writes > as it is, which XML forbids here.
        svg = svg.Replace("]]>", "]]&gt;", StringComparison.Ordinal);
        return isPrinted
            ? Titled(FontFace.ForPrint(svg), figure, "") : Titled(svg, figure, $"<style>{FontFace.Embedded(svg)}</style>");
    }

    private static async Task<byte[]> OutlinesAsync(IPage page, Figure figure)
    {
        await page.EvaluateExpressionAsync("colourOpacity()").ConfigureAwait(false);
        var pdf = await PdfAsync(page, figure).ConfigureAwait(false);
        return await SvgOutlines.OfAsync(pdf).ConfigureAwait(false) is { } svg ? Titled(svg, figure, "") : [];
    }

    /// <summary>An SVG with the figure's title and description, for those who do not see it.</summary>
    private static byte[] Titled(string svg, Figure figure, string style)
    {
        static string Encode(string text) => WebUtility.HtmlEncode(ShownText.WellFormed(text));
        var open = svg.IndexOf('>', svg.IndexOf("<svg", StringComparison.Ordinal)) + 1;
        var head = $"<title>{Encode(figure.Title)}</title><desc>{Encode(figure.Alt)}</desc>{style}";
        return Encoding.UTF8.GetBytes($"{svg[..open]}{head}{svg[open..].TrimEnd()}\n");
    }

    private static Task<byte[]> PdfAsync(IPage page, Figure figure) => PagePrint.PdfAsync(
        page, new() { Width = $"{figure.Width}px", Height = $"{figure.Height}px", PrintBackground = true, PageRanges = "1" });
}

/// <summary>A picture that was not made; everything else about the figure can be.</summary>
internal sealed class PictureException(string message, Exception? inner = null) : IOException(message, inner);
