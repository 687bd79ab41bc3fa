namespace Analysis;

/// <summary>The reports of one real event in several documents.</summary>
/// <param name="Kind">Kind of event.</param>
/// <param name="Date">The narrowest EDTF date that a report gives; empty when none is dated.</param>
/// <param name="Reports">The reports, in the order in which they were given, at most one a document.</param>
public sealed record EventGroup(string Kind, string Date, IReadOnlyList<Event> Reports)
{
    /// <summary>Days by which the dates of two reports of one event may lie apart: a press of several days and time zones.</summary>
    public const int ToleranceDays = 2;

    /// <summary>
    /// Groups reports: two tell of the same event when they stand in different documents, are of one kind, their dates overlap or lie
    /// within
    /// <see cref="ToleranceDays"/>, and their actors, targets and places don't contradict each other and agree at least once, where
    /// entities are compared as they roll up to states. A report that only says that something happened before the document joins no group
    /// unless it names the same target.
    /// </summary>
    /// <param name="events">The reports; a group is as early as its first one.</param>
    /// <param name="gazetteer">Says what entities roll up to, and which places are countries or capitals, in which others may lie.</param>
    /// <returns>Every report in exactly one group, groups in the order of their first reports.</returns>
    public static IReadOnlyList<EventGroup> Of(IReadOnlyList<Event> events, Gazetteer gazetteer)
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(gazetteer);
        var groups = new ReportGroups();
        foreach (var report in events.Select(each => new EventReport(each, gazetteer))) groups.Add(report);
        return [.. groups.All.Select(group => new EventGroup(
            group.Reports[0].Event.Kind, Narrowest(group.Reports), [.. group.Reports.Select(report => report.Event)]))];
    }

    private static string Narrowest(IReadOnlyList<EventReport> group) =>
        group.Where(report => report.Days > 0).OrderBy(report => report.Days).Select(report => report.Event.Date).FirstOrDefault()
        ?? group[0].Event.Date;
}

/// <summary>A report prepared for comparison.</summary>
internal sealed class EventReport
{
    private readonly HashSet<string> _actors;
    private readonly HashSet<string> _targets;
    private readonly HashSet<string> _names;
    private readonly string _place;
    private readonly Edtf? _date;

    public EventReport(Event report, Gazetteer gazetteer)
    {
        Event = report;
        _actors = [.. report.Actors.Select(id => RollUp(id, gazetteer))];
        _targets = [.. report.Targets.Select(id => RollUp(id, gazetteer))];
        _names = [.. report.Targets];
        var place = gazetteer.Find(report.Place);
        _place = place?.Type is "state" or "capital" ? "" : report.Place;
        if (Edtf.TryParse(report.Date, out var date)) _date = date;
    }

    /// <summary>The report.</summary>
    public Event Event { get; }

    /// <summary>Number of days that its date can mean; 0 where it is open or missing.</summary>
    public int Days => _date is { Earliest: { } first, Latest: { } last } ? last.DayNumber - first.DayNumber + 1 : 0;

    /// <summary>The months in which another report of the event can be dated; null where its date is open or long, none where it has
    /// none.</summary>
    public IEnumerable<int>? Months
    {
        get
        {
            if (_date is null) return [];
            if (Days is 0 or > 366) return null;
            var first = Month(_date.Earliest!.Value, -EventGroup.ToleranceDays);
            var last = Month(_date.Latest!.Value, EventGroup.ToleranceDays);
            return Enumerable.Range(first, last - first + 1);
        }
    }

    /// <summary>Whether another report is as like to any third one as this.</summary>
    public bool IsInterchangeable(EventReport other) =>
        Event.Kind == other.Event.Kind && Event.Date == other.Event.Date && _place == other._place
        && _actors.SetEquals(other._actors) && _targets.SetEquals(other._targets) && _names.SetEquals(other._names);

    /// <summary>How much speaks for the same event: 0 where something contradicts it or nothing agrees.</summary>
    public int Likeness(EventReport other)
    {
        if (Event.Kind != other.Event.Kind || !DatesMeet(other)) return 0;
        if (Contradict(_actors, other._actors) || Contradict(_targets, other._targets)) return 0;
        if (_place.Length > 0 && other._place.Length > 0 && _place != other._place) return 0;
        var names = _names.Overlaps(other._names);
        if ((Days == 0 || other.Days == 0) && !names) return 0;
        var agreed = (_actors.Overlaps(other._actors) ? 1 : 0) + (_targets.Overlaps(other._targets) ? 1 : 0)
            + (_place.Length > 0 && _place == other._place ? 1 : 0) + (names ? 2 : 0);

        // Saying is done daily by the same people: a statement must share its day and its addressee as well as its speaker.
        var needed = Event.Kind is "statement" or "demand" or "threat" or "accusation" or "denial" ? 3 : 1;
        return agreed >= needed ? agreed : 0;
    }

    private static int Month(DateOnly day, int days)
    {
        var number = Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber);
        var near = DateOnly.FromDayNumber(number);
        return 12 * near.Year + near.Month;
    }

    private static string RollUp(string id, Gazetteer gazetteer) =>
        gazetteer.Find(id) is { StateActor.Length: > 0 } entity ? entity.StateActor : id;

    private static bool Contradict(HashSet<string> one, HashSet<string> other) => one.Count > 0 && other.Count > 0 && !one.Overlaps(other);

    private bool DatesMeet(EventReport other)
    {
        if (_date is null || other._date is null) return false;
        var first = _date.Earliest is { } a && other._date.Latest is { } b && a.DayNumber > b.DayNumber + EventGroup.ToleranceDays;
        var second = other._date.Earliest is { } c && _date.Latest is { } d && c.DayNumber > d.DayNumber + EventGroup.ToleranceDays;
        return !first && !second;
    }
}
