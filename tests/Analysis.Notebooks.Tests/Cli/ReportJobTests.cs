using System.Net;
using System.Text.RegularExpressions;
using Analysis.Cli;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>The report of a notebook, from the command line.</summary>
public sealed class ReportJobTests : IDisposable
{
    private static readonly string Report = Path.Combine(Project.Root(), "notebooks", "07-a-report.ipynb");

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_report_made_again_of_another_copy_of_the_corpus_has_the_same_data_byte_for_byte()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var copy = Path.Combine(_folder, "elsewhere", "corpus");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Project.Root(), "corpus"), "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Path.Combine(Project.Root(), "corpus"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var (first, second) = (Path.Combine(_folder, "first"), Path.Combine(_folder, "second"));
        await Run("", to: first);
        var (exit, output) = await Run("", to: second, again: Path.Combine(first, "manifest.json"), corpus: copy);
        Assert.Contains("all data are the same, byte for byte", output, StringComparison.Ordinal);
        Assert.Equal(0, exit);
        Assert.All(
            Directory.GetFiles(Path.Combine(first, "figures"), "*.csv")
                .Concat(Directory.GetFiles(Path.Combine(first, "figures"), "*.json")),
            file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(file.Replace(first, second, StringComparison.Ordinal))));
        File.AppendAllText(Directory.GetFiles(Path.Combine(copy, "articles")).Order(StringComparer.Ordinal).First(), " ");
        await Assert.ThrowsAnyAsync<Exception>(() => Run("", to: second, again: Path.Combine(first, "manifest.json"), corpus: copy));
    }

    [Fact]
    public async Task The_report_in_Arabic_has_no_word_in_Latin_letters_but_names_of_measures_codes_and_files()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var notebooks = Directory.GetFiles(Path.Combine(Project.Root(), "notebooks"), "*.ipynb")
            .Where(file => !file.Contains("08-a-large", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(0, (await Run("", to: _folder, language: "ar", notebooks: notebooks)).Exit);
        var page = File.ReadAllText(Path.Combine(_folder, "report.html"));
        // Passages and cells of the corpus' own words are as they are written.
        foreach (var left in new[]
        {
            "<style>.*?</style>", "<p class=\"(Passage|Files)\".*?</p>", "<td dir=\"rtl\" lang=\"ar\".*?</td>", "<desc>.*?</desc>",
                "<[^>]+>",
        })
            page = Regex.Replace(page, left, " ", RegexOptions.Singleline);
        string[] measures = ["NPMI", "LogDice", "PLOVER", "CAMEO", "F1", "DP", "G2", "p", "P", "bootstrap"];
        var words = Regex.Matches(WebUtility.HtmlDecode(page), @"(?<!\d)[A-Za-z][\w:./@-]*").Select(found => found.Value.TrimEnd('.', ':'))
            .Distinct();
        var code = new Regex(@"^(\w+_\w+|event:\w+|(figures/|tables/)?[\w@-]+\.(csv|json|md|docx|html|bib|xlsx))$");
        Assert.DoesNotContain(words.Except(measures), word => !code.IsMatch(word));
    }

    [Fact]
    public async Task The_digits_of_a_report_in_Arabic_are_chosen()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        await Run("who-is-named-most", to: _folder, language: "ar", digits: "arab");
        Assert.Contains("الشكل ١.", File.ReadAllText(Path.Combine(_folder, "report.html")), StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Run("", to: _folder, language: "en", digits: "arab"));
        Assert.Equal("--digits is 'arab', expected latn or, in a report in Arabic, arab", error.Message);
    }

    [Fact]
    public async Task A_report_has_the_figures_asked_for_and_what_differs_from_it_is_named()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var (exit, output) = await Run("who-is-named-most", to: _folder);
        Assert.Equal(0, exit);
        Assert.Contains("files", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "figures", "who-is-named-most@3x.png")));
        Assert.False(File.Exists(Path.Combine(_folder, "figures", "what-is-reported.csv")));
        var manifest = Path.Combine(_folder, "manifest.json");
        const string Data = "figures/who-is-named-most.csv";
        File.WriteAllText(
            manifest, File.ReadAllText(manifest).Replace($"{Data}\": \"", $"{Data}\": \"0", StringComparison.Ordinal));
        // The manifest remembers the notebook too.
        (exit, output) = await Run("", again: manifest, notebooks: []);
        Assert.Equal(1, exit);
        Assert.Single(output.Split('\n'), line => line.Contains("differs", StringComparison.Ordinal));
        Assert.Contains($"{Data} differs", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_tells_that_copies_are_left_out_and_of_a_notebook_elsewhere_its_name()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var (corpus, report) = (Directory.CreateDirectory(Path.Combine(_folder, "corpus")).FullName, Path.Combine(_folder, "report"));
        var notebook = Path.Combine(corpus, "a, b.ipynb");
        File.WriteAllText(
            notebook, File.ReadAllText(Report).Replace("../artifacts/lib", FirstNotebook.LibraryFrom(corpus), StringComparison.Ordinal));
        foreach (var (number, article) in Directory.GetFiles(Path.Combine(Project.Root(), "corpus", "articles"), "*.txt").Take(2).Index())
            foreach (var copy in (string[])["", "-copy"]) File.Copy(article, Path.Combine(corpus, $"{number}{copy}.txt"));
        Assert.Equal(0, (await Run("who-is-named-most", report, corpus: corpus, notebooks: [notebook], deduplicate: true)).Exit);
        var manifest = Path.Combine(report, "manifest.json");
        Assert.Contains("\"notebooks\": \"a, b.ipynb\"", File.ReadAllText(manifest), StringComparison.Ordinal);
        var (exit, output) = await Run("", again: manifest, corpus: corpus, notebooks: []);
        Assert.Contains("all data are the same, byte for byte", output, StringComparison.Ordinal);
        Assert.Equal(0, exit);
    }

    [Fact]
    public async Task A_figure_that_is_not_there_and_a_folder_that_is_not_named_are_errors()
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Run("no-such", to: _folder));
        Assert.Equal("--figures: no figure 'no-such'; the notebooks have who-is-named-most, what-is-reported", error.Message);
        // It is refused before anything runs or is written.
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
        error = await Assert.ThrowsAsync<InvalidDataException>(() => Run(""));
        Assert.Equal("--to is missing: name the folder to write the report to", error.Message);
    }

    private static async Task<(int Exit, string Output)> Run(
        string figures, string? to = null, string? again = null, string? corpus = null, string? language = null, string? digits = null,
        string[]? notebooks = null, bool deduplicate = false)
    {
        using var output = new StringWriter();
        string?[] options = ["--to", to, "--again", again, "--corpus", corpus, "--language", language, "--digits", digits];
        string[] given =
        [
            .. notebooks ?? [Report], "--figures", figures, .. deduplicate ? (string[])["--deduplicate"] : [],
            .. options.Chunk(2).Where(option => option[1] is not null).SelectMany(option => option)!,
        ];
        var job = new ReportJob(ReportCommand.Create().Parse(given), output, output);
        var exit = await job.ExecuteAsync(TestContext.Current.CancellationToken);
        return (exit, output.ToString());
    }
}
