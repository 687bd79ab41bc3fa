using System.Text;
using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Mentions;

public sealed class AliasTests
{
    private static readonly List<string[]> Cases =
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Annotation", "Data", "aliases.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split('\t'))];

    public static IEnumerable<TheoryDataRow<string, string, string, string>> Rows() =>
        Cases.Select(row => new TheoryDataRow<string, string, string, string>(row[0], row[1], row[2], row[3]));

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_alias_with_a_policy_means_its_entity_in_the_example_and_not_in_the_near_miss(
        string id, string alias, string example, string nearMiss)
    {
        var names = AliasSyntax.Expand(alias).ConvertAll(name => Letters.KeyOf(name));

        Assert.Contains(Annotators.Mentions(example), mention => mention.Entity == id && names.Contains(Letters.KeyOf(mention.Surface)));
        Assert.DoesNotContain(Annotators.Mentions(nearMiss), mention =>
            mention.Entity == id && mention.Type != "demonym" && names.Contains(Letters.KeyOf(mention.Surface)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("و", "")]
    [InlineData("ب", "")]
    [InlineData("ول", "")]
    public void An_alias_without_policy_is_found_with_what_is_written_together_with_it_outside(string before, string after)
    {
        var gazetteer = Annotators.Project.Gazetteer;
        var failures = new List<string>();
        foreach (var alias in gazetteer.Aliases.Where(
            alias => alias.Policy.IsAlways && (before.Length == 0 || TakesProclitics(alias.Text))))
        {
            var swallowed = before.EndsWith('ل') && alias.Text.StartsWith("ال", StringComparison.Ordinal);
            var (text, start) = Framed(before, swallowed ? "ل" + alias.Text[2..] : alias.Text, after);
            var length = alias.Text.TrimEnd('"').Length - (swallowed ? 1 : 0);
            if (!Annotators.Mentions(text).Any(
                mention => mention.End == start + length
                    && (mention.Start == start || mention.Start == start - before.Length))) failures.Add(
                        $"{gazetteer.Entities[alias.Entity].Id}: {alias.Text}");
        }

        Assert.Equal("", string.Join(" · ", failures));
    }

    [Theory]
    [InlineData("ط", "")]
    [InlineData("", "ظ")]
    public void An_alias_without_policy_is_not_found_inside_a_longer_word(string before, string after)
    {
        var gazetteer = Annotators.Project.Gazetteer;
        var failures = new List<string>();
        foreach (var alias in gazetteer.Aliases.Where(alias => alias.Policy.IsAlways && char.IsLetter(alias.Text[^1])))
        {
            var (text, start) = Framed(before, alias.Text, after);
            if (Annotators.Mentions(text).Any(mention => mention.Start == start && mention.End == start + alias.Text.Length)) failures.Add(
                $"{gazetteer.Entities[alias.Entity].Id}: {alias.Text}");
        }

        Assert.Equal("", string.Join(" · ", failures));
    }

    // Letters of a spelled acronym stand alone, Latin words too.
    private static bool TakesProclitics(string name) => name.Split([' ', '-'])[0].Length > 3 && name[0] > 'ء';

    private static (string Text, int Start) Framed(string before, string name, string after)
    {
        var text = new StringBuilder("قيل هذا ").Append(before);
        var start = text.Length;
        return (text.Append(name).Append(after).Append(" ثم انتهى").ToString(), start);
    }
}
