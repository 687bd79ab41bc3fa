namespace Analysis.Tests.Annotation.Events;

/// <summary>Every row of the trigger table stands beside a sentence that it reads and one that it leaves.</summary>
public sealed class EventRuleTests
{
    private static readonly Dictionary<string, LexiconRow> Rows = Lexicon
        .Read("event-triggers.tsv", "rule", "class", "verb", "nouns", "with", "kind", "cameo", "plover", "target", "example", "miss")
        .ToDictionary(row => row[0], StringComparer.Ordinal);

    public static TheoryData<string> Rules() => new(Rows.Keys);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_reads_its_example(string rule)
    {
        var row = Rows[rule];
        var events = EventReading.Of(row[9]);

        // A light verb bears the rule of its noun.
        if (row[1] == "light") Assert.NotEmpty(events);
        else Assert.Contains(events, found => found.Rule == "event:" + rule);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_leaves_its_near_miss(string rule)
    {
        var row = Rows[rule];
        var events = EventReading.Of(row[10]);
        if (row[1] == "light") Assert.Empty(events);
        else Assert.DoesNotContain(events, found => found.Rule == "event:" + rule);
    }

    [Fact]
    public void The_table_knows_at_least_250_trigger_words() =>
        Assert.InRange(Rows.Values.SelectMany(row => (row[2] + " " + row[3]).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct().Count(), 250, 5000);
}
