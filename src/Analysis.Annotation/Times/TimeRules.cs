namespace Analysis;

/// <summary>A condition on the term before or after an expression.</summary>
/// <param name="Of">Class of the term.</param>
/// <param name="Joint">How the term is joined.</param>
/// <param name="Negative">Whether it must not stand there.</param>
internal readonly record struct TimeCondition(int Of, TimeJoint Joint, bool Negative);

/// <summary>A row of <c>time-rules.tsv</c>: the conditions on the context of its pattern, and how its value is computed.</summary>
internal sealed record TimeRule(int Order, string Name, TimeCondition[] Before, TimeCondition[] After, string Type, string Operation);

/// <summary>A rule and a part with which its pattern may begin.</summary>
internal readonly record struct TimeOpening(TimeRule Rule, TimePart Part);

/// <summary>The words, phrases and rules of time expressions, compiled from the lexicons <c>time-*.tsv</c>.</summary>
internal sealed class TimeRules
{
    private readonly Dictionary<int, TimeOpening[]> _openings = [];

    /// <summary>Reads the rules, adds their words to a vocabulary that is still open, and marks those that begin an expression.</summary>
    /// <exception cref="InvalidDataException">A lexicon is malformed; the message gives file and line.</exception>
    public TimeRules(Vocabulary vocabulary)
    {
        Words = new TimeWords(vocabulary);
        var phrases = Lexicon.Read("time-phrases.tsv", "phrase", "pattern").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        var order = 0;
        foreach (var row in Rows())
        {
            var rule = new TimeRule(order++, row[0], Conditions(row[2], row), Conditions(row[3], row), row[4], row[5]);
            foreach (var part in TimePattern.Compile(row[1], Words, phrases, row))
                _openings[part.Of] = [.. BeginningWith(part.Of), new TimeOpening(rule, part)];
        }

        foreach (var word in Words.All.Where(word => _openings.ContainsKey(word.Class))) vocabulary.Mark(word.Forms[0], WordUses.Time);
    }

    /// <summary>The words.</summary>
    public TimeWords Words { get; }

    /// <summary>Rows of the rule table, including their examples.</summary>
    public static List<LexiconRow> Rows() => Lexicon.Read(
        "time-rules.tsv", "rule", "pattern", "before", "after", "type", "operation", "date", "example", "value", "anchor", "near-miss");

    /// <summary>The rules that may begin with a class. If two match the same tokens, the earlier one of the file wins.</summary>
    public TimeOpening[] BeginningWith(int of) => _openings.GetValueOrDefault(of, []);

    private TimeCondition[] Conditions(string text, LexiconRow row) =>
        Array.ConvertAll(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), condition =>
        {
            var name = condition.TrimStart('!');
            var joint = name[0] == '+' ? TimeJoint.And : TimeJoint.Plain;
            return new TimeCondition(Words.ClassOf(name.TrimStart('+'), row), joint, condition[0] == '!');
        });
}
