using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Events;

public sealed class EventQualityTests
{
    /// <summary>Hand-annotated texts with the recall of kinds, the recall of kinds with dates and the precision to be reached.</summary>
    [Theory]
    [InlineData("corpus", "corpus/gold", 0.85, 0.85, 0.92)]
    [InlineData("tests/Analysis.Tests/Development", "tests/Analysis.Tests/Development", 0.82, 0.74, 0.86)]
    public void Hand_annotated_events_are_found_with_their_dates(string corpus, string gold, double kinds, double dates, double precision)
    {
        var documents = Corpus.Open(Path.Combine(Repository.Root, corpus)).Texts.ToDictionary(document => document.Id);
        var (expected, found, dated, counted, right) = (0, 0, 0, 0, 0);
        foreach (var annotated in GoldDocument.ReadFolder(Path.Combine(Repository.Root, gold)))
        {
            var events = EventReading.Of(documents[annotated.Id]);
            var matching = new EventMatching(events, annotated.Events);
            right += matching.Pairs.Count();
            expected += annotated.Events.Count(wanted => wanted.Agreed);
            found += matching.Pairs.Count(pair => pair.Key.Agreed);
            dated += matching.Pairs.Count(pair => pair.Key.Agreed && EventMatching.DateRight(pair.Value, pair.Key));
            counted += events.Count(matching.Counts);
        }

        Assert.InRange((double)found / expected, kinds, 1);
        Assert.InRange((double)dated / expected, dates, 1);
        Assert.InRange((double)right / counted, precision, 1);
    }
}
