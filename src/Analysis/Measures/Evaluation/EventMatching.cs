namespace Analysis;

/// <summary>
/// The events of one document against gold: each gold event is matched to the prediction that agrees best (same kind first, then date, then
/// the share of text in common) among those that share half of the shorter and a quarter of the longer span with it, one to one; a match
/// counts when the kinds are the same.
/// </summary>
internal sealed class EventMatching
{
    private readonly IReadOnlyList<Event> _predicted;
    private readonly IReadOnlyList<GoldEvent> _gold;
    private readonly Dictionary<Event, GoldEvent> _goldOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<GoldEvent, Event> _predictionOf = new(ReferenceEqualityComparer.Instance);

    public EventMatching(IReadOnlyList<Event> predicted, IReadOnlyList<GoldEvent> gold)
    {
        (_predicted, _gold) = (predicted, gold);
        foreach (var wanted in gold)
        {
            if (Best(wanted) is not { } best || best.Kind != wanted.Kind) continue;
            _goldOf.Add(best, wanted);
            _predictionOf.Add(wanted, best);
        }
    }

    /// <summary>The gold events that are found, each with the prediction that found it.</summary>
    public IEnumerable<KeyValuePair<GoldEvent, Event>> Pairs => _predictionOf;

    /// <summary>The prediction that found a gold event; null where none did.</summary>
    public Event? PredictionOf(GoldEvent gold) => _predictionOf.GetValueOrDefault(gold);

    /// <summary>The gold event that a prediction found; null where it found none.</summary>
    public GoldEvent? GoldOf(Event prediction) => _goldOf.GetValueOrDefault(prediction);

    /// <summary>Whether a prediction overlaps any gold event.</summary>
    public bool Overlaps(Event prediction) => _gold.Any(gold => Shared(prediction, gold) > 0);

    /// <summary>
    /// Whether a prediction counts for precision: all do but those that only overlap events on which the annotators disagreed, and those
    /// that repeat kind and date of an event found.
    /// </summary>
    public bool Counts(Event prediction)
    {
        if (_goldOf.ContainsKey(prediction)) return true;
        var over = _gold.Where(gold => Shared(prediction, gold) > 0).ToList();
        if (over.Count > 0 && !over.Exists(gold => gold.Agreed)) return false;
        return !_predictionOf.Keys.Any(gold => gold.Kind == prediction.Kind
            && (GoldDate.IsRight(prediction.Date, gold.Date) || GoldDate.IsRight(gold.Date, prediction.Date)));
    }

    /// <summary>Whether the prediction's date is right for the gold event.</summary>
    public static bool DateRight(Event predicted, GoldEvent gold) =>
        GoldDate.IsRight(predicted.Date, gold.Date) || (gold.KnownDate.Length > 0 && GoldDate.AreSame(predicted.Date, gold.KnownDate));

    private static int Shared(Event predicted, GoldEvent gold) =>
        Math.Min(predicted.End, gold.End) - Math.Max(predicted.Start, gold.Start);

    // Of equals the first.
    private Event? Best(GoldEvent gold) => _predicted.Where(each => !_goldOf.ContainsKey(each) && IsNear(each, gold)).MaxBy(each =>
    {
        var union = Math.Max(each.End, gold.End) - Math.Min(each.Start, gold.Start);
        return (each.Kind == gold.Kind ? 2 : 0) + (DateRight(each, gold) ? 1 : 0) + ((double)Shared(each, gold) / union);
    });

    private static bool IsNear(Event predicted, GoldEvent gold)
    {
        int[] lengths = [predicted.End - predicted.Start, gold.End - gold.Start];
        return Shared(predicted, gold) is > 0 and var shared && 2 * shared >= lengths.Min() && 4 * shared >= lengths.Max();
    }
}
