using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Analysis.Cli;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>Streams of many documents: threads, shards, files that are gone on with, encodings.</summary>
public sealed class AnnotateStreamTests : IDisposable
{
    private const string Sentence = "زار قاسم سليماني بغداد يوم الثلاثاء، وقالت إيران إن الوفد عاد إلى طهران ثم غادر فجأة.";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_output_is_the_same_for_any_number_of_threads_and_stands_in_the_order_of_the_input()
    {
        var input = Lines(3000);
        var (exit, one, _) = Run(input, threads: 1);
        Assert.Equal(0, exit);
        Assert.Equal(Enumerable.Range(0, 3000).Select(Id), Ids(one).Distinct());
        Assert.Equal(one, Run(input, threads: 2).Output);
        Assert.Equal(one, Run(input, threads: 7).Output);
    }

    [Fact]
    public void An_input_without_a_document_is_said_to_have_none() =>
        Assert.Equal((0, "", "0 documents read, 0 annotated, 0 skipped\n"), Run(""));

    [Fact]
    public void The_shards_together_are_the_whole_with_its_bad_lines_and_double_ids()
    {
        var input = Lines(20) + "x\n\n" + Lines(3) + "{\"id\":\"last\",\"text\":\"إيران\"}";
        var whole = Run(input);
        var shards = Enumerable.Range(1, 3).Select(index => Run(input, shard: (index, 3))).ToList();
        Assert.Equal(Errors(whole.Error).Order(), shards.SelectMany(shard => Errors(shard.Error)).Order());
        Assert.Equal(
            whole.Output.Split('\n').Where(line => line.Length > 0).Order(),
            shards.SelectMany(shard => shard.Output.Split('\n')).Where(line => line.Length > 0).Order());
        Assert.All(shards, shard => Assert.NotEmpty(shard.Output));
    }

    [Fact]
    public void A_run_that_was_cut_off_is_gone_on_with_after_its_last_complete_document()
    {
        var input = Lines(50);
        var file = Path.Combine(_folder, "out.jsonl");
        Assert.Equal(0, Run(input, file: file, resume: true).Exit);
        var whole = File.ReadAllText(file);
        Assert.False(File.Exists(file + ".part"));
        File.Delete(file);
        var bytes = Encoding.UTF8.GetBytes(whole);
        foreach (var length in new[] { 0, 1, bytes.Length / 3, bytes.Length / 2, bytes.Length - 1, bytes.Length })
        {
            File.WriteAllBytes(file + ".part", bytes[..length]);
            var complete = Encoding.UTF8.GetString(bytes[..length]).Split("\"kind\":\"document\"").Skip(1)
                .Count(rest => rest.Contains('\n', StringComparison.Ordinal));
            var (exit, _, error) = Run(input, file: file, resume: true);
            Assert.Equal((0, whole), (exit, File.ReadAllText(file)));
            Assert.Contains(
                complete == 0 ? "50 annotated, 0 skipped" : $"{50 - complete} annotated, {complete} there already", error,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_another_program_made_is_gone_on_with_too()
    {
        var file = Path.Combine(_folder, "out.jsonl");
        const string kinds = "mention,time,event,document";
        var whole = Run(Lines(9), kinds: kinds).Output;
        File.WriteAllText(file, whole[..(whole.Length / 2)]);
        Run(Lines(9), file: file, resume: true);
        Assert.Equal(whole, File.ReadAllText(file));
    }

    [Fact]
    public void A_file_is_there_whole_or_not_at_all()
    {
        var file = Path.Combine(_folder, "out.jsonl");
        File.WriteAllText(file, "old");
        var (exit, _, _) = Run("{\"id\":\"a\",\"text\":\"إيران\"}\nx\n", file: file, strict: true);
        Assert.Equal((2, "old", 1), (exit, File.ReadAllText(file), Directory.GetFiles(_folder).Length));
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_found_before_anything_is_read()
    {
        using var input = new MemoryStream([1]);
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        var (exit, _, error) = Run(input, file: Path.Combine(_folder, "file", "out.jsonl"));
        Assert.Equal((2, 0), (exit, (int)input.Position));
        Assert.Contains("cannot be written", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strict_run_ends_at_the_first_bad_line()
    {
        var (exit, output, error) = Run("{\"id\":\"a\",\"text\":\"إيران\"}\nx\n{\"id\":\"b\",\"text\":\"إيران\"}\n", strict: true);
        Assert.Equal((2, "a"), (exit, string.Join(' ', Ids(output))));
        Assert.StartsWith("error: standard input, line 2: this is not JSON", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_stopped_says_what_it_has_done_and_keeps_what_can_be_gone_on_with()
    {
        var file = Path.Combine(_folder, "out.jsonl");
        var (exit, _, error) = Run(Lines(5), file: file, resume: true, stopped: true);
        Assert.Equal((AnnotateRun.Stopped, true, false), (exit, File.Exists(file + ".part"), File.Exists(file)));
        Assert.StartsWith("interrupted: ", error, StringComparison.Ordinal);
        Run(Lines(5), file: file, stopped: true);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Properties_may_have_other_names_and_a_document_without_an_id_has_its_line_s()
    {
        const string input = """
            {"body":"إيران","when":"2020-01-05T10:00:00Z","authors":[{"name":"a"},{"name":"b"}]}
            {"nr":7,"body":"إيران"}
            """;
        var run = Run(input, fields: "id=nr,text=body,date=when");
        Assert.Equal((0, "1 7"), (run.Exit, string.Join(' ', Ids(run.Output))));
    }

    [Fact]
    public void Compressed_lines_are_read_and_a_file_that_is_cut_off_is_an_error()
    {
        var path = Path.Combine(_folder, "a.jsonl.gz");
        Compress(path, Lines(500));
        var whole = Run(Lines(500)).Output;
        Assert.Equal(whole, Run("", inputs: [path]).Output);
        Assert.Equal(whole, Run("", inputs: [_folder]).Output);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^100]);
        var (exit, _, error) = Run("", inputs: [path]);
        Assert.Equal(2, exit);
        Assert.StartsWith("error: a.jsonl.gz: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", true)]
    [InlineData("windows-1256", false)]
    [InlineData("iso-8859-6", false)]
    public void Texts_and_lines_in_other_encodings_are_read_and_that_is_said(string name, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] Encoded(string text) => [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        var file = Path.Combine(_folder, "s.txt");
        File.WriteAllText(file, Sentence);
        var expected = Run("", inputs: [file]).Output;
        File.WriteAllBytes(file, Encoded(Sentence));
        var text = Run("", inputs: [file]);
        Assert.Equal((0, expected), (text.Exit, text.Output));
        Assert.StartsWith("note: s.txt is read as ", text.Error, StringComparison.Ordinal);
        using var lines = new MemoryStream(Encoded($$"""{"id":"s","text":"{{Sentence}}"}"""));
        Assert.Equal((0, expected), (Run(lines).Exit, expected));
        Assert.Equal(Sentence, Corpus.Open(_folder).Documents[0].Text);
    }

    [Fact]
    public void Files_that_cannot_be_read_spoil_no_others()
    {
        File.WriteAllText(Path.Combine(_folder, "a.txt"), "إيران");
        File.WriteAllBytes(Path.Combine(_folder, "b.txt"), [.. "إير"u8, 0xFF, .. "ان"u8]);
        File.WriteAllText(Path.Combine(_folder, "c.txt"), "");
        File.WriteAllText(Path.Combine(_folder, "d.txt"), "إيران");
        var (exit, output, error) = Run("", inputs: [_folder]);
        Assert.Equal((1, "a d"), (exit, string.Join(' ', Ids(output))));
        Assert.Equal(
            """
            error: b.txt, byte offset 6: byte 0xFF found, UTF-8 expected; save the file as UTF-8
            warning: document c: the text is empty
            4 documents read, 3 annotated, 1 skipped (1 no document)

            """.ReplaceLineEndings("\n"), error);
    }

    [Fact]
    public void A_line_of_any_length_is_read_or_refused_and_the_next_is_read()
    {
        using var input = new LongLine(
            LineBlock.LongestLine + 1000, "{\"id\":\"b\",\"text\":\"إيران\"}\n{\"id\":\"c\",\"text\":\"إيران\"}\n");
        var (exit, output, error) = Run(input);
        Assert.Equal((1, "b c"), (exit, string.Join(' ', Ids(output))));
        Assert.StartsWith($"error: standard input, line 1: more than {LineBlock.LongestLine} bytes found", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_among_the_texts_is_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "named pipes");
        using (var make = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(_folder, "a.txt")])) make.WaitForExit();
        var (exit, _, error) = Run("", inputs: [_folder]);
        Assert.Equal(1, exit);
        Assert.Contains("a.txt' is a pipe, expected a regular file\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_is_a_pipe_is_not_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "named pipes");
        var pipe = Path.Combine(_folder, "pipe");
        using (var make = System.Diagnostics.Process.Start("mkfifo", [pipe])) make.WaitForExit();
        var (exit, _, error) = Run("{\"id\":\"a\",\"text\":\"إيران\"}\n", file: pipe);
        Assert.Equal((2, 1), (exit, Directory.GetFiles(_folder).Length));
        Assert.Contains($"'{pipe}' is a pipe, expected a regular file", error, StringComparison.Ordinal);
    }

    private static string Id(int number) => $"d{number:0000}";

    private static string Lines(int count) => string.Concat(Enumerable.Range(0, count).Select(number =>
        $$"""{"id":"{{Id(number)}}","text":"{{string.Join("\\n", Enumerable.Repeat(Sentence, 1 + (number % 4)))}}","date":"2020-04-01"}"""
            + "\n"));

    private static List<string> Ids(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("doc").GetString()!).Aggregate(
            new List<string>(), (ids, id) => ids.Count > 0 && ids[^1] == id ? ids : [.. ids, id]);

    private static IEnumerable<string> Errors(string error) =>
        error.Split('\n').Where(line => line.StartsWith("error: ", StringComparison.Ordinal));

    private static void Compress(string path, string text)
    {
        using var stream = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static (int Exit, string Output, string Error) Run(
        object input, string[]? inputs = null, string kinds = "mention,time,event", int threads = 2, (int Index, int Of)? shard = null,
        string? file = null, bool resume = false, bool strict = false, string? fields = null, bool stopped = false)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        string[] given =
        [
            .. inputs ?? ["-"], "--kinds", kinds, "--threads", $"{threads}",
            .. shard is { } part ? (string[])["--shard", $"{part.Index}/{part.Of}"] : [],
            .. file is not null ? (string[])["--output", file] : [],
            .. fields is not null ? (string[])["--fields", fields] : [], .. resume ? (string[])["--resume"] : [],
            .. strict ? (string[])["--strict"] : [],
        ];
        var exit = new AnnotateRun(AnnotateCommand.Create().Parse(given))
        {
            Input = input as Stream ?? new MemoryStream(Encoding.UTF8.GetBytes((string)input)),
            Output = output,
            Error = error,
            Stop = new CancellationToken(stopped),
        }.Exit();
        return (exit, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    /// <summary>A line of blanks that is never held as a whole, and what stands after it.</summary>
    private sealed class LongLine(long length, string rest) : MemoryStream(Encoding.UTF8.GetBytes("\n" + rest))
    {
        private long _left = length;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var blanks = (int)Math.Min(count, _left);
            if (blanks == 0) return base.Read(buffer, offset, count);
            buffer.AsSpan(offset, blanks).Fill((byte)' ');
            _left -= blanks;
            return blanks;
        }
    }
}
