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
    public void Reports_that_contradict_each_other_are_two_events(string document, string kind, string date, string actor, string target, string why)
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
        Assert.True(right >= expected * 0.6, $"{right} of {expected} pairs joined");
        Assert.True(right >= joined * 0.6, $"{right} of {joined} joined pairs are right");
    }

    [Fact]
    public void Groups_are_those_that_comparing_every_report_with_every_group_gives()
    {
        string[] dates = ["2020-01-03", "2020-01-31", "2020-02-01", "2020-01-30/2020-02-02", "2020-01", "2020", "201", "2020-03~", "../2020-01-05", "2019-12-30/..", "", "0001-01-01", "9999-12-31"];
        string[] entities = ["iran", "irgc", "usa", "us-forces", "iraq", "qasem-soleimani"];
        var random = new Random(7);
        string[] Some() => [.. entities.Where(_ => random.Next(4) == 0)];
        Event[] events = [.. Enumerable.Range(0, 3000).Select(i =>
            Report($"{i % 150}", random.Next(2) == 0 ? "attack" : "statement", dates[random.Next(dates.Length)], Some(), Some()) with { Place = random.Next(3) == 0 ? "baghdad" : "" })];
        Assert.Equal(CompareEachWithEach(events), Group(events).Select(group => group.Reports));
    }

    private static List<List<Event>> CompareEachWithEach(Event[] events)
    {
        var groups = new List<List<EventReport>>();
        foreach (var report in events.Select(each => new EventReport(each, EventReading.Gazetteer)))
        {
            var best = groups.Where(group => !group.Exists(other => other.Event.Document == report.Event.Document))
                .Select(group => (Group: group, Likeness: group.Max(report.Likeness)))
                .Where(found => found.Likeness > 0)
                .Aggregate((Group: (List<EventReport>?)null, Likeness: 0), (best, found) => found.Likeness > best.Likeness ? found : best);
            if (best.Group is null) groups.Add([report]);
            else best.Group.Add(report);
        }

        return [.. groups.Select(group => group.ConvertAll(report => report.Event))];
    }

    private static IReadOnlyList<EventGroup> Group(params Event[] events) => EventGroup.Of(events, EventReading.Gazetteer);

    private static Event Report(string document, string kind, string date, string[] actors, string[] targets) =>
        new(document, 0, 0, 10, kind, date, "stated", actors, targets, "", "190", -10, "ASSAULT", "test");

    private static List<Event> GoldEvents() => [.. GoldDocument.ReadFolder(Path.Combine(Repository.Corpus, "gold")).SelectMany(document =>
        document.Events.Select(found => new Event(
            document.Id, 0, found.Start, found.End, found.Kind, found.Date, "", found.Actors, found.Targets, found.Place, "", 0, "", "gold")))];
}
