namespace Analysis;

/// <summary>The reports of one real event in several documents.</summary>
/// <param name="Kind">Kind of event.</param>
/// <param name="Date">The narrowest EDTF date that a report gives; empty if none is dated.</param>
/// <param name="Reports">The reports, in the order in which they were given, at most one a document.</param>
public sealed record EventGroup(string Kind, string Date, IReadOnlyList<Event> Reports)
{
    /// <summary>
    /// Groups reports. A report joins the first group in which one report agrees with it and none contradicts it. Two reports agree if they are of
    /// one kind, their dates are known within a month and lie at most a day apart, and they share a target, a particular place or an acting
    /// person. A killing needs the same victim and no date. What is said needs the same speaker, the same target and dates known to a few days.
    /// </summary>
    /// <param name="events">The reports; a group is as early as its first one.</param>
    /// <param name="gazetteer">Says what entities roll up to, and which of them are persons, states and capitals.</param>
    /// <returns>Every report in exactly one group, groups in the order of their first reports.</returns>
    public static IReadOnlyList<EventGroup> Of(IReadOnlyList<Event> events, Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(gazetteer);
        var groups = new List<List<EventReport>>();
        var byKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var report in events.Select(found => new EventReport(found, gazetteer)))
        {
            var keys = report.Keys().Distinct().ToList();
            var candidates = new SortedSet<int>(keys.SelectMany(key => byKey.GetValueOrDefault(key, [])));
            var joined = candidates.FirstOrDefault(number => Takes(groups[number], report), -1);
            if (joined < 0)
            {
                joined = groups.Count;
                groups.Add([]);
            }

            groups[joined].Add(report);
            foreach (var key in keys)
            {
                if (!byKey.TryGetValue(key, out var numbers)) byKey.Add(key, numbers = []);
                if (numbers.Count == 0 || numbers[^1] != joined) numbers.Add(joined);
            }
        }

        return [.. groups.Select(group => new EventGroup(group[0].Event.Kind, Narrowest(group), [.. group.Select(report => report.Event)]))];
    }

    private static bool Takes(List<EventReport> group, EventReport report) =>
        !group.Exists(other => other.Event.Document == report.Event.Document || other.Contradicts(report)) && group.Exists(report.Agrees);

    private static string Narrowest(List<EventReport> group) =>
        group.Where(report => report.Days > 0).MinBy(report => report.Days)?.Event.Date ?? group[0].Event.Date;
}
