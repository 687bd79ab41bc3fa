namespace Analysis;

/// <summary>What words say of events: triggers and cues, each an array indexed by a word's form.</summary>
internal sealed class EventLexicon
{
    private static readonly string[] Conjunctions = ["و", "ف"];

    private readonly Dictionary<string, EventRule> _firstOfKind = new(StringComparer.Ordinal);
    private readonly Trigger[]?[] _triggers;
    private readonly int[]?[] _needing;
    private readonly EventCues[] _cues;
    private readonly EventRelation[] _relations;
    private readonly int[] _relationsBehind;
    private readonly List<EventLandmark> _landmarks;

    /// <summary>Adds the words of the lexicons to a vocabulary.</summary>
    public EventLexicon(EventTable table, Vocabulary vocabulary)
    {
        RuleCount = table.Rules.Count;
        _landmarks = table.Landmarks;
        foreach (var rule in table.Rules) _firstOfKind.TryAdd(rule.Kind, rule);

        // First every word, so that the arrays are as long as they need be.
        foreach (var needed in table.Needed) vocabulary.Add(needed.Word);
        foreach (var trigger in table.Triggers) vocabulary.Add(trigger.Word);
        foreach (var cue in table.Cues) vocabulary.Add(cue.Word);
        foreach (var (word, _, behind) in table.Relations)
        {
            vocabulary.Add(word);
            if (behind.Length > 0) vocabulary.Add(behind);
        }

        _triggers = new Trigger[]?[vocabulary.Forms.Count];
        _needing = new int[]?[_triggers.Length];
        _cues = new EventCues[_triggers.Length];
        _relations = new EventRelation[_triggers.Length];
        _relationsBehind = new int[_triggers.Length];
        foreach (var (word, relation, behind) in table.Relations)
        {
            var form = vocabulary.Add(word);
            _relations[form] = relation;
            _relationsBehind[form] = behind.Length == 0 ? 0 : vocabulary.Add(behind);
        }

        foreach (var needed in table.Needed)
        {
            ref var rules = ref _needing[vocabulary.Add(needed.Word)];
            rules = [.. rules ?? [], needed.Rule];
        }

        foreach (var trigger in table.Triggers) Add(vocabulary, trigger.Word, trigger.Trigger);
        foreach (var cue in table.Cues) _cues[vocabulary.Add(cue.Word)] |= cue.Cues;
        for (var form = 0; form < _cues.Length; form++)
        {
            if (_triggers[form] is not null || _needing[form] is not null || _cues[form] != EventCues.None || _relations[form] != EventRelation.None)
                vocabulary.Mark(form, WordUses.Event);
        }
    }

    /// <summary>The first rule of a kind: its codes are the kind's own.</summary>
    public EventRule FirstOfKind(string kind) => _firstOfKind[kind];

    /// <summary>Number of rules.</summary>
    public int RuleCount { get; }

    /// <summary>Triggers of a form; null where it is none.</summary>
    public Trigger[]? Triggers(int form) => form < _triggers.Length ? _triggers[form] : null;

    /// <summary>Indexes of the rules that need a form in their clause; null where none does.</summary>
    public int[]? RulesNeeding(int form) => form < _needing.Length ? _needing[form] : null;

    /// <summary>Cues of a form.</summary>
    public EventCues Cues(int form) => form < _cues.Length ? _cues[form] : EventCues.None;

    /// <summary>The landmark that an event reports; null where it is none.</summary>
    public EventLandmark? Landmark(EventCandidate candidate)
    {
        if (candidate.Targets.Count == 0 && candidate.Place.Length == 0) return null;
        foreach (var landmark in _landmarks)
        {
            if (landmark.Is(candidate)) return landmark;
        }

        return null;
    }

    /// <summary>How a form joins what stands behind it, being a preposition.</summary>
    /// <param name="form">The form.</param>
    /// <param name="paired">Whether it does so only behind another word.</param>
    public EventRelation Relation(int form, out bool paired)
    {
        var known = form < _relations.Length;
        paired = known && _relationsBehind[form] != 0;
        return known ? _relations[form] : EventRelation.None;
    }

    /// <summary>How a preposition joins what stands behind it; none for any other word, or where the word before it is not the one that it needs.</summary>
    /// <param name="tokens">The tokens of the text.</param>
    /// <param name="token">The preposition, or the last word of one that has two.</param>
    /// <param name="first">First token of the sentence.</param>
    public EventRelation Relation(TokenStream tokens, int token, int first)
    {
        foreach (var reading in tokens.Readings(token))
        {
            if (reading.Tail > 0 || reading.Stem >= _relations.Length || _relations[reading.Stem] == EventRelation.None) continue;
            var behind = _relationsBehind[reading.Stem];
            if (behind == 0) return _relations[reading.Stem];
            if (token > first && tokens.Readings(token - 1) is [var before, ..] && before.Stem == behind) return _relations[reading.Stem];
        }

        return EventRelation.None;
    }

    private void Add(Vocabulary vocabulary, string word, Trigger trigger)
    {
        Add(vocabulary.Add(word), trigger);
        if (trigger.Form != TriggerForm.Perfect) return;
        foreach (var letter in Conjunctions)
        {
            // What is never divided into conjunction and verb, since it may be another word, is a trigger as a whole.
            var whole = vocabulary.Forms.Find(Letters.KeyOf(letter + word));
            if (whole != 0 && vocabulary.Indivisible.Contains(whole))
                Add(whole, trigger with { Joined = letter == "و" ? Proclitics.And : Proclitics.So });
        }
    }

    // Rules that ask for a second word come first: where it stands, they say more.
    private void Add(int form, Trigger trigger)
    {
        var triggers = _triggers[form] ?? [];
        if (Array.IndexOf(triggers, trigger) >= 0) return;
        var at = triggers.Length;
        while (trigger.Rule.NeedsWord && at > 0 && !triggers[at - 1].Rule.NeedsWord) at--;
        _triggers[form] = [.. triggers[..at], trigger, .. triggers[at..]];
    }
}
