namespace Analysis;

/// <summary>A passage that a mark of a chart rests on.</summary>
/// <param name="Mark">The mark: the label's value as it stands in the frame, or <see cref="Pair"/> of two for a cell or an edge.</param>
/// <param name="Document">Id of the document.</param>
/// <param name="Span">Where the passage stands in the raw text.</param>
/// <param name="Text">The passage as it is shown, such as the sentence around the span.</param>
public sealed record Evidence(string Mark, string Document, Span Span, string Text)
{
    /// <summary>The passage's address, <c>document:start-end</c>.</summary>
    public string Address => AddressOf(Document, Span);

    /// <summary>The name of the mark that joins two values, such as a cell (row first) or an edge.</summary>
    public static string Pair(string first, string second) => $"{first} × {second}";

    /// <summary>Each mention of an entity as evidence for that entity, told by the sentence around it.</summary>
    /// <param name="mentions">The mentions; those without an entity are evidence for none.</param>
    /// <param name="sentences">The sentences that hold them.</param>
    /// <exception cref="ArgumentException">A mention's sentence is not among the sentences.</exception>
    public static IReadOnlyList<Evidence> Of(IEnumerable<Mention> mentions, IEnumerable<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        var index = Index(sentences);
        return [.. from mention in mentions
                   where mention.Entity is not null
                   select new Evidence(mention.Entity!, mention.Document, new Span(mention.Start, mention.End), Find(index, mention.Document, mention.Sentence).Text)];
    }

    /// <summary>Each sentence as evidence for every pair of different entities that it mentions, the pair in ordinal order.</summary>
    /// <param name="mentions">The mentions; those without an entity take no part.</param>
    /// <param name="sentences">The sentences that hold them; only those of running text count, as in co-mentions.</param>
    /// <exception cref="ArgumentException">A mention's sentence is not among the sentences.</exception>
    public static IReadOnlyList<Evidence> OfPairs(IEnumerable<Mention> mentions, IEnumerable<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        var index = Index(sentences);
        List<Evidence> pairs = [];
        foreach (var together in mentions.Where(mention => mention.Entity is not null).GroupBy(mention => (mention.Document, mention.Sentence)))
        {
            var sentence = Find(index, together.Key.Document, together.Key.Sentence);
            if (sentence.Kind != SentenceKind.Body) continue;
            var entities = together.Select(mention => mention.Entity!).Distinct().Order(StringComparer.Ordinal).ToArray();
            for (var first = 0; first < entities.Length; first++)
                for (var second = first + 1; second < entities.Length; second++)
                    pairs.Add(new(Pair(entities[first], entities[second]), sentence.Document, new Span(sentence.Start, sentence.End), sentence.Text));
        }
        return pairs;
    }

    /// <summary>Each event's sentence as evidence for it; the mark is the <see cref="Address"/> of the event, as a timeline names its rows.</summary>
    /// <param name="events">The events.</param>
    /// <param name="sentences">The sentences that hold them.</param>
    /// <exception cref="ArgumentException">An event's sentence is not among the sentences.</exception>
    public static IReadOnlyList<Evidence> Of(IEnumerable<Event> events, IEnumerable<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(events);
        var index = Index(sentences);
        return [.. from item in events
                   let span = new Span(item.Start, item.End)
                   select new Evidence(AddressOf(item.Document, span), item.Document, span, Find(index, item.Document, item.Sentence).Text)];
    }

    private static string AddressOf(string document, Span span) => FormattableString.Invariant($"{document}:{span.Start}-{span.End}");

    private static Dictionary<(string, int), Sentence> Index(IEnumerable<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        return sentences.ToDictionary(sentence => (sentence.Document, sentence.Index));
    }

    private static Sentence Find(Dictionary<(string, int), Sentence> index, string document, int sentence) =>
        index.TryGetValue((document, sentence), out var found)
            ? found
            : throw new ArgumentException($"sentence {sentence} of document '{document}' is mentioned and not among the sentences", nameof(sentence));
}
