namespace Analysis.Notebooks.Tests.Cli;

/// <summary>The main job on corpora of one's own, and on what is none.</summary>
public sealed class MainJobCorpusTests : IDisposable
{
    private readonly MainJobRuns _job = new();

    public void Dispose() => _job.Dispose();

    [Fact]
    public async Task The_notebooks_run_on_a_corpus_without_dates_or_known_names()
    {
        var corpus = Directory.CreateDirectory(Path.Combine(_job.Folder, "mine")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(corpus, "a.txt"), "قال الوزير أمس إن الوضع هادئ. زار الرئيس المدينة.", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(corpus, "b.txt"), "نص بلا أسماء.", TestContext.Current.CancellationToken);
        var (exit, _, error) = await _job.RunAsync([], corpus);
        Assert.Equal((0, "warning: 2 documents without a date: a, b\n"), (exit, error));
        Assert.StartsWith(
            "Id,",
            (await File.ReadAllLinesAsync(Path.Combine(_job.Folder, "tables", "documents.csv"), TestContext.Current.CancellationToken))[0],
            StringComparison.Ordinal);
        Assert.Contains(
            "own articles is left out: it is not about this corpus",
            await File.ReadAllTextAsync(Path.Combine(_job.Folder, "report", "index.html"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_notebooks_run_on_one_file_of_JSON_Lines_and_without_a_browser()
    {
        var corpus = Path.Combine(_job.Folder, "mine.jsonl");
        await File.WriteAllTextAsync(
            corpus,
            """{"id":"a","text":"زار وزير الخارجية الإيراني بغداد أمس.","date":"2020-01-05","title":"زيارة"}""",
            TestContext.Current.CancellationToken);
        var (exit, output, error) = await AnalysisProcess.RunAsync(
            ["run", "--corpus", corpus, "--output", _job.Folder], (Machine.BrowserVariable, _job.Folder));
        Assert.Equal(0, exit);
        Assert.StartsWith(
            "warning: Charts are not saved as PNG, SVG or PDF because the browser failed: ", Assert.Single(error.TrimEnd().Split('\n')),
            StringComparison.Ordinal);
        Assert.Contains("as json, csv\n", output, StringComparison.Ordinal);
        Assert.StartsWith(
            "a,",
            (await File.ReadAllLinesAsync(Path.Combine(_job.Folder, "tables", "documents.csv"), TestContext.Current.CancellationToken))[1],
            StringComparison.Ordinal);
        Assert.Contains(
            "mine.jsonl",
            await File.ReadAllTextAsync(Path.Combine(_job.Folder, "report", "index.html"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corpus_that_is_not_there_is_named_with_the_option()
    {
        var absent = Path.Combine(_job.Folder, "absent.jsonl");
        var fault = await Assert.ThrowsAsync<DirectoryNotFoundException>(() => _job.RunAsync([], absent));
        Assert.Equal($"--corpus: '{absent}' does not exist; expected a folder of texts or a .jsonl file", fault.Message);
    }

    [Fact]
    public async Task What_is_odd_about_the_corpus_is_said_once_however_many_workers_open_it()
    {
        var corpus = Directory.CreateDirectory(Path.Combine(_job.Folder, "mine")).FullName;
        await File.WriteAllTextAsync(Path.Combine(corpus, "documents.csv"), "id,file\na,a.txt\n", TestContext.Current.CancellationToken);
        foreach (var name in (string[])["a.txt", "unlisted.txt"])
            await File.WriteAllTextAsync(Path.Combine(corpus, name), "نص.", TestContext.Current.CancellationToken);
        var files = ((string[])["1.ipynb", "2.ipynb"]).Select(name => Notebooks.Save(_job.Folder, name, Notebooks.Code("a", "1")))
            .ToArray();

        var (exit, _, error) = await _job.RunAsync(files, corpus, isolate: true);

        Assert.Equal(0, exit);
        Assert.Collection(
            error.TrimEnd().Split('\n'),
            line => Assert.Contains("unlisted.txt", line, StringComparison.Ordinal),
            line => Assert.Equal("warning: 2 documents without a date: a, unlisted", line));
    }

    [Fact]
    public async Task A_corpus_that_cannot_be_read_stops_the_run_with_its_fault()
    {
        var corpus = Path.Combine(_job.Folder, "broken.jsonl");
        await File.WriteAllTextAsync(corpus, "{", TestContext.Current.CancellationToken);
        var file = Notebooks.Save(_job.Folder, "good.ipynb", Notebooks.Code("a", "1"));

        Assert.Contains(
            "broken.jsonl", (await Assert.ThrowsAsync<InvalidDataException>(() => _job.RunAsync([file], corpus))).Message,
                StringComparison.Ordinal);
    }
}
