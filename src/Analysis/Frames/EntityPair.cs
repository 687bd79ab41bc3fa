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
    /// <summary>The pairs of one document, by sentence, then by id. Titles and left-over page lines have none, nor have names without a gazetteer row.</summary>
    internal static IEnumerable<EntityPair> In(DocumentAnnotations annotations, IReadOnlyList<Sentence> sentences)
    {
        var entities = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var sentence in annotations.Mentions.Where(mention => mention.Entity is not null).GroupBy(mention => mention.Sentence))
        {
            if (sentences[sentence.Key].Kind != SentenceKind.Body) continue;
            entities.Clear();
            foreach (var mention in sentence) entities.Add(mention.Entity!);
            string[] ids = [.. entities];
            for (var first = 0; first < ids.Length; first++)
            {
                for (var second = first + 1; second < ids.Length; second++)
                {
                    yield return new EntityPair(annotations.Document.Id, annotations.Document.Published, sentence.Key, ids[first], ids[second]);
                }
            }
        }
    }
}
