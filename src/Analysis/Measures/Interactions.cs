namespace Analysis;

/// <summary>Who acts on whom in the events of a corpus.</summary>
/// <param name="Actor">Id of the acting party.</param>
/// <param name="Target">Id of the party acted upon.</param>
/// <param name="Events">Number of events in which the one acts on the other, each counted once however many documents report it.</param>
/// <param name="Goldstein">Their mean on Goldstein's scale, −10 (conflict) to 10 (cooperation); of one event its value.</param>
/// <param name="Reports">Addresses of the reports, <c>document:start-end</c>.</param>
public sealed record Interaction(string Actor, string Target, int Events, double Goldstein, IReadOnlyList<string> Reports)
{
    /// <summary>Id of its mark in a chart.</summary>
    public string Id => $"{Actor} → {Target}";

    /// <summary>Its reports among the events of the corpus.</summary>
    public IEnumerable<Event> In(IEnumerable<Event> events)
    {
        var reports = Reports.ToHashSet(StringComparer.Ordinal);
        var documents = Reports.Select(report => report[..report.LastIndexOf(':')]).ToHashSet(StringComparer.Ordinal);
        return events.Where(report => documents.Contains(report.Document) && reports.Contains(Chronology.AddressOf(report)));
    }
}

/// <summary>Counts who acts on whom.</summary>
public static class Interactions
{
    /// <summary>
    /// The pairs of parties of which one acts on another, most events first, ties in ordinal order. Entities count for the party that they
    /// roll up to, as American forces for the United States; what happens within one party is left out.
    /// </summary>
    /// <param name="corpus">The corpus.</param>
    public static DataFrame<Interaction> Of(Corpus corpus)
    {
        var parties = corpus.Entities.ToDictionary(entity => entity.Id, entity => entity.StateActor, StringComparer.Ordinal);
        string PartyOf(string id) => parties.GetValueOrDefault(id) is { Length: > 0 } party ? party : id;
        return corpus.EventGroups
            .SelectMany((group, number) => group.Reports.SelectMany(report => Pairs(report, PartyOf)).Select(pair => (pair, number)))
            .GroupBy(each => (each.pair.Actor, each.pair.Target), (pair, all) => Measured(pair.Actor, pair.Target, [.. all]))
            .OrderByDescending(pair => pair.Events).ThenBy(pair => pair.Id, StringComparer.Ordinal).ToDataFrame();
    }

    private static IEnumerable<(string Actor, string Target, Event Report)> Pairs(Event report, Func<string, string> party) =>
        from actor in report.Actors.Select(party).Distinct()
        from target in report.Targets.Select(party).Distinct()
        where actor != target
        select (actor, target, report);

    private static Interaction Measured(string actor, string target, ((string, string, Event Report) Pair, int Event)[] reports)
    {
        double[] values = [.. reports.GroupBy(each => each.Event, each => each.Pair.Report.Goldstein).Select(same => same.Average())];
        return new(
            actor, target, values.Length, values.Average(), [.. reports.Select(each => Chronology.AddressOf(each.Pair.Report)).Distinct()]);
    }
}
