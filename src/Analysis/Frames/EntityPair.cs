namespace Analysis;

/// <summary>
/// Two entities that one sentence of running text names: one meeting, which measures of association sum up. A pair counts once a
/// sentence, however often it is named there.
/// </summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Published">Its publication date; null when it is not known.</param>
/// <param name="Sentence">0-based index of the sentence in the document.</param>
/// <param name="First">Gazetteer id that comes first in ordinal order.</param>
/// <param name="Second">Gazetteer id of the other.</param>
public sealed record EntityPair(string Document, DateOnly? Published, int Sentence, string First, string Second)
{
    /// <summary>
    /// The pairs of one document, by sentence, then by id. Titles and left-over page lines have none, nor have names without a gazetteer
    /// row.
    /// </summary>
    internal static IEnumerable<EntityPair> In(DocumentAnnotations annotations, IReadOnlyList<Sentence> sentences) =>
        from sentence in annotations.Mentions.GroupBy(mention => mention.Sentence, mention => mention.Entity)
        where sentences[sentence.Key].Kind == SentenceKind.Body
        let ids = sentence.OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray()
        from first in Enumerable.Range(0, ids.Length)
        from second in ids.Skip(first + 1)
        select new EntityPair(annotations.Document.Id, annotations.Document.Published, sentence.Key, ids[first], second);
}
