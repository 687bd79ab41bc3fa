namespace Analysis;

/// <summary>What words say of events: triggers, cues and prepositions, each an array indexed by a word's form.</summary>
internal sealed class EventLexicon
{
    private static readonly string[] Conjunctions = ["و", "ف"];

    private readonly Entry[] _entries;
    private readonly EventTable _table;

    /// <summary>Adds the words of the tables to a vocabulary.</summary>
    public EventLexicon(EventTable table, Vocabulary vocabulary)
    {
        _table = table;
        SpokenKinds = [.. table.Kinds.Values.Where(kind => kind.Cue != EventCues.None)];
        Headline = table.Rules.Find(rule => rule.Says && !table.Triggers.Exists(trigger => trigger.Trigger.Rule == rule));
        var prepositions = table.Prepositions.ConvertAll(row =>
            (Form: vocabulary.Add(row.Word), row.Slot, After: row.After.Length > 0 ? vocabulary.Add(row.After) : 0));
        var ruleWords = table.RuleWords.ConvertAll(row => (Form: vocabulary.Add(row.Word), row.Rule, row.Excludes));
        var triggers = table.Triggers.ConvertAll(row => (Form: vocabulary.Add(row.Word), row.Word, row.Trigger));
        var cues = table.Cues.ConvertAll(row => (Form: vocabulary.Add(row.Word), row.Cues));
        _entries = new Entry[vocabulary.Forms.Count];
        foreach (var (form, slot, after) in prepositions) (_entries[form].Slot, _entries[form].After) = (slot, after);
        foreach (var (form, rule, excludes) in ruleWords)
        {
            ref var rules = ref _entries[form].Rules;
            rules = [.. rules ?? [], excludes ? ~rule : rule];
        }

        foreach (var (form, word, trigger) in triggers) Add(vocabulary, form, word, trigger);
        foreach (var (form, cue) in cues) _entries[form].Cues |= cue;
        for (var form = 0; form < _entries.Length; form++)
        {
            if (!_entries[form].IsEmpty) vocabulary.Mark(form, WordUses.Event);
        }
    }

    /// <summary>What the tables say of a form.</summary>
    public Entry Of(int form) => form < _entries.Length ? _entries[form] : default;

    /// <summary>The rule of what a name before a colon says: it reports speech and has no words.</summary>
    public EventRule? Headline { get; }

    /// <summary>Kinds that speech can be by a word in it; the first that fits counts.</summary>
    public IReadOnlyList<EventKind> SpokenKinds { get; }

    /// <summary>Names of the kinds of events, without those that only guide the reading of clauses.</summary>
    public IEnumerable<string> Kinds => _table.Kinds.Keys.Except(["light", "none"]);

    /// <summary>A kind of event by name.</summary>
    public EventKind Kind(string name) => _table.Kinds[name];

    /// <summary>Goldstein's value of a CAMEO code.</summary>
    public double GoldsteinOf(string cameo) => _table.GoldsteinOf(cameo);

    private void Add(Vocabulary vocabulary, int form, string word, Trigger trigger)
    {
        Add(form, trigger);
        if (trigger.Form != TriggerForm.Perfect) return;
        foreach (var letter in Conjunctions)
        {
            // A form that is never divided into conjunction and verb, since it may be another word, is a trigger as a whole.
            var whole = vocabulary.Forms.Find(Letters.KeyOf(letter + word));
            if (whole != 0 && whole < _entries.Length && vocabulary.Indivisible.Contains(whole))
                Add(whole, trigger with { Joined = letter == "و" ? Proclitics.And : Proclitics.So });
        }
    }

    // Rules that need a second word come first: where it stands, they say more.
    private void Add(int form, Trigger trigger)
    {
        var triggers = _entries[form].Triggers ?? [];
        if (Array.IndexOf(triggers, trigger) >= 0) return;
        var at = triggers.Length;
        while (trigger.Rule.NeedsWord && at > 0 && !triggers[at - 1].Rule.NeedsWord) at--;
        _entries[form].Triggers = [.. triggers[..at], trigger, .. triggers[at..]];
    }

    /// <summary>What the tables say of a form.</summary>
    internal struct Entry
    {
        /// <summary>Rules that it triggers; null for none.</summary>
        public Trigger[]? Triggers;

        /// <summary>Indexes of the rules that need it in their clause; complements of those that it excludes.</summary>
        public int[]? Rules;

        /// <summary>What it says of its clause.</summary>
        public EventCues Cues;

        /// <summary>How it joins what follows it, if it is a preposition.</summary>
        public Slots Slot;

        /// <summary>The form that must precede it if two words make the preposition; else 0.</summary>
        public int After;

        /// <summary>Whether the tables say nothing.</summary>
        public readonly bool IsEmpty => Triggers is null && Rules is null && Cues == EventCues.None && Slot == Slots.None;
    }
}
