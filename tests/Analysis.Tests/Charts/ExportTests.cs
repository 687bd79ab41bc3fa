using System.Runtime.InteropServices;
using System.Text;
using Analysis.Tests.Corpora;
using Plotly.NET;

namespace Analysis.Tests;

/// <summary>Charts drawn by a real browser. Without one these tests are skipped with the sentence that users get.</summary>
public sealed class ExportTests(DrawingFixture browser) : IClassFixture<DrawingFixture>
{
    private static readonly byte[] PngSignature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chart_that_cannot_be_written_costs_its_own_picture_only()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var broken = SampleFigures.Bar.With(chart =>
        {
            GenericChart.getLayout(chart).SetProperty("uirevision", new object());
            return chart;
        });
        for (var again = 0; again < 3; again++)
            await Assert.ThrowsAsync<NotSupportedException>(() => PictureExporter.Shared.DrawAsync(broken, ["png"], Cancellation));
        Assert.NotEmpty(await PictureExporter.Shared.DrawAsync(SampleFigures.Bar, ["png"], Cancellation));
    }

    public static TheoryData<string> Ids => [.. SampleFigures.All.Select(figure => figure.Id)];

    [Theory, MemberData(nameof(Ids))]
    public async Task Each_kind_of_chart_is_valid_for_plotly_and_draws_without_errors_and_with_every_text_inside_the_picture(string id)
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var figure = SampleFigures.ById(id);
        var page = (await browser.Value).Page;
        List<string> errors = [];
        page.PageError += (_, error) => errors.Add(error.Message);
        var png = (await PictureExporter.DrawAsync(
            page, figure, PlotlyJson.ForDrawing(figure.Chart).ToJsonString(JsonForm.Compact), ["png"]))[0];
        Assert.Equal(PngSignature, png[..8]);
        Assert.Equal((figure.Width * 2, figure.Height * 2), (BigEndian(png, 16), BigEndian(png, 20)));
        Assert.Empty(errors);
        var json = PlotlyJson.Of(figure.Chart).ToJsonString(JsonForm.Compact);
        // plotly.js 2.28 cannot validate a legend.
        Assert.Empty(await page.EvaluateExpressionAsync<string[]>(
            "(chart => (delete chart.layout.legend, Plotly.validate(chart.data, chart.layout) ?? []).filter(problem => "
            + "['value', 'invisible', 'array', 'object', 'schema'].includes(problem.code)).map(problem => problem.msg))" + $"({json})"));
        var outside = await page.EvaluateExpressionAsync<string[]>(
            """
            (() => { const frame = document.getElementById("chart").getBoundingClientRect();
              return [...document.querySelectorAll("#chart text")].filter(text => text.textContent)
                .filter(text => { const box = text.getBoundingClientRect();
                  return box.width > 0 && (box.left < frame.left || box.top < frame.top
                    || box.right > frame.right || box.bottom > frame.bottom); })
                .map(text => text.textContent); })()
            """);
        Assert.Empty(outside);
    }

    [Fact]
    public async Task The_same_figure_gives_the_same_picture_bytes_after_another_was_drawn()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        string[] formats = ["png", "svg", "pdf"];
        var first = await PictureExporter.Shared.DrawAsync(SampleFigures.Timeline, formats, Cancellation);
        await PictureExporter.Shared.DrawAsync(SampleFigures.HeatMap, formats, Cancellation);
        var second = await PictureExporter.Shared.DrawAsync(SampleFigures.Timeline, formats, Cancellation);
        Assert.All(first.Zip(second), pair => Assert.Equal(pair.First, pair.Second));
    }

    [Fact]
    public async Task Svg_and_pdf_carry_their_fonts()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var files = await PictureExporter.Shared.DrawAsync(SampleFigures.Bar, ["svg", "pdf"], Cancellation);
        var svg = Encoding.UTF8.GetString(files[0]);
        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.Contains("@font-face{font-family:\"Noto Sans Arabic\"", svg, StringComparison.Ordinal);
        Assert.Contains("القوات الأميركية (CENTCOM)", svg, StringComparison.Ordinal);
        System.Xml.Linq.XDocument.Parse(svg);
        var pdf = Encoding.Latin1.GetString(files[1]);
        Assert.StartsWith("%PDF", pdf, StringComparison.Ordinal);
        Assert.Contains("/FontFile2", pdf, StringComparison.Ordinal);
        Assert.Contains("Amiri", pdf, StringComparison.Ordinal);
        // 900 by 340 CSS pixels are 675 by 255 points; the browser rounds up to its own grid.
        Assert.Contains("/MediaBox [0 0 675.12 255.12]", pdf, StringComparison.Ordinal);
    }

    // LibreOffice leaves out what a mask covers.
    [Fact]
    public async Task Outlines_have_no_mask_and_keep_the_opacity_of_colours()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var drawn = await PictureExporter.Shared.DrawAsync(SampleFigures.Scatter, ["outlines"], Cancellation);
        var outlines = Encoding.UTF8.GetString(drawn[0]);
        Assert.SkipUnless(outlines.Length > 0, "pdftocairo is not there");
        Assert.DoesNotContain("<mask", outlines, StringComparison.Ordinal);
        Assert.Contains("fill-opacity:0.85", outlines, StringComparison.Ordinal);
    }

    // Vowel marks, numbers, brackets and signs are what a reader of places of letters takes in a wrong order.
    [Theory]
    [InlineData("من يُذكر، وكم مرة، منذ عام ٢٠٢٠ و٢٠٢١؟ عددًا (٣): ٣٦، ٣٧.")]
    [InlineData("١. \u2066[003:0-289]\u2069 قال فجأةً: نعم (CENTCOM)، ٩٥٪ من 5,000.")]
    [InlineData("Names (2): \u2067محمّد\u2069 \u2066(Muhammad)\u2069, 12")]
    public async Task The_text_of_a_pdf_is_read_as_it_is_written(string written)
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "pdftotext"))), "pdftotext is not there");
        using var folder = new TemporaryFolder();
        folder.With("page.html", "<!DOCTYPE html><meta charset=utf-8>"
            + $"<style>{FontFace.EmbeddedForPrint(written)} p {{ font: 16px \"Noto Sans\", Amiri }}</style><p dir=auto>{written}</p>");
        var pdf = await PictureExporter.Shared.PrintAsync(folder.At("page.html"), Cancellation);
        var (exit, text, _) = await ProgramRun.OfAsync(new("pdftotext", ["-", "-"]), pdf, TimeSpan.FromSeconds(20), Cancellation);
        Assert.Equal((0, WithoutControls(written)), (exit, WithoutControls(text.Trim())));

        static string WithoutControls(string line) => string.Concat(line.Where(letter =>
            !char.IsControl(letter) && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format));
    }

    [Fact]
    public async Task Svg_and_pdf_carry_the_title_and_svg_the_words()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var figure = SampleFigures.Bar with { Title = "Named <most>", Alt = "Bars & \uD800 words" };
        var files = await PictureExporter.Shared.DrawAsync(figure, ["svg", "pdf"], Cancellation);
        var svg = System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(files[0])).Root!;
        Assert.Equal("Named <most>", svg.Element(svg.Name.Namespace + "title")!.Value);
        Assert.Equal("Bars & \uFFFD words", svg.Element(svg.Name.Namespace + "desc")!.Value);
        Assert.Contains("/Title (Named <most>)", Encoding.Latin1.GetString(files[1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Who is named most?")]
    [InlineData("من يُذكر أكثر؟")]
    public async Task On_a_narrow_page_a_saved_chart_is_laid_out_for_it_and_nothing_is_cut_off(string title)
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        using var folder = new TemporaryFolder();
        await (SampleFigures.Bar with { Title = title }).SaveAsync(folder.At("chart.html"), Cancellation);
        await using var page = await (await browser.Value).OpenPageAsync();
        await page.SetViewportAsync(new() { Width = 390, Height = 800 });
        await page.GoToAsync(new Uri(folder.At("chart.html")).AbsoluteUri);
        await page.WaitForSelectorAsync(".js-plotly-plot .main-svg");
        // How far the frame's left end is from the chart's before and after scrolling to its end, and the width of the whole page.
        var measures = await page.EvaluateExpressionAsync<double[]>(
            """
            (() => { const frame = document.querySelector(".plot-frame"), chart = document.querySelector(".js-plotly-plot");
              const hidden = () => frame.getBoundingClientRect().left - chart.getBoundingClientRect().left;
              const before = hidden();
              frame.scrollLeft = 10000;
              return [before, hidden() + frame.clientWidth, document.documentElement.scrollWidth]; })()
            """);
        Assert.Equal([0, 358, 390], measures);
    }

    [Fact]
    public async Task A_figure_is_saved_under_its_id_and_one_without_an_id_is_refused()
    {
        using var folder = new TemporaryFolder();
        var saved = await SampleFigures.Bar.SaveAsync(folder.Location, ["json", "csv"], Cancellation);
        Assert.Equal(["entity-counts.json", "entity-counts.csv"], saved.Files.Select(Path.GetFileName));
        Assert.Equal(("", 2), (saved.Warning, Directory.GetFiles(folder.Location).Length));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => (SampleFigures.Bar with { Id = "" }).SaveAsync(folder.Location, ["json"], Cancellation));
        Assert.Contains("has no id to name its files", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_extension_is_refused_with_those_known() =>
        Assert.Contains(".png, .svg, .pdf, .html, .json or .csv; found 'chart.gif'",
            Assert.Throws<ArgumentException>(() => SampleFigures.Bar.Save("chart.gif")).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_a_browser_and_npm_one_sentence_says_what_is_not_made_and_how_to_get_it() =>
        Assert.Contains("install Chrome, Edge or Chromium, or name its program in the environment variable ANALYSIS_BROWSER",
            new PictureExporter(new(OSPlatform.Linux, _ => null, _ => false), "").Obstacle, StringComparison.Ordinal);

    [Fact]
    public void The_environment_names_the_browser_else_installed_ones_are_tried_and_npm_only_where_there_is_none()
    {
        var machine = new Machine(OSPlatform.Linux, name => name == "PATH" ? "/usr/bin" : null, path =>
            path is "/usr/bin/chromium" or "/usr/bin/npm");
        Assert.Equal(["/usr/bin/chromium"], machine.Browsers);
        var named = machine with { Variable = name => name == Machine.BrowserVariable ? "/opt/browser" : "/usr/bin" };
        Assert.Equal(["/opt/browser"], named.Browsers);
        Assert.Null(named.Npm);
        Assert.Equal(RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64 ? "/usr/bin/npm" : null,
            machine.Npm);
    }

    [Fact]
    public void A_Chromium_that_npm_has_brought_is_used_without_npm()
    {
        var brought = NpmChromium.ProgramIn(NpmChromium.UserCache);
        var machine = new Machine(OSPlatform.Linux, _ => null, path => path == brought);
        Assert.Equal([brought], machine.Browsers);
        Assert.Equal("", new PictureExporter(machine, "").Obstacle);
    }

    [Fact]
    public void The_copy_that_is_only_drawn_carries_no_words_of_its_marks()
    {
        var drawn = PlotlyJson.ForDrawing(SampleFigures.Bar.Chart).ToJsonString(JsonForm.Compact);
        Assert.DoesNotContain("2 passages", drawn, StringComparison.Ordinal);
        Assert.Contains("2 passages", SampleFigures.Bar.ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_of_a_damaged_text_leave_the_svg_well_formed()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var figure = Figure.Bar(new SampleFrame(SampleColumn.Text("Value", "a\u001b[31mb\f\uFFFE"), SampleColumn.Whole("Count", 1)),
            "title \u0007");
        var svg = Encoding.UTF8.GetString((await PictureExporter.Shared.DrawAsync(figure, ["svg"], Cancellation))[0]);
        System.Xml.Linq.XDocument.Parse(svg);
        Assert.Contains("a\uFFFD[31mb\uFFFD\uFFFD", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lock_file_names_no_address()
    {
        var source = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "src", "Analysis", "Charts", "web");
        Assert.DoesNotContain("://", File.ReadAllText(Path.Combine(source, "package-lock.json")), StringComparison.Ordinal);
    }

    private static int BigEndian(byte[] bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));

    private static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
}
