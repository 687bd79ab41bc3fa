namespace Analysis.Tests.Annotation.Events;

/// <summary>Every row of the event dictionary has a sentence that it reads and one that it leaves.</summary>
public sealed class EventRuleTests
{
    private static readonly Dictionary<string, LexiconRow> Rows = EventLexicon.RuleRows().Concat(EventReading.Gazetteer.EventRules)
        .Where(row => row[1] != "none").ToDictionary(row => row[0], StringComparer.Ordinal);

    public static TheoryData<string> Rules() => new(Rows.Keys);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_reads_its_example(string rule)
    {
        var events = EventReading.Of(Rows[rule][8]);

        // An event of a light verb has the rule of its noun.
        if (Rows[rule][1] == "light") Assert.NotEmpty(events);
        else Assert.Contains(events, found => found.Rule == "event:" + rule);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_leaves_its_near_miss(string rule) =>
        Assert.DoesNotContain(EventReading.Of(Rows[rule][9]), found => found.Rule == "event:" + rule);
}
