using System.Globalization;
using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation;

/// <summary>The example in the documentation of <see cref="Annotator"/> gives what it says.</summary>
public sealed class AnnotatorExampleTests
{
    [Fact]
    public void The_example_finds_the_person_the_place_the_time_and_the_event_that_it_names()
    {
        var example = File.ReadAllText(Path.Combine(Repository.Root, "src", "Analysis.Annotation", "Annotation", "Annotator.cs"))
            .Split("<code>")[1].Split("</code>")[0];
        var document = new Document("1", Between("new Document(\"1\", \"", "\""),
            DateOnly.ParseExact(Between("new DateOnly(", ")"), "yyyy, M, d", CultureInfo.InvariantCulture));
        var annotations = Annotator.Create(Gazetteer.Load(Path.Combine(Repository.Root, Between("Gazetteer.Load(\"", "\""))))
            .Annotate(document);

        Assert.Equal([("esmail-qaani", null), ("baghdad", false)],
            annotations.Mentions.Select(mention => (mention.Entity, mention.Metonym)));
        Assert.Equal(["2020-03-31"], annotations.Times.Select(time => time.Value));
        Assert.Equal([("visit", "2020-03-31")], annotations.Events.Select(happening => (happening.Kind, happening.Date)));
        Assert.Contains("Mentions: esmail-qaani and baghdad, as a place; times: 2020-03-31; events: a visit on that day.", example,
            StringComparison.Ordinal);

        string Between(string before, string after) => example.Split(before)[1].Split(after)[0];
    }
}
