using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analysis.Tests.Reports;

/// <summary>The Word document, the page and the workbook of a report.</summary>
public sealed class ReportDocumentTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47];

    public static TheoryData<Language> Languages => [Language.English, Language.Arabic];

    [Theory, MemberData(nameof(Languages))]
    public void Word_finds_nothing_wrong_whatever_the_texts_are(Language language)
    {
        using var document = Word(language);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
            .Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Empty(document.MainDocumentPart!.ExternalRelationships);
        Assert.Empty(document.MainDocumentPart.HyperlinkRelationships);
        var known = document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleId?.Value)
            .ToHashSet();
        Assert.All(Body(document).Descendants<ParagraphStyleId>(), style => Assert.Contains(style.Val?.Value, known));
        Assert.DoesNotContain(document.MainDocumentPart.Document!.InnerText, letter => letter is >= '\u202A' and <= '\u202E');
    }

    [Fact]
    public void Arabic_runs_from_right_to_left_and_what_is_beside_it_does_not()
    {
        using var document = Word(Language.English);
        var paragraph = Body(document).Elements<Paragraph>().Last(each => each.InnerText == "نص عربي، ثم English.");
        Assert.NotNull(paragraph.ParagraphProperties!.BiDi);
        Assert.Equal(
            [("نص عربي، ثم ", true), ("English", false), (".", true)],
            paragraph.Elements<Run>().Select(run => (run.InnerText, run.RunProperties?.RightToLeftText is not null)));
        // What comes before a word stands to its right, in a page of Arabic or of English.
        Assert.NotNull(Body(document).Elements<Table>().Last().GetFirstChild<TableProperties>()!.BiDiVisual);
        Assert.Equal(["Document", "Published", "Before", "Node", "After"], Heads(document));
        using var arabic = Word(Language.Arabic);
        Assert.All(Body(arabic).Elements<Table>(), table => Assert.NotNull(table.GetFirstChild<TableProperties>()!.BiDiVisual));
        Assert.Equal(["المقال", "تاريخ النشر", "قبلها", "الكلمة", "بعدها"], Heads(arabic));
        Assert.StartsWith("<table dir=\"rtl\"", SampleReport.Lines.ToHtml(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Digits_of_numbers_stand_below_one_another(Language language)
    {
        using var document = Word(language);
        var numbers = Body(document).Elements<Table>().First().Descendants<TableRow>().Skip(1)
            .Select(row => row.Elements<TableCell>().ElementAt(1).GetFirstChild<Paragraph>()!.ParagraphProperties!);
        Assert.All(numbers, properties =>
            Assert.Equal((null, JustificationValues.Right), (properties.BiDi, properties.Justification!.Val!.Value)));
    }

    [Fact]
    public void A_table_repeats_its_head_and_a_picture_has_its_alternative_text()
    {
        using var document = Word(Language.English);
        Assert.All(Body(document).Elements<Table>(), table => Assert.Single(table.Descendants<TableHeader>()));
        var figure = SampleReport.In(Language.English).Shown.Items.OfType<ReportFigure>().First().Figure;
        Assert.Contains("إيران", figure.Alt, StringComparison.Ordinal);
        Assert.Equal(
            figure.Alt, Body(document).Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().First().Description);
        Assert.Contains(Body(document).Descendants<SimpleField>(), field =>
            field.Instruction!.Value!.Contains("SEQ Figure", StringComparison.Ordinal));
    }

    [Fact]
    public void Contents_refer_to_headings_and_make_no_program_ask()
    {
        using var document = Word(Language.English);
        var marks = Body(document).Descendants<BookmarkStart>().Select(mark => mark.Name!.Value).ToList();
        var pages = Body(document).Descendants<FieldCode>().Select(code => code.Text.Trim().Split(' '))
            .Where(code => code[0] == "PAGEREF").ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, code => Assert.Contains(code[1], marks));
        Assert.All(Body(document).Descendants<FieldChar>(), mark => Assert.Null(mark.Dirty));
    }

    [Fact]
    public void No_line_of_Word_ends_within_an_address()
    {
        var paragraph = WordParagraph.Of("see [003:0-9], well-known", "BodyText", isRightToLeft: false);
        Assert.Single(paragraph.Descendants<NoBreakHyphen>());
        Assert.Equal("see [003:09], well-known", paragraph.InnerText);
    }

    [Fact]
    public void Heading_picture_and_caption_say_each_thing_once()
    {
        var figure = SampleFigures.Bar with { Title = "Who?", Caption = "A bar is a name", Subtitle = "5 documents, n = 3", Source = "" };
        var corpus = Corpus.Open(Corpora.Repository.Corpus);
        var report = corpus.Report("Report").Add(SampleReport.Arabic, "Who?").Add(figure, "They.");
        var blocks = new ReportOutline(report.Shown, _ => []).Blocks();
        Assert.Single(blocks.OfType<ReportHeading>(), heading => heading.Text == "Who?");
        var captions = blocks.OfType<ReportCaption>().ToList();
        Assert.Equal(("Table", ""), (captions[0].Sequence, captions[0].Text));
        Assert.StartsWith("A bar is a name. 5 documents, n = 3. Source: ", captions[1].Text, StringComparison.Ordinal);
        var picture = Assert.Single(blocks.OfType<ReportPicture>());
        Assert.DoesNotContain("Who?", PlotlyJson.Of(picture.Figure.Chart)["layout"]!["title"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.True(blocks.Index().First(block => block.Item is ReportText { Text: "They." }).Index
            < blocks.Index().First(block => block.Item == picture).Index);
    }

    [Fact]
    public void A_picture_leaves_room_for_its_text_on_the_page()
    {
        var figure = SampleFigures.Bar with { Height = 3000 };
        Assert.InRange(new ReportPicture(ReportPicture.OnPaper(figure)).Height, 100, 191);
        // One that has room on half a page has no more.
        Assert.InRange(new ReportPicture(ReportPicture.OnPaper(SampleFigures.Bar with { Height = 1000 })).Height, 100, 126);
        Assert.InRange(new ReportPicture(ReportPicture.OnPaper(SampleFigures.Bar)).Width, 160, 170);
    }

    [Fact]
    public void The_appendix_has_passages_with_their_addresses_and_counts_the_rest()
    {
        var many = SampleFigures.Bar with { Evidence = [.. Enumerable.Range(0, 40).Select(at => SampleFigures.Passage("إيران", at))] };
        var blocks = new ReportOutline(SampleReport.In(Language.English).Add(many).Shown, _ => []).Blocks();
        Assert.Contains(blocks.OfType<ReportText>(), text =>
            text.Style == ReportText.Passage && text.Text.StartsWith("1. \u2066[003:0-", StringComparison.Ordinal));
        Assert.Contains(blocks.OfType<ReportText>(), text =>
            text.Style == ReportText.Mark && text.Text.EndsWith("(40): 1", StringComparison.Ordinal));
        Assert.Contains(blocks.OfType<ReportText>(), text => text.Text.Contains("figures/entity-counts.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void A_passage_is_quoted_once_and_found_by_its_number()
    {
        var corpus = Corpus.Open(Corpora.Repository.Corpus);
        Sentence[] sentences = [.. corpus.Sentences.Take(4)];
        Figure Citing(string id, params int[] places) => SampleFigures.Bar with
        {
            Id = id,
            Evidence = [.. places.Select(at => sentences[at]).Select(sentence =>
                new Evidence("إيران", corpus[sentence.Document], new(sentence.Start, sentence.Start + 1), sentence))],
        };
        var report = corpus.Report("Report").Add(Citing("first", 0, 1, 3)).Add(Citing("second", 1, 2));
        var texts = new ReportOutline(report.Shown, _ => []).Blocks().OfType<ReportText>().ToLookup(text => text.Style, text => text.Text);
        Assert.Equal(["(3): 1, 2 …", "(2): 2, 3"], texts[ReportText.Mark].Select(text => text[text.LastIndexOf('(')..]));
        Assert.Equal(
            sentences.Take(3).Select((sentence, at) => ($"{at + 1}", sentence.Text.Trim())),
            texts[ReportText.Passage].Select(text => (text.Split('.')[0], text[(text.IndexOf(']', StringComparison.Ordinal) + 3)..])));
    }

    [Fact]
    public void Articles_of_one_outlet_and_day_are_told_apart_in_the_appendix()
    {
        Document[] documents = [.. "One Two Two ".Split(' ').Select((title, at) => new Document(
            $"{at}", "قصفت القوات الأمريكية مطار بغداد.", TitleEnglish: title, Outlet: "Outlet", Published: new(2020, 1, 3)))];
        var corpus = Corpus.Of(documents);
        var figure = Figure.Bar(corpus.Mentions.CountBy(mention => mention.Document), "Who?")
            .Citing(Evidence.Of(corpus.Mentions, corpus, mention => mention.Document));
        var headings = new ReportOutline(corpus.Report("Report").Add(figure).Shown, _ => []).Blocks().OfType<ReportHeading>();
        Assert.Equal(
            ["Outlet, 3 Jan 2020: One", "Outlet, 3 Jan 2020 (1)", "Outlet, 3 Jan 2020 (2)", "Outlet, 3 Jan 2020 (3)"],
            headings.Select(heading => heading.Text).Where(text => text.StartsWith("Outlet", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_list_with_Arabic_semicolons_runs_from_right_to_left_in_Word()
    {
        Assert.NotNull(WordParagraph.Of("000؛ 001", "TableText", isRightToLeft: false).ParagraphProperties!.BiDi);
        Assert.Null(WordParagraph.Of("-1,234.5", "TableText", isRightToLeft: false).ParagraphProperties!.BiDi);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(30, false)]
    public void A_small_table_is_kept_on_one_page(int rows, bool isSmall)
    {
        var table = TableView.TryCreate(Enumerable.Range(0, rows).Select(row => new { Row = row }).ToDataFrame())!;
        var keep = WordTable.Of(table, Language.English).Elements<TableRow>().Select(row => row.Descendants<KeepNext>().Any()).ToList();
        Assert.Equal([true, true, true, false], [.. keep.Take(3), keep[^1]]);
        Assert.Equal(isSmall, keep.SkipLast(1).All(keeps => keeps));
        var html = new ReportPage(Language.English, new Dictionary<string, byte[]>()).Write("Report", [new ReportGrid(table)]);
        Assert.Equal(isSmall, html.Contains("<div class=\"table small\">", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_page_runs_and_loads_nothing(Language language)
    {
        var html = new ReportPage(language, new Dictionary<string, byte[]>()).Write(SampleReport.Hostile[5], SampleReport.Blocks(language));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("javascript:ran\"", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language.Tag}\" dir=\"{language.Direction}\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain(html, letter => letter is >= '\u202A' and <= '\u202E');
    }

    [Fact]
    public void Pages_are_numbered_in_the_digits_of_the_language()
    {
        static string PageIn(Language language) => new ReportPage(language, new Dictionary<string, byte[]>()).Write("title", []);
        Assert.Contains("content: counter(page) \" / \" counter(pages);", PageIn(Language.English), StringComparison.Ordinal);
        Assert.Contains("content: counter(page, arabic-indic) \" من \" counter(pages, arabic-indic);",
            PageIn(Language.ArabicWithArabicDigits), StringComparison.Ordinal);
    }

    [Fact]
    public void Word_may_show_numbers_of_pages_in_the_digits_of_the_language()
    {
        static int Arabic(Language language) => Word(language).MainDocumentPart!.FooterParts.Single().Footer!.Descendants<Run>()
            .Count(run => run.RunProperties?.RightToLeftText is not null && run.Descendants<FieldCode>().Any());
        Assert.Equal((0, 2), (Arabic(Language.Arabic), Arabic(Language.ArabicWithArabicDigits)));
    }

    [Fact]
    public void A_workbook_holds_texts_numbers_and_days_and_no_formula()
    {
        using var workbook = Sheets(Language.English);
        Assert.Empty(new OpenXmlValidator().Validate(workbook, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var sheets = workbook.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet!.OuterXml).ToList();
        Assert.All(sheets, sheet => Assert.DoesNotContain("<x:f>", sheet, StringComparison.Ordinal));
        var texts = Assert.Single(sheets, sheet => sheet.Contains("HYPERLINK", StringComparison.Ordinal));
        Assert.Contains("<x:c s=\"2\"><x:v>43833</x:v></x:c>", texts, StringComparison.Ordinal);
        Assert.Contains("<x:c><x:v>-5</x:v></x:c>", texts, StringComparison.Ordinal);
        Assert.Contains("ySplit=\"1\"", texts, StringComparison.Ordinal);
        Assert.Contains("fitToPage=\"1\"", texts, StringComparison.Ordinal);
        Assert.Equal(["48", "9", "13", "9"], Regex.Matches(texts, "width=\"(.*?)\"").Select(width => width.Groups[1].Value));
        Assert.Single(sheets, sheet => sheet.Contains("rightToLeft=\"1\"", StringComparison.Ordinal));
        // Numbers, their heads and Arabic texts stand and run as they are read.
        var styles = workbook.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.ToList();
        string[] StyleOf(string content) => [.. workbook.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet!
            .Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()).Where(cell => cell.InnerText == content)
            .Select(cell => styles[(int)(cell.StyleIndex?.Value ?? 0)].InnerXml)];
        Assert.All(StyleOf("Number"), style => Assert.Contains("horizontal=\"right\"", style, StringComparison.Ordinal));
        Assert.All(StyleOf("إيران"), style => Assert.Contains("readingOrder=\"2\"", style, StringComparison.Ordinal));
        using var arabic = Sheets(Language.Arabic);
        Assert.All(arabic.WorkbookPart!.WorksheetParts, part =>
            Assert.Contains("rightToLeft=\"1\"", part.Worksheet!.OuterXml, StringComparison.Ordinal));
        Assert.Equal(
            ["a-name", "arabic", "A-NAME-2"],
            workbook.WorkbookPart.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value!));
    }

    private static SpreadsheetDocument Sheets(Language language) => SpreadsheetDocument.Open(
        new MemoryStream(Workbook.Write(
            [("a-name", SampleReport.Table), ("arabic", SampleReport.Arabic), ("A-NAME", SampleReport.Lines)], language)),
        isEditable: false);

    private static WordprocessingDocument Word(Language language) => WordprocessingDocument.Open(
        new MemoryStream(new WordReport(language, new Dictionary<string, byte[]> { ["co-mentions"] = Png })
            .Write(SampleReport.Hostile[5], SampleReport.Blocks(language))),
        isEditable: false);

    private static IEnumerable<string> Heads(WordprocessingDocument document) => Body(document).Elements<Table>().Last()
        .GetFirstChild<TableRow>()!.Elements<TableCell>().Select(cell => cell.InnerText);

    private static Body Body(WordprocessingDocument document) => document.MainDocumentPart!.Document!.Body!;
}
