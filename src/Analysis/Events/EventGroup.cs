namespace Analysis;

/// <summary>The reports of one real event in several documents.</summary>
/// <param name="Kind">Kind of event.</param>
/// <param name="Date">The narrowest EDTF date that a report gives; empty if none is dated.</param>
/// <param name="Reports">The reports, in the order in which they were given, at most one a document.</param>
public sealed record EventGroup(string Kind, string Date, IReadOnlyList<Event> Reports)
{
    /// <summary>
    /// Groups reports. A report joins the first group in which one report agrees with it and none contradicts it. Two reports agree if they
    /// are of one kind, their dates are known within a month and have a day in common (if known to the day: lie at most a day apart), and
    /// they share a target, a particular place, an acting person, or the actor's state together with that of the target or place. A killing
    /// needs the same victim and no date. What is said needs the same speaker, the same target and dates known to a few days. Other actors,
    /// targets or places and dates more than two days apart contradict.
    /// </summary>
    /// <param name="events">The reports; a group is as early as its first one.</param>
    /// <param name="gazetteer">Says what entities roll up to, and which of them are persons, states and capitals.</param>
    /// <returns>Every report in exactly one group, groups in the order of their first reports.</returns>
    public static IReadOnlyList<EventGroup> Of(IReadOnlyList<Event> events, Gazetteer gazetteer)
    {
        var groups = new List<Story>();
        var (byKey, told) = (new Dictionary<(int, int), HashSet<int>>(), new HashSet<(int Group, string Document)>());
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        int CodeOf(string shared) => codes.TryGetValue(shared, out var code) ? code : codes[shared] = codes.Count;
        foreach (var report in events.Select(found => new EventReport(found, gazetteer, CodeOf)))
        {
            var number = groups.Count;
            foreach (var key in report.Keys(EventReport.AgreedDays))
            {
                if (!byKey.TryGetValue(key, out var candidates)) continue;
                foreach (var candidate in candidates)
                {
                    var isOpen = candidate < number && !told.Contains((candidate, report.Event.Document));
                    if (isOpen && groups[candidate].Fits(report)) number = candidate;
                }
            }

            if (number == groups.Count) groups.Add(new Story());
            groups[number].Add(report);
            told.Add((number, report.Event.Document));
            foreach (var key in report.Keys(margin: 0))
            {
                if (!byKey.TryGetValue(key, out var numbers)) byKey.Add(key, numbers = []);
                numbers.Add(number);
            }
        }

        return [.. groups.Select(group => group.ToGroup())];
    }

    // Of reports that say the same, one is compared: a great event has thousands. A date that fits the outermost dates fits all.
    private sealed class Story
    {
        private readonly List<Event> _events = [];
        private readonly List<EventReport> _different = [];
        private readonly List<EventReport> _parties = [];
        private DateOnly? _begin; // the latest first day
        private DateOnly? _end; // the earliest last day

        /// <summary>Whether a report is of the event.</summary>
        public bool Fits(EventReport report) => !report.ContradictsDates(_begin, _end) && !_parties.Exists(report.ContradictsParties)
            && _different.Exists(report.Agrees);

        public EventGroup ToGroup()
        {
            var dated = _different.Where(report => report.Days > 0).MinBy(report => report.Days);
            return new EventGroup(_events[0].Kind, (dated?.Event ?? _events[0]).Date, _events);
        }

        public void Add(EventReport report)
        {
            _events.Add(report.Event);
            if (!_different.Exists(known => known.Said == report.Said)) _different.Add(report);
            if (!_parties.Exists(known => known.Parties == report.Parties)) _parties.Add(report);
            if (_begin is null || report.First > _begin) _begin = report.First;
            if (_end is null || report.Last < _end) _end = report.Last;
        }
    }
}
