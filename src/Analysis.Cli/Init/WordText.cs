using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Analysis.Cli;

/// <summary>
/// The text of a Word document: a line for each paragraph, those in cells of tables too. Footnotes, endnotes, headers and footers are left
/// out, and so is what is deleted while changes are tracked.
/// </summary>
internal static class WordText
{
    // What a compressed part may grow to.
    private const long MostCharacters = 200_000_000;

    private const int LongestTitle = 150;

    /// <summary>
    /// Reads a document. Its title is the paragraph that has the style of a title, else the first one where that is a heading, or short
    /// and without a full stop, and others follow.
    /// </summary>
    /// <param name="bytes">The file.</param>
    /// <param name="note">Takes what is left out.</param>
    /// <exception cref="InvalidDataException">There is no body. Where it is no Word document, the package throws what it likes.</exception>
    public static Document Read(byte[] bytes, Action<string> note)
    {
        using var word = WordprocessingDocument.Open(
            new MemoryStream(bytes), isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharacters });
        var main = word.MainDocumentPart;
        var body = main?.Document?.Body ?? throw new InvalidDataException("no body found, a Word document expected");
        var paragraphs = body.Descendants<Paragraph>().Where(IsRead).ToList();
        var lines = paragraphs.Select(LineOf).Where(line => line.Length > 0).ToList();
        var title = paragraphs.Find(each => StyleOf(each) == "Title") ?? paragraphs.Find(each => LineOf(each).Length > 0);
        var isTitle = title is not null && (StyleOf(title) == "Title" || (lines.Count > 1 && (LineOf(title).Length <= LongestTitle)
            && (StyleOf(title).StartsWith("Heading", StringComparison.Ordinal) || !".!?؟…:؛،".Contains(LineOf(title)[^1]))));
        var notes = (main.FootnotesPart?.Footnotes?.Elements<Footnote>().Count(each => each.Type is null) ?? 0)
            + (main.EndnotesPart?.Endnotes?.Elements<Endnote>().Count(each => each.Type is null) ?? 0);
        if (notes > 0) note($"{Counted.Of(notes, "footnote")} left out");
        return new Document("", string.Join('\n', lines), Title: isTitle ? LineOf(title!) : "");
    }

    private static string StyleOf(Paragraph each) => each.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";

    // A text box is there twice, for new programs and for old ones; what was moved is there at its old place too.
    private static bool IsRead(OpenXmlElement part) => !part.Ancestors().Any(each => each is AlternateContentFallback or MoveFromRun);

    // A text box in a paragraph has paragraphs of its own.
    private static string LineOf(Paragraph paragraph) => string.Concat(paragraph.Descendants()
        .Where(part => IsRead(part) && part.Ancestors<Paragraph>().First() == paragraph)
        .Select(part => part switch
        {
            Text text => text.Text,
            TabChar => "\t",
            Break or CarriageReturn => "\n",
            NoBreakHyphen => "-",
            _ => "",
        })).Trim();
}
