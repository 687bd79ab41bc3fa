namespace Analysis;

/// <summary>The words, phrases and rules of time expressions, compiled from the lexicons <c>time-*.tsv</c>.</summary>
internal sealed class TimeGrammar
{
    private TimeIndex? _index;

    /// <summary>Reads the grammar. Call <see cref="Enter"/> before matching.</summary>
    public TimeGrammar()
    {
        Words = new TimeWords(Lexicon.Read("time-words.tsv", "class", "value", "words"));
        var phrases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Lexicon.Read("time-phrases.tsv", "phrase", "pattern"))
        {
            if (!phrases.TryAdd(row[0], row[1])) throw row.Error($"the phrase '{row[0]}' occurs twice");
        }

        foreach (var row in RuleRows()) Rules.Add(Compile(row, phrases));
        Numerals = new TimeNumerals(Words);
    }

    /// <summary>Adds the words of the grammar to a vocabulary that is still open. May be called once.</summary>
    public void Enter(Vocabulary vocabulary)
    {
        Words.Enter(vocabulary);
        _index = new TimeIndex(this, vocabulary);
    }

    /// <summary>The words.</summary>
    public TimeWords Words { get; }

    /// <summary>Numbers in words.</summary>
    public TimeNumerals Numerals { get; }

    /// <summary>The rules. If two match the same tokens, the earlier one wins.</summary>
    public List<TimeRule> Rules { get; } = [];

    /// <summary>Rows of the rule table, including their examples.</summary>
    public static List<LexiconRow> RuleRows() => Lexicon.Read(
        "time-rules.tsv", "rule", "pattern", "before", "after", "type", "operation", "date", "example", "value", "anchor", "near-miss");

    /// <summary>The index of rules by the tokens with which they begin.</summary>
    public TimeIndex Index => _index ?? throw new InvalidOperationException("the grammar's words are in no vocabulary yet");

    private TimeRule Compile(LexiconRow row, Dictionary<string, string> phrases)
    {
        if (!Enum.TryParse(typeof(TimeOperation), row[5].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var operation))
        {
            throw row.Error($"no operation is called '{row[5]}'");
        }

        return new TimeRule(
            row[0], TimePattern.Compile(row[1], Words, phrases, row), Conditions(row[2], row), Conditions(row[3], row), row[4], (TimeOperation)operation);
    }

    private TimeCondition[] Conditions(string text, LexiconRow row)
    {
        if (text.Length == 0) return [];
        var parts = text.Split(' ');
        var conditions = new TimeCondition[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var negative = parts[i][0] == '!';
            var name = negative ? parts[i][1..] : parts[i];
            var joint = name[0] == '+' ? TimeJoint.And : TimeJoint.Plain;
            if (joint == TimeJoint.And) name = name[1..];
            var of = name == "number" ? TimeCondition.Number
                : char.IsAsciiLetter(name[0]) ? Words.ClassOf(name) : Words.Literal(name.Trim('"').Replace('_', ' '));
            if (of == -1) throw row.Error($"no class is called '{name}'");
            conditions[i] = new TimeCondition(of, joint, negative);
        }

        return conditions;
    }
}
