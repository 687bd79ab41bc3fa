namespace Analysis;

/// <summary>
/// Puts each report into the group that it is most like. Groups are found by kind and month, and reports that are the same to every other
/// are compared once, so that a corpus of many documents takes no square of their number.
/// </summary>
internal sealed class ReportGroups
{
    private readonly List<Group> _all = [];
    private readonly Dictionary<(string Kind, int? Month), SortedSet<int>> _numbers = [];

    /// <summary>The groups, in the order of their first reports.</summary>
    public IReadOnlyList<Group> All => _all;

    /// <summary>Adds a report to the first of the groups that it is most like, or to a new one.</summary>
    public void Add(EventReport report)
    {
        var (best, bestLikeness) = (-1, 0);
        foreach (var number in Candidates(report))
        {
            var likeness = _all[number].Likeness(report);
            if (likeness > bestLikeness) (best, bestLikeness) = (number, likeness);
        }

        if (best < 0)
        {
            best = _all.Count;
            _all.Add(new Group());
        }

        _all[best].Add(report);
        foreach (var place in Places(report)) NumbersAt(place).Add(best);
    }

    // A date that is open or long meets those of any month; it stands at the month null. Every dated report stands at −1 too.
    private static IEnumerable<(string, int?)> Places(EventReport report)
    {
        var months = report.Months;
        if (months is null) return [(report.Event.Kind, null), (report.Event.Kind, -1)];
        return months.Any() ? months.Append(-1).Select(month => (report.Event.Kind, (int?)month)) : [];
    }

    private SortedSet<int> Candidates(EventReport report)
    {
        if (report.Months is not { } months) return NumbersAt((report.Event.Kind, -1));
        var numbers = new SortedSet<int>();
        if (!months.Any()) return numbers;
        foreach (var month in months.Select(month => (int?)month).Append(null)) numbers.UnionWith(NumbersAt((report.Event.Kind, month)));
        return numbers;
    }

    private SortedSet<int> NumbersAt((string, int?) place)
    {
        if (!_numbers.TryGetValue(place, out var numbers)) _numbers.Add(place, numbers = []);
        return numbers;
    }

    /// <summary>Reports of one event, at most one a document.</summary>
    public sealed class Group
    {
        private readonly List<EventReport> _reports = [];
        private readonly List<EventReport> _distinct = [];
        private readonly HashSet<string> _documents = new(StringComparer.Ordinal);

        public IReadOnlyList<EventReport> Reports => _reports;

        /// <summary>How like a report is to the one that it is most like; 0 where its document has one in the group.</summary>
        public int Likeness(EventReport report) => _documents.Contains(report.Event.Document) ? 0 : _distinct.Max(report.Likeness);

        public void Add(EventReport report)
        {
            _reports.Add(report);
            _documents.Add(report.Event.Document);
            if (!_distinct.Exists(report.IsInterchangeable)) _distinct.Add(report);
        }
    }
}
