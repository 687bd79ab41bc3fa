namespace Analysis;

/// <summary>
/// Compares the roles of events, and the reports joined as one event, with gold. Roles are compared as sets of state actors; an entity
/// that gold names otherwise is the one that both found most often at the same place.
/// </summary>
internal sealed class RoleComparison(IReadOnlyList<GoldDocument> gold, IReadOnlyList<DocumentAnnotations> found, Gazetteer gazetteer)
{
    private readonly Dictionary<string, string> _names = gold.Zip(found)
        .SelectMany(pair => pair.First.Mentions.Join(
            pair.Second.Mentions, m => (m.Start, m.End), m => (m.Start, m.End), (wanted, got) => (Gold: wanted.Entity, Found: got.Entity)))
        .Where(pair => pair is { Gold: not null, Found: not null })
        .GroupBy(pair => pair.Gold!, pair => pair.Found!)
        .ToDictionary(group => group.Key, group => group.CountBy(id => id)[0].Value, StringComparer.Ordinal);

    /// <summary>Counts the state actors of the events that a document's predictions found.</summary>
    public void AddRoles(EvaluationTally counts, EventMatching matching)
    {
        foreach (var (wanted, report) in matching.Pairs)
        {
            Add(counts, "role/actors", wanted.Actors, report.Actors);
            Add(counts, "role/targets", wanted.Targets, report.Targets);
        }
    }

    /// <summary>
    /// Counts the pairs of reports, in different documents, that are of one event: those in gold, and those joined of events in gold. An
    /// event of gold without <c>same_as</c> is in no other document, so that a pair joined with it is wrong.
    /// </summary>
    public void AddJoined(EvaluationTally counts, IEnumerable<EventMatching> matchings)
    {
        var events = matchings.SelectMany(matching => matching.Pairs).ToDictionary(
            pair => pair.Value, pair => pair.Key.RealEvent, (IEqualityComparer<Event>)ReferenceEqualityComparer.Instance);
        counts.Add("joined", gold: Pairs(gold.SelectMany(document => document.Events).CountBy(report => report.RealEvent)));
        foreach (var group in EventGroup.Of([.. found.SelectMany(annotations => annotations.Events)], gazetteer))
        {
            var ids = group.Reports.Where(events.ContainsKey).Select(report => events[report]).ToList();
            counts.Add("joined", predicted: ids.Count * (ids.Count - 1) / 2, correct: Pairs(ids.CountBy(id => id)));
        }
    }

    private static int Pairs(IEnumerable<ValueCount<string>> counts) => counts.Sum(group => group.Count * (group.Count - 1) / 2);

    private void Add(EvaluationTally counts, string role, IReadOnlyList<string> wanted, IReadOnlyList<string> got)
    {
        var (gold, predicted) = (States(wanted.Select(id => _names.GetValueOrDefault(id, id))), States(got));
        counts.Add(role, gold.Count, predicted.Count, gold.Intersect(predicted).Count());
    }

    private HashSet<string> States(IEnumerable<string> ids) =>
        [.. ids.Select(gazetteer.StateActorOf)];
}
