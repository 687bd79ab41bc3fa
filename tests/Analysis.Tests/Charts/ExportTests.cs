using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Analysis.Tests.Corpora;

namespace Analysis.Tests;

/// <summary>Charts drawn by a real browser. Without one these tests are skipped with the sentence that users get.</summary>
public sealed class ExportTests
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ids => [.. SampleFigures.All.Select(figure => figure.Id)];

    [Theory, MemberData(nameof(Ids))]
    public async Task Each_kind_of_chart_is_valid_for_plotly_and_draws_without_errors_and_with_every_text_inside_the_picture(string id)
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var figure = SampleFigures.ById(id);
        await PictureExporter.ShareAsync(async exporter =>
        {
            var png = (await exporter.RenderAsync(figure, ["png"], Cancellation))[0];
            Assert.Equal(PngSignature, png[..8]);
            Assert.Equal((figure.Width * 2, figure.Height * 2), (BigEndian(png, 16), BigEndian(png, 20)));
            Assert.Empty(exporter.Errors);
            var invalid = await exporter.EvaluateAsync(
                $"(Plotly.validate({JsonOf(figure, "data")}, {{}}) ?? []).filter(problem => ['value', 'invisible', 'array', 'object'].includes(problem.code)).map(problem => problem.msg)", Cancellation);
            Assert.Equal("[]", invalid.ToString());
            var outside = await exporter.EvaluateAsync(
                """
                (() => { const frame = document.getElementById("chart").getBoundingClientRect();
                  return [...document.querySelectorAll("#chart text")].filter(text => text.textContent)
                    .filter(text => { const box = text.getBoundingClientRect();
                      return box.width > 0 && (box.left < frame.left || box.top < frame.top || box.right > frame.right || box.bottom > frame.bottom); })
                    .map(text => text.textContent); })()
                """, Cancellation);
            Assert.Equal("[]", outside.ToString());
            return png;
        }, Cancellation);
    }

    [Fact]
    public async Task The_same_figure_gives_the_same_picture_bytes_after_another_was_drawn()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        string[] formats = ["png", "svg", "pdf"];
        var first = await FigureFile.RenderAsync(SampleFigures.Timeline, formats, Cancellation);
        await FigureFile.RenderAsync(SampleFigures.HeatMap, formats, Cancellation);
        var second = await FigureFile.RenderAsync(SampleFigures.Timeline, formats, Cancellation);
        Assert.All(first.Zip(second), pair => Assert.Equal(pair.First, pair.Second));
    }

    [Fact]
    public async Task Svg_and_pdf_carry_their_fonts()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var files = await FigureFile.RenderAsync(SampleFigures.Bar, ["svg", "pdf"], Cancellation);
        var svg = Encoding.UTF8.GetString(files[0]);
        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.Contains("@font-face{font-family:\"Noto Sans Arabic\"", svg, StringComparison.Ordinal);
        Assert.Contains("القوات الأميركية (CENTCOM)", svg, StringComparison.Ordinal);
        System.Xml.Linq.XDocument.Parse(svg);
        var pdf = Encoding.Latin1.GetString(files[1]);
        Assert.StartsWith("%PDF", pdf, StringComparison.Ordinal);
        Assert.Contains("/FontFile2", pdf, StringComparison.Ordinal);
        Assert.Contains("NotoSansArabic", pdf, StringComparison.Ordinal);
        // 900 by 340 CSS pixels are 675 by 255 points; the browser rounds up to its own grid.
        Assert.Contains("/MediaBox [0 0 675.12 255.12]", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_page_draws_itself_from_disk_without_errors()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        using var folder = new TemporaryFolder();
        var file = folder.At("chart.html");
        await SampleFigures.HeatMap.SaveAsync(file, Cancellation);
        await using var browser = await Browser.StartAsync(Cancellation);
        var page = await browser.OpenPageAsync(cancellation: Cancellation);
        await page.NavigateAsync(new Uri(file), Cancellation);
        var drawn = await page.EvaluateAsync("document.fonts.ready.then(() => new Promise(done => setTimeout(() => done(document.querySelectorAll('#co-mentions .hm').length), 300)))", Cancellation);
        Assert.Equal(1, drawn.GetInt32());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Fragments_of_one_page_share_plotly_and_replace_their_still_pictures()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        using var folder = new TemporaryFolder();
        var html = Formatted("text/html", SampleFigures.Bar, SampleFigures.Line);
        Assert.DoesNotContain("plotly.js v", html[1], StringComparison.Ordinal);
        var file = folder.At("page.html");
        await File.WriteAllTextAsync(file, $"<!DOCTYPE html><meta charset=utf-8><script>var define = function () {{ throw 'AMD'; }}; define.amd = {{}};</script>{html[0]}{html[1]}", Cancellation);
        await using var browser = await Browser.StartAsync(Cancellation);
        var page = await browser.OpenPageAsync(cancellation: Cancellation);
        await page.NavigateAsync(new Uri(file), Cancellation);
        Assert.Equal("2 0", (await page.EvaluateAsync("new Promise(done => setTimeout(() => done(`${document.querySelectorAll('.js-plotly-plot').length} ${document.querySelectorAll('figure img').length}`), 500))", Cancellation)).GetString());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public void A_notebook_engine_gets_plotly_json_a_picture_and_plain_text()
    {
        using var json = JsonDocument.Parse(Formatted("application/vnd.plotly.v1+json", SampleFigures.Bar)[0]);
        Assert.Equal("bar", json.RootElement.GetProperty("data")[0].GetProperty("type").GetString());
        Assert.StartsWith(SampleFigures.Bar.Title, Formatted("text/plain", SampleFigures.Bar)[0], StringComparison.Ordinal);
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        Assert.Equal(PngSignature, Convert.FromBase64String(Formatted("image/png", SampleFigures.Bar)[0])[..8]);
    }

    [Fact]
    public async Task All_figures_are_saved_under_their_ids_and_two_of_one_id_are_refused()
    {
        using var folder = new TemporaryFolder();
        var files = await Figure.SaveAllAsync([SampleFigures.Bar, SampleFigures.Line], folder.Location, ["json", "csv"], Cancellation);
        Assert.Equal(["entity-counts.json", "entity-counts.csv", "mentions-by-month.json", "mentions-by-month.csv"], files.Select(Path.GetFileName));
        Assert.Equal(4, Directory.GetFiles(folder.Location).Length);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Figure.SaveAllAsync([SampleFigures.Bar, SampleFigures.Bar], folder.Location, ["json"], Cancellation));
        Assert.Contains("2 figures have the id 'entity-counts'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_extension_is_refused_with_those_known() =>
        Assert.Contains(".png, .svg, .pdf, .html, .json or .csv; found 'chart.gif'", Assert.Throws<ArgumentException>(() => SampleFigures.Bar.Save("chart.gif")).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_npm_or_a_browser_one_sentence_says_what_is_not_made_and_how_to_get_it()
    {
        Assert.Contains("install Node.js", PictureExporter.Obstacle(null, []), StringComparison.Ordinal);
        Assert.Contains("ANALYSIS_BROWSER", PictureExporter.Obstacle(new WebFolder("web"), []), StringComparison.Ordinal);
        Assert.Equal("", PictureExporter.Obstacle(new WebFolder("web"), [new("chrome", "chrome", null)]));
    }

    [Fact]
    public void The_environment_names_the_browser_else_an_installed_one_comes_before_the_one_that_npm_brings()
    {
        var web = new WebFolder("/p/artifacts/lib/web");
        var bundle = Path.Combine(web.BundledChromium, "bin", "chromium.br");
        var machine = new Machine(OSPlatform.Linux, name => name == "PATH" ? "/usr/bin" : null, path => path == "/usr/bin/chromium" || path == bundle);
        var found = BrowserCandidate.On(machine, web);
        Assert.Equal("/usr/bin/chromium", found[0].Program);
        Assert.Equal(machine.RunsBundledChromium ? 2 : 1, found.Count);
        var named = machine with { Variable = name => name == BrowserCandidate.Variable ? "/opt/browser" : null };
        Assert.Equal(["/opt/browser"], BrowserCandidate.On(named, web).Select(candidate => candidate.Program));
    }

    [Fact]
    public async Task A_browser_that_cannot_start_is_one_clear_error()
    {
        var error = await Assert.ThrowsAsync<IOException>(() => Browser.StartAsync([new("nowhere", Path.Combine(Path.GetTempPath(), "no-such-browser"), null)], Cancellation));
        Assert.StartsWith("no browser could be started: nowhere: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lock_file_names_no_address()
    {
        var source = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "src", "Analysis", "Charts", "web");
        Assert.DoesNotContain("://", File.ReadAllText(Path.Combine(source, "package-lock.json")), StringComparison.Ordinal);
    }

    private static string[] Formatted(string mime, params Figure[] figures)
    {
        dynamic formatter = new FigureFormatters().CreateTypeFormatters().Single(candidate => (string)((dynamic)candidate).MimeType == mime);
        return [.. figures.Select(figure =>
        {
            using var writer = new StringWriter();
            Assert.True((bool)formatter.Format(figure, writer));
            return writer.ToString();
        })];
    }

    private static string JsonOf(Figure figure, string member) => PlotlyDocument.Of(figure)[member]!.ToJsonString(PlotlyDocument.Compact);

    private static int BigEndian(byte[] bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));

    private static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
