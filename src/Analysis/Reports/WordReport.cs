using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordDocument = DocumentFormat.OpenXml.Wordprocessing.Document;

namespace Analysis;

/// <summary>
/// A report as a Word document: styles by name, contents, captions that Word counts, pictures with alternative texts, tables that repeat
/// their heads. A paragraph runs from right to left where its first letter does, and so does each run of such letters in it.
/// </summary>
/// <param name="language">The language.</param>
/// <param name="pictures">PNG of each figure by its id; a figure without one is described in words.</param>
internal sealed class WordReport(Language language, IReadOnlyDictionary<string, byte[]> pictures)
{
    private uint _number;

    /// <summary>The file.</summary>
    public byte[] Write(string title, IReadOnlyList<ReportBlock> blocks)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var (properties, main) = (package.PackageProperties, package.AddMainDocumentPart());
            (properties.Title, properties.Creator) = (ShownText.Contained(title), "Analysis");
            properties.Language = language.IsRightToLeft ? "ar-SA" : "en-GB";
            main.AddNewPart<StyleDefinitionsPart>().FeedData(new MemoryStream(ChartAssets.Read("word-styles.xml")));
            var headings = blocks.OfType<ReportHeading>().Where(heading => heading.Level < ReportHeading.Lowest).ToList();
            main.Document = new WordDocument(new Body(
            [
                Text(title, "Title"),
                .. blocks.SelectMany(block => block is ReportContents ? Contents(headings) : Render(block, main)),
                Section(main),
            ]));
        }

        return file.ToArray();
    }

    private IEnumerable<OpenXmlElement> Render(ReportBlock block, MainDocumentPart main) => block switch
    {
        ReportHeading heading => [Heading(heading)],
        ReportText text => [Text(text.Text, text.Style)],
        ReportCaption caption => [Caption(caption)],
        ReportPicture { Figure: var figure } picture when pictures.TryGetValue(figure.Id, out var png) =>
            [Picture(WordPicture.Of(main, png, picture, ++_number))],
        ReportPicture { Figure: var figure } => [Text(language.Text("no-picture", figure.Alt), ReportText.Body)],
        ReportGrid { Table: var table } => [WordTable.Of(table, language), Text("", "AfterTable")],
        _ => [],
    };

    private static Paragraph Picture(Run picture) => new(
        new ParagraphProperties { ParagraphStyleId = new() { Val = "Picture" } }, picture);

    private Paragraph Text(string text, string style) => WordParagraph.Of(text, style, language.IsRightToLeft);

    private Paragraph Heading(ReportHeading heading)
    {
        var (paragraph, id) = (Text(heading.Text, FormattableString.Invariant($"Heading{heading.Level}")), $"{++_number}");
        paragraph.InsertAfter(new BookmarkStart { Id = id, Name = Bookmark(heading) }, paragraph.ParagraphProperties);
        paragraph.Append(new BookmarkEnd { Id = id });
        return paragraph;
    }

    private Paragraph Caption(ReportCaption caption)
    {
        var paragraph = Text($"{caption.Label} ", "Caption");
        if (caption.IsOfTable) paragraph.ParagraphProperties!.KeepNext = new();
        var isRightToLeft = paragraph.ParagraphProperties!.BiDi is not null;
        var number = new Run(new Text(language.Digits($"{caption.Number}")));
        // A field counts in the digits 0–9.
        paragraph.Append(language.HasArabicDigits ? number
            : new SimpleField(number) { Instruction = $@" SEQ {caption.Sequence} \* ARABIC " });
        if (caption.Text.Length > 0) paragraph.Append(WordParagraph.Runs($". {caption.Text}", isRightToLeft));
        return paragraph;
    }

    /// <summary>
    /// Links to the headings. LibreOffice shows the numbers of their pages; Word does when its fields are updated, and shows none before:
    /// a field of contents would make it ask the reader.
    /// </summary>
    private IEnumerable<Paragraph> Contents(List<ReportHeading> headings)
    {
        yield return Text(language.Text("report-contents"), "TOCHeading");
        foreach (var heading in headings)
        {
            var entry = Text(heading.Text, FormattableString.Invariant($"TOC{heading.Level}"));
            var link = new Hyperlink { Anchor = Bookmark(heading), History = true };
            foreach (var run in entry.Elements<Run>().ToList())
            {
                run.Remove();
                link.Append(run);
            }

            link.Append([new Run(new TabChar()), .. Field($@" PAGEREF {Bookmark(heading)} \h ", "")]);
            entry.Append(link);
            yield return entry;
        }
    }

    // In Arabic runs a program that is set to it shows the numbers of pages in the digits ٠–٩. No file can make it do so.
    private Run[] Field(string instruction, string result)
    {
        Run[] runs =
        [
            Mark(FieldCharValues.Begin), new(new FieldCode(instruction) { Space = SpaceProcessingModeValues.Preserve }),
            Mark(FieldCharValues.Separate), new(new Text(result)), Mark(FieldCharValues.End),
        ];
        if (language.HasArabicDigits) foreach (var run in runs) run.RunProperties = WordParagraph.Arabic;
        return runs;
    }

    private static Run Mark(FieldCharValues kind) => new(new FieldChar { FieldCharType = kind });

    // A bookmark begins with a letter or underscore and is at most 40 characters long.
    private static string Bookmark(ReportHeading heading)
    {
        var letters = string.Concat(heading.Anchor.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(heading.Anchor)))[..8];
        return $"_{letters[..Math.Min(24, letters.Length)]}_{hash}";
    }

    private SectionProperties Section(MainDocumentPart main)
    {
        var footer = main.AddNewPart<FooterPart>();
        var words = language.Text("report-sheet").Split(["{0}", "{1}"], StringSplitOptions.None);
        var paragraph = Text(words[0], "Footer");
        paragraph.Append(
        [
            .. Field(" PAGE ", "1"), .. WordParagraph.Runs(words[1], language.IsRightToLeft), .. Field(" NUMPAGES ", "1"),
        ]);
        footer.Footer = new Footer(paragraph);
        var section = new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 });
        if (language.IsRightToLeft) section.Append(new BiDi());
        return section;
    }
}
