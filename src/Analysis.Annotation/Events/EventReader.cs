namespace Analysis;

/// <summary>Reads the events of one document at a time: clause by clause, then dates, roles and what is told twice.</summary>
internal sealed class EventReader
{
    // No sentence is longer; what is, a text without full stops or line breaks, is read in pieces, so that the time it takes grows with its length only.
    private const int LongestSentence = 1000;

    private readonly EventSentence _words;
    private readonly ClauseReader _clauses;
    private readonly EventDates _dates;
    private readonly EventRoles _roles;
    private readonly List<EventCandidate> _events = [];

    public EventReader(EventLexicon lexicon, Gazetteer gazetteer)
    {
        _words = new EventSentence(lexicon, new EventForms(lexicon));
        _clauses = new ClauseReader(_words, lexicon);
        _dates = new EventDates(_words, lexicon);
        _roles = new EventRoles(_words, gazetteer);
    }

    /// <summary>Adds the document's events to the draft.</summary>
    public void Read(Draft draft)
    {
        _events.Clear();
        _words.Begin(draft.Tokens);
        _dates.Begin(draft.Document);
        _roles.Begin();
        for (var sentence = 0; sentence < draft.Sentences.Count; sentence++)
        {
            if (draft.Sentences.Kind[sentence] != SentenceKind.Body) continue;
            var end = draft.Sentences.EndToken[sentence];
            for (var first = draft.Sentences.FirstToken[sentence]; first < end; first += LongestSentence)
            {
                if (_words.Read(draft, first, Math.Min(end, first + LongestSentence)) && !IsTitle(draft, sentence)) ReadSentence(draft, sentence);
            }
        }

        _events.RemoveAll(candidate => candidate.IsAnchor);
        EventRepeats.Drop(_events);
        foreach (var candidate in _events) Insert(draft.Events, EventOf(draft, candidate));
    }

    private void ReadSentence(Draft draft, int sentence)
    {
        var from = _events.Count;
        ReadClauses(draft, sentence);
        SortByTrigger(from);
        MergeClauses(from);
        for (var i = from; i < _events.Count; i++)
        {
            _roles.Read(draft, _events[i]);
            _dates.Date(draft, _events[i], i + 1 < _events.Count ? _events[i + 1].First : _words.End);
            TrimConjunction(_events[i]);
        }
    }

    // Few, and nearly in order: each goes before those that it precedes.
    private void SortByTrigger(int from)
    {
        for (var i = from + 1; i < _events.Count; i++)
        {
            var (candidate, at) = (_events[i], i);
            for (; at > from && _events[at - 1].Trigger > candidate.Trigger; at--) _events[at] = _events[at - 1];
            _events[at] = candidate;
        }
    }

    private static void Insert(List<Event> events, Event found)
    {
        var at = events.Count;
        while (at > 0 && (found.Start < events[at - 1].Start || (found.Start == events[at - 1].Start && found.End > events[at - 1].End))) at--;
        events.Insert(at, found);
    }

    // نجا … حين استهدفت طائرة منزله: a clause that says when or where the same happened belongs to the report.
    private void MergeClauses(int from)
    {
        for (var i = _events.Count - 1; i > from; i--)
        {
            var (before, behind) = (_events[i - 1], _events[i]);
            if (before.Kind != behind.Kind || before.Nominal || behind.Nominal || before.End != behind.First || before.Kind is not ("attack" or "killing")) continue;
            if (!_words[behind.First].Has(EventCues.When)) continue;
            before.End = behind.End;
            before.TimeEnd = behind.TimeEnd;
            _events.RemoveAt(i);
        }
    }

    // A title of several sentences is in the text as several.
    private static bool IsTitle(Draft draft, int sentence)
    {
        var start = draft.Tokens.Start[draft.Sentences.FirstToken[sentence]];
        var end = draft.Tokens.End[draft.Sentences.EndToken[sentence] - 1];
        return draft.Document.Title.Length > 0
            && draft.Document.Title.AsSpan().Contains(draft.Tokens.Text.AsSpan(start, end - start), StringComparison.Ordinal);
    }

    // The clause is reported, not how it is joined to the one before.
    private void TrimConjunction(EventCandidate candidate)
    {
        ref var word = ref _words[candidate.First];
        if (candidate.First < candidate.Trigger && word.Has(EventCues.Cut) && !word.IsVerb) candidate.First++;
    }

    private void ReadClauses(Draft draft, int sentence)
    {
        for (var clause = 0; clause < _words.Clauses.Count; clause++)
        {
            var end = clause + 1 < _words.Clauses.Count ? _words.Clauses[clause + 1] : _words.End;
            _clauses.Read(draft, sentence, _words.Clauses[clause], end, _events);
        }
    }

    private static Event EventOf(Draft draft, EventCandidate candidate)
    {
        var tokens = draft.Tokens;
        var codes = candidate.Codes ?? candidate.Rule;
        var (first, end) = (candidate.First, candidate.End);
        while (first < candidate.Trigger && tokens.Kind[first] == TokenKind.Symbol) first++;
        while (end > candidate.Trigger + 1 && tokens.Kind[end - 1] == TokenKind.Symbol) end--;
        var start = tokens.Start[first];
        if (first == candidate.Trigger || first == candidate.First)
        {
            // A joining و or ف is not part of the report.
            foreach (var reading in tokens.Readings(first))
            {
                if ((reading.Proclitics & (Proclitics.And | Proclitics.So)) == 0) break;
                start = tokens.OffsetBehind(first, 1);
                break;
            }
        }

        return new Event(
            draft.Document.Id, candidate.Sentence, start, tokens.End[end - 1], candidate.Kind, candidate.Date, candidate.Basis,
            candidate.Actors, candidate.Targets, candidate.Place,
            codes.Cameo, codes.Goldstein, codes.Plover, candidate.Rule.Name);
    }
}
