using Analysis.Cli;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>What <c>analysis init</c> does about options, files and folders that are not what it needs.</summary>
public sealed class InitFaultTests : IDisposable
{
    private const string Sentence = InitRuns.Sentence;

    private readonly InitRuns _init = new();

    public void Dispose() => _init.Dispose();

    [Theory]
    [InlineData("--fields", "txt=maintext",
        "error: --fields: 'txt=maintext' found, expected id=, text=, date=, title=, outlet= and a name\n")]
    [InlineData("--fields", "text=", "error: --fields: 'text=' found, expected id=, text=, date=, title=, outlet= and a name\n")]
    [InlineData("--language", "العربية", "error: --language: 'العربية' found, a BCP 47 tag such as ar expected\n")]
    public async Task What_an_option_cannot_be_is_said_before_anything_is_made(string option, string value, string message)
    {
        _init.Folder.With("a.txt", Sentence);
        var (exit, output, error) = await _init.MakeAsync("a.txt", option, value);
        Assert.Equal((2, "", message), (exit, output, error));
        Assert.False(Path.Exists(_init.Made));
    }

    [Theory]
    [InlineData("2020/1/3"), InlineData("٢٠٢٠.٠١.٠٣"), InlineData("3 يناير 2020"), InlineData("الجمعة، ٣ كانون الثاني/يناير ٢٠٢٠ 10:30")]
    [InlineData("3 جانفي 2020"), InlineData("3 January 2020"), InlineData("Fri, 3 Jan 2020 10:00:00 +0300"), InlineData("Jan. 3, 2020")]
    public void A_day_in_another_form_is_read(string text) => Assert.Equal(new DateOnly(2020, 1, 3), WrittenDate.Parse(text));

    [Theory]
    [InlineData("25/1/2020", "2020-01-25"), InlineData("1-25-2020", "2020-01-25"), InlineData("4/4/2020", "2020-04-04")]
    [InlineData("31/2/2020", null), InlineData("3 foo 2020", null), InlineData("2020", null), InlineData("1/3-2020", null)]
    [InlineData("20/1/3", null), InlineData("yesterday", null)]
    public void A_day_in_numbers_is_read_where_it_can_be_one_alone(string text, string? expected) =>
        Assert.Equal(expected, WrittenDate.Parse(text)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task A_bad_record_is_skipped_with_its_place_and_ends_nothing()
    {
        _init.Folder.With("in/bad.docx", "PK").With("in/bad.txt", [0xC7]).With("in/empty.txt", "").With("in/list.xlsx", "x")
            .With("in/page.html", "<script>x</script>").With("in/photo.jpg", "x").With("in/z.txt", Sentence)
            .With("in/t.csv", $"id,text,date\n1,a,b,c\n2,\"{Sentence}\n3,\"x\"y,\n4,{Sentence},8/1/2020\n5,{Sentence},\n"
                + $"5,{Sentence},\n6,,\n")
            .With("in/u.csv", "body\nx\n")
            .With("in/v.jsonl", $$"""
                []
                {"id":" ","text":"x"}
                {"id":5,"text":"{{Sentence}}"}
                {"text":"{{Sentence}}"}
                {"body":"{{Sentence}}"}
                """);

        var (exit, output, error) = await _init.MakeAsync("in");

        Assert.Equal(1, exit);
        string[] expected =
        [
            "error: bad.docx: ",
            "error: bad.txt, byte offset 0: byte 0xC7 found, UTF-8 expected",
            "error: empty.txt: no bytes found, a text expected",
            "error: list.xlsx: a workbook found, text expected: save it as CSV",
            "error: page.html: no text found in the page",
            "error: photo.jpg: a file named '.jpg' found, expected .txt, .docx, .html, .htm, .csv, .jsonl, .jsonl.gz",
            "error: t.csv, line 2: 4 fields found, 3 expected as in the first record",
            "error: t.csv, line 3: field 2 has a quote that is not closed, or one in it that is not doubled",
            "error: t.csv, line 4: field 2 has a quote that is not closed, or one in it that is not doubled",
            "error: t.csv, line 5: date '8/1/2020' found, which may be 2020-01-08 or 2020-08-01: write one of these",
            "error: t.csv, line 7: id '5' is that of t.csv, line 6 too, expected ids to be unique",
            "error: t.csv, line 8: no 'text'",
            "error: u.csv, line 1: no column 'text' among 'body'; --fields text=NAME says which column holds the text",
            "error: v.jsonl, line 1: JSON of kind Array found, an object expected",
            "error: v.jsonl, line 2: id ' ' found",
            "error: v.jsonl, line 3: id '5' is that of t.csv, line 6 too, expected ids to be unique",
            "error: v.jsonl, line 5: no 'text'; --fields text=NAME says which property holds the text",
            "warning: 3 documents without a date: 5, v-4, z",
        ];
        var lines = error.TrimEnd().Split('\n');
        Assert.Equal(expected.Length, lines.Length);
        Assert.All(lines.Zip(expected), each => Assert.StartsWith(each.Second, each.First, StringComparison.Ordinal));
        Assert.Contains("read     20 texts in 10 files\nskipped  17 texts\nwritten  3 texts\n", output, StringComparison.Ordinal);
        Assert.Equal(["5", "v-4", "z"], Corpus.Open(_init.Made).Documents.Select(document => document.Id));
    }

    [Fact]
    public async Task A_link_in_a_folder_is_told_of_and_not_followed_but_one_that_is_named_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links");
        _init.Folder.With("in/a.txt", Sentence).With("b.txt", Sentence);
        File.CreateSymbolicLink(_init.Folder.At("in/b.txt"), _init.Folder.At("b.txt"));
        Directory.CreateSymbolicLink(_init.Folder.At("in/again"), _init.Folder.At("in"));

        var (exit, output, error) = await _init.MakeAsync("in");

        const string Why = "a link found, which is not followed: name the file or folder that it leads to";
        Assert.Equal((1, $"error: again: {Why}\nerror: b.txt: {Why}\nwarning: 1 document without a date: a\n"), (exit, error));
        Assert.Contains("read     3 texts in 3 files\nskipped  2 texts\n", output, StringComparison.Ordinal);
        Directory.Delete(_init.Made, recursive: true);
        Assert.Equal(0, (await _init.MakeAsync("in/b.txt")).Exit);
    }

    [Fact]
    public async Task Hostile_names_of_files_give_ids_that_are_unique_and_files_with_names_of_our_own()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "names of files");
        string[] names =
        [
            "in/a.txt", "in/x/a.txt", "in/y/a.txt", "in/a-2.txt", "in/q\"u,o\nte.txt", "in/ .txt", "in/-.txt", "in/é ü.TXT",
            "in/.hidden.txt",
        ];
        foreach (var name in names) _init.Folder.With(name, Sentence);

        var (exit, _, error) = await _init.MakeAsync("in");

        Assert.Equal(0, exit);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Equal(
            ["document", "-", "a-2", "a", "q\"u,o-te", "a-3", "a-4", "é ü"],
            Corpus.Open(_init.Made).Documents.Select(document => document.Id));
        Assert.All(
            Directory.GetFiles(Path.Combine(_init.Made, "articles")), file => Assert.Matches(@"^\d{6}\.txt$", Path.GetFileName(file)));
    }

    [Fact]
    public async Task Nothing_is_overwritten_and_nothing_is_made_of_nothing()
    {
        _init.Folder.With("made/mine.txt", "x").With("in/a.jpg", "x").With("a.txt", Sentence);
        var (exit, output, error) = await _init.MakeAsync("a.txt");
        Assert.Equal((2, ""), (exit, output));
        Assert.Equal($"error: '{_init.Made}' is there and not empty; expected the name of a new folder, or an empty one\n", error);
        Assert.Equal("mine.txt", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(_init.Made))));

        (exit, _, error) = await InitRuns.RunAsync(["init", _init.Folder.At("other"), _init.Folder.At("in")]);
        Assert.Equal(2, exit);
        Assert.EndsWith("error: no text was read, so '" + _init.Folder.At("other") + "' was not made\n", error, StringComparison.Ordinal);
        (exit, _, error) = await InitRuns.RunAsync(["init", _init.Folder.At("other"), _init.Folder.At("absent")]);
        Assert.Equal((2, $"error: no file or folder '{_init.Folder.At("absent")}'\n"), (exit, error));
        Assert.Equal(
            ["in", "made"], Directory.GetDirectories(_init.Folder.Location).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
