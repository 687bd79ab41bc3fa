namespace Analysis;

/// <summary>
/// Reads the events of documents, one after another: clauses, what each reports, its roles and date; then speech gives way to what it
/// reports, and repeats are dropped. The rules are the rows of <c>events.tsv</c> and <c>event-cues.tsv</c>.
/// </summary>
internal sealed class EventReader
{
    // A text without full stops or line breaks is read in pieces, so that the time it takes grows with its length only.
    private const int LongestSentence = 1000;

    // A shorter text is taken for news, unless it has twice as many words of a genre.
    private const int ShortestGenre = 3;
    private const int MostGenreWords = 3;
    private const int GenreReach = 12;

    private readonly EventLexicon _lexicon;
    private readonly Draft _draft;
    private readonly EventSentence _words;
    private readonly ClauseSplitter _splitter;
    private readonly ClauseReader _clauses;
    private readonly SlotFiller _slots;
    private readonly Gazetteer _gazetteer;
    private readonly List<EventCandidate> _events = [];

    // The events of a sentence, as they are read and as they are kept.
    private readonly List<EventCandidate> _read = [];
    private readonly List<EventCandidate> _found = [];
    private EventCandidate? _speech, _recent;
    private EventDates _dates = null!;
    private EventStory _story = null!;

    /// <summary>A reader of the documents of a draft.</summary>
    public EventReader(EventLexicon lexicon, Gazetteer gazetteer, Draft draft)
    {
        (_lexicon, _gazetteer, _draft) = (lexicon, gazetteer, draft);
        _words = new EventSentence(draft, new EventForms(lexicon, draft.Tokens));
        _splitter = new ClauseSplitter(_words);
        _clauses = new ClauseReader(_words, lexicon);
        _slots = new SlotFiller(_words, gazetteer);
    }

    /// <summary>Adds the document's events to the draft, whose mentions and times are known, in text order.</summary>
    public void Read()
    {
        _events.Clear();
        _words.Begin();
        (_dates, _story, _speech, _recent) = (new EventDates(_words), new EventStory(_gazetteer), null, null);
        var sentences = _draft.Sentences;
        for (var sentence = 0; sentence < sentences.Count; sentence++)
        {
            if (sentences[sentence].Kind != SentenceKind.Body) continue;
            var end = sentences[sentence].EndToken;
            for (var first = sentences[sentence].FirstToken; first < end; first += LongestSentence)
                if (_words.Read(sentence, first, Math.Min(end, first + LongestSentence))) ReadSentence();
        }

        _draft.NoNewsReason = NoNewsReason();
        EventRepeats.Drop(_events);
        _draft.Events.AddRange(_events.Select(EventOf).OrderBy(static found => ((IAnnotation)found).Order));
    }

    // A text is no news if it has no name of the gazetteer and no date, or if it uses words of recipes, matches, laws or poems more than
    // twice as often as it has names, dates and public events. States and days count only apart from such words: matches have them too.
    private string? NoNewsReason()
    {
        const EntityType Local = EntityType.Place | EntityType.Facility | EntityType.Weapon;
        const EntityType Nation = EntityType.State | EntityType.Capital | EntityType.Demonym;
        var genre = _words.GenreWords;
        if (_draft.Sentences.Count < ShortestGenre && genre.Count < 2 * ShortestGenre) return null;
        if (_draft.Mentions.Count == 0) return "no name of a person, body or place";
        var named = _draft.Mentions.Where(static mention => mention.Entity >= 0 && (mention.Type & Local) == 0);
        var times = _draft.Times.Where(static time => time is { IsDate: true, IsReference: false });
        if (!named.Any() && !times.Any()) return "no date and no person, state or organization of the gazetteer";
        var known = _events.Count(static found => found.Kind.Is(EventTraits.Public));
        if (genre.Count <= 2 * known) return null;
        known += times.Count(time => IsApart(time.FirstToken))
            + named.Count(mention => (mention.Type & Nation) == 0 || IsApart(mention.FirstToken));
        if (genre.Count <= 2 * known) return null;
        var words = genre.Select(token => _draft.Tokens.Surface(token).ToString()).Distinct().Take(MostGenreWords);
        return $"{Counted.Of(genre.Count, "word")} of sports, recipes, laws, poems and the like ({string.Join(", ", words)}), "
            + Counted.Of(known, "name, date or event", "names, dates and events");
    }

    private bool IsApart(int token) => GenreBefore(token + GenreReach + 1) - GenreBefore(token - GenreReach) < 2;

    private int GenreBefore(int token) => _words.GenreWords.BinarySearch(token) is var at && at < 0 ? ~at : at;

    private void ReadSentence()
    {
        _read.Clear();
        _found.Clear();
        foreach (var clause in _splitter.Split()) _clauses.Read(clause, _read);
        _read.Sort(static (one, other) => one.Order - other.Order);
        foreach (var candidate in _read)
        {
            // وأضاف أن: a verb of saying that begins a sentence without a subject has that of the speech before.
            var speaker = candidate.Kind.Speech && candidate.Trigger == _words.First ? _speech : null;
            candidate.Sentence = _words.Index;
            var level = candidate.Clause.Speech;
            var before = _found.FindLast(each => !each.Nominal && (each.Clause.Speech == level || each.Clause == level));
            if (!_slots.Fill(candidate, before ?? speaker, before ?? _recent)) continue;
            if (candidate.Unaddressed && _lexicon.Headline is { Kind: var plain })
                candidate.Kind = _clauses.KindOfSpeech(plain, candidate.Trigger + 1, candidate.End);
            if (candidate.Kind.Speech) _speech = candidate;
            if (candidate is { Nominal: false, Relative: false, Actors.Count: > 0 }) _recent = candidate;
            _story.Read(candidate, _draft.Sentences[_words.Index].Paragraph);
            _dates.Date(candidate);

            // The clause is reported, not how it is joined to the one before.
            if (candidate.First < candidate.Trigger && _words[candidate.First].Has(EventCues.Cut | EventCues.Complement)) candidate.First++;
            _found.Add(candidate);
        }

        if (_found.Exists(static candidate => candidate.Rule.Says)) GiveWay(_found);
        _events.AddRange(_found);
    }

    // Speech gives way to what a verb in it reports; a threat, an accusation, a denial or a demand does not.
    private static void GiveWay(List<EventCandidate> found)
    {
        foreach (var speech in found.FindAll(candidate => candidate.Rule.Says))
        {
            // What is said in what is said is no event of its own.
            found.RemoveAll(candidate => candidate.Clause.Speech == speech.Clause && candidate.Kind.IsStatement);
            var reported = found.FindAll(candidate => candidate.Clause.Speech == speech.Clause && !candidate.Relative);
            if (!speech.Kind.IsStatement) found.RemoveAll(each => reported.Contains(each) && !(each.Nominal && each.Dated));
            else if (reported.Exists(static candidate => !candidate.Nominal || candidate.Noun >= 0)) found.Remove(speech);
        }
    }

    private Event EventOf(EventCandidate candidate)
    {
        var tokens = _draft.Tokens;
        var (first, end) = (candidate.First, candidate.End);
        while (first < candidate.Trigger && tokens.Kind[first] == TokenKind.Symbol) first++;
        while (end > candidate.Trigger + 1 && tokens.Kind[end - 1] == TokenKind.Symbol) end--;

        // A joining و or ف is not part of the report.
        var joined = tokens.Readings(first) is [var reading, ..] && (reading.Proclitics & (Proclitics.And | Proclitics.So)) != 0;
        var start = joined ? tokens.OffsetBehind(first, 1) : tokens.Start[first];
        var (kind, rule) = (candidate.Kind, candidate.Rule);
        var (cameo, plover) = kind == rule.Kind ? (rule.Cameo, rule.Plover) : (kind.Cameo, kind.Plover);
        return new Event(_draft.Document.Id, candidate.Sentence, start, tokens.End[end - 1], kind.Name, candidate.Date, candidate.Basis,
            candidate.Actors, candidate.Targets, candidate.Place, cameo, _lexicon.GoldsteinOf(cameo), plover, rule.Name);
    }
}
