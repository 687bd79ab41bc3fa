using Analysis.Tests.Corpora;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET.CSharp;
using Factory = Plotly.NET.CSharp.Chart;
using GenericChart = Plotly.NET.GenericChart;

namespace Analysis.Tests;

/// <summary>Texts that would run a script or break a chart, in pages that a real browser opens.</summary>
public sealed class HostileTextTests(DrawingFixture drawing) : IClassFixture<DrawingFixture>
{
    private const string Ran = "document.title = 'ran'";

    private static readonly string[] Hostile =
    [
        $"</script><script>{Ran}</script>", $"<img src=x onerror=\"{Ran}\">", "[LAYOUT] [CONFIG] [ID] [CHART]",
        $"<a href=\"javascript:{Ran}\">link</a>", "&lt;script&gt; \u2028 ' \" \\ `${1}`",
    ];

    private static Evidence Passage { get; } = new(
        Hostile[0], new(Hostile[1], Hostile[1], Title: Hostile[0], Outlet: Hostile[0]), new(0, 5),
        new(Hostile[1], 0, 0, Hostile[1].Length, 0, SentenceKind.Body, Hostile[1]), Hostile[0]);

    public static TheoryData<string, Func<Figure>> Figures => new()
    {
        { "bars", () => Figure.Bar(new SampleFrame(SampleColumn.Text("Value", Hostile), SampleColumn.Whole("Count", 1, 2, 3, 4, 5)),
            Hostile[0]) with
            { Caption = Hostile[1], Source = Hostile[1], Alt = Hostile[1], Evidence = [Passage] } },
        { "a plain chart", () => Figure.Of(Plain()) },
    };

    [Theory, MemberData(nameof(Figures))]
    public async Task A_saved_page_draws_the_chart_and_runs_nothing(string kind, Func<Figure> make)
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        using var folder = new TemporaryFolder();
        var file = folder.At("chart.html");
        var figure = make();
        await figure.SaveAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal((figure.Title, 1, ""), await Opened(file, kind));
    }

    [Theory, MemberData(nameof(Figures))]
    public async Task What_a_notebook_gets_draws_the_chart_and_runs_nothing(string kind, Func<Figure> make)
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        using var folder = new TemporaryFolder();
        var file = folder.At("page.html");
        // The second figure waits for the plotly.js that the first brings; a loader of modules on the page is not disturbed.
        var html = FigureHtml.Fragment(make(), null, withScript: true)
            + FigureHtml.Fragment(SampleFigures.Columns with { Id = "" }, [1, 2], withScript: false);
        await File.WriteAllTextAsync(
            file,
            "<!DOCTYPE html><meta charset=utf-8><title>clean</title>"
                + $"<script>var define = function () {{ throw 'AMD'; }}; define.amd = {{}};</script>{html}",
            TestContext.Current.CancellationToken);
        Assert.Equal(("clean", 2, ""), await Opened(file, kind));
    }

    [Fact]
    public async Task The_panel_of_a_saved_page_shows_hostile_passages_as_texts()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        using var folder = new TemporaryFolder();
        var file = folder.At("chart.html");
        await Figures.First().Data.Item2().SaveAsync(file, TestContext.Current.CancellationToken);
        await using var page = await (await drawing.Value).OpenPageAsync();
        await page.GoToAsync(new Uri(file).AbsoluteUri);
        await page.WaitForSelectorAsync(".plot-frame[role=application] .main-svg .plot");
        await page.FocusAsync(".plot-frame");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("dialog[open] details[data-filled]");
        var shown = await page.EvaluateExpressionAsync<string[]>(
            "[...document.querySelectorAll('dialog h2, dialog summary, dialog li p:first-child, dialog .origin')]"
            + ".map(part => part.textContent)");
        Assert.Equal(
            [$"{Hostile[0]}, Count: 1", $"{Hostile[1]} · {Hostile[0]} · {Hostile[0]} (1)", Hostile[1],
                $"{Hostile[1]}:0-5 · Rule: {Hostile[0]}"], shown);
        Assert.Equal("<img ", await page.EvaluateExpressionAsync<string>("document.querySelector('dialog mark').textContent"));
        Assert.NotEqual("ran", await page.GetTitleAsync());
    }

    [Fact]
    public void A_notebook_shows_figures_and_plain_charts_and_one_of_them_carries_plotly()
    {
        FigureFormatters.Register();
        Assert.All([typeof(Figure), typeof(GenericChart)], type =>
            Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(type)));
        string[] shown = [.. new object[] { SampleFigures.Bar, SampleFigures.Columns, Plain() }.Select(
            value => value.ToDisplayString("text/html"))];
        Assert.Single(shown, html => html.Contains("plotly.js v2.28", StringComparison.Ordinal));
        Assert.All(shown, html => Assert.Contains("window.analysisFigure", html, StringComparison.Ordinal));
        Assert.StartsWith("The United States is named most", SampleFigures.Bar.ToDisplayString("text/plain"), StringComparison.Ordinal);
        Assert.StartsWith("bar chart", Factory.Column<double, string, string>(values: [1])
            .ToDisplayString("text/plain"), StringComparison.Ordinal);
    }

    private static GenericChart Plain() =>
        Factory.Column<double, string,
            string>(values: [1, 2, 3, 4, 5], Keys: new(Hostile, true), MultiText: new(Hostile, true), Name: Hostile[0])
        .WithTitle(Hostile[1]).WithAnnotations(new Plotly.NET.LayoutObjects.Annotation { Text = Hostile[3], X = 1, Y = 1 })
            .WithXAxisStyle<double, double, string>(TitleText: Hostile[0]);

    /// <summary>Title, number of drawn charts and errors of a page.</summary>
    private async Task<(string Title, int Charts, string Errors)> Opened(string file, string kind)
    {
        await using var page = await (await drawing.Value).OpenPageAsync();
        List<string> errors = [];
        page.PageError += (_, error) => errors.Add($"{kind}: {error.Message}");
        await page.GoToAsync(new Uri(file).AbsoluteUri);
        var drawn = await page.EvaluateExpressionAsync<int>(
            "new Promise(done => setTimeout(() => done(document.querySelectorAll('.js-plotly-plot .main-svg .plot').length), 800))");
        return (await page.GetTitleAsync(), drawn, string.Join("; ", errors));
    }
}
