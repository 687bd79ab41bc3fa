namespace Analysis;

/// <summary>A report of an event, prepared for comparison with others. Entities are compared as they roll up to states.</summary>
internal sealed class EventReport
{
    // Papers of one event differ by a day, by time zone or by mistake.
    private const int AgreedDays = 1;
    private const int ContradictoryDays = 2;
    private const int LongestDate = 31;
    private const int LongestSpeechDate = 3;

    private readonly HashSet<string> _actors;
    private readonly HashSet<string> _targets;
    private readonly HashSet<string> _victims;
    private readonly HashSet<string> _persons;
    private readonly EventKind _kind;
    private readonly string _place;
    private readonly DateOnly? _first;
    private readonly DateOnly? _last;

    public EventReport(Event report, Gazetteer gazetteer)
    {
        Event = report;
        _kind = CommonLexicons.Shared.Events.Kind(report.Kind);
        _actors = [.. report.Actors.Select(gazetteer.StateActorOf)];
        _targets = [.. report.Targets.Select(gazetteer.StateActorOf)];
        _victims = [.. report.Targets.Where(id => gazetteer.Find(id)?.Type == "person")];
        _persons = [.. report.Actors.Where(id => gazetteer.Find(id)?.Type == "person")];
        _place = gazetteer.Find(report.Place)?.Type is "state" or "capital" ? "" : report.Place;
        if (Edtf.TryParse(report.Date, out var date)) (_first, _last) = (date.Earliest, date.Latest);
    }

    /// <summary>The report.</summary>
    public Event Event { get; }

    /// <summary>Number of days that its date can mean; 0 if it is open or missing.</summary>
    public int Days => _first is { } first && _last is { } last ? last.DayNumber - first.DayNumber + 1 : 0;

    private bool IsKilling => _kind.Is(EventTraits.Deadly);

    /// <summary>What another report must share to agree: a name with kind and month, or the name of a victim.</summary>
    public IEnumerable<string> Keys()
    {
        if (IsKilling)
        {
            foreach (var victim in _victims) yield return victim;
        }

        if (Days is 0 or > LongestDate) yield break;
        var names = _targets.Concat(_persons).Append(Event.Place).Where(name => name.Length > 0);
        foreach (var month in Enumerable.Range(Month(_first!.Value, -AgreedDays), Month(_last!.Value, AgreedDays) - Month(_first!.Value, -AgreedDays) + 1))
        {
            foreach (var name in names) yield return $"{Event.Kind} {month} {name}";
        }
    }

    /// <summary>Whether another report is of the same event as far as both say.</summary>
    public bool Agrees(EventReport other)
    {
        if (_kind != other._kind) return false;
        if (IsKilling && _victims.Overlaps(other._victims)) return true;
        if (Days == 0 || other.Days == 0 || Math.Max(Days, other.Days) > (_kind.Speech ? LongestSpeechDate : LongestDate) || DaysApart(other) > AgreedDays) return false;
        var (actors, targets) = (_actors.Overlaps(other._actors), _targets.Overlaps(other._targets));
        if (_kind.Speech) return actors && targets;
        var place = Event.Place.Length > 0 && Event.Place == other.Event.Place;
        var person = _persons.Overlaps(other._persons);
        return (targets && (actors || Event.Targets.Intersect(other.Event.Targets).Any()))
            || (place && (_place.Length > 0 || person || (actors && _targets.Count == 0 && other._targets.Count == 0)))
            || (person && (Event.Place.Length == 0 || other.Event.Place.Length == 0));
    }

    /// <summary>Whether both cannot be of one event.</summary>
    public bool Contradicts(EventReport other) =>
        Differ(_actors, other._actors) || Differ(_targets, other._targets) || DaysApart(other) > ContradictoryDays
        || (_place.Length > 0 && other._place.Length > 0 && _place != other._place);

    private static int Month(DateOnly day, int days)
    {
        var near = DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
        return (12 * near.Year) + near.Month;
    }

    private static bool Differ(HashSet<string> one, HashSet<string> other) => one.Count > 0 && other.Count > 0 && !one.Overlaps(other);

    // Days between the ranges of both dates; 0 if they overlap or may overlap.
    private int DaysApart(EventReport other)
    {
        var after = _first is { } first && other._last is { } last ? first.DayNumber - last.DayNumber : 0;
        var before = other._first is { } otherFirst && _last is { } ownLast ? otherFirst.DayNumber - ownLast.DayNumber : 0;
        return Math.Max(0, Math.Max(after, before));
    }
}
