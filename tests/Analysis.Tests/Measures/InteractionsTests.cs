using Analysis.Tests.Corpora;

namespace Analysis.Tests.Measures;

public sealed class InteractionsTests
{
    private static readonly Corpus Corpus = Corpus.Open(Path.Combine(Repository.Root, "corpus"));

    [Fact]
    public void An_event_counts_once_for_each_pair_of_parties_however_many_documents_report_it()
    {
        var pairs = Interactions.Of(Corpus);
        Assert.Equal(pairs.OrderByDescending(pair => pair.Events).Select(pair => pair.Events), pairs.Select(pair => pair.Events));
        Assert.All(pairs, pair => Assert.NotEqual(pair.Actor, pair.Target));
        Assert.All(pairs, pair => Assert.InRange(pair.Events, 1, pair.Reports.Count));
        Assert.Contains(pairs, pair => pair.Events < pair.Reports.Count);
    }

    [Fact]
    public void The_reports_of_a_pair_name_members_of_both_parties_and_their_mean_is_the_pairs()
    {
        var parties = Corpus.Entities.ToDictionary(entity => entity.Id, entity => entity.StateActor);
        bool Names(IEnumerable<string> ids, string party) => ids.Any(id => id == party || parties[id] == party);
        foreach (var pair in Interactions.Of(Corpus))
        {
            Event[] reports = [.. pair.In(Corpus.Events)];
            Assert.Equal(pair.Reports.Count, reports.Length);
            Assert.All(reports, report => Assert.True(Names(report.Actors, pair.Actor) && Names(report.Targets, pair.Target)));
            if (pair.Events == reports.Length) Assert.Equal(reports.Average(report => report.Goldstein), pair.Goldstein, 9);
        }
    }
}
