namespace Analysis;

/// <summary>A passage that a mark of a chart rests on.</summary>
/// <param name="Mark">
/// Id of the mark, as it stands in the data: that of a bar, a column, a point, a node or a row's label, or <see cref="Pair"/> of two for a
/// cell,
/// an edge or a part of a bar. A tick of a dispersion plot and an event on a timeline have the address of their passage as id.
/// </param>
/// <param name="Document">Id of the document.</param>
/// <param name="Span">Where the passage stands in the raw text.</param>
/// <param name="Text">The passage as it is shown, such as the sentence around the span.</param>
public sealed record Evidence(string Mark, string Document, Span Span, string Text)
{
    /// <summary>The passage's address, <c>document:start-end</c>.</summary>
    public string Address => AddressOf(Document, Span.Start, Span.End);

    /// <summary>The id of the mark that joins two things, such as a cell (row first), an edge (either order) or a part of a bar (label
    /// first); null where one is missing.</summary>
    public static string? Pair(string? first, string? second) => first is null || second is null ? null : $"{first} × {second}";

    /// <summary>The mentions as evidence, each with the sentence around it.</summary>
    /// <param name="mentions">The mentions.</param>
    /// <param name="sentences">The sentences that hold them.</param>
    /// <param name="mark">Id of the mark that a mention is evidence for, null for none, such as <c>m => m.Entity</c>; default: its
    /// address.</param>
    /// <exception cref="ArgumentException">A mention's sentence is not among the sentences.</exception>
    public static IReadOnlyList<Evidence> Of(IEnumerable<Mention> mentions, IEnumerable<Sentence> sentences,
        Func<Mention, string?>? mark = null) =>
        Made(mentions, mention => (mention.Document, mention.Sentence, mention.Start, mention.End), sentences, mark);

    /// <summary>The events as evidence, each with the sentence in which it starts.</summary>
    /// <param name="events">The events.</param>
    /// <param name="sentences">The sentences that hold them.</param>
    /// <param name="mark">Id of the mark that an event is evidence for, null for none, such as <c>e => e.Kind</c>; default: its
    /// address.</param>
    /// <exception cref="ArgumentException">An event's sentence is not among the sentences.</exception>
    public static IReadOnlyList<Evidence> Of(IEnumerable<Event> events, IEnumerable<Sentence> sentences,
        Func<Event, string?>? mark = null) =>
        Made(events, item => (item.Document, item.Sentence, item.Start, item.End), sentences, mark);

    /// <summary>The entries of a chronology as evidence, each with its sentence. Of a joined entry this is the report that it is told by;
    /// see <see cref="OfReports"/>.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="mark">Id of the mark that an entry is evidence for, null for none, such as <c>e => e.Earliest.YearMonth()</c>; default:
    /// its address.</param>
    public static IReadOnlyList<Evidence> Of(IEnumerable<ChronologyEntry> entries, Func<ChronologyEntry, string?>? mark = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return [.. from entry in entries
                   let id = mark is null ? AddressOf(entry.Document, entry.Start, entry.End) : mark(entry)
                   where !string.IsNullOrEmpty(id)
                   select new Evidence(id, entry.Document, new Span(entry.Start, entry.End), entry.Text)];
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
        var named = mentions.Where(mention => mention.Entity is not null);
        foreach (var together in named.GroupBy(mention => (mention.Document, mention.Sentence)))
        {
            var sentence = Find(index, together.Key.Document, together.Key.Sentence);
            if (sentence.Kind != SentenceKind.Body) continue;
            var entities = together.Select(mention => mention.Entity!).Distinct().Order(StringComparer.Ordinal).ToArray();
            var span = new Span(sentence.Start, sentence.End);
            for (var first = 0; first < entities.Length; first++)
                foreach (var second in entities[(first + 1)..])
                    pairs.Add(new(Pair(entities[first], second)!, sentence.Document, span, sentence.Text));
        }
        return pairs;
    }

    /// <summary>All reports of each event as evidence for the mark of the longest one, which <see cref="Chronology.Joined"/> tells the
    /// event by.</summary>
    /// <param name="corpus">The corpus that the chronology was made of.</param>
    public static IReadOnlyList<Evidence> OfReports(Corpus corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var marks = new Dictionary<Event, string>(ReferenceEqualityComparer.Instance);
        foreach (var group in EventGroup.Of(corpus.Events, corpus.Annotator.Gazetteer))
        {
            var told = Chronology.Fullest(group);
            foreach (var report in group.Reports) marks[report] = AddressOf(told.Document, told.Start, told.End);
        }
        return Of(corpus.Events, corpus.Sentences, report => marks[report]);
    }

    internal static string AddressOf(string document, int start, int end) => FormattableString.Invariant($"{document}:{start}-{end}");

    private static List<Evidence> Made<T>(
        IEnumerable<T> records, Func<T, (string Document, int Sentence, int Start, int End)> place, IEnumerable<Sentence> sentences,
        Func<T, string?>? mark)
    {
        ArgumentNullException.ThrowIfNull(records);
        var index = Index(sentences);
        List<Evidence> made = [];
        foreach (var record in records)
        {
            var (document, sentence, start, end) = place(record);
            if ((mark is null ? AddressOf(document, start, end) : mark(record)) is { Length: > 0 } id)
                made.Add(new(id, document, new Span(start, end), Find(index, document, sentence).Text));
        }
        return made;
    }

    private static Dictionary<(string, int), Sentence> Index(IEnumerable<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        return sentences.ToDictionary(sentence => (sentence.Document, sentence.Index));
    }

    private static Sentence Find(Dictionary<(string, int), Sentence> index, string document, int sentence) =>
        index.TryGetValue((document, sentence), out var found)
            ? found
            : throw new ArgumentException($"sentence {sentence} of document '{document}' is mentioned and not among the sentences",
                nameof(sentence));
}
