using System.Globalization;

namespace Analysis;

/// <summary>
/// Dates events. A time expression of the clause wins; else an event stands at the date of the dated event before it in the sentence; else
/// what is told as past is dated as before the document, what is announced as after it, and fresh news with the document.
/// </summary>
internal sealed class EventDates(EventSentence words, EventLexicon lexicon)
{
    private DateOnly? _day;
    private string _published = "";
    private string _sentenceDate = "";
    private string _violenceDate = "";
    private string _paragraphDate = "";
    private int _paragraph;
    private int _sentence;

    /// <summary>Begins a document.</summary>
    public void Begin(Document document)
    {
        _day = document.Published;
        _published = document.Published is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
        _sentenceDate = _violenceDate = _paragraphDate = "";
        _sentence = _paragraph = -1;
    }

    /// <summary>Dates an event; events come in text order.</summary>
    /// <param name="draft">The document.</param>
    /// <param name="candidate">The event.</param>
    /// <param name="next">Where the next event of the sentence begins, or the sentence ends.</param>
    public void Date(Draft draft, EventCandidate candidate, int next)
    {
        if (candidate.Sentence != _sentence)
        {
            var goesOn = _sentence == candidate.Sentence - 1 && GoesOn(draft, candidate);
            _sentence = candidate.Sentence;
            if (!goesOn) _sentenceDate = "";
            if (_paragraph != draft.Sentences.Paragraph[_sentence]) _paragraphDate = "";
            _paragraph = draft.Sentences.Paragraph[_sentence];
        }

        if (_sentenceDate.Length == 0 && words.HasTime) _sentenceDate = DateBefore(draft, candidate);
        if (words.HasTime && (FromWords(draft, candidate) || FromJoined(draft, candidate, next)))
        {
            candidate.Dated = true;
        }
        else if (!FromLandmark(candidate))
        {
            Undated(candidate);
        }

        if (candidate.Basis is "none" or "background" || candidate.Date.Contains("..", StringComparison.Ordinal)) return;
        if (candidate.Dated || !candidate.Nominal) _sentenceDate = candidate.Date;
        if (candidate.Dated && !candidate.Nominal) _paragraphDate = candidate.Date;
        if (candidate.Dated && candidate.Kind is "attack" or "killing") _violenceDate = candidate.Date;
    }

    private bool FromWords(Draft draft, EventCandidate candidate)
    {
        var time = TimeOf(draft, candidate);
        return FromSince(draft, candidate) || (time >= 0 && FromTime(draft.Time(time), candidate)) || (words.HasDuration && FromDuration(draft, candidate));
    }

    // قتل شخص وأصيب آخرون مساء الاثنين: the date of a clause that is joined to the deed's and reports nothing by itself.
    private bool FromJoined(Draft draft, EventCandidate candidate, int next)
    {
        if (candidate.Nominal || candidate.Rule.Class is EventRuleClass.Say or EventRuleClass.Announce || candidate.End >= next) return false;
        ref var verb = ref words[candidate.End];
        if ((verb.Proclitics & Proclitics.And) == 0 || !(verb.IsVerb || verb.Has(EventCues.Verb))) return false;
        for (var token = candidate.End + 1; token < next && !words[token].Cut; token++)
        {
            ref var word = ref words[token];
            if (word.Time < 0 || word.Quoted || word.Relative || !draft.Time(word.Time).IsDate) continue;
            return FromTime(draft.Time(word.Time), candidate);
        }

        return false;
    }

    // The last date before the trigger, else the first behind it: a date in front is the verb's, one behind may belong to what it adds.
    private int TimeOf(Draft draft, EventCandidate candidate)
    {
        var found = -1;
        for (var token = candidate.First; token < candidate.TimeEnd; token++)
        {
            ref var word = ref words[token];
            if (word.Time < 0 || word.Quoted || (word.Relative && !words[candidate.Trigger].Relative)) continue;
            if (!draft.Time(word.Time).IsDate || BelongsToNoun(draft, candidate, token)) continue;
            if (token > candidate.Trigger && found >= 0) return found;
            found = word.Time;
            if (token > candidate.Trigger) return found;
        }

        return found;
    }

    // كما سلم الوفد: what a sentence adds to the one before, or somebody without a name says in it, stands at its date.
    private bool GoesOn(Draft draft, EventCandidate candidate)
    {
        ref var first = ref words[words.First];
        if (candidate.First != words.First) return false;
        if (first.Has(EventCues.Attribution) && first.Has(EventCues.Cut)) return true;
        if (candidate.Trigger != words.First || candidate.Rule.Class != EventRuleClass.Say || (first.Proclitics & Proclitics.And) == 0) return false;
        var speaker = words.First + 1;
        if (speaker >= candidate.TimeEnd || words[speaker].Has(EventCues.Preposition | EventCues.Complement) || words[speaker].Article) return false;
        for (var token = speaker; token < candidate.TimeEnd; token++)
        {
            if (words[token].Mention >= 0 && draft.Mention(words[token].Mention).Type != EntityType.Media) return false;
        }

        return true;
    }

    // A landmark stands at its month, and so does what happened right behind it.
    private bool FromLandmark(EventCandidate candidate)
    {
        if (_day is not { } day || lexicon.Landmark(candidate) is not { } landmark || landmark.Day >= day) return false;
        (candidate.Date, candidate.Basis) = (landmark.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture) + "~", "narrative");
        if (!candidate.Nominal || candidate.Trigger == words.First || !words[candidate.Trigger - 1].Has(EventCues.After)) return true;
        candidate.IsAnchor = true;
        _sentenceDate = candidate.Date;
        return true;
    }

    // Attacks and protests since a date, or for some time, are a series up to the document.
    private bool FromSince(Draft draft, EventCandidate candidate)
    {
        if ((words.Cues & EventCues.Since) == 0 || _day is not { } day || candidate.Nominal || candidate.Kind is not ("attack" or "protest")) return false;
        for (var token = candidate.First; token < candidate.TimeEnd - 1; token++)
        {
            if (!words[token].Has(EventCues.Since) || words[token + 1].Time < 0) continue;
            if (EventDurations.Since(draft.Time(words[token + 1].Time).Value, day) is not { } date) return false;
            (candidate.Date, candidate.Basis) = (date, "dct");
            return true;
        }

        return false;
    }

    // بعد يومين من الغارات: so long behind the last event of that kind; before a noun, so long before what the clause tells.
    private bool FromDuration(Draft draft, EventCandidate candidate)
    {
        for (var token = Math.Max(words.First + 1, candidate.Nominal ? candidate.First - 6 : candidate.First + 1); token < candidate.TimeEnd; token++)
        {
            ref var word = ref words[token];
            if (word.Time < 0 || draft.Time(word.Time).FirstToken != token || draft.Time(word.Time).Type != "DURATION") continue;
            ref readonly var time = ref draft.Time(word.Time);
            if (!words[token - 1].Has(EventCues.Temporal) && draft.Time(word.Time).Start == draft.Tokens.Start[token]) continue;
            var noun = time.EndToken + 1;
            if (candidate.Nominal ? noun != candidate.Trigger : noun >= candidate.TimeEnd || !words[noun].IsNoun) continue;
            var from = candidate.Nominal ? (_sentenceDate.Length > 0 ? _sentenceDate : _published) : _violenceDate;
            if (EventDurations.Shift(from, time.Value, candidate.Nominal ? -1 : 1) is not { } date) continue;
            (candidate.Date, candidate.Basis) = (date, "narrative");
            return true;
        }

        return false;
    }

    // A date earlier in the sentence that no event has taken: ذكرت الصحيفة الاثنين أن ....
    private string DateBefore(Draft draft, EventCandidate candidate)
    {
        for (var token = candidate.First - 1; token >= words.First; token--)
        {
            ref var word = ref words[token];
            if (word.Time < 0 || word.Quoted || word.Relative) continue;
            ref readonly var time = ref draft.Time(word.Time);
            if (time is { IsDate: true, IsReference: false }) return Day(time.Value);
        }

        return "";
    }

    // A clock time dates by its day.
    private static string Day(string value) => value.Length > 13 && value[10] == 'T' && value[13] == ':' ? value[..10] : value;

    // انتخابات 10 أكتوبر: a date right behind an event noun is the noun's, unless the clause takes place in it: في لقاء يوم الاثنين.
    private bool BelongsToNoun(Draft draft, EventCandidate candidate, int token)
    {
        var noun = draft.Time(words[token].Time).FirstToken - 1;
        if (noun <= candidate.First || noun == candidate.Trigger || !words[noun].IsNoun || words[noun].IsVerb) return false;
        if (words[noun].Suffixed) return false;
        foreach (var trigger in words.TriggersAt(noun))
        {
            if (trigger.Rule.Kind == candidate.Kind) return false;
        }

        return !words[noun - 1].Has(EventCues.Preposition) || words[noun - 1].Has(EventCues.Temporal);
    }

    private bool FromTime(in TimeMark time, EventCandidate candidate)
    {
        candidate.Basis = time.Anchor == "absolute" ? "stated" : time.Anchor;
        switch (time.Value)
        {
            case "PRESENT_REF":
                candidate.Date = _published;
                break;
            case "PAST_REF":
                // The last days or weeks: the month in which the day two weeks ago lies.
                if (_day is not { } day) return false;
                candidate.Date = day.AddDays(-14).ToString("yyyy-MM", CultureInfo.InvariantCulture) + "~";
                break;
            case "FUTURE_REF":
                if (_published.Length == 0) return false;
                candidate.Date = _published + "/..";
                break;
            default:
                candidate.Date = Day(time.Value);
                break;
        }

        return candidate.Date.Length > 0;
    }

    private void Undated(EventCandidate candidate)
    {
        if (_published.Length == 0)
        {
            (candidate.Date, candidate.Basis) = _sentenceDate.Length > 0 ? (_sentenceDate, "narrative") : ("", "none");
        }
        else if (candidate.Future)
        {
            (candidate.Date, candidate.Basis) = (_published + "/..", "dct");
        }
        else if (candidate.Nominal && _sentenceDate.Length > 0)
        {
            (candidate.Date, candidate.Basis) = (_sentenceDate, "narrative");
        }
        else if (candidate.Background)
        {
            (candidate.Date, candidate.Basis) = ("../" + _published, "background");
        }
        else if (_sentenceDate.Length > 0)
        {
            (candidate.Date, candidate.Basis) = (_sentenceDate, "narrative");
        }
        else if (candidate.Kind is "attack" or "killing" && _violenceDate.Length > 0)
        {
            (candidate.Date, candidate.Basis) = (_violenceDate, "narrative");
        }
        else if (_paragraphDate.Length > 0)
        {
            (candidate.Date, candidate.Basis) = (_paragraphDate, "narrative");
        }
        else
        {
            (candidate.Date, candidate.Basis) = (_published + "~", "dct");
        }
    }
}
