namespace Analysis;

/// <summary>A report of an event, prepared for comparison with others. Entities are compared as they roll up to states.</summary>
internal sealed class EventReport
{
    /// <summary>Days by which reports of one event differ, by time zone or by mistake.</summary>
    public const int AgreedDays = 1;

    private const int ContradictoryDays = 2;
    private const int LongestDate = 31;
    private const int LongestExactDate = 3;

    // A key stands for eight days: few keys cover a month.
    private const int KeyBits = 3;

    private readonly EventKind _kind;
    private readonly int[] _actors;
    private readonly int[] _targets;
    private readonly string _place;
    private readonly string _state;
    private readonly int[] _marks;
    private readonly int[] _victims;

    /// <summary>Prepares a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="gazetteer">Says what entities roll up to.</param>
    /// <param name="code">Numbers what the reports to be compared share, for their keys.</param>
    public EventReport(Event report, Gazetteer gazetteer, Converter<string, int> code)
    {
        bool Is(string id, params ReadOnlySpan<string> types) => gazetteer.Find(id) is { } entity && types.Contains(entity.Type);
        Event = report;
        _kind = CommonLexicons.Shared.Events.Kind(report.Kind);
        string[] actors = [.. report.Actors.Select(gazetteer.StateActorOf).Distinct()];
        string[] targets = [.. report.Targets.Select(gazetteer.StateActorOf).Distinct()];
        (_actors, _targets) = (Array.ConvertAll(actors, code), Array.ConvertAll(targets, code));
        _victims = _kind.Is(EventTraits.Deadly)
            ? [.. report.Targets.Where(id => Is(id, "person")).Select(victim => code($"{report.Kind} {victim}"))] : [];
        _place = Is(report.Place, "state", "capital") ? "" : report.Place;
        _state = gazetteer.StateActorOf(report.Place) is var state && Is(state, "state") ? state : "";
        _marks = [.. Marks(actors, targets, report, report.Actors.Where(id => Is(id, "person"))).Where(mark => mark.Length > 0).Distinct()
            .Select(mark => code($"{report.Kind} {mark}"))];
        Parties = code(string.Join('\n', [report.Place, .. report.Actors, "", .. report.Targets]));
        Said = code($"{report.Date}\n{Parties}");
        if (Edtf.TryParse(report.Date, out var date)) (First, Last) = (date.Earliest, date.Latest);
    }

    /// <summary>The report.</summary>
    public Event Event { get; }

    /// <summary>Number of days that its date can mean; 0 if it is open or missing.</summary>
    public int Days => First is { } first && Last is { } last ? last.DayNumber - first.DayNumber + 1 : 0;

    /// <summary>The first day that its date can mean; null if it is open or missing.</summary>
    public DateOnly? First { get; }

    /// <summary>The last day that its date can mean; null if it is open or missing.</summary>
    public DateOnly? Last { get; }

    /// <summary>Number of all that is compared with other reports but the kind: reports that say the same agree with the same
    /// ones.</summary>
    public int Said { get; }

    /// <summary>Number of all by which reports contradict each other but the date.</summary>
    public int Parties { get; }

    /// <summary>Whose reports can agree with it: those that have one of its keys, each with the margin of the other's date.</summary>
    /// <param name="margin">Days before and after its date that are keys too.</param>
    public IEnumerable<(int Code, int Days)> Keys(int margin)
    {
        // A killing needs no date.
        foreach (var victim in _victims) yield return (victim, int.MinValue);
        if (Days == 0 || Days > LongestComparable) yield break;
        var last = (Last!.Value.DayNumber + margin) >> KeyBits;
        for (var days = (First!.Value.DayNumber - margin) >> KeyBits; days <= last; days++)
        {
            foreach (var mark in _marks) yield return (mark, days);
        }
    }

    /// <summary>Whether another report is of the same event as far as both say.</summary>
    public bool Agrees(EventReport other) =>
        _kind == other._kind && (Share(_victims, other._victims) || (DatesAgree(other) && Share(_marks, other._marks)));

    /// <summary>Whether its date is too far for one event from others that begin and end then.</summary>
    /// <param name="begin">The latest of their first days; null if they are open or missing.</param>
    /// <param name="end">The earliest of their last days.</param>
    public bool ContradictsDates(DateOnly? begin, DateOnly? end) => DaysApart(begin, end) > ContradictoryDays;

    /// <summary>Whether both name other parties or places. At one place, one may name the place as struck and the other who is
    /// there.</summary>
    public bool ContradictsParties(EventReport other) =>
        Differ(_actors, other._actors) || (Differ(_targets, other._targets) && (_place.Length == 0 || _place != other._place))
        || Differ(_place, other._place) || Differ(_state, other._state);

    // What reports of one event share besides kind and date: what is said, its speaker and whom it is said to; what is done, a target,
    // actor and target, an acting person, a particular place, or actor and state.
    private IEnumerable<string> Marks(string[] actors, string[] targets, Event report, IEnumerable<string> persons)
    {
        var deeds = actors.SelectMany(actor => targets, (actor, target) => $"{actor}>{target}");
        return _kind.Speech ? deeds
            : [.. deeds, .. report.Targets, .. persons, _place, .. _state.Length > 0 ? actors.Select(actor => $"{actor}@{_state}") : []];
    }

    // The same is said again on other days; what is done is told as of a month, too.
    private int LongestComparable => _kind.Speech ? LongestExactDate : LongestDate;

    private static bool Differ(int[] one, int[] other) => one.Length > 0 && other.Length > 0 && !Share(one, other);

    private static bool Share(int[] one, int[] other) => one.AsSpan().ContainsAny(other);

    private static bool Differ(string one, string other) => one.Length > 0 && other.Length > 0 && one != other;

    // Dates that are known to the day agree with the day before and after; longer ones have a day in common.
    private bool DatesAgree(EventReport other)
    {
        var longest = Math.Max(Days, other.Days);
        return Math.Min(Days, other.Days) > 0 && longest <= LongestComparable
            && DaysApart(other.First, other.Last) <= (longest <= LongestExactDate ? AgreedDays : 0);
    }

    // Days between the ranges of both dates; 0 if they overlap or may overlap.
    private int DaysApart(DateOnly? begin, DateOnly? end)
    {
        var after = First is { } first && end is { } otherLast ? first.DayNumber - otherLast.DayNumber : 0;
        var before = begin is { } otherFirst && Last is { } last ? otherFirst.DayNumber - last.DayNumber : 0;
        return Math.Max(0, Math.Max(after, before));
    }
}
