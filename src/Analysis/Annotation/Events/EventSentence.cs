using System.Runtime.InteropServices;

namespace Analysis;

/// <summary>
/// The words of one sentence with what the lexicon says of each, divided into clauses. It is read anew for each sentence and serves one
/// document at a time.
/// </summary>
internal sealed class EventSentence(EventLexicon lexicon, EventForms forms)
{
    private const TriggerForm Verb = TriggerForm.Perfect | TriggerForm.Imperfect;

    private readonly List<(int Rule, int Token)> _needed = [];
    private readonly bool[] _isNeeded = new bool[lexicon.RuleCount];
    private EventWord[] _words = new EventWord[64];
    private int _mention;
    private int _time;

    /// <summary>First token of the sentence.</summary>
    public int First { get; private set; }

    /// <summary>Behind the last token.</summary>
    public int End { get; private set; }

    /// <summary>The word at a token of the sentence.</summary>
    public ref EventWord this[int token] => ref _words[token - First];

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

    /// <summary>Reads a sentence; false when no word in it can report an event.</summary>
    public bool Read(Draft draft, int sentence)
    {
        var tokens = draft.Tokens;
        First = draft.Sentences.FirstToken[sentence];
        End = draft.Sentences.EndToken[sentence];
        if (End - First > _words.Length) _words = new EventWord[Math.Max(End - First, _words.Length * 2)];
        _needed.Clear();
        Array.Clear(_isNeeded);
        var any = false;
        var mentions = CollectionsMarshal.AsSpan(draft.Mentions);
        var times = CollectionsMarshal.AsSpan(draft.Times);
        for (var token = First; token < End; token++)
        {
            ref var word = ref this[token];
            word = default;
            while (_mention < mentions.Length && mentions[_mention].EndToken <= token) _mention++;
            word.Mention = _mention < mentions.Length && mentions[_mention].FirstToken <= token ? _mention : -1;
            while (_time < times.Length && times[_time].EndToken <= token) _time++;
            word.Time = _time < times.Length && times[_time].FirstToken <= token ? _time : -1;
            if (word.Time >= 0) word.TimeStart = times[_time].Start;
            if (tokens.Kind[token] == TokenKind.Symbol)
            {
                word.Comma = tokens.Text[tokens.Start[token]] is '،' or '؛' or ',' or ';';
                continue;
            }

            if ((tokens.Uses[token] & WordUses.Event) == 0) continue;
            ref readonly var known = ref forms.Of(tokens, token);
            foreach (var rule in known.NeededBy)
            {
                _needed.Add((rule, token));
                _isNeeded[rule] = true;
            }

            if (word.Mention >= 0 || word.Time >= 0) continue;
            word.Triggers = known.Triggers;
            word.Forms = known.Forms;
            word.Cues = known.Cues;
            word.Proclitics = known.Proclitics;
            word.Suffixed = known.Suffixed;
            any |= word.Triggers is not null;
        }

        if (!any) return false;
        MarkQuotes(tokens);
        ChooseForms(tokens);
        MarkClauses(tokens);
        return true;
    }

    private void MarkQuotes(TokenStream tokens)
    {
        var open = -1;
        for (var token = First; token < End; token++)
        {
            if (tokens.Kind[token] != TokenKind.Symbol)
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
    private void ChooseForms(TokenStream tokens)
    {
        for (var token = First; token < End; token++)
        {
            ref var word = ref this[token];
            if (word.Triggers is null) continue;
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
            var begins = tokens.Kind[token - 1] == TokenKind.Symbol || (word.Proclitics & (Proclitics.And | Proclitics.So)) != 0
                || before.Mention >= 0 || before.Time >= 0
                || before.Has(EventCues.Cut | EventCues.Past | EventCues.Already | EventCues.Relative | EventCues.Complement | EventCues.Attribution | EventCues.Negation);
            word.Forms &= begins ? Verb : TriggerForm.Noun;
        }
    }

    private void MarkClauses(TokenStream tokens)
    {
        var relative = false;
        var verb = false;
        for (var token = First; token < End; token++)
        {
            ref var word = ref this[token];
            if (word.Comma) relative = false;
            word.Cut = token == First || (!word.Quoted && Cuts(tokens, token, verb));
            if (word.Cut) relative = verb = false;
            if (word.Has(EventCues.Relative)) relative = true;
            word.Relative = relative;
            verb |= !relative && (word.IsVerb || word.Has(EventCues.Verb));
        }
    }

    private static bool IsSpeech(in EventWord word) =>
        word.Triggers is { } triggers && Array.Exists(triggers, trigger => trigger.Rule.Kind == "statement" && !trigger.Rule.NeedsWord);

    // A comma divides clauses only behind a verb: what stands before is else an adverbial or the subject of the verb behind it.
    private bool Cuts(TokenStream tokens, int token, bool verbBefore)
    {
        ref var word = ref this[token];
        ref var before = ref this[token - 1];
        var joined = (word.Proclitics & (Proclitics.And | Proclitics.So)) != 0;
        if (word.Has(EventCues.Cut) && !word.IsVerb) return !word.Has(EventCues.Attribution) || before.Comma || joined;
        if (before.Comma && word.Has(EventCues.Negation) && token + 1 < End && this[token + 1].Has(EventCues.Complement)) return true;
        if (word.Has(EventCues.Temporal) && token + 1 < End && this[token + 1].Has(EventCues.Complement)) return true;
        if (token - First < 12 && tokens.Kind[token - 1] == TokenKind.Symbol && tokens.Text[tokens.Start[token - 1]] is '-' or '–') return word.IsVerb;
        if (before.Comma && word.Has(EventCues.Source)) return true;
        if (before.Comma && word.Has(EventCues.Preposition) && token + 1 < End && this[token + 1].Has(EventCues.Attribution)) return true;
        if (word.Has(EventCues.Attribution) && token + 1 < End && this[token + 1].Has(EventCues.Result)) return true;
        if (word.IsVerb || word.Has(EventCues.Verb)) return joined || (verbBefore && (before.Comma || (word.Suffixed && IsSpeech(word))));
        if (!verbBefore || !before.Comma) return false;
        return word.Time >= 0 ? tokens.Key(token)[0] == 'و' && word.TimeStart > tokens.Start[token] : joined && word.Has(EventCues.Preposition | EventCues.Temporal);
    }
}
