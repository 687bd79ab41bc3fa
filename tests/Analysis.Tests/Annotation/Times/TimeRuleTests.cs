namespace Analysis.Tests.Annotation.Times;

public sealed class TimeRuleTests
{
    private static readonly TimeTagging Tagging = new();

    public static TheoryData<string> Rules() => new(TimeRules.Rows().Select(row => row[0]));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_matches_its_example(string rule)
    {
        var row = Row(rule);
        var example = row[7];
        if (row[5] == "block")
        {
            Assert.Empty(Tagging.Tag(row[6], example));
            return;
        }

        var start = example.IndexOf('[', StringComparison.Ordinal);
        var end = example.IndexOf(']', StringComparison.Ordinal) - 1;
        var text = example.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var mark = Assert.Single(Tagging.Tag(row[6], text), found => found.Start == start);
        Assert.Equal((end, row[4], row[8], row[9], row[0]), (mark.End, mark.Type, mark.Value, mark.Anchor, mark.Rule));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_leaves_its_near_miss(string rule)
    {
        var row = Row(rule);
        var marks = Tagging.Tag(row[6], row[10]);

        // What a blocking rule leaves, another rule takes.
        if (row[5] == "block") Assert.NotEmpty(marks);
        else Assert.DoesNotContain(marks, mark => mark.Rule == rule);
    }

    [Fact]
    public void Rule_names_are_unique() =>
        Assert.Equal(TimeRules.Rows().Count, TimeRules.Rows().Select(row => row[0]).Distinct().Count());

    private static LexiconRow Row(string rule) => TimeRules.Rows().Single(row => row[0] == rule);
}
