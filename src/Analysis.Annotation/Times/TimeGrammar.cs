namespace Analysis;

/// <summary>A condition on the word before or after a match.</summary>
/// <param name="Of">The class of the word; <see cref="Number"/> for a number in digits.</param>
/// <param name="Joint">How the word is joined.</param>
/// <param name="Negative">Whether it must not stand there.</param>
internal readonly record struct TimeCondition(int Of, TimeJoint Joint, bool Negative)
{
    public const int Number = -2;
}

/// <summary>A row of <c>time-rules.tsv</c>: a pattern, the conditions on its context, and how its value is computed.</summary>
internal sealed record TimeRule(
    int Order, string Name, TimePart[] Pattern, TimeCondition[] Before, TimeCondition[] After, string Type, string Operation);

/// <summary>The words, phrases and rules of time expressions, compiled from the lexicons <c>time-*.tsv</c>.</summary>
internal sealed class TimeGrammar
{
    private readonly Dictionary<int, List<TimeRule>> _byForm = [];
    private readonly List<TimeRule> _withNumber = [];

    /// <summary>Reads the grammar, adds its words to a vocabulary that is still open, and marks those that begin an expression.</summary>
    /// <exception cref="InvalidDataException">A lexicon is malformed; the message gives file and line.</exception>
    public TimeGrammar(Vocabulary vocabulary)
    {
        Words = new TimeWords(vocabulary);
        var phrases = Lexicon.Read("time-phrases.tsv", "phrase", "pattern").ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        var order = 0;
        foreach (var row in RuleRows())
        {
            var pattern = TimePattern.Compile(row[1], Words, phrases, row);
            var rule = new TimeRule(order++, row[0], pattern, Conditions(row[2], row), Conditions(row[3], row), row[4], row[5]);
            foreach (var form in pattern.SelectMany(Beginnings).Distinct())
            {
                if (!_byForm.TryGetValue(form, out var rules)) _byForm.Add(form, rules = []);
                rules.Add(rule);
                vocabulary.Mark(form, WordUses.Time);
            }

            if (pattern.Any(part => part.Kind is TimePartKind.Integer or TimePartKind.Digits)) _withNumber.Add(rule);
        }
    }

    /// <summary>The words.</summary>
    public TimeWords Words { get; }

    /// <summary>Rows of the rule table, including their examples.</summary>
    public static List<LexiconRow> RuleRows() => Lexicon.Read(
        "time-rules.tsv", "rule", "pattern", "before", "after", "type", "operation", "date", "example", "value", "anchor", "near-miss");

    /// <summary>The rules that may begin with a form. If two match the same tokens, the earlier one of the file wins.</summary>
    public List<TimeRule> BeginningWith(int form) => _byForm.GetValueOrDefault(form, []);

    /// <summary>The rules that may begin with a number in digits.</summary>
    public List<TimeRule> BeginningWithNumber => _withNumber;

    private IEnumerable<int> Beginnings(TimePart part) => part.Kind switch
    {
        TimePartKind.Word => Words.Members(part.Of),
        TimePartKind.Integer => Words.Members(Words.Cardinal),
        TimePartKind.Ordinal => Words.Members(Words.Ordinal),
        _ => Enumerable.Empty<TimeWord>(),
    } is var words ? words.Select(word => word.Forms[0]) : [];

    private TimeCondition[] Conditions(string text, LexiconRow row) =>
        Array.ConvertAll(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), condition =>
        {
            var negative = condition[0] == '!';
            var joint = condition[negative ? 1 : 0] == '+' ? TimeJoint.And : TimeJoint.Plain;
            var name = condition.TrimStart('!', '+');
            var of = name == "number" ? TimeCondition.Number
                : char.IsAsciiLetter(name[0]) ? Words.ClassOf(name) : Words.Literal(name.Trim('"').Replace('_', ' '));
            return of != -1 ? new TimeCondition(of, joint, negative) : throw row.Error($"no class is called '{name}'");
        });
}
