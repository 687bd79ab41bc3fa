using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Vml = DocumentFormat.OpenXml.Vml;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>What <c>analysis init</c> reads in files of each kind.</summary>
public sealed class InitSourceTests : IDisposable
{
    private const string Sentence = InitRuns.Sentence;

    private readonly InitRuns _init = new();

    public void Dispose() => _init.Dispose();

    [Fact]
    public async Task The_table_to_fill_in_is_for_Excel_and_runs_no_formula_of_a_text()
    {
        _init.Folder.With("in/a.jsonl", Json($$"""{"id":"-7","text":"{{Sentence}}","date":"2020-01-03","title":"=1+1","outlet":"@واع"}"""));
        await _init.MakeAsync("in");
        var table = await File.ReadAllTextAsync(Path.Combine(_init.Made, "documents.csv"), TestContext.Current.CancellationToken);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(_init.Made, "documents.csv"), TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("\n'-7,", table, StringComparison.Ordinal);
        Assert.Contains(",'=1+1,", table, StringComparison.Ordinal);
        var document = Assert.Single(Corpus.Open(_init.Made).Documents);
        Assert.Equal(("-7", "=1+1", "@واع"), (document.Id, document.Title, document.Outlet));
    }

    [Fact]
    public async Task A_folder_with_a_file_of_each_kind_becomes_a_corpus_whose_texts_and_dates_are_theirs()
    {
        _init.Folder.With("in/a.txt", $"\uFEFFعنوان\r\n{Sentence}\r\n").With("in/b.docx", Word()).With("in/c.html", Page("utf-8"))
            .With("in/d.csv", $"id;text;date;outlet\n1;\"{Sentence} \"\"نعم\"\"; لا\";2020-01-05;واع\n")
            .With("in/e.jsonl", Json($$"""{"id":7,"text":"{{Sentence}}","date":"2020-01-03T23:10:00-05:00","title":"خبر"}"""))
            .With("in/below/f.jsonl.gz", Gzip($$"""{"id":"g","text":"{{Sentence}}","date":"2020-01-04 22:10:00"}"""));

        var (exit, output, error) = await _init.MakeAsync("in");

        Assert.Equal((0, "warning: 2 documents without a date: a, b\n"), (exit, error));
        Assert.Contains("b.docx: 1 footnote left out\n", output, StringComparison.Ordinal);
        Assert.Contains("d.csv: columns separated by semicolons\n", output, StringComparison.Ordinal);
        Assert.Contains("read     6 texts in 6 files\nskipped  0 texts\nwritten  6 texts\n", output, StringComparison.Ordinal);
        var corpus = Corpus.Open(_init.Made);
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
        _init.Folder.With("c.html", Page("utf-8")).With("a.txt", $"\r\n{Sentence}\r\n{Sentence}");
        await _init.MakeAsync("c.html", "a.txt");
        var corpus = Corpus.Open(_init.Made);
        Assert.NotEmpty(corpus.Mentions);
        Assert.All(corpus.Mentions, mention => Assert.Equal(
            mention.Surface, File.ReadAllText(Path.Combine(_init.Made, corpus[mention.Document].File))[mention.Start..mention.End]));
        Assert.All(Directory.GetFiles(Path.Combine(_init.Made, "articles")), file => Assert.DoesNotContain('\r', File.ReadAllText(file)));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1256")]
    public async Task Of_a_page_the_main_text_is_read_without_scripts_navigation_and_captions(string encoding)
    {
        _init.Folder.With("page.htm", Page(encoding));
        await _init.MakeAsync("page.htm");
        var page = Corpus.Open(_init.Made)["page"];
        Assert.Equal($"العنوان\nفقرة أولى\n{Sentence}\nثالثة\nرابعة", page.Text);
        Assert.Equal(("عنوان الصفحة", "وكالة", new DateOnly(2020, 2, 3)), (page.Title, page.Outlet, page.Published));
    }

    [Theory]
    [InlineData("<main><p>نص</p></main><article> </article><p>آخر وآخر وآخر</p>", "نص")]
    [InlineData("<ul><li>قائمة</li></ul><div><div><p>أولى</p></div><div><p>ثانية</p></div></div><div><p>إعلان</p></div>", "أولى\nثانية")]
    [InlineData("بلا فقرات<br>سطر", "بلا فقرات\nسطر")]
    public async Task A_page_without_an_article_has_its_text_in_main_or_where_most_paragraphs_are(string body, string text)
    {
        _init.Folder.With("page.html", $"<title>t</title><body>{body}<script>x</script>");
        await _init.MakeAsync("page.html");
        Assert.Equal((text, "t"), (Corpus.Open(_init.Made)["page"].Text, Corpus.Open(_init.Made)["page"].Title));
    }

    [Fact]
    public async Task Records_of_other_programs_are_read_by_the_names_of_their_fields()
    {
        _init.Folder.With("n.jsonl", Json(
            $$"""{"url":"http://x/1","maintext":"{{Sentence}}","date_publish":"2020-01-03 22:10:00+00:00","source":"x"}"""));
        await _init.MakeAsync("n.jsonl", "--fields", "id=url, text=maintext,date = date_publish,outlet=source", "--language", "fa");
        var document = Corpus.Open(_init.Made)["http://x/1"];
        Assert.Equal(
            (new DateOnly(2020, 1, 3), "x", "fa"), (document.Published, document.Outlet, document.Language));
    }

    [Theory]
    [InlineData("text.txt", Sentence)]
    [InlineData("table.csv", $"text,title\n{Sentence},x")]
    [InlineData("lines.jsonl", $"{{\"text\":\"{Sentence}\"}}")]
    public async Task A_text_in_an_old_encoding_is_read_and_a_line_says_so(string name, string content)
    {
        _init.Folder.With(name, CodePagesEncodingProvider.Instance.GetEncoding(1256)!.GetBytes(content));
        var (_, output, _) = await _init.MakeAsync(name);
        Assert.Contains($"{name}: read as windows-1256, not UTF-8", output, StringComparison.Ordinal);
        Assert.Equal(Sentence, Assert.Single(Corpus.Open(_init.Made).Texts).Text);
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

    [Theory]
    [InlineData("Heading1", "عنوان المستند.", "عنوان المستند.")]
    [InlineData("Normal", "عنوان المستند", "عنوان المستند")]
    [InlineData("Normal", "جملة تامة.", "")]
    public async Task The_first_paragraph_of_a_Word_document_is_its_title_where_it_looks_like_one(string style, string first, string title)
    {
        _init.Folder.With("in/b.docx", Word(style, first));
        Assert.Equal(0, (await _init.MakeAsync("in")).Exit);
        Assert.Equal(title, Corpus.Open(_init.Made)["b"].Title);
    }

    // A title, a table, a text box that is there twice, a deletion, and a footnote.
    private static byte[] Word(string style = "Title", string first = "عنوان المستند")
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            var titled = new ParagraphProperties(new ParagraphStyleId { Val = style });
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(
                new Paragraph(titled, Said(first)),
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
}
