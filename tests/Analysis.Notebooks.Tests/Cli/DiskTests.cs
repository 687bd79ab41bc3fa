using System.Security.Cryptography;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>Output folders that cannot be written to, and disks that are full before the work is done.</summary>
public sealed class DiskTests : IDisposable
{
    private const long Page = 4096;

    private readonly TemporaryFolder _folder = new();

    // Each would say something about its input, or write a file beside the notebook, if it began to work.
    public static TheoryData<string> Unwritable =>
    [
        "run NOTEBOOK --output OUT",
        "report NOTEBOOK --to OUT",
        "annotate BROKEN --output OUT/a.jsonl",
        "annotate BROKEN --format parquet --output OUT",
        "export --corpus BROKEN --output OUT",
        "init OUT/made BROKEN",
    ];

    public static TheoryData<string> Full =>
    [
        "run NOTEBOOK --corpus DOCUMENTS --output OUT",
        "report TABLE --corpus DOCUMENTS --to OUT",
        "annotate DOCUMENTS --output OUT/a.jsonl",
        "annotate DOCUMENTS --format parquet --output OUT",
        "export --corpus DOCUMENTS --output OUT --format csv jsonl parquet gexf brat",
        "init OUT/made DOCUMENTS",
    ];

    private string Output => _folder.At("out");

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Unwritable))]
    public async Task A_file_in_place_of_the_output_folder_is_found_before_the_work(string line)
    {
        var args = Arguments(line.Replace("OUT", "OUT/below", StringComparison.Ordinal));
        _folder.With("out", "");
        AssertRefused(await AnalysisProcess.RunAsync(args), $"there is no folder '{Path.Combine(Output, "below")}', and it cannot be made");
    }

    [Theory, MemberData(nameof(Unwritable))]
    public async Task An_output_folder_on_a_disk_for_reading_is_found_before_the_work(string line)
    {
        Assert.SkipUnless(await Disk.WhyNotAsync() == "", await Disk.WhyNotAsync());
        Directory.CreateDirectory(Output);
        AssertRefused(await new Disk(Output).RunReadOnlyAsync(Arguments(line)), "Read-only file system");
    }

    [Theory, MemberData(nameof(Full))]
    public async Task A_full_disk_is_one_clear_line_with_every_file_old_or_new_and_the_next_run_works(string line)
    {
        Assert.SkipUnless(await Disk.WhyNotAsync() == "", await Disk.WhyNotAsync());
        Directory.CreateDirectory(Output);
        var isInit = line.StartsWith("init", StringComparison.Ordinal);
        if (!isInit) Assert.Equal(0, (await AnalysisProcess.RunAsync(Arguments(line, documents: 10))).Exit);
        var old = Files();

        var args = Arguments(line, documents: 300);
        var (exit, _, error) = await new Disk(Output).RunSmallAsync(Size() + (4 * Page), args);

        Assert.Equal(2, exit);
        var said = error.TrimEnd().Split('\n');
        Assert.All(said, each => Assert.Contains("No space left on device", each, StringComparison.Ordinal));
        // A run tells of the tables of the corpus, and then of the report.
        Assert.InRange(said.Length, 1, line.StartsWith("run", StringComparison.Ordinal) ? 2 : 1);
        var left = Files();
        Assert.Empty(old.Keys.Except(left.Keys));
        var (again, _, rest) = await AnalysisProcess.RunAsync(args);
        Assert.True(again == 0, rest);
        var whole = Files();
        Assert.All(left, file => Assert.Contains(file.Value, new[] { old.GetValueOrDefault(file.Key), whole.GetValueOrDefault(file.Key) }));
    }

    private void AssertRefused((int Exit, string Output, string Error) ended, string reason)
    {
        Assert.Equal((2, ""), (ended.Exit, ended.Output));
        var said = Assert.Single(ended.Error.TrimEnd().Split('\n'));
        Assert.StartsWith("error: ", said, StringComparison.Ordinal);
        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("ran")));
    }

    private string[] Arguments(string line, int documents = 1)
    {
        var notebook = Notebooks.Save(_folder.Location, "a.ipynb", Notebooks.Code("a", "System.IO.File.WriteAllText(\"ran\", \"\");\n1"));
        var table = Notebooks.Save(
            _folder.Location, "b.ipynb",
            Notebooks.Code("b", $"#r \"{typeof(Corpus).Assembly.Location}\"\nAnalysis.Corpus.Open().Mentions"));
        _folder.With("broken.jsonl", "{\n").With("documents.jsonl", string.Concat(Enumerable.Range(0, documents).Select(id =>
            $"{{\"id\":\"{id}\",\"text\":\"قتل قاسم سليماني في بغداد أمس. زار الوزير طهران.\",\"date\":\"2020-01-05\"}}\n")));
        return
        [
            .. line.Split(' ').Select(word => word.Replace("OUT", Output, StringComparison.Ordinal) switch
            {
                "NOTEBOOK" => notebook,
                "TABLE" => table,
                "BROKEN" => _folder.At("broken.jsonl"),
                "DOCUMENTS" => _folder.At("documents.jsonl"),
                var other => other,
            }),
        ];
    }

    // A disk holds whole pages.
    private long Size() => Directory.GetFiles(Output, "*", SearchOption.AllDirectories)
        .Sum(file => (new FileInfo(file).Length + Page - 1) / Page * Page);

    private SortedDictionary<string, string> Files() => new(
        Directory.GetFiles(Output, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(Output, file), file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))),
        StringComparer.Ordinal);
}
