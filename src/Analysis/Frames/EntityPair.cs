namespace Analysis;

/// <summary>
/// Two entities that one sentence of running text names: one meeting, which measures of association sum up. A pair counts once a
/// sentence, however often it is named there.
/// </summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Published">Its publication date; null when it is not known.</param>
/// <param name="Sentence">0-based index of the sentence in the document.</param>
/// <param name="First">Id of the entity that comes first in ordinal order.</param>
/// <param name="Second">Id of the other.</param>
public sealed record EntityPair(string Document, DateOnly? Published, int Sentence, string First, string Second)
{
    /// <summary>The pairs in the order of the sentences, then of the ids. Titles and left-over page lines have none.</summary>
    internal static IEnumerable<(Sentence Sentence, string First, string Second)> In(
        IEnumerable<Mention> mentions, IEnumerable<Sentence> sentences) =>
        from sentence in sentences
        where sentence.Kind == SentenceKind.Body
        join mention in mentions on (sentence.Document, sentence.Index) equals (mention.Document, mention.Sentence) into named
        let ids = named.Select(mention => mention.Entity).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray()
        from first in Enumerable.Range(0, ids.Length)
        from second in ids.Skip(first + 1)
        select (sentence, ids[first], second);
}
