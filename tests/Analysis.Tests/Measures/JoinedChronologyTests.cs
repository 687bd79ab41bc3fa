using Analysis.Tests.Corpora;

namespace Analysis.Tests.Measures;

public sealed class JoinedChronologyTests
{
    private static readonly Corpus Corpus = Corpus.Open(Path.Combine(Repository.Root, "corpus"));

    [Fact]
    public void Reports_of_one_event_are_one_entry_with_the_documents_of_all()
    {
        var joined = Chronology.Joined(Corpus);
        Assert.Equal(EventGroup.Of(Corpus.Events, Corpus.Annotator.Gazetteer).Count, joined.Count);
        Assert.Equal(Corpus.Events.Count, joined.Sum(entry => entry.Documents.Count));
        var killing = joined.Where(entry => entry.Kind == "killing").MaxBy(entry => entry.Documents.Count)!;
        Assert.Equal("2020-01-03", killing.Date);
        Assert.Contains("Qasem Soleimani", killing.Targets);
        Assert.True(killing.Documents.Count > 1);
    }

    [Fact]
    public void Entries_stand_in_order_of_time()
    {
        var days = Chronology.Joined(Corpus).Select(entry => entry.Earliest ?? entry.Latest ?? DateOnly.MaxValue).ToList();
        Assert.Equal(days.Order(), days);
    }
}
