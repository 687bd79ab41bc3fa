namespace Analysis;

/// <summary>A passage that a mark of a chart rests on.</summary>
/// <param name="Mark">
/// Id of the mark, as it stands in the data: that of a bar, a column, a point, a node or a row's label, or <see cref="Pair"/> of two for a
/// cell, an edge or a part of a bar. A tick of a dispersion plot and an event on a timeline have the address of their passage as id.
/// </param>
/// <param name="Document">Id of the document.</param>
/// <param name="Span">Where the passage stands in the raw text.</param>
/// <param name="Text">The passage as it is shown, such as the sentence around the span.</param>
public sealed record Evidence(string Mark, string Document, Span Span, string Text)
{
    /// <summary>The passage's address, <c>document:start-end</c>.</summary>
    public string Address => AddressOf(Document, Span.Start, Span.End);

    /// <summary>
    /// The id of the mark that joins two things, such as a cell (row first), an edge (either order) or a part of a bar (label first); null
    /// where one is missing.
    /// </summary>
    public static string? Pair(string? first, string? second) => first is null || second is null ? null : $"{first} × {second}";

    /// <summary>The mentions as evidence, each with the sentence around it.</summary>
    /// <param name="mentions">The mentions.</param>
    /// <param name="sentences">The sentences that hold them.</param>
    /// <param name="mark">
    /// Id of the mark that a mention is evidence for, null for none, such as <c>m => m.Entity</c>. Default: its address.
    /// </param>
    /// <exception cref="ArgumentException">A mention's sentence is not among the sentences.</exception>
    public static IReadOnlyList<Evidence> Of(IEnumerable<Mention> mentions, IEnumerable<Sentence> sentences,
        Func<Mention, string?>? mark = null)
    {
        var sentenceOf = Finder(sentences);
        return Of(mentions, m => (m.Document, m.Start, m.End), m => sentenceOf(m.Document, m.Sentence).Text, mark);
    }

    /// <summary>The events as evidence, each with the sentence in which it starts.</summary>
    /// <param name="events">The events.</param>
    /// <param name="sentences">The sentences that hold them.</param>
    /// <param name="mark">
    /// Id of the mark that an event is evidence for, null for none, such as <c>e => e.Kind</c>. Default: its address.
    /// </param>
    /// <exception cref="ArgumentException">An event's sentence is not among the sentences.</exception>
    public static IReadOnlyList<Evidence> Of(IEnumerable<Event> events, IEnumerable<Sentence> sentences, Func<Event, string?>? mark = null)
    {
        var sentenceOf = Finder(sentences);
        return Of(events, e => (e.Document, e.Start, e.End), e => sentenceOf(e.Document, e.Sentence).Text, mark);
    }

    /// <summary>
    /// The entries of a chronology as evidence, each with its sentence. A joined entry gives the report that stands for it; see
    /// <see cref="OfReports"/>.
    /// </summary>
    /// <param name="entries">The entries.</param>
    /// <param name="mark">
    /// Id of the mark that an entry is evidence for, null for none, such as <c>e => e.Earliest.YearMonth()</c>. Default: its address.
    /// </param>
    public static IReadOnlyList<Evidence> Of(IEnumerable<ChronologyEntry> entries, Func<ChronologyEntry, string?>? mark = null) =>
        Of(entries, e => (e.Document, e.Start, e.End), e => e.Text, mark);

    /// <summary>Each sentence as evidence for every pair of different entities that it mentions, the pair in ordinal order.</summary>
    /// <param name="mentions">The mentions; those without an entity take no part.</param>
    /// <param name="sentences">The sentences that hold them; only those of running text count, as in co-mentions.</param>
    public static IReadOnlyList<Evidence> OfPairs(IEnumerable<Mention> mentions, IEnumerable<Sentence> sentences) =>
        [.. from pair in EntityPair.In(mentions, sentences)
            let span = new Span(pair.Sentence.Start, pair.Sentence.End)
            select new Evidence(Pair(pair.First, pair.Second)!, pair.Sentence.Document, span, pair.Sentence.Text)];

    /// <summary>
    /// All reports of each event as evidence for the mark of the longest one, which stands for the event in
    /// <see cref="Chronology.Joined"/>.
    /// </summary>
    /// <param name="corpus">The corpus that the chronology was made of.</param>
    public static IReadOnlyList<Evidence> OfReports(Corpus corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var marks = new Dictionary<Event, string>(ReferenceEqualityComparer.Instance);
        foreach (var group in EventGroup.Of(corpus.Events, corpus.Annotator.Gazetteer))
        {
            var fullest = Chronology.Fullest(group);
            foreach (var report in group.Reports) marks[report] = AddressOf(fullest.Document, fullest.Start, fullest.End);
        }
        return Of(corpus.Events, corpus.Sentences, report => marks[report]);
    }

    internal static string AddressOf(string document, int start, int end) => FormattableString.Invariant($"{document}:{start}-{end}");

    private static Evidence[] Of<T>(IEnumerable<T> records, Func<T, (string Document, int Start, int End)> place, Func<T, string> text,
        Func<T, string?>? mark) =>
        [.. from record in records
            let at = place(record)
            let id = mark is null ? AddressOf(at.Document, at.Start, at.End) : mark(record)
            where !string.IsNullOrEmpty(id)
            select new Evidence(id, at.Document, new Span(at.Start, at.End), text(record))];

    private static Func<string, int, Sentence> Finder(IEnumerable<Sentence> sentences)
    {
        var index = sentences.ToDictionary(sentence => (sentence.Document, sentence.Index));
        return (document, sentence) => index.TryGetValue((document, sentence), out var found)
            ? found
            : throw new ArgumentException($"sentence {sentence} of document '{document}' is mentioned and not among the sentences",
                nameof(sentences));
    }
}
