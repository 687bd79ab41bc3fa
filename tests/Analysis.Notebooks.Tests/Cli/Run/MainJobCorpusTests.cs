namespace Analysis.Notebooks.Tests.Cli;

/// <summary>The main job on corpora of one's own, and on what is none.</summary>
public sealed class MainJobCorpusTests : IDisposable
{
    private readonly MainJobRuns _job = new();

    public void Dispose() => _job.Dispose();

    [Fact]
    public async Task The_notebooks_run_on_a_corpus_without_dates_or_known_names()
    {
        await WriteAsync("mine/a.txt", "قال الوزير أمس إن الوضع هادئ. زار الرئيس المدينة.");
        await WriteAsync("mine/b.txt", "نص بلا أسماء.");
        var (exit, _, error) = await _job.RunAsync([], At("mine"));
        Assert.Equal((0, "warning: 2 documents without a date: a, b\n"), (exit, error));
        Assert.StartsWith("Id,", await ReadAsync("tables/documents.csv"), StringComparison.Ordinal);
        Assert.Contains(
            "own articles is left out: it is not about this corpus", await ReadAsync("report/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charts_and_reports_of_one_file_of_JSON_Lines_are_made_without_a_browser()
    {
        await WriteAsync(
            "mine.jsonl", """{"id":"a","text":"زار وزير الخارجية الإيراني بغداد أمس.","date":"2020-01-05","title":"زيارة"}""");
        var (exit, output, error) = await AnalysisProcess.RunAsync(
            [
                "run", "notebooks/02-entity-frequencies.ipynb", "notebooks/07-a-report.ipynb",
                "--corpus", At("mine.jsonl"), "--output", _job.Folder,
            ], (Machine.BrowserVariable, _job.Folder));
        Assert.Equal(0, exit);
        Assert.StartsWith(
            "warning: Charts are not saved as PNG, SVG or PDF because the browser failed: ", Assert.Single(error.TrimEnd().Split('\n')),
            StringComparison.Ordinal);
        Assert.Contains("as json, csv\n", output, StringComparison.Ordinal);
        Assert.Contains("\na,", await ReadAsync("tables/documents.csv"), StringComparison.Ordinal);
        Assert.Contains("mine.jsonl", await ReadAsync("report/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corpus_that_is_not_there_is_named_with_the_option()
    {
        var absent = At("absent.jsonl");
        var fault = await Assert.ThrowsAsync<DirectoryNotFoundException>(() => _job.RunAsync([], absent));
        Assert.Equal($"--corpus: '{absent}' does not exist; expected a folder of texts or a .jsonl file", fault.Message);
    }

    [Fact]
    public async Task What_is_odd_about_the_corpus_is_said_once_however_many_workers_open_it()
    {
        await WriteAsync("mine/documents.csv", "id,file\na,a.txt\n");
        await WriteAsync("mine/a.txt", "نص.");
        await WriteAsync("mine/unlisted.txt", "نص.");
        var files = ((string[])["1.ipynb", "2.ipynb"]).Select(name => Notebooks.Save(_job.Folder, name, Notebooks.Code("a", "1")))
            .ToArray();

        var (exit, _, error) = await _job.RunAsync(files, At("mine"), isolate: true);

        Assert.Equal(0, exit);
        Assert.Collection(
            error.TrimEnd().Split('\n'),
            line => Assert.Contains("unlisted.txt", line, StringComparison.Ordinal),
            line => Assert.Equal("warning: 2 documents without a date: a, unlisted", line));
    }

    [Fact]
    public async Task A_corpus_that_cannot_be_read_stops_the_run_with_its_fault()
    {
        await WriteAsync("broken.jsonl", "{");
        var file = Notebooks.Save(_job.Folder, "good.ipynb", Notebooks.Code("a", "1"));
        var fault = await Assert.ThrowsAsync<InvalidDataException>(() => _job.RunAsync([file], At("broken.jsonl")));
        Assert.Contains("broken.jsonl", fault.Message, StringComparison.Ordinal);
    }

    private string At(string name) => Path.Combine(_job.Folder, name);

    private Task WriteAsync(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        return File.WriteAllTextAsync(At(name), text, TestContext.Current.CancellationToken);
    }

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(At(name), TestContext.Current.CancellationToken);
}
