namespace Analysis;

/// <summary>The occurrences of one look-alike, counted document by document.</summary>
internal sealed class LookAlikeTally(string surface, ListedName name, int distance, Document first, int start)
{
    private Document? _last;
    private int _documents;

    public int Count { get; private set; }

    public void Add(Document document)
    {
        Count++;
        if (ReferenceEquals(document, _last)) return;
        _last = document;
        _documents++;
    }

    /// <summary>The public record, with the sentence of the first occurrence as its example.</summary>
    public LookAlike ToLookAlike(Gazetteer gazetteer) => new(
        surface, gazetteer.Entities[name.Entity].Id, name.Text, distance, Count, _documents, first.Id,
        Sentence.In(first).First(sentence => start < sentence.End).Text);
}
