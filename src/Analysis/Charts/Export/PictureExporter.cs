using System.Text;
using System.Text.Json;

namespace Analysis;

/// <summary>
/// Turns figures into pictures in a browser's page that has loaded plotly.js and the fonts once. The same figure, browser and fonts give the
/// same PNG and SVG bytes.
/// </summary>
internal sealed class PictureExporter : IAsyncDisposable
{
    private const double PicturePixels = 2;
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static PictureExporter? _shared;

    private readonly Browser _browser;
    private readonly BrowserPage _page;
    private readonly WebFolder _web;

    private PictureExporter(Browser browser, BrowserPage page, WebFolder web) => (_browser, _page, _web) = (browser, page, web);

    /// <summary>Why pictures cannot be made here and how to change that, in one sentence; empty where they can.</summary>
    public static string Obstacle(WebFolder? web, IReadOnlyList<BrowserCandidate> candidates) =>
        web is null ? "Charts are not saved as PNG, SVG, PDF or HTML because plotly.js and the fonts are missing: install Node.js 20 or later with npm and build the project again."
        : candidates.Count == 0 ? $"Charts are not saved as PNG, SVG or PDF because no browser was found: install Chrome, Edge or Chromium, or name its program in the environment variable {BrowserCandidate.Variable}."
        : "";

    /// <summary>Runs work on this process's exporter, which is started when first needed and ends with the process.</summary>
    /// <exception cref="InvalidOperationException">No picture can be made on this machine; the message is <see cref="Obstacle"/>.</exception>
    /// <exception cref="IOException">The browser does not start, or ended.</exception>
    public static async Task<T> ShareAsync<T>(Func<PictureExporter, Task<T>> work, CancellationToken cancellation = default)
    {
        await OneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_shared is { _browser.IsRunning: false })
            {
                await _shared.DisposeAsync().ConfigureAwait(false);
                _shared = null;
            }
            _shared ??= await StartAsync(cancellation).ConfigureAwait(false);
            return await work(_shared).ConfigureAwait(false);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>Starts an exporter of its own.</summary>
    /// <inheritdoc cref="ShareAsync"/>
    public static async Task<PictureExporter> StartAsync(CancellationToken cancellation = default)
    {
        var web = WebFolder.Found;
        var candidates = BrowserCandidate.On(Machine.Current, web);
        if (Obstacle(web, candidates) is { Length: > 0 } obstacle) throw new InvalidOperationException(obstacle);
        var browser = await Browser.StartAsync(candidates, cancellation).ConfigureAwait(false);
        var page = await browser.OpenPageAsync(scale: PicturePixels, cancellation: cancellation).ConfigureAwait(false);
        var exporter = new PictureExporter(browser, page, web!);
        await exporter.LoadAsync(cancellation).ConfigureAwait(false);
        return exporter;
    }

    /// <summary>What the page reported while it drew.</summary>
    public IReadOnlyList<string> Errors => _page.Errors;

    /// <summary>The figure in each of the formats, <c>png</c>, <c>svg</c> or <c>pdf</c>, drawn once.</summary>
    public async Task<IReadOnlyList<byte[]>> RenderAsync(Figure figure, IReadOnlyList<string> formats, CancellationToken cancellation = default)
    {
        var json = PlotlyDocument.Of(figure).ToJsonString(PlotlyDocument.Compact);
        await _page.ResizeAsync(figure.Width, figure.Height, PicturePixels, cancellation).ConfigureAwait(false);
        await _page.EvaluateAsync($"drawFigure({json})", cancellation).ConfigureAwait(false);
        List<byte[]> pictures = [];
        foreach (var format in formats)
            pictures.Add(format switch
            {
                "png" => await _page.ScreenshotAsync(cancellation: cancellation).ConfigureAwait(false),
                "pdf" => WithoutTimes(await _page.PdfAsync(figure.Width, figure.Height, cancellation).ConfigureAwait(false)),
                "svg" => await SvgAsync(cancellation).ConfigureAwait(false),
                _ => throw new ArgumentException($"a picture is png, svg or pdf; found '{format}'", nameof(formats)),
            });
        return pictures;
    }

    /// <summary>Runs JavaScript beside the chart drawn last, whose element has the id <c>chart</c>.</summary>
    public Task<JsonElement> EvaluateAsync(string script, CancellationToken cancellation = default) => _page.EvaluateAsync(script, cancellation);

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var every = string.Concat(FontFace.All.Select(face => face.Range.Length > 0 ? Sample(face) : ""));
        await _page.SetContentAsync(
            $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><style>{FontFace.Embedded(_web, every, bold: true)}html,body{{margin:0;overflow:hidden}}</style></head><body><div id=\"chart\"></div></body></html>",
            cancellation).ConfigureAwait(false);
        await _page.EvaluateAsync(await File.ReadAllTextAsync(_web.ScriptFile, cancellation).ConfigureAwait(false) + ";0", cancellation).ConfigureAwait(false);
        // plotly.js names parts of a picture at random; the same sequence for each chart makes the same bytes.
        await _page.EvaluateAsync(
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
            globalThis.figureSvg = () => { seed = firstSeed; return Plotly.toImage("chart", { format: "svg", imageDataOnly: true, width: null, height: null }); };
            Promise.all([...document.fonts].map(face => face.load())).then(() => 0)
            """, cancellation).ConfigureAwait(false);
    }

    private async Task<byte[]> SvgAsync(CancellationToken cancellation)
    {
        var svg = (await _page.EvaluateAsync("figureSvg()", cancellation).ConfigureAwait(false)).GetString()!;
        var open = svg.IndexOf('>', StringComparison.Ordinal) + 1;
        var bold = svg.Contains("font-weight: bold", StringComparison.Ordinal) || svg.Contains("font-weight:bold", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes($"{svg[..open]}<style>{FontFace.Embedded(_web, svg, bold)}</style>{svg[open..]}\n");
    }

    /// <summary>The PDF with the times of its making set to 2000, so that the same figure gives the same file.</summary>
    private static byte[] WithoutTimes(byte[] pdf)
    {
        foreach (var key in new[] { "/CreationDate (D:"u8.ToArray(), "/ModDate (D:"u8.ToArray() })
        {
            var at = pdf.AsSpan().IndexOf(key);
            if (at >= 0) "20000101000000"u8.CopyTo(pdf.AsSpan(at + key.Length));
        }
        return pdf;
    }

    private static string Sample(FontFace face) => new([.. Enumerable.Range(0x20, 0x700).Select(code => (char)code).Where(face.Covers).Take(1)]);
}
