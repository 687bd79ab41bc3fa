using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Analysis.Cli;
using Analysis.Tests.Corpora;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Vml = DocumentFormat.OpenXml.Vml;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>A corpus folder made of texts as people have them.</summary>
[Collection(CurrentDirectory.Name)]
public sealed class InitCommandTests : IDisposable
{
    private const string Sentence = "زار وزير الخارجية الإيراني بغداد أمس.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Made => _folder.At("made");

    [Fact]
    public async Task A_folder_with_a_file_of_each_kind_becomes_a_corpus_whose_texts_and_dates_are_theirs()
    {
        _folder.With("in/a.txt", $"\uFEFFعنوان\r\n{Sentence}\r\n").With("in/b.docx", Word()).With("in/c.html", Page("utf-8"))
            .With("in/d.csv", $"id;text;date;outlet\n1;\"{Sentence} \"\"نعم\"\"; لا\";2020-01-05;واع\n")
            .With("in/e.jsonl", Json($$"""{"id":7,"text":"{{Sentence}}","date":"2020-01-03T23:10:00-05:00","title":"خبر"}"""))
            .With("in/below/f.jsonl.gz", Gzip($$"""{"id":"g","text":"{{Sentence}}","date":"2020-01-04 22:10:00"}"""));

        var (exit, output, error) = await Init("in");

        Assert.Equal((0, "warning: 2 documents without a date: a, b\n"), (exit, error));
        Assert.Contains("b.docx: 1 footnote left out\n", output, StringComparison.Ordinal);
        Assert.Contains("d.csv: columns separated by semicolons\n", output, StringComparison.Ordinal);
        Assert.Contains("read     6 texts in 6 files\nskipped  0 texts\nwritten  6 texts\n", output, StringComparison.Ordinal);
        var corpus = Corpus.Open(Made);
        Assert.Equal(["a", "b", "g", "c", "1", "7"], corpus.Documents.Select(document => document.Id));
        Assert.Equal($"عنوان\n{Sentence}\n", corpus["a"].Text);
        Assert.Equal($"عنوان المستند\n{Sentence}\nخلية أولى\nثانية\nمربع", corpus["b"].Text);
        Assert.Equal("عنوان المستند", corpus["b"].Title);
        Assert.Equal($"{Sentence} \"نعم\"; لا", corpus["1"].Text);
        Assert.Equal(
            ["7 2020-01-03 given", "c 2020-02-03 given by the page: datePublished", "g 2020-01-04 given"],
            corpus.Documents.Where(document => document.Published is not null && document.Id != "1")
                .Select(document => $"{document.Id} {document.Published:yyyy-MM-dd} {document.PublishedBasis}")
                .Order(StringComparer.Ordinal));
        Assert.Equal("واع", corpus["1"].Outlet);
    }

    [Fact]
    public async Task Offsets_count_in_the_files_of_articles()
    {
        _folder.With("c.html", Page("utf-8")).With("a.txt", $"\r\n{Sentence}\r\n{Sentence}");
        await Init("c.html", "a.txt");
        var corpus = Corpus.Open(Made);
        Assert.NotEmpty(corpus.Mentions);
        Assert.All(corpus.Mentions, mention => Assert.Equal(
            mention.Surface, File.ReadAllText(Path.Combine(Made, corpus[mention.Document].File))[mention.Start..mention.End]));
        Assert.All(Directory.GetFiles(Path.Combine(Made, "articles")), file => Assert.DoesNotContain('\r', File.ReadAllText(file)));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1256")]
    public async Task Of_a_page_the_main_text_is_read_without_scripts_navigation_and_captions(string encoding)
    {
        _folder.With("page.htm", Page(encoding));
        await Init("page.htm");
        var page = Corpus.Open(Made)["page"];
        Assert.Equal($"العنوان\nفقرة أولى\n{Sentence}\nثالثة\nرابعة", page.Text);
        Assert.Equal(("عنوان الصفحة", "وكالة", new DateOnly(2020, 2, 3)), (page.Title, page.Outlet, page.Published));
    }

    [Theory]
    [InlineData("<main><p>نص</p></main><article> </article><p>آخر وآخر وآخر</p>", "نص")]
    [InlineData("<ul><li>قائمة</li></ul><div><div><p>أولى</p></div><div><p>ثانية</p></div></div><div><p>إعلان</p></div>", "أولى\nثانية")]
    [InlineData("بلا فقرات<br>سطر", "بلا فقرات\nسطر")]
    public async Task A_page_without_an_article_has_its_text_in_main_or_where_most_paragraphs_are(string body, string text)
    {
        _folder.With("page.html", $"<title>t</title><body>{body}<script>x</script>");
        await Init("page.html");
        Assert.Equal((text, "t"), (Corpus.Open(Made)["page"].Text, Corpus.Open(Made)["page"].Title));
    }

    [Fact]
    public async Task Records_of_other_programs_are_read_by_the_names_of_their_fields()
    {
        _folder.With("n.jsonl", Json(
            $$"""{"url":"http://x/1","maintext":"{{Sentence}}","date_publish":"2020-01-03 22:10:00+00:00","source":"x"}"""));
        await Init("n.jsonl", "--fields", "id=url, text=maintext,date = date_publish,outlet=source", "--language", "fa");
        var document = Corpus.Open(Made)["http://x/1"];
        Assert.Equal(
            (new DateOnly(2020, 1, 3), "x", "fa"), (document.Published, document.Outlet, document.Language));
    }

    [Theory]
    [InlineData("--fields", "txt=maintext",
        "error: --fields: 'txt=maintext' found, expected id=, text=, date=, title=, outlet= and a name\n")]
    [InlineData("--fields", "text=", "error: --fields: 'text=' found, expected id=, text=, date=, title=, outlet= and a name\n")]
    [InlineData("--language", "العربية", "error: --language: 'العربية' found, a BCP 47 tag such as ar expected\n")]
    public async Task What_an_option_cannot_be_is_said_before_anything_is_made(string option, string value, string message)
    {
        _folder.With("a.txt", Sentence);
        var (exit, output, error) = await Init("a.txt", option, value);
        Assert.Equal((2, "", message), (exit, output, error));
        Assert.False(Path.Exists(Made));
    }

    [Fact]
    public async Task A_bad_record_is_skipped_with_its_place_and_ends_nothing()
    {
        _folder.With("in/bad.docx", "PK").With("in/bad.txt", [0xC7]).With("in/empty.txt", "").With("in/list.xlsx", "x")
            .With("in/page.html", "<script>x</script>").With("in/photo.jpg", "x").With("in/z.txt", Sentence)
            .With("in/t.csv", $"id,text,date\n1,a,b,c\n2,\"{Sentence}\n3,\"x\"y,\n4,{Sentence},8/1/2020\n5,{Sentence},\n"
                + $"5,{Sentence},\n6,,\n")
            .With("in/u.csv", "body\nx\n")
            .With("in/v.jsonl", $$"""
                []
                {"id":" ","text":"x"}
                {"id":5,"text":"{{Sentence}}"}
                {"text":"{{Sentence}}"}
                """);

        var (exit, output, error) = await Init("in");

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
            "error: t.csv, line 5: date '8/1/2020' found, YYYY-MM-DD or nothing expected",
            "error: t.csv, line 7: id '5' is that of t.csv, line 6 too, expected ids to be unique",
            "error: t.csv, line 8: no 'text'",
            "error: u.csv, line 1: no column 'text' among 'body'; --fields text=NAME says which column holds the text",
            "error: v.jsonl, line 1: JSON of kind Array found, an object expected",
            "error: v.jsonl, line 2: id ' ' found",
            "error: v.jsonl, line 3: id '5' is that of t.csv, line 6 too, expected ids to be unique",
            "warning: 3 documents without a date: 5, v-4, z",
        ];
        var lines = error.TrimEnd().Split('\n');
        Assert.Equal(expected.Length, lines.Length);
        Assert.All(lines.Zip(expected), each => Assert.StartsWith(each.Second, each.First, StringComparison.Ordinal));
        Assert.Contains("read     19 texts in 10 files\nskipped  16 texts\nwritten  3 texts\n", output, StringComparison.Ordinal);
        Assert.Equal(["5", "v-4", "z"], Corpus.Open(Made).Documents.Select(document => document.Id));
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
        foreach (var name in names) _folder.With(name, Sentence);

        var (exit, _, error) = await Init("in");

        Assert.Equal(0, exit);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Equal(
            ["document", "-", "a-2", "a", "q\"u,o-te", "a-3", "a-4", "é ü"],
            Corpus.Open(Made).Documents.Select(document => document.Id));
        Assert.All(Directory.GetFiles(Path.Combine(Made, "articles")), file => Assert.Matches(@"^\d{6}\.txt$", Path.GetFileName(file)));
    }

    [Fact]
    public async Task Nothing_is_overwritten_and_nothing_is_made_of_nothing()
    {
        _folder.With("made/mine.txt", "x").With("in/a.jpg", "x").With("a.txt", Sentence);
        var (exit, output, error) = await Init("a.txt");
        Assert.Equal((2, ""), (exit, output));
        Assert.Equal($"error: '{Made}' is there and not empty; expected the name of a new folder, or an empty one\n", error);
        Assert.Equal("mine.txt", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(Made))));

        (exit, _, error) = await Run(["init", _folder.At("other"), _folder.At("in")]);
        Assert.Equal(2, exit);
        Assert.EndsWith("error: there is no text to make '" + _folder.At("other") + "' of\n", error, StringComparison.Ordinal);
        (exit, _, error) = await Run(["init", _folder.At("other"), _folder.At("absent")]);
        Assert.Equal((2, $"error: no file or folder '{_folder.At("absent")}'\n"), (exit, error));
        Assert.Equal(["in", "made"], Directory.GetDirectories(_folder.Location).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_notebook_that_is_made_runs_as_it_is_and_the_report_has_the_title_that_was_given()
    {
        _folder.With("d.csv", $"id,text,date\n1,{Sentence},2020-01-05\n2,قُتل جنديان في هجوم على قاعدة قرب بغداد يوم الأحد.,2020-02-01\n");
        await Init("d.csv", "--title", "أخبار <تجربة>");
        var notebook = Notebook.Load(Path.Combine(Made, FirstNotebook.Name));
        Assert.Equal("A first look: أخبار <تجربة>", notebook.Title);
        var setup = notebook.Code.First();
        Assert.Equal(
            NotebookChecks.SetupSource.Replace("../artifacts/lib", FirstNotebook.LibraryFrom(Made), StringComparison.Ordinal),
            setup.Source);

        // Without --corpus as well: it lies in a corpus folder.
        foreach (var corpus in (string?[])[Made, null])
        {
            Assert.Equal((0, ""), await RunNotebook(notebook.File, corpus));
            var index = await File.ReadAllTextAsync(_folder.At("out/report/index.html"), TestContext.Current.CancellationToken);
            Assert.Contains("<h1 dir=\"auto\">أخبار &lt;تجربة&gt;</h1>", index, StringComparison.Ordinal);
            Assert.DoesNotContain("five articles", index, StringComparison.Ordinal);
            Assert.Contains("Made from 2 documents", index, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_notebook_runs_on_one_text_in_which_nothing_is_found()
    {
        _folder.With("a.txt", "Nothing.");
        await Init("a.txt");
        Assert.Equal(0, (await RunNotebook(Path.Combine(Made, FirstNotebook.Name), Made)).Exit);
    }

    [Fact]
    public void The_library_is_named_from_the_place_of_the_notebook()
    {
        Assert.Equal("../artifacts/lib", FirstNotebook.LibraryFrom(Path.Combine(Repository.Root, "notebooks")));
        Assert.Equal("../../artifacts/lib", FirstNotebook.LibraryFrom(Path.Combine(Repository.Root, "a", "b")));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "paths of Unix");
        Assert.Equal(Path.Combine(Repository.Root, "artifacts", "lib"), FirstNotebook.LibraryFrom("/elsewhere/corpus"));
    }

    [Theory]
    [InlineData("{\"title\":\"T\",\"intro\":\"One.\\nTwo.\",\"language\":\"ar\"}", "T", "ar", null)]
    [InlineData("{}", "made", "en", null)]
    [InlineData("{\n\"titel\":\"T\"}", "", "", "corpus.json, line 2: ")]
    [InlineData("[]", "", "", "corpus.json, line 1: ")]
    [InlineData("{\"title\":null}", "", "", "corpus.json, line 1: ")]
    [InlineData("{\"language\":\"\"}", "", "", "corpus.json: language '' found, a BCP 47 tag such as en or ar expected")]
    public void The_description_of_a_corpus_is_read_or_one_clear_error(string json, string title, string language, string? message)
    {
        _folder.With("made/corpus.json", json);
        if (message is not null)
        {
            var fault = Assert.Throws<InvalidDataException>(() => CorpusDescription.Of(Made));
            Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
            return;
        }

        var read = CorpusDescription.Of(Made);
        Assert.Equal((title, language), (read.Title, read.Language));
    }

    [Fact]
    public void A_corpus_that_is_not_described_has_the_name_of_its_folder_or_file()
    {
        Assert.Equal("made", CorpusDescription.Of(Made).Title);
        Assert.Equal("made.jsonl", CorpusDescription.Of(_folder.At("made.jsonl")).Title);
        Assert.StartsWith("The US–Iran escalation", CorpusDescription.Of(Repository.Corpus).Title, StringComparison.Ordinal);
    }

    private static byte[] Page(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(encoding).GetBytes($$"""
            <!doctype html><html lang="ar"><head><meta charset="{{encoding}}"><title>T - Site</title>
            <meta property="og:title" content="عنوان  الصفحة"><meta property="og:site_name" content="وكالة">
            <script type="application/ld+json">{"@graph":[{"datePublished": "2020-02-03T23:00:00Z"}]}</script></head>
            <body><nav><p>قائمة طويلة جدا جدا جدا جدا</p></nav><article><p>إعلان</p></article>
            <article><h1>العنوان</h1><p>فقرة
            <b>أو</b>لى<br>{{Sentence}}</p><figure><img><figcaption>تعليق</figcaption></figure>
            <div><p>ثالثة</p>رابعة</div><script>x</script><aside>روابط</aside></article>
            <footer>ذيل <time datetime="2021-01-01">x</time></footer></body></html>
            """);
    }

    // A title, a table, a text box that is there twice, a deletion, and a footnote.
    private static byte[] Word()
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            var titled = new ParagraphProperties(new ParagraphStyleId { Val = "Title" });
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(
                new Paragraph(titled, Said("عنوان المستند")),
                new Paragraph(Said(Sentence), new Run(new FootnoteReference { Id = 1 }), new DeletedRun(new Run(new DeletedText("محذوف")))),
                new Table(new TableRow(new TableCell(new Paragraph(Said("خلية أولى"))), new TableCell(new Paragraph(Said("ثانية"))))),
                new Paragraph(new Run(new AlternateContent(
                    new AlternateContentChoice(Box("مربع")) { Requires = "v" }, new AlternateContentFallback(Box("مربع")))))));
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                new Footnote { Type = FootnoteEndnoteValues.Separator, Id = 0 }, new Footnote(new Paragraph(Said("حاشية"))) { Id = 1 });
        }

        return file.ToArray();
    }

    private static Run Said(string text) => new(new DocumentFormat.OpenXml.Wordprocessing.Text(text));

    private static Picture Box(string text) =>
        new(new Vml.Shape(new Vml.TextBox(new TextBoxContent(new Paragraph(Said(text))))));

    private static string Json(string line) => JsonNode.Parse(line)!.ToJsonString() + "\n";

    private static byte[] Gzip(string text)
    {
        using var file = new MemoryStream();
        using (var zip = new GZipStream(file, CompressionLevel.Fastest)) zip.Write(Encoding.UTF8.GetBytes(text));
        return file.ToArray();
    }

    private Task<(int Exit, string Output, string Error)> Init(params string[] args) =>
        Run(["init", Made, .. args.Select(arg => Path.Exists(_folder.At(arg)) ? _folder.At(arg) : arg)]);

    private async Task<(int Exit, string Error)> RunNotebook(string file, string? corpus)
    {
        using var error = new StringWriter { NewLine = "\n" };
        try
        {
            var exit = await new MainJob
            {
                Notebooks = [file],
                Corpus = new() { Folder = corpus },
                Output = _folder.At("out"),
                Out = TextWriter.Null,
                Error = TextWriter.Synchronized(error),
            }.ExecuteAsync(TestContext.Current.CancellationToken);
            return (exit, error.ToString());
        }
        finally
        {
            Environment.SetEnvironmentVariable(CorpusFolders.CorpusVariable, null);
        }
    }

    private static async Task<(int Exit, string Output, string Error)> Run(string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var before = Console.Error;
        try
        {
            Console.SetError(error);
            var exit = await CommandLine.RunAsync(args, output, error);
            return (exit, output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetError(before);
        }
    }
}
