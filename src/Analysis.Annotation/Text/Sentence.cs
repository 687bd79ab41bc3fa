namespace Analysis;

/// <summary>A sentence of a document, without the white space around it.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Index">0-based position in the document.</param>
/// <param name="Start">First UTF-16 code unit in the raw text.</param>
/// <param name="End">Behind the last UTF-16 code unit.</param>
/// <param name="Paragraph">0-based position of its paragraph, that is of its non-empty line.</param>
/// <param name="Kind">Whether it is running text, a title or left over from a page.</param>
/// <param name="Text">The raw text of the span.</param>
public sealed record Sentence(string Document, int Index, int Start, int End, int Paragraph, SentenceKind Kind, string Text)
{
    /// <summary>
    /// The sentences of a document, in text order. A sentence ends at a line break or at a run of <c>. ! ؟ ? …</c>, unless that stands
    /// between digits or inside an abbreviation, an address or a numbering; closing quotation marks belong to it. A line that equals the
    /// document's title and a line left over from a page (framed by <c>|</c>, or without any word) are one sentence each, flagged.
    /// </summary>
    public static IReadOnlyList<Sentence> In(Document document) => Segmentation.Sentences(document);
}

/// <summary>What a sentence is part of. Only <see cref="Body"/> sentences count in co-mentions.</summary>
public enum SentenceKind
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>The document's title.</summary>
    Title,

    /// <summary>A line left over from the page the text was taken from.</summary>
    Boilerplate,
}
