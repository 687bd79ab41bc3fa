namespace Analysis;

/// <summary>
/// The words of one sentence at a time with what the tables say of each. It is read anew for each sentence.
/// </summary>
internal sealed class EventSentence(Draft draft, EventForms forms)
{
    private const int ExcludedBefore = 3;
    private const EntityType Speakers = EntityType.Person | EntityType.State | EntityType.Organization | EntityType.ArmedGroup;
    private const EntityType Places = EntityType.Place | EntityType.Facility | EntityType.Capital;
    private const Proclitics Joining = Proclitics.By | Proclitics.For | Proclitics.And;

    private readonly List<int> _triggers = [];
    private readonly List<(NeededWord[] Rules, int Token)> _needed = [];
    private EventWord[] _words = [];
    private int _mention;
    private int _time;

    /// <summary>The document.</summary>
    public Draft Draft => draft;

    /// <summary>Index of the sentence in the document.</summary>
    public int Index { get; private set; }

    /// <summary>First token of the sentence.</summary>
    public int First { get; private set; }

    /// <summary>Token after the last.</summary>
    public int End { get; private set; }

    /// <summary>The cues of all words.</summary>
    public EventCues Cues { get; private set; }

    /// <summary>Tokens of the document so far that belong to texts that are no news.</summary>
    public List<int> GenreWords { get; } = [];

    /// <summary>The word at a token of the sentence.</summary>
    public ref EventWord this[int token] => ref _words[token - First];

    /// <summary>Tokens from one on and before another that can be triggers, in text order.</summary>
    public ReadOnlySpan<int> TriggersIn(int from, int end)
    {
        var triggers = CollectionsMarshal.AsSpan(_triggers);
        var first = from < end ? triggers.IndexOfAnyInRange(from, end - 1) : -1;
        return first < 0 ? [] : triggers[first..(triggers.LastIndexOfAnyInRange(from, end - 1) + 1)];
    }

    /// <summary>Whether the words between two tokens allow a rule: a word that it needs is there, none that excludes it.</summary>
    public bool Allows(EventRule rule, int from, int end, int trigger)
    {
        if (rule.With.Length == 0) return true;
        var (found, first) = (!rule.NeedsWord || (rule.NeedsPronoun && this[trigger].Suffixed), Math.Min(from, trigger - ExcludedBefore));
        found |= rule.NeedsPlace && Exists(trigger, end, static (in word) => (word.Type & Places) != 0);
        foreach (var (rules, token) in _needed)
        {
            if (token >= end) break;
            if (token < first || token == trigger) continue;
            foreach (var (of, excludes) in rules)
            {
                if (!ReferenceEquals(of, rule)) continue;
                if (excludes) return false;
                found |= token >= from;
            }
        }

        return found;
    }

    /// <summary>Whether a word from one token on and before another has a cue.</summary>
    public bool Has(int first, int end, EventCues cue)
    {
        for (var token = Math.Max(First, first); token < Math.Min(End, end) && (Cues & cue) != 0; token++)
            if (this[token].Has(cue)) return true;

        return false;
    }

    /// <summary>Whether a test holds of a word from one token on and before another; tokens outside the sentence are left out.</summary>
    public bool Exists(int first, int end, WordTest test)
    {
        for (var token = Math.Max(First, first); token < Math.Min(End, end); token++)
            if (test(this[token])) return true;

        return false;
    }

    /// <summary>The mention at a token.</summary>
    public ref readonly MentionMark MentionAt(int token) => ref Draft.Mention(this[token].Mention);

    /// <summary>Index of the last mention that ends before a token; −1 for none.</summary>
    public int LastMention(int token)
    {
        var index = _mention;
        while (index < Draft.Mentions.Count && Draft.Mention(index).EndToken <= token) index++;
        return index - 1;
    }

    /// <summary>The rule by which a word reports speech here; null for none.</summary>
    public EventRule? SpeechRule(int token) => Array.Find(TriggersOf(token), static trigger => trigger.Rule.Says).Rule;

    /// <summary>The rules that a word may trigger.</summary>
    public Trigger[] TriggersOf(int token) => forms.Rules(this[token].Rules).Triggers;

    /// <summary>Whether a word ends in a pronoun of the speaker: أنه, قواته, طائراتنا.</summary>
    public bool IsOwn(int token)
    {
        var word = Draft.Tokens.Surface(token);
        return word.EndsWith("ه") || word.EndsWith("ها") || word.EndsWith("نا") || word.EndsWith("هم");
    }

    /// <summary>Whether a word is a title: رئيس.</summary>
    public bool IsTitle(int token) => (Draft.Tokens.Uses[token] & WordUses.Title) != 0;

    /// <summary>The text of a token.</summary>
    public ReadOnlySpan<char> Key(int token) => Draft.Tokens.Key(token);

    /// <summary>The symbol at a token; a null character for a word or number.</summary>
    public char Mark(int token) => this[token].Symbol ? Draft.Tokens.Text[Draft.Tokens.Start[token]] : '\0';

    /// <summary>Begins a document.</summary>
    public void Begin()
    {
        (_mention, _time) = (0, 0);
        GenreWords.Clear();
    }

    /// <summary>Reads the tokens of a sentence; false if no word in it can report an event, nor a name before a quotation.</summary>
    public bool Read(int index, int first, int end)
    {
        (Index, First, End, Cues) = (index, first, end, EventCues.None);
        if (End - First > _words.Length) _words = new EventWord[2 * (End - First)];
        _needed.Clear();
        _triggers.Clear();
        for (var token = first; token < end; token++)
        {
            ref var word = ref this[token];
            word = forms.Of(token);
            if (word.Has(EventCues.Genre)) GenreWords.Add(token);
            if (word.After != 0 && !IsPaired(token)) word.Slot = Slots.None;
            if (word.Forms != TriggerForm.None) _triggers.Add(token);
            if (word.Rules != 0 && forms.Rules(word.Rules).Needed is { Length: > 0 } needed) _needed.Add((needed, token));
        }

        if (_triggers.Count == 0 && !HasQuotation()) return false;
        CoverMentions();
        CoverTimes();
        MarkQuotesAndCues();
        var (verb, count) = (-1, 0);
        foreach (var token in CollectionsMarshal.AsSpan(_triggers))
        {
            if (this[token].Forms == TriggerForm.None) continue;
            _triggers[count++] = token;
            ChooseForm(token, verb);
            if (this[token].IsVerb) verb = token;
        }

        CollectionsMarshal.SetCount(_triggers, count);
        return count > 0 || (HasQuotation() && Exists(First, End, static (in word) => (word.Type & Speakers) != 0));
    }

    // ترامب: «كل شيء على ما يرام»
    private bool HasQuotation() => Draft.Tokens.Text.AsSpan(Draft.Tokens.Start[First]..Draft.Tokens.End[End - 1]) is var text
        && text.LastIndexOf(':') is > 0 and var colon && text[colon..].IndexOfAny("\"«“") is 1 or 2;

    // من قبل, على يد: a preposition of two words.
    private bool IsPaired(int token) =>
        token > First && Draft.Tokens.Readings(token - 1) is [var before, ..] && before.Stem == this[token].After;

    private void CoverMentions()
    {
        var mentions = CollectionsMarshal.AsSpan(Draft.Mentions);
        while (_mention < mentions.Length && mentions[_mention].EndToken <= First) _mention++;
        for (var index = _mention; index < mentions.Length && mentions[index].FirstToken < End; index++)
        {
            ref readonly var mention = ref mentions[index];
            for (var token = Math.Max(First, mention.FirstToken); token < Math.Min(End, mention.EndToken); token++)
            {
                ref var word = ref this[token];
                word.Cover();
                (word.Mention, word.Type) = (index, mention.Type);
                var (letter, first) = (mention.Start - 1, Draft.Tokens.Start[token]);
                while (letter > first && Letters.Class(Draft.Tokens.Text[letter]) == LetterClass.Mark) letter--;
                word.Joined = letter >= first ? Clitics.Of(Draft.Tokens.Text[letter]) & Joining : default;
            }
        }
    }

    private void CoverTimes()
    {
        var times = CollectionsMarshal.AsSpan(Draft.Times);
        while (_time < times.Length && times[_time].EndToken <= First) _time++;
        for (var index = _time; index < times.Length && times[index].FirstToken < End; index++)
        {
            var date = times[index] is { IsDate: true, IsReference: false };
            for (var token = Math.Max(First, times[index].FirstToken); token < Math.Min(End, times[index].EndToken); token++)
            {
                this[token].Cover();
                (this[token].Time, this[token].Date) = (index, date);
            }
        }
    }

    private void MarkQuotesAndCues()
    {
        var open = -1;
        for (var token = First; token < End; token++)
        {
            ref var word = ref this[token];
            Cues |= word.Cues;
            if (!word.Symbol)
            {
                word.Quoted = open >= 0;
                continue;
            }

            var mark = Mark(token);
            if (mark is '«' or '“' || (mark == '"' && open < 0)) open = open >= 0 ? open : token;
            else if (mark is '»' or '”' or '"') open = -1;
        }

        // A quotation that no mark closes may have ended anywhere.
        for (var token = open; token >= 0 && token < End; token++) this[token].Quoted = false;
    }

    // A word that may be verb or noun is a verb where a clause begins (من جانبه كتب), after the name of a subject, and after كان and قد.
    // After the subject of a verb comes its object, not another verb.
    private void ChooseForm(int token, int verb)
    {
        const EventCues Opening =
            EventCues.Cut | EventCues.Past | EventCues.Already | EventCues.Relative | EventCues.Complement | EventCues.Attribution
            | EventCues.Negation | EventCues.Topic;
        ref var word = ref this[token];
        var both = word.IsVerb && (word.IsNoun || word.Has(EventCues.Noun));
        if (token == First) return;
        ref var before = ref this[token - 1];

        // سقطا, قتلا: a dual of three letters looks like a noun in the accusative; it follows a dual, or begins a clause with و.
        var accusative = !word.Suffixed && Key(token) is [.., not 'و', 'ا'] key && key.Length == (word.IsJoined ? 5 : 4)
            && !(word.IsJoined && before.Symbol) && !Draft.Tokens.Surface(token).EndsWith("أ")
            && (before.Mention >= 0 || Key(token - 1) is not [.., 'ا' or 'ي', 'ن']);
        if (accusative) word.Forms &= ~TriggerForm.Perfect;

        // 36 متهما: counted, so a noun.
        if (Draft.Tokens.Kind[token - 1] == TokenKind.Number && before.Time < 0) word.Forms &= ~TriggerForm.Participle;
        if (before.Has(EventCues.Preposition)) word.Forms &= TriggerForm.Noun;
        if (!both) return;
        var begins = before.Symbol || word.IsJoined || before.Has(Opening)
            || (token == First + 2 && !before.IsNoun && this[First].Has(EventCues.Preposition))
            || ((before.Mention >= 0 || before.Time >= 0 || (word.Suffixed && (before.Article || (word.TellsDoer && before.IsNoun))))
                && (verb < 0 || Exists(verb + 1, token, static (in word) => word.Symbol || word.Has(EventCues.Complement))));
        word.Forms &= begins ? TriggerForm.Verb : TriggerForm.Noun;
    }
}

/// <summary>A test of a word of a sentence.</summary>
internal delegate bool WordTest(in EventWord word);
