namespace Analysis;

/// <summary>
/// Dates events by three rules: a time expression of the clause; else the date of the event before it in the sentence or paragraph; else
/// the document, before it what is reported as past, after it what is announced.
/// </summary>
internal sealed class EventDates(EventSentence words)
{
    private readonly string _published =
        words.Draft.Document.Published is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private string _sentenceDate = "", _paragraphDate = "", _itemDate = "", _attackDate = "";
    private int _attackParagraph, _time, _paragraph = -1, _sentence = -1;

    /// <summary>Dates an event; events come in text order.</summary>
    public void Date(EventCandidate candidate)
    {
        if (words.Index != _sentence)
        {
            // كما: the sentence adds to the one before.
            if (!words[words.First].Has(EventCues.Attribution)) _sentenceDate = "";
            var paragraph = words.Draft.Sentences[words.Index].Paragraph;
            var told = candidate.Kind.Speech && (words.Cues & EventCues.Medium) != 0
                && Enumerable.Range(words.First, words.End - words.First).Any(IsSameMedium);
            if (_paragraph != paragraph && !told) _paragraphDate = "";
            if (_paragraph != paragraph) _itemDate = ItemDate(paragraph);
            (_sentence, _paragraph) = (words.Index, paragraph);
        }

        var time = OwnTime(candidate);
        candidate.Dated = time >= 0;
        if (candidate.Dated) FromTime(words.Draft.Time(time), candidate);
        else Inherit(candidate);
        if (candidate.Relative || candidate.Basis is "none" or "background") return;

        // No later sentence is dated by a day to come or by what is told in passing.
        if (_published.Length > 0 && string.CompareOrdinal(candidate.Date, _published) > 0) return;
        _sentenceDate = candidate.Date;
        if (candidate.Dated && candidate.Kind.Violent) (_attackDate, _attackParagraph) = (candidate.Date, _paragraph);
        if (candidate is { Dated: true, Nominal: false, Clause.Speech: null } && !IsPluperfect(candidate)) _paragraphDate = candidate.Date;
    }

    // - 5 يناير: …: the date before a colon at the beginning of a paragraph is that of all its events.
    private string ItemDate(int paragraph)
    {
        var (draft, sentence) = (words.Draft, words.Index);
        while (sentence > 0 && draft.Sentences[sentence - 1].Paragraph == paragraph) sentence--;
        var first = draft.Sentences[sentence].FirstToken;
        while (_time < draft.Times.Count && draft.Time(_time).FirstToken < first) _time++;
        return _time < draft.Times.Count && draft.Time(_time) is { IsDate: true, IsReference: false } time
            && time.FirstToken - first <= 2 && draft.Tokens.IsLabel(time.FirstToken, time.EndToken) ? DayOf(time) : "";
    }

    // A clock time dates by its day.
    private static string DayOf(in TimeMark time) => time.Value is [.., ':', _, _] ? time.Value[..10] : time.Value;

    // قال … للصحيفة: what a paper without a name is told goes on from what it reported before.
    private bool IsSameMedium(int token) => words[token].Has(EventCues.Medium)
        && ((words[token].Joined | words[token].Proclitics) & Proclitics.For) != 0
        && !words.Exists(token + 1, token + 3, static (in next) => next.Mention >= 0);

    // The last date before the verb, else the first after it: what precedes is the verb's, what follows may belong to something else.
    private int OwnTime(EventCandidate candidate)
    {
        var found = -1;
        for (var token = candidate.First; token < candidate.TimeEnd; token++)
        {
            ref var word = ref words[token];
            if (!word.Date || (word.Relative && !candidate.Relative)) continue;
            if (token > candidate.Trigger && IsOfContent(candidate, words.Draft.Time(word.Time))) continue;
            if (token > candidate.Trigger) return found >= 0 ? found : word.Time;
            found = word.Time;
        }

        return found;
    }

    // دعا إلى انتخابات في سبتمبر المقبل, طلب الانسحاب قبل 15 يونيو: a day to come is that of what is said or ordered.
    private bool IsOfContent(EventCandidate candidate, in TimeMark time) =>
        (candidate.Kind.Speech || candidate.Rule.Unreal) && !IsAhead(candidate) && words.Draft.Document.Published is { } day
        && Edtf.TryParse(time.Value, out var value) && value.Latest > day
        && (value.Earliest > day || (words[time.FirstToken - 1] is { Slot: Slots.None } before && before.Has(EventCues.Preposition)));

    private bool IsAhead(EventCandidate candidate) =>
        words[candidate.Trigger].IsFuture || (words.Has(candidate.Trigger - 2, candidate.Trigger, EventCues.Scheduled)
            && !words.Has(candidate.Trigger - 2, candidate.Trigger - 1, EventCues.Preposition)); // قبل أن

    private void FromTime(in TimeMark time, EventCandidate candidate)
    {
        candidate.Basis = time.Anchor == "absolute" ? "stated" : time.Anchor;

        // منذ أبريل, منذ اندلاع الحرب في أبريل
        var since = words.Has(Math.Max(candidate.First, time.FirstToken - 4), time.FirstToken, EventCues.Since);
        var lasts = since && candidate.Kind.Is(EventTraits.Violent | EventTraits.Lasting) && _published.Length > 0;
        // منذ: a series that lasts until the document.
        candidate.Date = lasts && Edtf.TryParse(time.Value, out var value) && value.Earliest is { } first
            ? first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "~/" + _published : DayOf(time);
    }

    private void Inherit(EventCandidate candidate)
    {
        var near = _sentenceDate.Length > 0 ? _sentenceDate : DateBefore(candidate);
        if (near.Length == 0) near = _itemDate;
        if (near.Length == 0 && !candidate.Nominal) near = GoesOn(candidate) ? _attackDate : _paragraphDate;
        (candidate.Date, candidate.Basis) = (_published, candidate) switch
        {
            ({ Length: > 0 }, { Nominal: false }) when IsAhead(candidate) => (_published + "/..", "dct"),
            ({ Length: > 0 }, { Nominal: false }) when IsPluperfect(candidate) => ("../" + _published, "background"),
            _ when near.Length > 0 => (near, "narrative"),
            ({ Length: 0 }, _) => ("", "none"),
            (_, { Nominal: true }) when !words.Has(candidate.Trigger - 1, candidate.Trigger, EventCues.Come) =>
                ("../" + _published, "background"),
            _ => (_published + "~", "dct"),
        };
    }

    // كان قد أعلن: past before something else.
    private bool IsPluperfect(EventCandidate candidate) =>
        candidate.Noun < 0 && words.Has(candidate.Clause.First, candidate.Trigger, EventCues.Past);

    // An attack goes on from one in its paragraph or the one before.
    private bool GoesOn(EventCandidate candidate) => candidate.Kind.Violent && _paragraph - _attackParagraph <= 1 && _attackDate.Length > 0;

    // A date earlier in the sentence that no event has taken: ذكرت الصحيفة الاثنين أن ….
    private string DateBefore(EventCandidate candidate)
    {
        var when = words[candidate.First].Has(EventCues.When);
        for (var token = candidate.First - 1; token >= words.First; token--)
            if (words[token].Date && (when || !words[token].Relative)) return DayOf(words.Draft.Time(words[token].Time));

        return "";
    }
}
