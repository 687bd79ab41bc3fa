namespace Analysis;

/// <summary>A condition on the word before or after a match.</summary>
/// <param name="Of">The class of the word; <see cref="Number"/> for a number in digits.</param>
/// <param name="Joint">How the word is joined.</param>
/// <param name="Negative">Whether it must not stand there.</param>
internal readonly record struct TimeCondition(int Of, TimeJoint Joint, bool Negative)
{
    public const int Number = -2;
}

/// <summary>A row of <c>time-rules.tsv</c>: the conditions on the context of its pattern, and how its value is computed.</summary>
internal sealed record TimeRule(int Order, string Name, TimeCondition[] Before, TimeCondition[] After, string Type, string Operation);

/// <summary>A rule and the parts of its pattern that may begin with a certain word, and what one of them needs.</summary>
internal readonly record struct TimeOpening(TimeRule Rule, TimePart[] Parts, ulong Set);

/// <summary>The words, phrases and rules of time expressions, compiled from the lexicons <c>time-*.tsv</c>.</summary>
internal sealed class TimeGrammar
{
    // Stands for every number in digits; no word has this form.
    private const int AnyNumber = 0;

    private TimeOpening[]?[] _openings = [];

    /// <summary>Reads the grammar, adds its words to a vocabulary that is still open, and marks those that begin an expression.</summary>
    /// <exception cref="InvalidDataException">A lexicon is malformed; the message gives file and line.</exception>
    public TimeGrammar(Vocabulary vocabulary)
    {
        Words = new TimeWords(vocabulary);
        var phrases = Lexicon.Read("time-phrases.tsv", "phrase", "pattern")
            .ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
        var order = 0;
        foreach (var row in RuleRows())
        {
            var rule = new TimeRule(order++, row[0], Conditions(row[2], row), Conditions(row[3], row), row[4], row[5]);
            var parts = TimePattern.Compile(row[1], Words, phrases, row)
                .SelectMany(part => Beginnings(part).Distinct().Select(form => (form, part)));
            foreach (var opening in parts.GroupBy(pair => pair.form, pair => pair.part))
            {
                if (opening.Key >= _openings.Length) Array.Resize(ref _openings, vocabulary.Forms.Count);
                var set = opening.Aggregate(0UL, (bits, part) => bits | part.Set);
                _openings[opening.Key] = [.. _openings[opening.Key] ?? [], new TimeOpening(rule, [.. opening], set)];
                vocabulary.Mark(opening.Key, WordUses.Time);
            }
        }
    }

    /// <summary>The words.</summary>
    public TimeWords Words { get; }

    /// <summary>Rows of the rule table, including their examples.</summary>
    public static List<LexiconRow> RuleRows() => Lexicon.Read(
        "time-rules.tsv", "rule", "pattern", "before", "after", "type", "operation", "date", "example", "value", "anchor", "near-miss");

    /// <summary>The rules that may begin with a form. If two match the same tokens, the earlier one of the file wins.</summary>
    public ReadOnlySpan<TimeOpening> BeginningWith(int form) => form < _openings.Length ? _openings[form] : default;

    /// <summary>The rules that may begin with a number in digits.</summary>
    public ReadOnlySpan<TimeOpening> BeginningWithNumber => BeginningWith(AnyNumber);

    private IEnumerable<int> Beginnings(TimePart part) => part.Kind switch
    {
        TimePartKind.Word => Forms(part.Of),
        TimePartKind.Integer => Forms(Words.Cardinal).Append(AnyNumber),
        TimePartKind.Ordinal => Forms(Words.Ordinal),
        TimePartKind.Digits => [AnyNumber],
        _ => [],
    };

    private IEnumerable<int> Forms(int of) => Words.Members(of).Select(word => word.Forms[0]);

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
