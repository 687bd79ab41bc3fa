using System.Globalization;

namespace Analysis;

/// <summary>The event dictionary and its words as the tables give them, inflected, before a vocabulary knows them.</summary>
internal sealed class EventTable
{
    private readonly Dictionary<string, EventKind> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _goldstein = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Slots> _slots = new(StringComparer.Ordinal)
    {
        ["subj"] = Slots.Subject,
        ["obj"] = Slots.Object,
        ["gen"] = Slots.Genitive,
        ["that"] = Slots.That,
    };

    /// <summary>Reads the tables.</summary>
    /// <exception cref="InvalidDataException">A row is malformed; the message gives file and line.</exception>
    public EventTable()
    {
        foreach (var row in Lexicon.Read("event-prepositions.tsv", "word", "slot", "after", "note"))
        {
            var slot = ParseEnum<Slots>(row, row[1]);
            Prepositions.Add(new Preposition(row[0], slot, row[2]));
            _slots.TryAdd(row[0], slot);
        }

        foreach (var row in Lexicon.Read("cameo.tsv", "code", "name", "goldstein", "source"))
        {
            _goldstein.Add(row[0], double.Parse(row[2], CultureInfo.InvariantCulture));
        }

        foreach (var row in Lexicon.Read("event-kinds.tsv", "kind", "traits", "cue", "cameo", "plover"))
        {
            _kinds.Add(row[0], new EventKind(row[0], ParseFlags<EventTraits>(row, row[1]), ParseFlags<EventCues>(row, row[2]), row[3], row[4]));
        }

        var plover = Lexicon.Read("plover.tsv", "category", "score", "quad", "source").ConvertAll(row => row[0]).Append("").ToHashSet(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in RuleRows())
        {
            if (!ids.Add(row[0])) throw row.Error($"rule '{row[0]}' is defined twice");
            if (!plover.Contains(row[7])) throw row.Error($"no PLOVER category '{row[7]}'");
            AddRule(row);
        }

        foreach (var row in Lexicon.Read("event-cues.tsv", "word", "roles", "note"))
        {
            var cues = ParseFlags<EventCues>(row, row[1]);
            IEnumerable<string> forms = (cues & (EventCues.Person | EventCues.Thing | EventCues.OffTopic)) != 0 ? WithCases(row[0]) : [row[0]];
            Cues.AddRange(forms.Select(word => new CueWord(word, cues)));
        }
    }

    /// <summary>The rules, in file order.</summary>
    public List<EventRule> Rules { get; } = [];

    /// <summary>Words that trigger a rule, in file order.</summary>
    public List<TriggerWord> Triggers { get; } = [];

    /// <summary>Words of which a rule needs one in its clause, or that exclude it.</summary>
    public List<RuleWord> RuleWords { get; } = [];

    /// <summary>Words that say what a clause is.</summary>
    public List<CueWord> Cues { get; } = [];

    /// <summary>Prepositions.</summary>
    public List<Preposition> Prepositions { get; } = [];

    /// <summary>The kinds of events by name, in file order.</summary>
    public IReadOnlyDictionary<string, EventKind> Kinds => _kinds;

    /// <summary>Rows of the dictionary, with their examples.</summary>
    public static List<LexiconRow> RuleRows() =>
        Lexicon.Read("events.tsv", "id", "kind", "verbs", "nouns", "with", "slots", "cameo", "plover", "example", "miss");

    /// <summary>Goldstein's value of a CAMEO code.</summary>
    public double GoldsteinOf(string cameo) => _goldstein[cameo];

    private void AddRule(LexiconRow row)
    {
        if (!_kinds.TryGetValue(row[1], out var kind)) throw row.Error($"no kind '{row[1]}' in event-kinds.tsv");
        var cameo = row[6].Length > 0 ? row[6] : kind.Cameo;
        if (!_goldstein.TryGetValue(cameo, out var goldstein)) throw row.Error($"no CAMEO code '{cameo}'");
        var deed = DeedRole.None;
        var (actors, targets, places, content, unreal) = (Slots.None, Slots.None, Slots.None, Slots.None, kind.Is(EventTraits.Unreal));
        foreach (var pair in WordsOf(row[5]))
        {
            if (pair.Split(':') is not [var slot, var role] || !_slots.TryGetValue(slot, out var place)) throw row.Error($"no slot '{pair}'");
            switch (role)
            {
                case "actor": actors |= place; break;
                case "target": targets |= place; break;
                case "place": places |= place; break;
                case "content": content |= place; break;
                case "unreal": unreal = true; break;
                case "claimed": deed = DeedRole.Claimed; break;
                case "blamed": (deed, targets) = (DeedRole.Blamed, targets | place); break;
                default: throw row.Error($"role '{role}', expected actor, target, place, content, unreal, claimed or blamed");
            }
        }

        var with = WordsOf(row[4]);
        var needs = Array.Exists(with, word => word[0] != '!');
        var rule = new EventRule(
            Rules.Count, row[0], kind, actors, targets, places, content, needs, Array.IndexOf(with, "-") >= 0, unreal, deed,
            cameo, goldstein, row[7].Length > 0 ? row[7] : kind.Plover);
        Rules.Add(rule);
        foreach (var word in with)
        {
            if (word != "-") RuleWords.AddRange(WithAccusative(word.TrimStart('!')).Select(form => new RuleWord(form, rule.Index, word[0] == '!')));
        }

        var verbs = WordsOf(row[2]);
        foreach (var verb in verbs)
        {
            // An imperfect begins with the prefix of a person.
            var imperfect = verb[0] == 'ي' || (verb[0] == 'ت' && Array.IndexOf(verbs, 'ي' + verb[1..]) >= 0);
            var (forms, form) = imperfect ? (VerbForms.Imperfect(verb), TriggerForm.Imperfect) : (VerbForms.Perfect(verb), TriggerForm.Perfect);
            if (kind.Is(EventTraits.Divides)) Cues.AddRange(forms.Select(word => new CueWord(word, EventCues.Verb | EventCues.Noun)));
            else Triggers.AddRange(forms.Select(word => new TriggerWord(word, new Trigger(rule, form))));
        }

        var nouns = kind.IsLight ? WordsOf(row[3]) : WordsOf(row[3]).SelectMany(WithAccusative);
        Triggers.AddRange(nouns.Select(noun => new TriggerWord(noun, new Trigger(rule, TriggerForm.Noun))));
    }

    // هجوم and its indefinite accusative هجوما.
    private static IEnumerable<string> WithAccusative(string noun) =>
        noun[^1] is 'ة' or 'ا' or 'ى' or 'ء' or 'ت' or 'ن' || noun.StartsWith("ال", StringComparison.Ordinal) ? [noun] : [noun, noun + "ا"];

    // The accusative, and the dual in both cases: وزيرا, وزيران, وزيرين.
    private static IEnumerable<string> WithCases(string noun)
    {
        if (noun[^1] is 'ا' or 'ى' or 'ء' or 'ت' or 'ن') return [noun];
        var stem = noun[^1] == 'ة' ? noun[..^1] + "ت" : noun;
        return [.. WithAccusative(noun), stem + "ان", stem + "ين"];
    }

    private static T ParseEnum<T>(LexiconRow row, string name)
        where T : struct, Enum => Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : throw row.Error($"no role '{name}'");

    private static T ParseFlags<T>(LexiconRow row, string names)
        where T : struct, Enum => names.Length == 0 ? default : ParseEnum<T>(row, names.Replace(' ', ','));

    private static string[] WordsOf(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A word that triggers a rule.</summary>
    internal readonly record struct TriggerWord(string Word, Trigger Trigger);

    /// <summary>A word that a rule needs in its clause, or that excludes the rule.</summary>
    internal readonly record struct RuleWord(string Word, int Rule, bool Excludes);

    /// <summary>A word that says what a clause is.</summary>
    internal readonly record struct CueWord(string Word, EventCues Cues);

    /// <summary>A preposition; <c>After</c> is the word that must precede it where two words make it.</summary>
    internal readonly record struct Preposition(string Word, Slots Slot, string After);
}
