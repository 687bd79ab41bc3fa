namespace Analysis;

/// <summary>A row of <c>time-rules.tsv</c>.</summary>
/// <param name="Order">Its position in the file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Before">Classes of the term before the expression: one of them must, or none may, stand there, joined so.</param>
/// <param name="After">The same for the term after the expression.</param>
/// <param name="Type">Type of the expression.</param>
/// <param name="Operation">How its value is computed; see <see cref="TimeResolver.Resolve"/>.</param>
internal sealed record TimeRule(
    int Order, string Name, (int Of, TimeJoint Joint, bool Negative)[] Before, (int Of, TimeJoint Joint, bool Negative)[] After,
    string Type, string Operation);

/// <summary>The words, phrases and rules of time expressions, compiled from the lexicons <c>time-*.tsv</c>.</summary>
internal sealed class TimeRules
{
    private readonly FormTable<(TimeRule Rule, TimePart Part)[]> _openings = new();

    /// <summary>Reads the rules, adds their words to a vocabulary that is still open, and marks those that begin an expression.</summary>
    /// <exception cref="InvalidDataException">A lexicon is malformed; the message gives file and line.</exception>
    public TimeRules(Vocabulary vocabulary)
    {
        Words = new TimeWords(vocabulary);
        var phrases = Lexicon.Read("time-phrases.tsv", "phrase", "pattern").ToDictionary(row => row[0], row => row[1]);
        var order = 0;
        foreach (var row in Rows())
        {
            var rule = new TimeRule(order++, row[0], Conditions(row[2], row), Conditions(row[3], row), row[4], row[5]);
            foreach (var part in TimePattern.Compile(row[1], Words, phrases, row))
                _openings[part.Of] = [.. BeginningWith(part.Of), (rule, part)];
        }

        foreach (var word in Words.All.Where(word => BeginningWith(word.Class).Length > 0)) vocabulary.Mark(word.Forms[0], WordUses.Time);
    }

    /// <summary>The words.</summary>
    public TimeWords Words { get; }

    /// <summary>Rows of the rule table, including their examples.</summary>
    public static List<LexiconRow> Rows() => Lexicon.Read(
        "time-rules.tsv", "rule", "pattern", "before", "after", "type", "operation", "date", "example", "value", "anchor", "near-miss");

    /// <summary>The rules that may begin with a class, each with the part that takes it.</summary>
    public (TimeRule Rule, TimePart Part)[] BeginningWith(int of) => _openings[of] ?? [];

    private (int Of, TimeJoint Joint, bool Negative)[] Conditions(string text, LexiconRow row) =>
        Array.ConvertAll(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), condition =>
        {
            var name = condition.TrimStart('!');
            var joint = name[0] == '+' ? TimeJoint.And : TimeJoint.Plain;
            return (Words.ClassOf(name.TrimStart('+'), row), joint, condition[0] == '!');
        });
}
