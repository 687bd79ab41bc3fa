using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Analysis.Cli;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>What people and their disks hold in place of texts: one clear line each, and no hang.</summary>
public sealed class InputTests : IDisposable
{
    private const string Text = "قتل قاسم سليماني في بغداد أمس.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("x.txt")]
    [InlineData("documents.csv")]
    [InlineData("entities.tsv")]
    [InlineData("decisions.tsv")]
    [InlineData("corrections.jsonl")]
    public void A_pipe_in_a_folder_is_refused_and_not_waited_for(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mkfifo");
        _folder.With("a.txt", Text);
        using (var made = Process.Start("mkfifo", [_folder.At(name)])) made.WaitForExit();
        var run = Run([_folder.Location]);
        Assert.Equal(name == "x.txt" ? 1 : 2, run.Exit);
        Assert.Contains($"{_folder.At(name)}' is a pipe, expected a regular file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/zero");
        File.CreateSymbolicLink(_folder.At("zero.txt"), "/dev/zero");
        var run = Run([_folder.With("a.txt", Text).Location]);
        Assert.Equal(1, run.Exit);
        Assert.Contains("is a device, expected a regular file", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 documents read, 1 annotated, 1 skipped", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_leads_out_of_the_folder_is_read_and_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links");
        using var elsewhere = new TemporaryFolder().With("b.txt", Text);
        _folder.With("sub/a.txt", Text).With("c.txt", Text);
        File.CreateSymbolicLink(_folder.At("sub/b.txt"), elsewhere.At("b.txt"));
        File.CreateSymbolicLink(_folder.At("sub/c.txt"), _folder.At("sub/a.txt"));
        var run = Run([_folder.At("sub")]);
        Assert.Equal((0, 3), (run.Exit, run.Documents));
        Assert.Equal("warning: 1 file read by a link that leads out of the folder: b.txt\n", run.Error);
    }

    [Fact]
    public void A_compressed_file_that_is_cut_off_gives_no_document_of_its_rest_and_says_where()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new StreamWriter(gzip))
            for (var id = 0; id < 20_000; id++) writer.WriteLine($"{{\"id\":\"{id}\",\"text\":\"{Text} {id * 7919 % 10007}\"}}");
        _folder.With("a.jsonl.gz", packed.ToArray()[..(int)(packed.Length / 2)]);
        var run = Run([_folder.At("a.jsonl.gz")]);
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("error: a.jsonl.gz: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PAR1")]
    [InlineData("")]
    [InlineData("PAR1 something else PAR1")]
    public void A_damaged_parquet_file_is_one_line(string bytes)
    {
        _folder.With("a.parquet", bytes);
        var run = Run([_folder.At("a.parquet")]);
        Assert.Equal(2, run.Exit);
        Assert.Contains("a.parquet' cannot be read as Parquet: ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Fifty_megabytes_on_one_line_are_one_document_in_little_time()
    {
        var text = string.Concat(Enumerable.Repeat(Text + " ", 50_000_000 / Encoding.UTF8.GetByteCount(Text + " ")));
        var line = $"{{\"id\":\"a\",\"text\":\"{text}\"}}\n";
        var watch = Stopwatch.StartNew();
        var run = Run(["-"], line);
        Assert.Equal((0, 1), (run.Exit, run.Documents));
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"{watch.Elapsed}");
    }

    [Fact]
    public void Control_characters_are_warned_of() => Assert.Contains(
        "warning: document a: control character U+001B found, plain text expected",
        Run([_folder.With("a.txt", "\u001b[31m" + Text).At("a.txt")]).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("id,file,published_interval\n1,a.txt,rubbish\n", "line 2: published_interval 'rubbish' found")]
    [InlineData("id,file,published\n1,a.txt,2020-02-30\n", "line 2: date '2020-02-30' found, YYYY-MM-DD or nothing expected")]
    [InlineData("id,file\n1,a.txt\n1,b.txt\n", "line 3: id '1' stands on line 2 already")]
    [InlineData("id,file\n1,\"a.txt\n", "line 2: field 2 has a quote that is not closed")]
    public void A_manifest_is_checked(string manifest, string expected)
    {
        var run = Run([_folder.With("a.txt", Text).With("documents.csv", manifest).Location]);
        Assert.Equal(2, run.Exit);
        Assert.StartsWith($"error: documents.csv, {expected}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id\tid\ttype\tname_ar\tname_en\n", "(1): two columns 'id'")]
    [InlineData("id\ttype\tname_ar\tname_en\na\tperson\t...\tA\n", "(2): name_ar of 'a' is '...', expected a name")]
    [InlineData("id\ttype\tname_ar\tname_en\tstate_actor\na\tperson\tعلي حسن\tA\tx\n", "(2): state_actor 'x', expected the id of a row")]
    [InlineData("id\ttype\tname_ar\tname_en\na\tperson\tعلي حسن\tA\nb\tperson\tعلي حسن\tB\n",
        "(3): name 'علي حسن' stands on line 2 already")]
    public void A_gazetteer_is_checked(string table, string expected)
    {
        var run = Run([_folder.With("a.txt", Text).With("entities.tsv", table).Location]);
        Assert.Equal(2, run.Exit);
        Assert.StartsWith($"error: {_folder.At("entities.tsv")}{expected}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(61)]
    public void A_long_id_has_a_short_file_name_of_its_own(int length)
    {
        var (one, other) = (new string('%', length), new string('%', length - 1) + "&");
        Assert.True(Encoding.UTF8.GetByteCount(ExportFolder.FileNameOf(new string('س', length))) < 200);
        Assert.NotEqual(ExportFolder.FileNameOf(one), ExportFolder.FileNameOf(other));
    }

    [Fact]
    public void Messages_command_no_terminal()
    {
        using var said = new StringWriter(CultureInfo.InvariantCulture);
        using var visible = new VisibleText(said);
        visible.WriteLine("error: \u001b]0;x\u0007\u009b1m\tب");
        Assert.Equal("error: \uFFFD]0;x\uFFFD\uFFFD1m\tب" + said.NewLine, said.ToString());
    }

    [Theory]
    [InlineData(1000, 4_000_000, null)]
    [InlineData(100_000, 480_000_000, "the corpus of 100,000 documents (480 MB) is too large for this run")]
    public void A_run_says_when_a_corpus_is_too_large_for_it(int documents, long bytes, string? expected)
    {
        var warning = CorpusEstimate.Warning((documents, bytes), 16_000_000_000);
        if (expected is null) Assert.Null(warning);
        else Assert.StartsWith(expected, warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corpus_is_measured_without_parsing_it()
    {
        using var lines = new TemporaryFolder().With("a.jsonl", "{}\n{}\n{}");
        Assert.Equal((3, 8), DocumentSource.Open(lines.Location).Measure());
        Assert.Equal((2, 3), DocumentSource.Open(_folder.With("a.txt", "a").With("b.txt", "bc").Location).Measure());
    }

    private static (int Exit, int Documents, string Error) Run(string[] inputs, string input = "")
    {
        using var output = new MemoryStream();
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var exit = new AnnotateRun(AnnotateCommand.Create().Parsed([.. inputs, "--kinds", "document"]))
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(input)), Output = output,
            Error = error,
        }.Exit();
        return (exit, output.ToArray().Count(each => each == '\n'), error.ToString().ReplaceLineEndings("\n"));
    }
}
