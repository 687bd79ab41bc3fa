namespace Analysis;

/// <summary>A passage that a mark of a chart rests on.</summary>
/// <param name="Mark">
/// Id of the mark, as it stands in the data: that of a bar, a column, a point, a node or a row's label, or <see cref="Pair"/> of two for a
/// cell, an edge or a part of a bar. A tick of a dispersion plot and an event on a timeline have the address of their passage as id.
/// </param>
/// <param name="Document">The document.</param>
/// <param name="Span">Where the passage stands in the raw text.</param>
/// <param name="Sentence">The sentence in which it starts, and with which it is shown.</param>
/// <param name="Rule">The rule that found it; empty where none is known.</param>
public sealed record Evidence(string Mark, Document Document, Span Span, Sentence Sentence, string Rule = "")
{
    internal const string Between = " × ";

    /// <summary>The passage's address, <c>document:start-end</c>.</summary>
    public string Address => Chronology.AddressOf(Document.Id, Span.Start, Span.End);

    /// <summary>What is highlighted where the passage is shown; none: the whole span.</summary>
    public IReadOnlyList<Span> Highlights { get; init; } = [];

    /// <summary>
    /// The id of the mark that joins two things, such as a cell (row first), an edge (either order) or a part of a bar (label first); null
    /// where one is missing.
    /// </summary>
    public static string? Pair(string? first, string? second) => first is null || second is null ? null : first + Between + second;

    /// <summary>The mentions as evidence, each with the sentence around it, made when they are asked for.</summary>
    /// <param name="mentions">The mentions.</param>
    /// <param name="corpus">The corpus in which they are.</param>
    /// <param name="mark">
    /// Id of the mark that a mention is evidence for, null for none, such as <c>m => m.Entity</c>. Default: its address.
    /// </param>
    /// <exception cref="KeyNotFoundException">A mention's document is not in the corpus.</exception>
    public static IEnumerable<Evidence> Of(IEnumerable<Mention> mentions, Corpus corpus, Func<Mention, string?>? mark = null) =>
        Of(mentions, corpus, m => (m.Document, m.Start, m.End), m => m.Rule, mark);

    /// <summary>The events as evidence, each with the sentence in which it starts.</summary>
    /// <param name="events">The events.</param>
    /// <param name="corpus">The corpus in which they are.</param>
    /// <param name="mark">
    /// Id of the mark that an event is evidence for, null for none, such as <c>e => e.Kind</c>. Default: its address.
    /// </param>
    /// <exception cref="KeyNotFoundException">An event's document is not in the corpus.</exception>
    public static IEnumerable<Evidence> Of(IEnumerable<Event> events, Corpus corpus, Func<Event, string?>? mark = null) =>
        Of(events, corpus, e => (e.Document, e.Start, e.End), e => e.Rule, mark);

    /// <summary>
    /// The entries of a chronology as evidence, each with its sentence. A joined entry gives the report that stands for it; see
    /// <see cref="OfReports"/>.
    /// </summary>
    /// <param name="entries">The entries.</param>
    /// <param name="corpus">The corpus that the chronology was made of.</param>
    /// <param name="mark">
    /// Id of the mark that an entry is evidence for, null for none, such as <c>e => e.Earliest.YearMonth()</c>. Default: its address.
    /// </param>
    /// <exception cref="KeyNotFoundException">An entry's document is not in the corpus.</exception>
    public static IEnumerable<Evidence> Of(
        IEnumerable<ChronologyEntry> entries, Corpus corpus, Func<ChronologyEntry, string?>? mark = null)
    {
        var events = corpus.Events.ToLookup(e => (e.Document, e.Start, e.End));
        return Of(entries, corpus, e => (e.Document, e.Start, e.End),
            e => events[(e.Document, e.Start, e.End)].FirstOrDefault(happening => happening.Kind == e.Kind)?.Rule ?? "", mark);
    }

    /// <summary>
    /// Each sentence as evidence for every pair of different entities that its unit mentions, where it mentions one of the two; the pair in
    /// ordinal order, the mentions of both highlighted. The passages are made when they are asked for: a figure that cites them asks for
    /// those of its marks only.
    /// </summary>
    /// <param name="mentions">The mentions; those without an entity take no part.</param>
    /// <param name="corpus">The corpus in which they are; only sentences of running text count, as in co-mentions.</param>
    /// <param name="unit">What counts as together, as in <see cref="CoMentions.Of"/>.</param>
    public static IEnumerable<Evidence> OfPairs(IEnumerable<Mention> mentions, Corpus corpus, TextUnit unit = TextUnit.Sentence) =>
        new MadeEvidence(new PairEvidence(mentions, corpus, unit).Among);

    /// <summary>
    /// All reports of each event as evidence for the mark of the longest one, which stands for the event in
    /// <see cref="Chronology.Joined"/>.
    /// </summary>
    /// <param name="corpus">The corpus that the chronology was made of.</param>
    public static IEnumerable<Evidence> OfReports(Corpus corpus)
    {
        var marks = new Dictionary<Event, string>(ReferenceEqualityComparer.Instance);
        foreach (var group in corpus.EventGroups)
        {
            var fullest = Chronology.Fullest(group);
            foreach (var report in group.Reports) marks[report] = Chronology.AddressOf(fullest.Document, fullest.Start, fullest.End);
        }
        return Of(corpus.Events, corpus, report => marks[report]);
    }

    private static MadeEvidence Of<T>(IEnumerable<T> records, Corpus corpus, Func<T, (string Document, int Start, int End)> place,
        Func<T, string> rule, Func<T, string?>? mark)
    {
        return new(Among);

        IEnumerable<Evidence> Among(IReadOnlySet<string>? marks)
        {
            foreach (var record in records)
            {
                var (document, start, end) = place(record);
                var id = mark is null ? Chronology.AddressOf(document, start, end) : mark(record);
                if (!string.IsNullOrEmpty(id) && marks?.Contains(id) != false)
                    yield return new(id, corpus[document], new(start, end), corpus.SentenceAt(document, start)!, rule(record));
            }
        }
    }
}

/// <summary>Passages that are made when they are asked for, those of some marks alone if only these are wanted.</summary>
/// <param name="among">Makes those of the marks with some ids, or of all where none are given.</param>
internal sealed class MadeEvidence(Func<IReadOnlySet<string>?, IEnumerable<Evidence>> among) : IEnumerable<Evidence>
{
    /// <summary>The passages of the marks with those ids.</summary>
    public IEnumerable<Evidence> Among(IReadOnlySet<string> ids) => among(ids);

    /// <inheritdoc/>
    public IEnumerator<Evidence> GetEnumerator() => among(null).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
