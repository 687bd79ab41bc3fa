using Analysis.Tests.Corpora;
using PuppeteerSharp;

namespace Analysis.Notebooks.Tests;

/// <summary>The pages of the report on screens of all widths, light and dark, for people and for assistive technology.</summary>
public sealed class AccessTests(ReportFixture report) : IClassFixture<ReportFixture>
{
    private const string Article = "article.html";

    private IEnumerable<string> Pages =>
    [
        .. Directory.GetFiles(report.PathOf(""), "*.html").Select(file => Path.GetFileName(file)!).Where(name => name != Article),
        Article + "#001:290", "search.html#q=هجوم", "search.html#kind=attack&sort=after",
    ];

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task On_no_page_and_in_no_panel_axe_finds_a_violation_a_link_leads_nowhere_or_the_width_is_too_large(int width, bool dark)
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var charts = 0;
        foreach (var name in Pages)
        {
            await using var page = await report.OpenAsync(name, width, dark);
            if (name.StartsWith("search", StringComparison.Ordinal))
                await page.WaitForFunctionAsync("() => document.documentElement.dataset.search === 'done'");
            Assert.Equal((name, width), (name, await page.EvaluateExpressionAsync<int>("document.documentElement.scrollWidth")));
            charts += await page.EvaluateExpressionAsync<int>(
                "[...document.querySelectorAll('.drawn div.plot')].filter(plot => plot.querySelector('.main-svg')).length");
            var links = await page.EvaluateExpressionAsync<string[]>("[...document.links].map(link => link.href)");
            Assert.All(links.Select(link => new Uri(link)).Where(link => link.IsFile), link => Assert.True(
                File.Exists(link.LocalPath) || link.LocalPath.Contains("corpus", StringComparison.Ordinal), $"{name} links {link}"));
            await page.EvaluateExpressionAsync(new Deque.AxeCore.Commons.BundledAxeScriptProvider().GetScript());
            Assert.Equal("", await ViolationsAsync(page));
            // By day and by night a page differs in its colours alone.
            await ShowAsync(page, dark: !dark);
            Assert.Equal("", await ViolationsAsync(page, ", { runOnly: ['color-contrast'] }"));
            if (await page.QuerySelectorAsync(".plot-frame") is not { } chart) continue;
            await chart.FocusAsync();
            await page.Keyboard.PressAsync("ArrowRight");
            await page.Keyboard.PressAsync("Enter");
            await page.EvaluateExpressionAsync("new Promise(done => setTimeout(done, 300))");
            Assert.Equal("", await ViolationsAsync(page));
            await ShowAsync(page, dark);
            Assert.Equal("", await ViolationsAsync(page, ", { runOnly: ['color-contrast'] }"));
        }

        Assert.Equal(Directory.GetFiles(Path.Combine(report.Output, "figures"), "*.csv").Length, charts);
        Assert.Empty(report.Faults);
    }

    [Fact]
    public async Task Charts_take_the_colours_of_a_dark_page_and_the_width_that_there_is()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        const string Paper = "getComputedStyle(document.querySelector('.main-svg')).backgroundColor";
        await using var page = await report.OpenAsync("02-entity-frequencies.html", 1280);
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateExpressionAsync<string>(Paper));
        await ShowAsync(page, dark: true);
        await page.SetViewportAsync(new() { Width = 768, Height = 800 });
        await page.WaitForFunctionAsync("() => document.querySelector('.main-svg').clientWidth < 768");
        Assert.Equal("rgb(23, 24, 27)", await page.EvaluateExpressionAsync<string>(Paper));
    }

    [Fact]
    public async Task Dates_are_in_words_on_a_page_in_Arabic()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        await using var page = await report.OpenAsync("index.html", 1280);
        const string Dates = "['2020-01-03', '2020-01', '003', ''].map(analysisDate).join('|')";
        foreach (var (language, dates) in new[]
        {
            (Language.English, "2020-01-03|2020-01|003|"), (Language.ArabicWithArabicDigits, "٣ يناير ٢٠٢٠|يناير ٢٠٢٠|003|"),
            (Language.Arabic, "3 يناير 2020|يناير 2020|003|"),
        })
        {
            await page.EvaluateExpressionAsync($"analysisTexts = undefined; {ChartAssets.FigureScript(language)}");
            Assert.Equal(dates, await page.EvaluateExpressionAsync<string>(Dates));
        }
    }

    [Fact]
    public async Task An_article_shows_its_text_with_a_place_for_every_mark_and_boxes_that_hide_a_kind()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var corpus = Corpus.Open(Repository.Corpus);
        var starts = corpus.Mentions.Where(m => m.Document == "001").Select(m => m.Start)
            .Concat(corpus.Times.Where(t => t.Document == "001").Select(t => t.Start))
            .Concat(corpus.Events.Where(e => e.Document == "001").Select(e => e.Start)).ToList();
        await using var page = await report.OpenAsync($"{Article}#001:{starts[0]}", 1280);
        Assert.Equal(
            corpus.Sentences.Where(sentence => sentence.Document == "001").GroupBy(sentence => sentence.Paragraph)
                .Select(paragraph => string.Join(' ', paragraph.Select(sentence => sentence.Text))),
            await page.EvaluateExpressionAsync<string[]>("[...document.querySelectorAll('.text p')].map(each => each.textContent)"));
        var places = await page.EvaluateExpressionAsync<string[]>("[...document.querySelectorAll('.text span')].map(each => each.id)");
        Assert.All(starts, start => Assert.Contains($"o{start}", places));
        Assert.Equal(starts.Count, await page.EvaluateExpressionAsync<int>("document.querySelectorAll('tbody tr').length"));
        Assert.Equal($"o{starts[0]}", await page.EvaluateExpressionAsync<string>("document.querySelector('.place').id"));
        var kind = await page.EvaluateExpressionAsync<string>("document.querySelector('.legend input').id");
        var shown = $"getComputedStyle(document.querySelector('.text .{kind}')).backgroundColor";
        Assert.NotEqual("rgba(0, 0, 0, 0)", await page.EvaluateExpressionAsync<string>(shown));
        await page.ClickAsync($"#{kind}");
        Assert.Equal("rgba(0, 0, 0, 0)", await page.EvaluateExpressionAsync<string>(shown));
        Assert.Empty(report.Faults);
    }

    private static async Task ShowAsync(IPage page, bool dark)
    {
        var scheme = dark ? "dark" : "light";
        await page.EmulateMediaFeaturesAsync([new() { MediaFeature = MediaFeature.PrefersColorScheme, Value = scheme }]);
        await page.EvaluateExpressionAsync("new Promise(done => setTimeout(done, 300))");
    }

    private static Task<string> ViolationsAsync(IPage page, string rules = "") => page.EvaluateExpressionAsync<string>(
        $$"""
        axe.run(document{{rules}}).then(found => found.violations
          .map(each => `${each.id} (${each.impact}): ${each.nodes.map(node => node.html.slice(0, 120)).join(" ")}`).join("\n"))
        """);
}
