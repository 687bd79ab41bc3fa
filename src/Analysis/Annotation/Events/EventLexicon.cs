using System.Globalization;

namespace Analysis;

/// <summary>What words say of events: triggers and cues, each an array indexed by a word's form.</summary>
internal sealed class EventLexicon
{
    private readonly Dictionary<string, EventRule> _firstOfKind = new(StringComparer.Ordinal);
    private readonly Trigger[]?[] _triggers;
    private readonly int[]?[] _needing;
    private readonly EventCues[] _cues;

    /// <summary>Reads the lexicons and adds their words to a vocabulary.</summary>
    /// <exception cref="InvalidDataException">A row is malformed; the message gives file and line.</exception>
    public EventLexicon(Vocabulary vocabulary)
    {
        var triggers = new Dictionary<int, List<Trigger>>();
        var needing = new Dictionary<int, List<int>>();
        foreach (var rule in Rules(vocabulary, needing, out var words))
        {
            RuleCount++;
            _firstOfKind.TryAdd(rule.Kind, rule);
            foreach (var (word, form) in words[rule.Id])
            {
                Add(triggers, vocabulary.Add(word), new Trigger(rule, form));
                if (form != TriggerForm.Perfect) continue;
                foreach (var (letter, joined) in Conjunctions)
                {
                    // What is never divided into conjunction and verb, since it may be another word, is a trigger as a whole.
                    var whole = vocabulary.Forms.Find(Letters.KeyOf(letter + word));
                    if (whole != 0 && vocabulary.Indivisible.Contains(whole)) Add(triggers, whole, new Trigger(rule, form, joined));
                }
            }
        }

        var cues = ReadCues(vocabulary);
        _triggers = new Trigger[]?[triggers.Keys.Max() + 1];
        foreach (var (key, list) in triggers)
        {
            // Rules that ask for a second word come first: where it stands, they say more.
            _triggers[key] = [.. list.Where(trigger => trigger.Rule.NeedsWord), .. list.Where(trigger => !trigger.Rule.NeedsWord)];
        }

        _needing = new int[]?[needing.Keys.Max() + 1];
        foreach (var (key, list) in needing) _needing[key] = [.. list];
        _cues = new EventCues[cues.Keys.Max() + 1];
        foreach (var (key, cue) in cues) _cues[key] = cue;
    }

    private static readonly (string Letter, Proclitics Joined)[] Conjunctions = [("و", Proclitics.And), ("ف", Proclitics.So)];

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

    private static void Add(Dictionary<int, List<Trigger>> triggers, int form, Trigger trigger)
    {
        if (!triggers.TryGetValue(form, out var list)) triggers.Add(form, list = []);
        if (!list.Contains(trigger)) list.Add(trigger);
    }

    private static List<EventRule> Rules(
        Vocabulary vocabulary, Dictionary<int, List<int>> needing, out Dictionary<string, List<(string Word, TriggerForm Form)>> words)
    {
        var goldstein = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var row in Lexicon.Read("cameo.tsv", "code", "name", "goldstein", "source"))
        {
            goldstein.Add(row[0], double.Parse(row[2], CultureInfo.InvariantCulture));
        }

        var plover = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (var row in Lexicon.Read("plover.tsv", "category", "score", "quad", "source")) plover.Add(row[0]);

        words = new(StringComparer.Ordinal);
        var rules = new List<EventRule>();
        foreach (var row in Lexicon.Read(
            "event-triggers.tsv", "rule", "class", "verb", "nouns", "with", "kind", "cameo", "plover", "target", "example", "miss"))
        {
            if (!plover.Contains(row[7])) throw row.Error($"no PLOVER category '{row[7]}'");
            if (!goldstein.TryGetValue(row[6].Length == 0 ? "010" : row[6], out var value)) throw row.Error($"no CAMEO code '{row[6]}'");
            var rule = new EventRule(
                rules.Count, row[0], ClassOf(row), row[5], row[6], value, row[7], TargetOf(row[8]),
                row[4].Length > 0, Words(row[4]).Contains("-"), "event:" + row[0]);
            foreach (var word in Words(row[4]).Where(word => word != "-"))
            {
                var form = vocabulary.Add(word);
                if (!needing.TryGetValue(form, out var list)) needing.Add(form, list = []);
                list.Add(rule.Index);
            }

            if (!words.TryAdd(rule.Id, Forms(row))) throw row.Error($"rule '{rule.Id}' stands twice");
            rules.Add(rule);
        }

        return rules;
    }

    private static EventRuleClass ClassOf(LexiconRow row) => row[1] switch
    {
        "act" => EventRuleClass.Act,
        "say" => EventRuleClass.Say,
        "announce" => EventRuleClass.Announce,
        "light" => EventRuleClass.Light,
        _ => throw row.Error($"class '{row[1]}', expected act, say, announce or light"),
    };

    private static EventTarget TargetOf(string target) => target switch
    {
        "-" or "" => EventTarget.None,
        "subject" => EventTarget.Subject,
        _ => EventTarget.Object,
    };

    private static List<(string Word, TriggerForm Form)> Forms(LexiconRow row)
    {
        var forms = new List<(string, TriggerForm)>();
        foreach (var verb in Words(row[2]))
        {
            // The imperfect begins with the person's prefix, which no perfect in the table does.
            if (verb[0] is 'ي' or 'ت' && verb.Length > 2 && IsImperfect(verb, row))
            {
                foreach (var form in VerbForms.Imperfect(verb)) forms.Add((form, TriggerForm.Imperfect));
            }
            else
            {
                foreach (var form in VerbForms.Perfect(verb)) forms.Add((form, TriggerForm.Perfect));
            }
        }

        foreach (var noun in Words(row[3])) forms.Add((noun, TriggerForm.Noun));
        return forms;
    }

    private static bool IsImperfect(string verb, LexiconRow row) => verb[0] == 'ي' || Array.IndexOf(Words(row[2]), 'ي' + verb[1..]) >= 0;

    private static string[] Words(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<int, EventCues> ReadCues(Vocabulary vocabulary)
    {
        var cues = new Dictionary<int, EventCues>();
        foreach (var row in Lexicon.Read("event-cues.tsv", "word", "roles", "note"))
        {
            var all = EventCues.None;
            foreach (var role in Words(row[1]))
            {
                if (!Enum.TryParse<EventCues>(role, ignoreCase: true, out var cue)) throw row.Error($"no role '{role}'");
                all |= cue;
            }

            var form = vocabulary.Add(row[0]);
            cues[form] = cues.GetValueOrDefault(form) | all;
        }

        return cues;
    }
}
