namespace Analysis;

/// <summary>A word, number or symbol of a document.</summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Sentence">0-based index of the sentence that holds it.</param>
/// <param name="Index">0-based position in the document.</param>
/// <param name="Start">First UTF-16 code unit in the raw text.</param>
/// <param name="End">Behind the last UTF-16 code unit.</param>
/// <param name="Surface">The raw text of the span.</param>
/// <param name="Normal">The surface at <see cref="NormalizationLevel.Folded"/>: no diacritics, plain alef, final ي; ة and seated hamza are kept.</param>
/// <param name="Kind">Word, number or symbol.</param>
/// <param name="Proclitics">One-letter words written in front, joined by <c>+</c>, such as <c>و+ب</c>; empty where there are none. Found by
/// a rule with a list of exceptions, no dictionary: it errs on rare words.</param>
public sealed record Token(
    string Document, int Sentence, int Index, int Start, int End, string Surface, string Normal, TokenKind Kind, string Proclitics)
{
    /// <summary>The tokens of a document, in text order; what lies between them is blank or can't be seen.</summary>
    public static IReadOnlyList<Token> In(Document document) => Segmentation.Tokens(document);
}
