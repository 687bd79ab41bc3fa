using System.Globalization;

namespace Analysis;

/// <summary>The rules of events and their words as the lexicons give them, inflected, before a vocabulary knows them.</summary>
internal sealed class EventTable
{
    /// <summary>Reads the lexicons.</summary>
    /// <exception cref="InvalidDataException">A row is malformed; the message gives file and line.</exception>
    public EventTable()
    {
        foreach (var row in Lexicon.Read("event-prepositions.tsv", "word", "relation", "behind", "note"))
        {
            if (!Enum.TryParse(typeof(EventRelation), row[1], ignoreCase: true, out var relation)) throw row.Error($"no relation '{row[1]}'");
            Relations.Add(new RelationWord(row[0], (EventRelation)relation, row[2]));
        }

        var goldstein = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Lexicon.Read("cameo.tsv", "code", "name", "goldstein", "source")) goldstein.Add(row[0], row[2]);
        var plover = new HashSet<string>(StringComparer.Ordinal) { "" };
        foreach (var row in Lexicon.Read("plover.tsv", "category", "score", "quad", "source")) plover.Add(row[0]);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in RuleRows())
        {
            if (!plover.Contains(row[7])) throw row.Error($"no PLOVER category '{row[7]}'");
            if (!goldstein.TryGetValue(row[6].Length == 0 ? "010" : row[6], out var value)) throw row.Error($"no CAMEO code '{row[6]}'");
            if (!ids.Add(row[0])) throw row.Error($"rule '{row[0]}' stands twice");
            AddRule(row, double.Parse(value, CultureInfo.InvariantCulture));
        }

        foreach (var row in Lexicon.Read("event-landmarks.tsv", "id", "kind", "entity", "rule", "date", "source"))
        {
            if (row[3].Length > 0 && !ids.Contains(row[3])) throw row.Error($"no rule '{row[3]}'");
            if (!DateOnly.TryParseExact(row[4], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) throw row.Error($"date '{row[4]}', expected yyyy-MM-dd");
            Landmarks.Add(new EventLandmark(row[1], row[2], row[3].Length > 0 ? "event:" + row[3] : "", day));
        }

        foreach (var row in Lexicon.Read("event-cues.tsv", "word", "roles", "note"))
        {
            var cues = EventCues.None;
            foreach (var role in WordsOf(row[1]))
            {
                if (!Enum.TryParse(typeof(EventCues), role, ignoreCase: true, out var cue)) throw row.Error($"no role '{role}'");
                cues |= (EventCues)cue;
            }

            Cues.Add(new CueWord(row[0], cues));
        }
    }

    /// <summary>The rules, in file order.</summary>
    public List<EventRule> Rules { get; } = [];

    /// <summary>Words that trigger a rule, in file order.</summary>
    public List<TriggerWord> Triggers { get; } = [];

    /// <summary>Words of which a rule needs one in its clause.</summary>
    public List<NeededWord> Needed { get; } = [];

    /// <summary>Words that tell of their clause.</summary>
    public List<CueWord> Cues { get; } = [];

    /// <summary>Happenings that everybody can date.</summary>
    public List<EventLandmark> Landmarks { get; } = [];

    /// <summary>Prepositions, and the words that join to their event those who take part in it.</summary>
    public List<RelationWord> Relations { get; } = [];

    /// <summary>Rows of the rule table, with their examples.</summary>
    public static List<LexiconRow> RuleRows() => Lexicon.Read(
        "event-triggers.tsv", "rule", "class", "verb", "nouns", "with", "kind", "cameo", "plover", "target", "example", "miss");

    private void AddRule(LexiconRow row, double goldstein)
    {
        var needed = WordsOf(row[4]);
        var rule = new EventRule(
            Rules.Count, row[0], ClassOf(row), row[5], row[6], goldstein, row[7], TargetOf(row[8]), Frame(row),
            needed.Length > 0, Array.IndexOf(needed, "-") >= 0, "event:" + row[0]);
        Rules.Add(rule);
        foreach (var word in needed)
        {
            if (word != "-") Needed.Add(new NeededWord(word, rule.Index));
        }

        foreach (var verb in WordsOf(row[2]))
        {
            // The imperfect begins with the person's prefix, which no perfect in the table does.
            var isImperfect = verb[0] is 'ي' or 'ت' && verb.Length > 2 && IsImperfect(verb, row);
            foreach (var word in isImperfect ? VerbForms.Imperfect(verb) : VerbForms.Perfect(verb))
            {
                Triggers.Add(new TriggerWord(word, new Trigger(rule, isImperfect ? TriggerForm.Imperfect : TriggerForm.Perfect)));
            }
        }

        foreach (var noun in WordsOf(row[3])) Triggers.Add(new TriggerWord(noun, new Trigger(rule, TriggerForm.Noun)));
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

    private EventRelation Frame(LexiconRow row)
    {
        var frame = EventRelation.None;
        foreach (var word in WordsOf(row[8]))
        {
            if (word is "-" or "subject") continue;
            frame |= word == "object" ? EventRelation.Object
                : Relations.Find(relation => relation.Word == word)?.Relation
                    ?? throw row.Error($"target '{word}', expected object, subject, - or a preposition of event-prepositions.tsv");
        }

        return frame;
    }

    private static bool IsImperfect(string verb, LexiconRow row) => verb[0] == 'ي' || Array.IndexOf(WordsOf(row[2]), 'ي' + verb[1..]) >= 0;

    private static string[] WordsOf(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A word that triggers a rule.</summary>
internal sealed record TriggerWord(string Word, Trigger Trigger);

/// <summary>A word that a rule needs in its clause.</summary>
internal sealed record NeededWord(string Word, int Rule);

/// <summary>A word that tells of its clause.</summary>
internal sealed record CueWord(string Word, EventCues Cues);

/// <summary>A preposition, with the word that stands before it where it has two.</summary>
internal sealed record RelationWord(string Word, EventRelation Relation, string Behind);
