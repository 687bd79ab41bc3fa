namespace Analysis;

/// <summary>The event dictionary: what words say of events, by form.</summary>
internal sealed class EventLexicon
{
    private static readonly (string Letter, Proclitics Joined)[] Conjunctions = [("و", Proclitics.And), ("ف", Proclitics.So)];
    private static readonly string[] Pronouns = ["ه", "ها", "هما", "هم"];
    private static readonly string[] Columns = ["id", "kind", "verbs", "nouns", "with", "slots", "cameo", "plover", "example", "miss"];

    private Vocabulary _vocabulary;
    private FormTable<EventEntry> _entries = new();
    private HashSet<string> _rules = new(StringComparer.Ordinal);
    private readonly HashSet<string> _plover = new(StringComparer.Ordinal) { "" };
    private readonly Dictionary<string, EventKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _goldstein = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Slots> _slots = new(StringComparer.Ordinal)
    {
        ["subj"] = Slots.Subject,
        ["obj"] = Slots.Object,
        ["gen"] = Slots.Genitive,
        ["that"] = Slots.That,
    };

    /// <summary>Reads the tables and adds their words to a vocabulary.</summary>
    /// <exception cref="InvalidDataException">A row is malformed; the message gives file and line.</exception>
    public EventLexicon(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        foreach (var row in Lexicon.Read("event-prepositions.tsv", "word", "slot", "after", "note"))
        {
            var (slot, after) = (row.Parse<Slots>(1), row[2].Length > 0 ? vocabulary.Add(row[2]) : 0);
            _slots.TryAdd(row[0], slot);
            Update(row[0], entry => entry with { Slot = slot, After = after });
            foreach (var pronoun in Pronouns) Update(row[0] + pronoun, entry => entry with { Refers = slot });
        }

        foreach (var row in Lexicon.Read("cameo.tsv", "code", "name", "goldstein", "source"))
            _goldstein.Add(row[0], double.Parse(row[2], CultureInfo.InvariantCulture));
        foreach (var row in Lexicon.Read("plover.tsv", "category", "score", "quad", "source")) _plover.Add(row[0]);
        foreach (var row in Lexicon.Read("event-kinds.tsv", "kind", "traits", "cue", "cameo", "plover"))
            _kinds.Add(row[0], new EventKind(row[0], Flags<EventTraits>(row, 1), Flags<EventCues>(row, 2), row[3], row[4]));
        SpokenKinds = [.. _kinds.Values.Where(kind => kind.Cue != EventCues.None)];
        foreach (var row in Lexicon.Read("event-classes.tsv", "class", "words")) _classes.Add(row[0], WordsOf(row[1]));
        RuleRows().ForEach(AddRule);
        foreach (var row in Lexicon.Read("event-cues.tsv", "word", "roles", "note"))
        {
            var cues = Flags<EventCues>(row, 1);
            var inflected = (cues & (EventCues.Person | EventCues.Thing | EventCues.OffTopic)) != 0;
            foreach (var word in inflected ? NounForms.WithCases(row[0]) : [row[0]]) AddCue(word, cues);
        }
    }

    /// <summary>The rule of what a name before a colon says: it reports speech and has no words.</summary>
    public EventRule? Headline { get; private set; }

    /// <summary>Kinds that speech can be by a word in it; the first that fits counts.</summary>
    public EventKind[] SpokenKinds { get; }

    /// <summary>Names of the kinds of events, without those that only guide the reading of clauses.</summary>
    public IEnumerable<string> Kinds =>
        _kinds.Values.Where(kind => !kind.Is(EventTraits.Light | EventTraits.Divides)).Select(kind => kind.Name);

    /// <summary>Rows of the dictionary, with their examples.</summary>
    public static List<LexiconRow> RuleRows() => Lexicon.Read("events.tsv", Columns);

    /// <summary>Rows of a dictionary that adds to this one, <c>events.tsv</c> beside a gazetteer; null if there is none.</summary>
    /// <exception cref="InvalidDataException">A row has other columns; the message names file and line.</exception>
    public static List<LexiconRow>? RuleRowsBeside(string entities) => Lexicon.ReadBeside(entities, "events.tsv", Columns);

    /// <summary>The dictionary with more rules, whose words are added to a vocabulary that has those of this one.</summary>
    /// <exception cref="InvalidDataException">A row is malformed, or its id is in use; the message gives file and line.</exception>
    public EventLexicon With(IReadOnlyCollection<LexiconRow> rules, Vocabulary vocabulary)
    {
        if (rules.Count == 0) return this;
        var lexicon = (EventLexicon)MemberwiseClone();
        (lexicon._vocabulary, lexicon._entries, lexicon._rules) = (vocabulary, _entries.Copy(), [.. _rules]);
        foreach (var row in rules) lexicon.AddRule(row);
        return lexicon;
    }

    /// <summary>What the tables say of a form.</summary>
    public EventEntry Of(int form) => _entries[form];

    /// <summary>A kind of event by name.</summary>
    public EventKind Kind(string name) => _kinds[name];

    /// <summary>Goldstein's value of a CAMEO code.</summary>
    public double GoldsteinOf(string cameo) => _goldstein[cameo];

    private void AddRule(LexiconRow row)
    {
        if (!_rules.Add(row[0])) throw row.Error($"rule '{row[0]}' is defined twice");
        var (rule, verbs, nouns) = (RuleOf(row), WordsOf(row[2]), WordsOf(row[3]));
        if (rule.Says && verbs.Length + nouns.Length == 0) Headline = rule;
        foreach (var word in rule.With.Where(word => word is not ("-" or "+")))
        {
            var needed = new NeededWord(rule, Excludes: word[0] == '!');
            foreach (var form in NounForms.WithAccusative(word.TrimStart('!')))
                Update(form, entry => entry with { Rules = [.. entry.Rules ?? [], needed] });
        }

        foreach (var verb in verbs)
        {
            foreach (var (word, form) in VerbForms.Of(verb, verbs))
            {
                if (rule.Kind.Is(EventTraits.Divides)) AddCue(word, EventCues.Verb | EventCues.Noun);
                else AddTrigger(word, new Trigger(rule, verb[^1] == 'أ' ? form | TriggerForm.Hamza : form));
                foreach (var pronoun in rule.Kind.IsLight && word.Length == 2 ? Pronouns : [])
                    AddTrigger(word + pronoun, new Trigger(rule, form | TriggerForm.Suffix));
            }
        }

        foreach (var noun in rule.Kind.IsLight ? nouns : nouns.SelectMany(NounForms.WithAccusative))
            AddTrigger(noun, new Trigger(rule, TriggerForm.Noun));
    }

    private EventRule RuleOf(LexiconRow row)
    {
        if (!_kinds.TryGetValue(row[1], out var kind)) throw row.Error($"no kind '{row[1]}' in event-kinds.tsv");
        var cameo = row[6].Length > 0 ? row[6] : kind.Cameo;
        if (!_goldstein.ContainsKey(cameo)) throw row.Error($"no CAMEO code '{cameo}'");
        if (!_plover.Contains(row[7])) throw row.Error($"no PLOVER category '{row[7]}'");
        string[] with = [.. WordsOf(row[4]).SelectMany(word => Members(row, word))];
        var rule = new EventRule(row[0], kind, with, cameo, row[7].Length > 0 ? row[7] : kind.Plover);
        foreach (var pair in WordsOf(row[5]))
        {
            if (pair.Split(':') is not [var slot, var role] || !_slots.TryGetValue(slot, out var place))
                throw row.Error($"no slot '{pair}'");
            rule = role switch
            {
                "actor" => rule with { Actors = rule.Actors | place },
                "target" => rule with { Targets = rule.Targets | place },
                "whom" => rule with { NeedsObject = true, Targets = rule.Targets | place },
                "place" => rule with { Places = rule.Places | place },
                "content" => rule with { Content = rule.Content | place },
                "unreal" => rule with { Unreal = true },
                "claimed" => rule with { Role = DeedRole.Claimed },
                "addressee" => rule with { Addressed = true, Targets = rule.Targets | place },
                "blamed" => rule with { Role = DeedRole.Blamed, Targets = rule.Targets | place },
                _ => throw row.Error($"role '{role}', expected actor, target, whom, place, content, unreal, claimed, addressee or blamed"),
            };
        }

        return rule;
    }

    // The words of a class, written @class or !@class.
    private IEnumerable<string> Members(LexiconRow row, string word)
    {
        if (word.TrimStart('!') is not ['@', .. var name]) return [word];
        if (!_classes.TryGetValue(name, out var members)) throw row.Error($"no class '{name}' in event-classes.tsv");
        return word[0] == '!' ? members.Select(member => '!' + member) : members;
    }

    private void AddCue(string word, EventCues cues) => Update(word, entry => entry with { Cues = entry.Cues | cues });

    private void AddTrigger(string word, Trigger trigger)
    {
        Update(word, entry => entry.With(trigger));
        foreach (var (letter, joined) in Conjunctions)
        {
            // A form that is never divided into conjunction and verb, since it may be another word, is a trigger as a whole.
            var whole = Letters.KeyOf(letter + word);
            if (ProcliticRule.Exceptions.Contains(whole)) Update(whole, entry => entry.With(trigger with { Joined = joined }));
        }
    }

    private void Update(string word, Func<EventEntry, EventEntry> change)
    {
        var form = _vocabulary.Add(word);
        _entries[form] = change(_entries[form]);
    }

    private static T Flags<T>(LexiconRow row, int column)
        where T : struct, Enum => row[column].Length == 0 ? default : row.Parse<T>(column);

    private static string[] WordsOf(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What the tables say of a form.</summary>
/// <param name="Triggers">Rules that it triggers, those that need a second word first; null for none.</param>
/// <param name="Rules">Rules that need it in their clause or are excluded by it; null for none.</param>
/// <param name="Cues">What it says of its clause.</param>
/// <param name="Slot">How it joins what follows it, if it is a preposition.</param>
/// <param name="After">The form that must precede it if two words make the preposition; else 0.</param>
/// <param name="Refers">How it joins its pronoun, if it is a preposition with one: <c>منه</c>.</param>
internal readonly record struct EventEntry(Trigger[]? Triggers, NeededWord[]? Rules, EventCues Cues, Slots Slot, int After, Slots Refers)
{
    /// <summary>The entry with one more trigger. Rules that need a second word come first: where it stands, they say more.</summary>
    public EventEntry With(Trigger trigger)
    {
        var triggers = Triggers ?? [];
        var at = trigger.Rule.NeedsWord ? triggers.TakeWhile(each => each.Rule.NeedsWord).Count() : triggers.Length;
        return this with { Triggers = [.. triggers.AsSpan(..at), trigger, .. triggers.AsSpan(at..)] };
    }
}
