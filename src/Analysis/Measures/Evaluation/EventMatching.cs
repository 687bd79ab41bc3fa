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
    private readonly int[] _goldOf;

    public EventMatching(IReadOnlyList<Event> predicted, IReadOnlyList<GoldEvent> gold)
    {
        (_predicted, _gold) = (predicted, gold);
        _goldOf = new int[predicted.Count];
        Array.Fill(_goldOf, -1);
        PredictionOf = [.. gold.Select(_ => -1)];
        for (var g = 0; g < gold.Count; g++)
        {
            var best = Best(gold[g]);
            if (best < 0 || predicted[best].Kind != gold[g].Kind) continue;
            _goldOf[best] = g;
            PredictionOf[g] = best;
        }
    }

    /// <summary>For each gold event the prediction that found it; −1 where none did.</summary>
    public int[] PredictionOf { get; }

    /// <summary>Whether the prediction's date is right for the gold event.</summary>
    public bool DateRight(int gold) => PredictionOf[gold] >= 0 && DateRight(_predicted[PredictionOf[gold]], _gold[gold]);

    /// <summary>Whether a prediction overlaps any gold event.</summary>
    public bool Overlaps(int prediction) => _gold.Any(gold => Shared(_predicted[prediction], gold) > 0);

    /// <summary>
    /// Whether a prediction counts for precision: all do but those that only overlap events on which the annotators disagreed, and those
    /// that repeat kind and date of an event found.
    /// </summary>
    public bool Counts(int prediction)
    {
        if (_goldOf[prediction] >= 0) return true;
        var over = _gold.Where(gold => Shared(_predicted[prediction], gold) > 0).ToList();
        if (over.Count > 0 && !over.Exists(gold => gold.Agreed)) return false;
        var (kind, date) = (_predicted[prediction].Kind, _predicted[prediction].Date);
        return !_gold.Where((gold, g) => PredictionOf[g] >= 0 && gold.Kind == kind
            && (GoldDate.IsRight(date, gold.Date) || GoldDate.IsRight(gold.Date, date))).Any();
    }

    /// <summary>Whether the prediction found a gold event.</summary>
    public bool Found(int prediction) => _goldOf[prediction] >= 0;

    private static bool DateRight(Event predicted, GoldEvent gold) =>
        GoldDate.IsRight(predicted.Date, gold.Date) || (gold.KnownDate.Length > 0 && GoldDate.AreSame(predicted.Date, gold.KnownDate));

    private static int Shared(Event predicted, GoldEvent gold) =>
        Math.Min(predicted.End, gold.End) - Math.Max(predicted.Start, gold.Start);

    private int Best(GoldEvent gold)
    {
        var (best, bestScore) = (-1, double.NegativeInfinity);
        for (var p = 0; p < _predicted.Count; p++)
        {
            var shared = Shared(_predicted[p], gold);
            int[] lengths = [_predicted[p].End - _predicted[p].Start, gold.End - gold.Start];
            if (_goldOf[p] >= 0 || shared <= 0 || 2 * shared < lengths.Min() || 4 * shared < lengths.Max()) continue;
            var union = Math.Max(_predicted[p].End, gold.End) - Math.Min(_predicted[p].Start, gold.Start);
            var score = (_predicted[p].Kind == gold.Kind ? 2 : 0) + (DateRight(_predicted[p], gold) ? 1 : 0) + ((double)shared / union);
            if (score > bestScore) (best, bestScore) = (p, score);
        }

        return best;
    }
}
