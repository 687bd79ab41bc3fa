namespace Analysis;

/// <summary>A sentence of a document, without surrounding white space.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Index">0-based position in the document.</param>
/// <param name="Start">Start offset in the raw text, in UTF-16 code units.</param>
/// <param name="End">End offset, exclusive.</param>
/// <param name="Paragraph">0-based index of its paragraph. Each non-empty line is a paragraph.</param>
/// <param name="Kind">Whether it is running text, a title or boilerplate.</param>
/// <param name="Text">The raw text of the span.</param>
public sealed record Sentence(string Document, int Index, int Start, int End, int Paragraph, SentenceKind Kind, string Text)
{
    /// <summary>
    /// The sentences of a document, in text order. A sentence ends at a line break or at a run of
    /// <c>. ! ؟ ? …</c>, unless that is between digits or inside an abbreviation, an address or a numbering.
    /// Closing quotation marks belong to the sentence. A line that equals the document's title and a
    /// boilerplate line (framed by <c>|</c>, or without any word) are one sentence each, marked by their kind.
    /// </summary>
    public static IReadOnlyList<Sentence> In(Document document) => [.. Segmentation.Read(document).Sentences.Select((each, index) =>
        new Sentence(document.Id, index, each.Start, each.End, each.Paragraph, each.Kind, document.Text[each.Start..each.End]))];

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Document, Index);
}
