namespace Analysis;

/// <summary>
/// Finds the events that a document reports, from its tokens, sentences, mentions and times. The rules are the rows of
/// <c>events.tsv</c> and <c>event-cues.tsv</c>.
/// </summary>
internal sealed class EventFinder
{
    private readonly EventLexicon _lexicon;
    private readonly Gazetteer _gazetteer;
    private EventReader? _spare;

    /// <summary>A finder for the entities of a gazetteer.</summary>
    public EventFinder(EventLexicon lexicon, Gazetteer gazetteer)
    {
        _lexicon = lexicon;
        _gazetteer = gazetteer;
    }

    /// <summary>Adds the events to the draft, in text order.</summary>
    public void Find(Draft draft)
    {
        var reader = Interlocked.Exchange(ref _spare, null) ?? new EventReader(_lexicon, _gazetteer);
        reader.Read(draft);
        _spare = reader;
    }
}
