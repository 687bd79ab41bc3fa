using PuppeteerSharp;

namespace Analysis;

/// <summary>A browser's page that has loaded plotly.js and the fonts. The same figure, browser and fonts give the same bytes.</summary>
internal sealed class DrawingPage : IAsyncDisposable
{
    private const double PicturePixels = 2;

    private DrawingPage(Browser browser, IPage page) => (Browser, Page) = (browser, page);

    /// <summary>The page; the chart drawn last is its element <c>chart</c>.</summary>
    public IPage Page { get; }

    public Browser Browser { get; }

    /// <summary>Starts a browser and loads its page.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="patience">How long a browser may take to start, and the page to load.</param>
    /// <param name="script">The text of plotly.js.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="IOException">No browser starts; the message tells of each.</exception>
    /// <exception cref="PuppeteerException">The page or the script does not load.</exception>
    public static async Task<DrawingPage> StartAsync(Machine machine, TimeSpan patience, string script,
        CancellationToken cancellation = default)
    {
        var browser = await Browser.StartAsync(machine, patience, cancellation).ConfigureAwait(false);
        try
        {
            return new(browser, await LoadAsync(browser, script).WaitAsync(patience, cancellation).ConfigureAwait(false));
        }
        catch
        {
            await browser.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The figure as <see cref="DrawAsync"/> takes it. What fails here is the figure's fault, not the browser's.</summary>
    public static string JsonOf(Figure figure) => PlotlyJson.ForDrawing(figure.Chart).ToJsonString(PlotlyJson.Compact);

    /// <summary>Draws a figure once.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="json">What <see cref="JsonOf"/> made of it.</param>
    /// <param name="formats"><c>png</c>, <c>svg</c> or <c>pdf</c>, in the order of the result.</param>
    /// <exception cref="EvaluationFailedException">plotly.js cannot draw it.</exception>
    public async Task<IReadOnlyList<byte[]>> DrawAsync(Figure figure, string json, IReadOnlyList<string> formats)
    {
        var viewport = new ViewPortOptions { Width = figure.Width, Height = figure.Height, DeviceScaleFactor = PicturePixels };
        await Page.SetViewportAsync(viewport).ConfigureAwait(false);
        await Page.EvaluateFunctionAsync("json => drawFigure(JSON.parse(json))", json).ConfigureAwait(false);
        List<byte[]> pictures = [];
        foreach (var format in formats)
            pictures.Add(await (format switch
            {
                "png" => Page.ScreenshotDataAsync(new() { Type = ScreenshotType.Png, CaptureBeyondViewport = false }),
                "pdf" => PdfAsync(figure),
                _ => SvgAsync(),
            }).ConfigureAwait(false));
        return pictures;
    }

    public ValueTask DisposeAsync() => Browser.DisposeAsync();

    private static async Task<IPage> LoadAsync(Browser browser, string script)
    {
        const string Arabic = "\u0627";
        var page = await browser.OpenPageAsync().ConfigureAwait(false);
        await page.SetContentAsync(
            $$"""
            <!DOCTYPE html><html><head><meta charset="utf-8">
            <style>{{FontFace.Embedded(Arabic, bold: true)}}html,body{margin:0;overflow:hidden}</style>
            </head><body><div id="chart"></div></body></html>
            """)
            .ConfigureAwait(false);
        await page.AddScriptTagAsync(new AddTagOptions { Content = script }).ConfigureAwait(false);
        // plotly.js names parts of a picture at random; the same sequence for each chart makes the same bytes.
        await page.EvaluateExpressionAsync(
            """
            const firstSeed = 20200103;
            let seed = firstSeed;
            Math.random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
            globalThis.drawFigure = async figure => {
              seed = firstSeed;
              const chart = document.getElementById("chart");
              Plotly.purge(chart);
              await Plotly.newPlot(chart, figure.data, figure.layout, { staticPlot: true });
              await document.fonts.ready;
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
            };
            globalThis.figureSvg = () => {
              seed = firstSeed;
              return Plotly.toImage("chart", { format: "svg", imageDataOnly: true, width: null, height: null });
            };
            Promise.all([...document.fonts].map(face => face.load())).then(() => Plotly.version)
            """).ConfigureAwait(false);
        return page;
    }

    /// <summary>The chart as SVG with its fonts.</summary>
    private async Task<byte[]> SvgAsync()
    {
        var svg = await Page.EvaluateExpressionAsync<string>("figureSvg()").ConfigureAwait(false);
        var open = svg.IndexOf('>', StringComparison.Ordinal) + 1;
        var bold = svg.Replace(" ", "", StringComparison.Ordinal).Contains("font-weight:bold", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes($"{svg[..open]}<style>{FontFace.Embedded(svg, bold)}</style>{svg[open..]}\n");
    }

    /// <summary>The page as PDF. The times of its making are set to 2000, so that the same figure gives the same file.</summary>
    private async Task<byte[]> PdfAsync(Figure figure)
    {
        var (width, height) = ($"{figure.Width}px", $"{figure.Height}px");
        var options = new PdfOptions { Width = width, Height = height, PrintBackground = true, PageRanges = "1" };
        var pdf = await Page.PdfDataAsync(options).ConfigureAwait(false);
        foreach (var key in new[] { "/CreationDate (D:"u8.ToArray(), "/ModDate (D:"u8.ToArray() })
        {
            var at = pdf.AsSpan().IndexOf(key);
            if (at >= 0) "20000101000000"u8.CopyTo(pdf.AsSpan(at + key.Length));
        }
        return pdf;
    }
}
