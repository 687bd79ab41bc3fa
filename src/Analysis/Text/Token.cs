namespace Analysis;

/// <summary>A word, number or symbol of a document.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Sentence">0-based index of the sentence that contains it.</param>
/// <param name="Index">0-based position in the document.</param>
/// <param name="Start">Start offset in the raw text, in UTF-16 code units.</param>
/// <param name="End">End offset, exclusive.</param>
/// <param name="Surface">The raw text of the span.</param>
/// <param name="Normal">The surface at <see cref="NormalizationLevel.Folded"/>:
/// no diacritics, plain alef, final ي; ة and hamza on a seat are kept.</param>
/// <param name="Kind">Word, number or symbol.</param>
/// <param name="Proclitics">One-letter words attached in front, joined by <c>+</c>, such as <c>و+ب</c>; empty if there are none. They are
/// found by rule and a list of exceptions, without a dictionary, so rare words may be split wrongly.</param>
public sealed record Token(
    string Document, int Sentence, int Index, int Start, int End, string Surface, string Normal, TokenKind Kind, string Proclitics)
{
    /// <summary>The tokens of a document, in text order. The text between them is white space or invisible.</summary>
    public static IReadOnlyList<Token> In(Document document) => Segmentation.Tokens(document);
}
