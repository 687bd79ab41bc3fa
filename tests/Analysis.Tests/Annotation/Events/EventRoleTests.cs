using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Events;

/// <summary>Sentences with those who act, those acted upon and the place, in <c>roles.tsv</c>.</summary>
public sealed class EventRoleTests
{
    public static TheoryData<string, string, string, string, string> Cases()
    {
        var data = new TheoryData<string, string, string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Annotation", "Events", "roles.tsv")))
        {
            if (line.StartsWith('#')) continue;
            var fields = line.Split('\t');
            data.Add(fields[0], fields[1], fields[2], fields[3], fields[4]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Syntax_says_who_acts_upon_whom_and_where(string text, string actors, string targets, string place, string why)
    {
        var found = EventReading.Of(text)[0];
        var read = (string.Join(' ', found.Actors), string.Join(' ', found.Targets), found.Place);
        Assert.True(read == (actors.Trim('-'), targets.Trim('-'), place.Trim('-')), $"{why}: {read}");
    }
}
