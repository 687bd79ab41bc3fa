using System.Runtime.CompilerServices;
using System.Text.Json;
using Analysis.Cli;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>The main job on the project's notebooks, on a corpus of one's own, and on notebooks that fail.</summary>
[Collection(CurrentDirectory.Name)]
public sealed partial class MainJobTests : IDisposable
{
    private const string Drawn = """
        new Promise(done => {
          const until = Date.now() + 20000;
          (function look() {
            const plots = [...document.querySelectorAll('div.plot')];
            const drawn = plots.filter(plot => plot.closest('.drawn') && plot.querySelector('.main-svg'));
            if (drawn.length < plots.length && Date.now() < until) setTimeout(look, 100);
            else done({ charts: plots.length, drawn: drawn.length, links: [...document.links].map(link => link.href) });
          })();
        })
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
        Assert.Contains($"{figures.Count / 5} as json, csv, png, svg, pdf", output, StringComparison.Ordinal);
        foreach (var table in new[] { "documents", "sentences", "tokens", "mentions", "entities", "co-mentions", "times", "events" })
            Assert.True(File.Exists(Path.Combine(_folder, "tables", table + ".csv")), table);

        await using var browser = await Browser.StartAsync(
            Machine.Current, TimeSpan.FromSeconds(30), ChartAssets.PlotlyScript, cancellation);
        var page = await browser.OpenPageAsync();
        var errors = new List<string>();
        page.PageError += (_, fault) => errors.Add(fault.Message);
        page.Console += (_, line) => errors.Add(line.Message.Text);
        var charts = 0;
        foreach (var file in Directory.GetFiles(Path.Combine(_folder, "report"), "*.html"))
        {
            await page.GoToAsync(new Uri(file).AbsoluteUri);
            var found = await page.EvaluateExpressionAsync<JsonElement>(Drawn);
            charts += found.GetProperty("charts").GetInt32();
            Assert.Equal(found.GetProperty("charts").GetInt32(), found.GetProperty("drawn").GetInt32());
            Assert.All(
                found.GetProperty("links").EnumerateArray().Select(link => new Uri(link.GetString()!)).Where(link => link.IsFile),
                link =>
                    Assert.True(
                        File.Exists(link.LocalPath) || link.LocalPath.Contains("corpus", StringComparison.Ordinal),
                        $"{file} links {link}"));
        }

        Assert.Equal(figures.Count / 5, charts);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task The_notebooks_run_on_a_corpus_without_dates_or_known_names()
    {
        var corpus = Directory.CreateDirectory(Path.Combine(_folder, "mine")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(corpus, "a.txt"), "قال الوزير أمس إن الوضع هادئ. زار الرئيس المدينة.", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(corpus, "b.txt"), "نص بلا أسماء.", TestContext.Current.CancellationToken);
        var (exit, _, error) = await Run([], corpus);
        Assert.Equal((0, "warning: 2 documents without a date: a, b\n"), (exit, error));
        Assert.StartsWith(
            "Id,",
            (await File.ReadAllLinesAsync(Path.Combine(_folder, "tables", "documents.csv"), TestContext.Current.CancellationToken))[0],
            StringComparison.Ordinal);
        Assert.Contains(
            "own articles is left out: it is not about this corpus",
            await File.ReadAllTextAsync(Path.Combine(_folder, "report", "index.html"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_notebooks_run_on_one_file_of_JSON_Lines()
    {
        var corpus = Path.Combine(_folder, "mine.jsonl");
        await File.WriteAllTextAsync(
            corpus,
            """{"id":"a","text":"زار وزير الخارجية الإيراني بغداد أمس.","date":"2020-01-05","title":"زيارة"}""",
            TestContext.Current.CancellationToken);
        var (exit, _, error) = await Run([], corpus);
        Assert.Equal((0, ""), (exit, error));
        Assert.StartsWith(
            "a,",
            (await File.ReadAllLinesAsync(Path.Combine(_folder, "tables", "documents.csv"), TestContext.Current.CancellationToken))[1],
            StringComparison.Ordinal);
        Assert.Contains(
            "mine.jsonl",
            await File.ReadAllTextAsync(Path.Combine(_folder, "report", "index.html"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corpus_that_is_not_there_is_named_with_the_option()
    {
        var absent = Path.Combine(_folder, "absent.jsonl");
        var fault = await Assert.ThrowsAsync<DirectoryNotFoundException>(() => Run([], absent));
        Assert.Equal($"--corpus: '{absent}' does not exist; expected a folder of texts or a .jsonl file", fault.Message);
    }

    [Fact]
    public async Task Parameters_are_set_in_the_notebook_that_declares_them()
    {
        var file = Notebooks.Save(
            _folder, "with.ipynb", Notebooks.Code("p", "var top = 10;", "parameters"), Notebooks.Code("use", "$\"top is {top}\""));

        var (exit, _, _) = await Run([file], parameters: ["top=3"]);

        Assert.Equal(0, exit);
        Assert.Contains("top is 3", await Page("with"), StringComparison.Ordinal);
        Assert.Contains(
            "no variable 'tpo'", (await Assert.ThrowsAsync<InvalidDataException>(() => Run([file], parameters: ["tpo=3"]))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notebooks_that_cannot_be_read_are_named_and_keep_their_bytes_and_the_others_run()
    {
        var good = Notebooks.Save(_folder, "good.ipynb", Notebooks.Code("a", "1"));
        var text = await File.ReadAllTextAsync(good, TestContext.Current.CancellationToken);
        (string Name, byte[] Bytes, string Message)[] broken =
        [
            ("latin", [.. System.Text.Encoding.Latin1.GetBytes(text.Replace("\"1\"", "\"\\\"é\\\"\"", StringComparison.Ordinal))],
                "byte 0xE9 found, UTF-8 expected"),
            ("half", System.Text.Encoding.UTF8.GetBytes(text.Replace("\"1\"", "\"\\ud800\"", StringComparison.Ordinal)),
                "half of a surrogate pair"),
            ("twice",
                System.Text.Encoding.UTF8.GetBytes(
                    text.Replace("{\n \"cells\"", "{\n \"cells\": [],\n \"cells\"", StringComparison.Ordinal)),
                    "Duplicate property 'cells'"),
            ("python",
                System.Text.Encoding.UTF8.GetBytes(
                    text.Replace(".net-csharp", "python3", StringComparison.Ordinal)
                        .Replace("\"C#\"", "\"python\"", StringComparison.Ordinal)), "written for the kernel 'python3' (python)"),
        ];
        foreach (var (name, bytes, _) in broken)
            await File.WriteAllBytesAsync(Path.Combine(_folder, name + ".ipynb"), bytes, TestContext.Current.CancellationToken);

        var (exit, output, error) = await Run([good, .. broken.Select(each => Path.Combine(_folder, each.Name + ".ipynb"))], write: true);

        Assert.Equal(1, exit);
        Assert.Contains("1 of 5 notebooks ran", output, StringComparison.Ordinal);
        foreach (var (name, bytes, message) in broken)
        {
            Assert.Contains(
                error.Split('\n'),
                line => line.StartsWith($"error: {Path.Combine(_folder, name)}.ipynb", StringComparison.Ordinal)
                && line.Contains(message, StringComparison.Ordinal));
            Assert.Equal(
                bytes, await File.ReadAllBytesAsync(Path.Combine(_folder, name + ".ipynb"), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Notebooks_that_would_share_a_page_are_refused_before_anything_runs()
    {
        var one = Notebooks.Save(_folder, "same.ipynb", Notebooks.Code("a", "1"));
        var other = Notebooks.Save(
            Directory.CreateDirectory(Path.Combine(_folder, "other")).FullName, "same.ipynb", Notebooks.Code("a", "1"));
        var index = Notebooks.Save(_folder, "index.ipynb", Notebooks.Code("a", "1"));
        (string[] Files, string Message)[] cases =
        [
            ([one, other], $"{other} would have the page of {one}: rename it"),
            ([one, one], $"{one} is named twice"),
            ([index], $"{index} would have the page of the report's first page: rename it"),
        ];
        foreach (var (files, message) in cases)
            Assert.Equal(message, (await Assert.ThrowsAsync<InvalidDataException>(() => Run(files))).Message);

        Assert.False(Directory.Exists(Path.Combine(_folder, "report")));
    }

    [Fact]
    public async Task No_id_of_a_cell_leads_out_of_the_output_folder()
    {
        var file = Notebooks.Save(_folder, "out.ipynb",
            Notebooks.Code("../../../up", $"#r \"{typeof(Corpus).Assembly.Location}\"\nusing Analysis;\nCorpus.Open().Documents"));

        var (exit, _, error) = await Run([file]);

        Assert.Equal((0, ""), (exit, error));
        Assert.True(File.Exists(Path.Combine(_folder, "tables", "out-cell-1.csv")));
        Assert.False(File.Exists(Path.GetFullPath(Path.Combine(_folder, "tables", "out-../../../up.csv"))));
    }

    [Fact]
    public async Task A_plain_chart_of_Plotly_NET_is_in_the_report_and_a_file_of_every_format()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var file = Notebooks.Save(_folder, "07-own.ipynb", Notebooks.Code(
            "plain-chart",
            $"#r \"{typeof(Corpus).Assembly.Location}\"\n#r \"{typeof(Plotly.NET.CSharp.Chart).Assembly.Location}\"\n"
            + "using Plotly.NET.CSharp;\nAnalysis.Corpus.Open();\n"
                + "Chart.Column<double, string, string>(values: [3, 5], Keys: new([\"ا\", \"b\"], true))"));

        var (exit, output, error) = await Run([file]);

        Assert.Equal((0, ""), (exit, error));
        Assert.All(
            ["png", "svg", "pdf", "json", "csv"],
            format => Assert.True(File.Exists(Path.Combine(_folder, "figures", "07-plain-chart." + format)), format));
        Assert.Contains("figures: 1 as json, csv, png, svg, pdf", output, StringComparison.Ordinal);
        Assert.Contains("pictures/07-own-plain-chart.png", await Page("07-own"), StringComparison.Ordinal);
        Assert.Contains("class=\"plot\"", await Page("07-own"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_odd_about_the_corpus_is_said_once_however_many_workers_open_it()
    {
        var corpus = Directory.CreateDirectory(Path.Combine(_folder, "mine")).FullName;
        await File.WriteAllTextAsync(Path.Combine(corpus, "documents.csv"), "id,file\na,a.txt\n", TestContext.Current.CancellationToken);
        foreach (var name in (string[])["a.txt", "unlisted.txt"])
            await File.WriteAllTextAsync(Path.Combine(corpus, name), "نص.", TestContext.Current.CancellationToken);
        var files = ((string[])["1.ipynb", "2.ipynb"]).Select(name => Notebooks.Save(_folder, name, Notebooks.Code("a", "1"))).ToArray();

        var (exit, _, error) = await Run(files, corpus, isolate: true);

        Assert.Equal(0, exit);
        Assert.Collection(
            error.TrimEnd().Split('\n'),
            line => Assert.Contains("unlisted.txt", line, StringComparison.Ordinal),
            line => Assert.Equal("warning: 2 documents without a date: a, unlisted", line));
    }

    [Fact]
    public async Task A_corpus_that_cannot_be_read_stops_the_run_with_its_fault()
    {
        var corpus = Path.Combine(_folder, "broken.jsonl");
        await File.WriteAllTextAsync(corpus, "{", TestContext.Current.CancellationToken);
        var file = Notebooks.Save(_folder, "good.ipynb", Notebooks.Code("a", "1"));

        Assert.Contains(
            "broken.jsonl", (await Assert.ThrowsAsync<InvalidDataException>(() => Run([file], corpus))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_earlier_run_made_and_this_one_does_not_is_deleted_and_nothing_else()
    {
        var output = Directory.CreateDirectory(Path.Combine(_folder, "out")).FullName;
        string[] files = ["figures/old.png", "figures/kept.png", "figures/mine.png", "../out-victim"];
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(output, file))!);
            File.WriteAllText(Path.Combine(output, file), "");
            // What a run made is known by what it recorded, whatever a clock says.
            File.SetLastWriteTimeUtc(Path.Combine(output, file), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        MadeFiles.Settle(output, [Path.Combine(output, "figures/old.png")], isWhole: true);
        File.AppendAllText(Path.Combine(output, "made.txt"), "../out-victim\n");
        MadeFiles.Settle(output, [], isWhole: false);
        Assert.True(File.Exists(Path.Combine(output, "figures/old.png")));
        MadeFiles.Settle(output, [Path.Combine(output, "figures/kept.png")], isWhole: true);

        Assert.Equal(
            ["kept.png", "mine.png"],
            Directory.GetFiles(Path.Combine(output, "figures")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(_folder, "out-victim")));
    }

    [Fact]
    public async Task Outputs_about_another_corpus_or_other_parameters_are_not_written_into_the_notebooks()
    {
        Assert.Contains(
            "--write", (await Assert.ThrowsAsync<InvalidDataException>(() => Run([], _folder, write: true))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "--write", (await Assert.ThrowsAsync<InvalidDataException>(() => Run([], write: true, parameters: ["a=1"]))).Message,
            StringComparison.Ordinal);
    }

    private Task<string> Page(string name) =>
        File.ReadAllTextAsync(Path.Combine(_folder, "report", name + ".html"), TestContext.Current.CancellationToken);

    private async Task<(int Exit, string Output, string Error)> Run(
        string[] notebooks, string? corpus = null, bool write = false, bool isolate = false, double? timeout = null,
            string[]? parameters = null, CancellationToken? cancellation = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        try
        {
            var exit = await new MainJob
            {
                Notebooks = notebooks.Length > 0 ? notebooks : Directory.GetFiles(Path.Combine(Root(), "notebooks"), "*.ipynb"),
                Output = _folder,
                Corpus = new() { Folder = corpus },
                Write = write,
                Isolate = isolate,
                Timeout = timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                Parameters = parameters ?? [],
                Out = output,
                Error = TextWriter.Synchronized(error),
            }.ExecuteAsync(cancellation ?? TestContext.Current.CancellationToken);
            return (exit, output.ToString(), error.ToString());
        }
        finally
        {
            Environment.SetEnvironmentVariable(CorpusFolders.CorpusVariable, null);
        }
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
