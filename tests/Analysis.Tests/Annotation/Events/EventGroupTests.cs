using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Events;

public sealed class EventGroupTests
{
    [Fact]
    public void Reports_with_near_dates_and_agreeing_roles_are_one_event()
    {
        var groups = Group(
            Report("a", "attack", "2020-01-08", ["iran"], ["us-forces"]),
            Report("b", "attack", "2020-01", ["irgc"], ["usa"]));
        Assert.Equal("2020-01-08", Assert.Single(groups).Date);
    }

    [Theory]
    [InlineData("a", "attack", "2020-01-08", "iran", "us-forces", "the same document reports an event once")]
    [InlineData("b", "visit", "2020-01-08", "iran", "us-forces", "another kind")]
    [InlineData("b", "attack", "2020-02-08", "iran", "us-forces", "a month later")]
    [InlineData("b", "attack", "2020-01-08", "israel", "us-forces", "another actor")]
    [InlineData("b", "attack", "../2020-02-01", "iran", "usa", "only known to be earlier, and no name in common")]
    public void Reports_that_contradict_each_other_are_two_events(
        string document, string kind, string date, string actor, string target, string why)
    {
        var groups = Group(
            Report("a", "attack", "2020-01-08", ["iran"], ["us-forces"]),
            Report(document, kind, date, [actor], [target]));
        Assert.True(groups.Count == 2, why);
    }

    [Fact]
    public void Every_report_is_in_one_group()
    {
        var events = GoldEvents();
        Assert.Equal(events.Count, EventGroup.Of(events, EventReading.Gazetteer).Sum(group => group.Reports.Count));
    }

    [Fact]
    public void Most_pairs_that_annotators_joined_are_joined()
    {
        var gold = GoldDocument.ReadFolder(Path.Combine(Repository.Corpus, "gold"));
        var ids = gold.SelectMany(document => document.Events.Select(found => (Key: (document.Id, found.Start, found.End), found)))
            .ToDictionary(pair => pair.Key, pair => pair.found.SameAs.Length > 0 ? pair.found.SameAs : pair.found.Id);
        var (joined, right) = (0, 0);
        foreach (var group in EventGroup.Of(GoldEvents(), EventReading.Gazetteer))
        {
            var real = group.Reports.Select(report => ids[(report.Document, report.Start, report.End)]).ToList();
            for (var i = 0; i < real.Count; i++)
            {
                for (var j = 0; j < i; j++) (joined, right) = (joined + 1, right + (real[i] == real[j] ? 1 : 0));
            }
        }

        var expected = ids.Values.CountBy(id => id).Sum(each => each.Count * (each.Count - 1) / 2);
        Assert.True(right >= expected * 0.7, $"{right} of {expected} pairs joined");
        Assert.True(right >= joined * 0.9, $"{right} of {joined} joined pairs are right");
    }

    [Theory]
    [InlineData("killing", "../2020-04-01", "qasem-soleimani", true, "the same victim, and no date against it")]
    [InlineData("killing", "2021-04-01", "qasem-soleimani", false, "the same victim a year later")]
    [InlineData("attack", "../2020-04-01", "us-forces", false, "an attack of which only an end is known")]
    [InlineData("attack", "2020", "us-forces", false, "an attack of which only the year is known")]
    [InlineData("threat", "2020-01", "iran", false, "speech of which only the month is known")]
    public void How_well_a_date_must_be_known_depends_on_the_kind(string kind, string date, string target, bool joined, string why)
    {
        var groups = Group(Report("a", kind, "2020-01-03", ["usa"], [target]), Report("b", kind, date, ["usa"], [target]));
        Assert.True(groups.Count == (joined ? 1 : 2), why);
    }

    [Theory]
    [InlineData("2020-03-30", "iran", "iraq", true, "a base and the state in which it lies")]
    [InlineData("2020-03", "iran", "iraq", true, "a month with the day in it")]
    [InlineData("2020-03-30", "", "iraq", false, "a state alone is not enough")]
    [InlineData("2020-03-30", "iran", "syria", false, "another state")]
    [InlineData("2020-03-30", "iran", "erbil", false, "another place in the state")]
    [InlineData("2020-04", "iran", "iraq", false, "the month after")]
    public void A_place_agrees_with_its_state_if_the_actor_does(string date, string actor, string place, bool joined, string why)
    {
        var groups = Group(
            Report("a", "deployment", "2020-03-31", ["irgc"], []) with { Place = "ain-al-asad-base" },
            Report("b", "deployment", date, actor.Length > 0 ? [actor] : [], []) with { Place = place });
        Assert.True(groups.Count == (joined ? 1 : 2), why);
    }

    [Fact]
    public void A_report_that_contradicts_one_of_a_group_stays_out()
    {
        var groups = Group(
            Report("a", "attack", "2020-01-08", ["iran"], ["us-forces"]),
            Report("b", "attack", "2020-01-08", [], ["us-forces"]),
            Report("c", "attack", "2020-01-08", ["kataib-hezbollah"], ["us-forces"]));
        Assert.Equal([2, 1], groups.Select(group => group.Reports.Count));
    }

    [Fact]
    public void Groups_do_not_depend_on_reports_of_other_names_and_months()
    {
        Event[] events = [.. Enumerable.Range(0, 2000).Select(i =>
            Report($"{i % 100}", "attack", $"20{10 + (i % 10)}-0{1 + (i % 9)}-1{i % 10}", ["iran"],
                [i % 2 == 0 ? "us-forces" : "israel"]))];
        var apart = events.GroupBy(report => (report.Date, report.Targets[0]))
            .SelectMany(part => Group([.. part]).Select(group => group.Reports.Count));
        Assert.Equal(apart.Order(), Group(events).Select(group => group.Reports.Count).Order());
    }

    private static IReadOnlyList<EventGroup> Group(params Event[] events) => EventGroup.Of(events, EventReading.Gazetteer);

    private static Event Report(string document, string kind, string date, string[] actors, string[] targets) =>
        new(document, 0, 0, 10, kind, date, "stated", actors, targets, "", "190", -10, "ASSAULT", "test");

    private static List<Event> GoldEvents() => [.. GoldDocument.ReadFolder(Path.Combine(Repository.Corpus, "gold")).SelectMany(document =>
        document.Events.Select(found => new Event(
            document.Id, 0, found.Start, found.End, found.Kind, found.Date, "", found.Actors, found.Targets, found.Place, "", 0, "",
                "gold")))];
}
