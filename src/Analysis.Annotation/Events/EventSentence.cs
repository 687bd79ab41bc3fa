using System.Runtime.InteropServices;

namespace Analysis;

/// <summary>
/// The words of one sentence with what the lexicon says of each, divided into clauses. It is read anew for each sentence and serves one
/// document at a time.
/// </summary>
internal sealed class EventSentence(EventLexicon lexicon, EventForms forms)
{
    private const TriggerForm Verb = TriggerForm.Perfect | TriggerForm.Imperfect;

    // Where a clause begins stands a verb, a time or one of these.
    private const EventCues Cutting = EventCues.Cut | EventCues.Negation | EventCues.Temporal | EventCues.Source | EventCues.Preposition
        | EventCues.Attribution | EventCues.Verb;

    private const EventCues Ending = EventCues.Preposition | EventCues.Complement | EventCues.Negation | EventCues.Relative | EventCues.Temporal
        | EventCues.Source | EventCues.Hypothetical | EventCues.Cut | EventCues.Attribution | EventCues.Verb;

    private readonly List<int> _triggers = [];
    private readonly List<(int Rule, int Token)> _needed = [];
    private readonly bool[] _isNeeded = new bool[lexicon.RuleCount];
    private EventWord[] _words = new EventWord[64];
    private int _mention;
    private int _time;

    /// <summary>First token of the sentence.</summary>
    public int First { get; private set; }

    /// <summary>Behind the last token.</summary>
    public int End { get; private set; }

    /// <summary>First tokens of the clauses.</summary>
    public List<int> Clauses { get; } = [];

    /// <summary>What any word of the sentence tells.</summary>
    public EventCues Cues { get; private set; }

    /// <summary>Whether a time expression stands in it.</summary>
    public bool HasTime { get; private set; }

    /// <summary>Whether a length of time does.</summary>
    public bool HasDuration { get; private set; }

    /// <summary>The word at a token of the sentence.</summary>
    public ref EventWord this[int token] => ref _words[token - First];

    /// <summary>Tokens from one on and before another that can be triggers, in text order.</summary>
    public ReadOnlySpan<int> TriggersIn(int from, int end)
    {
        var triggers = CollectionsMarshal.AsSpan(_triggers);
        var first = 0;
        while (first < triggers.Length && triggers[first] < from) first++;
        var behind = first;
        while (behind < triggers.Length && triggers[behind] < end) behind++;
        return triggers[first..behind];
    }

    /// <summary>Rules that the word at a token may trigger.</summary>
    public Trigger[] TriggersAt(int token) => forms.TriggersOf(this[token].Known);

    /// <summary>Whether a word that a rule needs stands between two tokens, other than at the trigger.</summary>
    public bool Holds(EventRule rule, int from, int end, int trigger)
    {
        if (!_isNeeded[rule.Index]) return false;
        foreach (var (needed, token) in _needed)
        {
            if (needed == rule.Index && token >= from && token < end && token != trigger) return true;
        }

        return false;
    }

    /// <summary>Begins a document: its mentions and times are walked from the front.</summary>
    public void Begin(TokenStream tokens)
    {
        _mention = _time = 0;
        forms.Begin(tokens);
    }

    /// <summary>Reads the tokens of a sentence; false when no word in it can report an event.</summary>
    public bool Read(Draft draft, int first, int end)
    {
        (First, End) = (first, end);
        if (End - First > _words.Length) _words = new EventWord[Math.Max(End - First, _words.Length * 2)];
        foreach (var (rule, _) in _needed) _isNeeded[rule] = false;
        _needed.Clear();
        _triggers.Clear();
        var quotes = ReadWords(draft.Tokens);
        if (_triggers.Count == 0) return false;
        CoverMentions(draft);
        CoverTimes(draft);
        if (_triggers.Count == 0) return false;
        if (quotes) MarkQuotes(draft.Tokens);
        ChooseForms();
        MarkClauses(draft);
        return true;
    }

    // What the lexicon says of each word by itself; returns whether there are quotation marks.
    private bool ReadWords(TokenStream tokens)
    {
        var quotes = false;
        var words = _words.AsSpan(0, End - First);
        for (var index = 0; index < words.Length; index++)
        {
            var token = First + index;
            ref var word = ref words[index];
            word = forms.Of(tokens, token);
            quotes |= word.QuotationMark;
            if (word.Known == 0) continue;
            if (word.Paired) word.Relation = lexicon.Relation(tokens, token, First);
            if (word.Forms != TriggerForm.None) _triggers.Add(token);
            foreach (var rule in forms.RulesNeeding(word.Known))
            {
                _needed.Add((rule, token));
                _isNeeded[rule] = true;
            }
        }

        return quotes;
    }

    private void CoverMentions(Draft draft)
    {
        var mentions = CollectionsMarshal.AsSpan(draft.Mentions);
        while (_mention < mentions.Length && mentions[_mention].EndToken <= First) _mention++;
        for (var index = _mention; index < mentions.Length && mentions[index].FirstToken < End; index++)
        {
            ref readonly var mention = ref mentions[index];
            for (var token = Math.Max(First, mention.FirstToken); token < Math.Min(End, mention.EndToken); token++)
            {
                ref var word = ref Cover(token);
                word.Mention = index;
                word.Joined = mention.Start > draft.Tokens.Start[token] ? Proclitic(draft.Tokens.Text[mention.Start - 1]) : Proclitics.None;
            }
        }
    }

    private void CoverTimes(Draft draft)
    {
        var times = CollectionsMarshal.AsSpan(draft.Times);
        while (_time < times.Length && times[_time].EndToken <= First) _time++;
        HasTime = HasDuration = false;
        for (var index = _time; index < times.Length && times[index].FirstToken < End; index++)
        {
            HasTime = true;
            HasDuration |= times[index].Type == "DURATION";
            for (var token = Math.Max(First, times[index].FirstToken); token < Math.Min(End, times[index].EndToken); token++)
            {
                Cover(token).Time = index;
            }
        }
    }

    // A word of a name or a time expression is no trigger.
    private ref EventWord Cover(int token)
    {
        ref var word = ref this[token];
        if (word.Forms != TriggerForm.None) _triggers.Remove(token);
        word.Cover();
        return ref word;
    }

    private static Proclitics Proclitic(char letter) => letter switch
    {
        'ب' => Proclitics.By,
        'ل' => Proclitics.For,
        'ك' => Proclitics.Like,
        'و' => Proclitics.And,
        _ => Proclitics.None,
    };

    private void MarkQuotes(TokenStream tokens)
    {
        var open = -1;
        for (var token = First; token < End; token++)
        {
            if (!this[token].Symbol)
            {
                this[token].Quoted = open >= 0;
                continue;
            }

            var mark = tokens.Text[tokens.Start[token]];
            if (mark is '«' or '“' || (mark == '"' && open < 0)) open = open >= 0 ? open : token;
            else if (mark is '»' or '”' or '"') open = -1;
        }

        // A quotation that no mark closes may have ended anywhere.
        for (var token = open; token >= 0 && token < End; token++) this[token].Quoted = false;
    }

    // A word that is verb and noun alike is a verb where a clause begins, behind a subject's name, or behind كان and قد.
    private void ChooseForms()
    {
        foreach (var token in _triggers)
        {
            ref var word = ref this[token];
            var both = (word.Forms & Verb) != 0 && ((word.Forms & TriggerForm.Noun) != 0 || word.Has(EventCues.Noun));
            if (token == First)
            {
                if (both && !word.Suffixed) word.Forms &= Verb;
                continue;
            }

            ref var before = ref this[token - 1];
            if (before.Has(EventCues.Preposition) && !before.Has(EventCues.Past | EventCues.Verb))
            {
                word.Forms &= TriggerForm.Noun;
                continue;
            }

            if (!both) continue;
            var begins = before.Symbol || (word.Proclitics & (Proclitics.And | Proclitics.So)) != 0
                || before.Mention >= 0 || before.Time >= 0
                || before.Has(EventCues.Cut | EventCues.Past | EventCues.Already | EventCues.Relative | EventCues.Complement | EventCues.Attribution | EventCues.Negation);
            word.Forms &= begins ? Verb : TriggerForm.Noun;
        }
    }

    private void MarkClauses(Draft draft)
    {
        var relative = false;
        var verb = false;
        var cues = EventCues.None;
        Clauses.Clear();
        var words = _words.AsSpan(0, End - First);
        for (var index = 0; index < words.Length; index++)
        {
            ref var word = ref words[index];
            if (word.Comma) relative = false;
            word.Cut = index == 0 || ((word.Has(Cutting) || word.IsVerb || word.Time >= 0) && !word.Quoted && Cuts(draft, First + index, verb));
            if (word.Cut)
            {
                Clauses.Add(First + index);
                relative = verb = false;
            }

            if (word.Has(EventCues.Relative)) relative = true;
            word.Relative = relative;
            verb |= !relative && (word.IsVerb || word.Has(EventCues.Verb));
            word.EndsPhrase = word.Mention < 0
                & (word.Comma | word.Time >= 0 | word.Has(Ending) | (word.IsVerb & !word.IsNoun) | (word.Symbol & !word.QuotationMark));
            cues |= word.Cues;
        }

        Cues = cues;
    }

    private bool IsSpeech(int token) =>
        Array.Exists(TriggersAt(token), static trigger => trigger.Rule.Kind == "statement" && !trigger.Rule.NeedsWord);

    // A comma divides clauses only behind a verb: what stands before is else an adverbial or the subject of the verb behind it.
    private bool Cuts(Draft draft, int token, bool verbBefore)
    {
        var tokens = draft.Tokens;
        ref var word = ref this[token];
        ref var before = ref this[token - 1];
        var joined = (word.Proclitics & (Proclitics.And | Proclitics.So)) != 0;
        if (word.Has(EventCues.Cut) && !word.IsVerb) return !word.Has(EventCues.Attribution) || before.Comma || joined;
        if (before.Comma && word.Has(EventCues.Negation) && token + 1 < End && this[token + 1].Has(EventCues.Complement)) return true;
        if (word.Has(EventCues.Temporal) && token + 1 < End && this[token + 1].Has(EventCues.Complement)) return true;
        if (token - First < 12 && before.Symbol && tokens.Text[tokens.Start[token - 1]] is '-' or '–') return word.IsVerb;
        if (before.Comma && word.Has(EventCues.Source)) return true;
        if (before.Comma && word.Has(EventCues.Preposition) && token + 1 < End && this[token + 1].Has(EventCues.Attribution)) return true;
        if (word.Has(EventCues.Attribution) && token + 1 < End && this[token + 1].Has(EventCues.Result)) return true;
        if (word.IsVerb || word.Has(EventCues.Verb)) return joined || (verbBefore && (before.Comma || (word.Suffixed && IsSpeech(token))));
        if (!verbBefore || !before.Comma) return false;
        return word.Time >= 0 ? tokens.Key(token)[0] == 'و' && draft.Time(word.Time).Start > tokens.Start[token] : joined && word.Has(EventCues.Preposition | EventCues.Temporal);
    }
}
