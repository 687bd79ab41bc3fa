using System.Text.Json;
using System.Runtime.CompilerServices;
using Analysis.Cli;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>The main job on the project's notebooks, on a corpus of one's own, and on notebooks that fail.</summary>
[Collection(CurrentDirectory.Name)]
public sealed class MainJobTests : IDisposable
{
    private const string Drawn = """
        new Promise(done => setTimeout(() => done({
          charts: document.querySelectorAll('.plot').length,
          drawn: [...document.querySelectorAll('.plot')].filter(plot => !plot.hidden && plot.querySelector('.main-svg')).length,
          links: [...document.links].map(link => link.href)
        }), 1500))
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_notebook_runs_and_every_chart_of_the_report_is_drawn_without_an_error()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var cancellation = TestContext.Current.CancellationToken;
        var (exit, output, error) = await Run([]);
        Assert.Equal((0, ""), (exit, error));
        var figures = Directory.GetFiles(Path.Combine(_folder, "figures")).Select(Path.GetFileName).ToList();
        foreach (var id in figures.Select(Path.GetFileNameWithoutExtension).Distinct())
            Assert.All(["png", "svg", "pdf", "json", "csv"], format => Assert.Contains($"{id}.{format}", figures));
        Assert.Contains($"{figures.Count / 5} as png, svg, pdf, json, csv", output, StringComparison.Ordinal);
        foreach (var table in new[] { "documents", "sentences", "tokens", "mentions", "entities", "co-mentions", "times", "events" })
            Assert.True(File.Exists(Path.Combine(_folder, "tables", table + ".csv")), table);

        await using var browser = await Browser.StartAsync(Machine.Current, TimeSpan.FromSeconds(30), cancellation);
        var page = await browser.OpenPageAsync();
        List<string> errors = [];
        page.PageError += (_, error) => errors.Add(error.Message);
        page.Console += (_, line) => errors.AddRange(line.Message.Type is PuppeteerSharp.ConsoleType.Error or PuppeteerSharp.ConsoleType.Warning ? [line.Message.Text] : Array.Empty<string>());
        var charts = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(_folder, "report"), "*.html"))
        {
            await page.GoToAsync(new Uri(file).AbsoluteUri);
            var found = await page.EvaluateExpressionAsync<JsonElement>(Drawn);
            charts += found.GetProperty("charts").GetInt32();
            Assert.Equal(found.GetProperty("charts").GetInt32(), found.GetProperty("drawn").GetInt32());
            Assert.All(
                found.GetProperty("links").EnumerateArray().Select(link => new Uri(link.GetString()!)).Where(link => link.IsFile),
                link => Assert.True(File.Exists(link.LocalPath) || link.LocalPath.Contains("corpus", StringComparison.Ordinal), $"{file} links {link}"));
        }

        Assert.Equal(figures.Count / 5, charts);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task The_notebooks_run_on_a_corpus_without_dates_or_known_names()
    {
        var corpus = Directory.CreateDirectory(Path.Combine(_folder, "mine")).FullName;
        await File.WriteAllTextAsync(Path.Combine(corpus, "a.txt"), "قال الوزير أمس إن الوضع هادئ. زار الرئيس المدينة.", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(corpus, "b.txt"), "نص بلا أسماء.", TestContext.Current.CancellationToken);
        var (exit, _, error) = await Run([], corpus);
        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith("Id,", (await File.ReadAllLinesAsync(Path.Combine(_folder, "tables", "documents.csv"), TestContext.Current.CancellationToken))[0], StringComparison.Ordinal);
        Assert.Contains("are about the project's own five articles", await File.ReadAllTextAsync(Path.Combine(_folder, "report", "index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_notebooks_run_on_one_file_of_JSON_Lines()
    {
        var corpus = Path.Combine(_folder, "mine.jsonl");
        await File.WriteAllTextAsync(corpus, """{"id":"a","text":"زار وزير الخارجية الإيراني بغداد أمس.","date":"2020-01-05","title":"زيارة"}""", TestContext.Current.CancellationToken);
        var (exit, _, error) = await Run([], corpus);
        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith("a,", (await File.ReadAllLinesAsync(Path.Combine(_folder, "tables", "documents.csv"), TestContext.Current.CancellationToken))[1], StringComparison.Ordinal);
        Assert.Contains("mine.jsonl", await File.ReadAllTextAsync(Path.Combine(_folder, "report", "index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corpus_that_is_not_there_is_named_with_the_option()
    {
        var absent = Path.Combine(_folder, "absent.jsonl");
        var fault = await Assert.ThrowsAsync<DirectoryNotFoundException>(() => Run([], absent));
        Assert.Equal($"--corpus names '{absent}', where there is nothing; expected a folder of texts or a .jsonl file", fault.Message);
    }

    [Fact]
    public async Task A_failing_cell_is_named_with_its_line_and_the_other_notebooks_run()
    {
        var failing = Path.Combine(_folder, "1-failing.ipynb");
        var sound = Path.Combine(_folder, "2-sound.ipynb");
        Notebooks.Of(Notebooks.Code("first", "\"kept\""), Notebooks.Code("second", "var n = 0;\n1 / n")).Save(failing);
        Notebooks.Of(Notebooks.Code("only", "1 + 1")).Save(sound);
        var before = await File.ReadAllBytesAsync(failing, TestContext.Current.CancellationToken);
        var (exit, output, error) = await Run([failing, sound], write: true);
        Assert.Equal(1, exit);
        Assert.Contains("1-failing.ipynb, cell 'second', line 2: DivideByZeroException", error, StringComparison.Ordinal);
        Assert.Contains("    1 / n", error, StringComparison.Ordinal);
        Assert.Contains("1 of 2 notebooks ran", output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(failing, TestContext.Current.CancellationToken));
        Assert.Equal(1, NotebookDocument.Load(sound).Cells[0].ExecutionCount);
        Assert.Contains("kept", await File.ReadAllTextAsync(Path.Combine(_folder, "report", "1-failing.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_earlier_run_made_and_this_one_does_not_is_deleted_and_nothing_else()
    {
        var figures = Directory.CreateDirectory(Path.Combine(_folder, "figures")).FullName;
        string[] names = ["old.png", "kept.png", "mine.png"];
        foreach (var name in names) File.WriteAllText(Path.Combine(figures, name), "");
        File.SetLastWriteTimeUtc(Path.Combine(figures, "mine.png"), new DateTime(2020, 1, 3, 0, 0, 0, DateTimeKind.Utc));
        MadeFiles.Settle(_folder, DateTime.UtcNow.AddMinutes(-1), ["figures"]);
        File.SetLastWriteTimeUtc(Path.Combine(figures, "old.png"), new DateTime(2020, 1, 3, 0, 0, 0, DateTimeKind.Utc));
        MadeFiles.Settle(_folder, DateTime.UtcNow.AddMinutes(-1), ["figures"]);
        Assert.Equal(["kept.png", "mine.png"], Directory.GetFiles(figures).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Outputs_about_another_corpus_are_not_written_into_the_notebooks() =>
        Assert.Contains("--write", (await Assert.ThrowsAsync<InvalidDataException>(() => Run([], _folder, write: true))).Message, StringComparison.Ordinal);

    private async Task<(int Exit, string Output, string Error)> Run(string[] notebooks, string? corpus = null, bool write = false)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        try
        {
            var exit = await new MainJob
            {
                Notebooks = notebooks.Length > 0 ? notebooks : Directory.GetFiles(Path.Combine(Root(), "notebooks"), "*.ipynb"),
                Output = _folder,
                CorpusFolder = corpus,
                Write = write,
                Out = output,
                Error = error,
            }.ExecuteAsync(TestContext.Current.CancellationToken);
            return (exit, output.ToString(), error.ToString());
        }
        finally
        {
            Environment.SetEnvironmentVariable(CorpusFolders.CorpusVariable, null);
        }
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
