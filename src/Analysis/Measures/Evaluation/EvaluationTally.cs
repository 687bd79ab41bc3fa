namespace Analysis;

/// <summary>
/// Gold, predicted and correct items by what is counted: a layer, one of its figures, or a type such as <c>mention/person</c>.
/// </summary>
internal sealed class EvaluationTally
{
    private static readonly (string Key, string Measure, Func<EvaluationTally, PrecisionRecall> Counts, Func<PrecisionRecall, double> Of)[]
        Shares =
        [
            ("mention_p", "names found that are right", all => all["mention/all"], Precision),
            ("mention_r", "names that are found", all => all["mention/all"], Recall),
            ("mention_f1", "names (F1)", all => all["mention/all"], F1),
            ("mention_type_f1", "names with their type (F1)", all => all.MentionsWith("mention type"), F1),
            ("mention_entity_f1", "names with their entity (F1)", all => all.MentionsWith("mention entity"), F1),
            ("metonym_acc", "capitals: government or place", all => all["metonym"], Recall),
            ("time_p", "times found that are right", all => all["time/all"], Precision),
            ("time_r", "times that are found", all => all["time/all"], Recall),
            ("time_f1", "time expressions (F1)", all => all["time/all"], F1),
            ("time_value", "dates of the times found", all => all["time value"], Recall),
            ("event_kind_r", "events found with their kind", all => all["event/all"], Recall),
            ("event_kind_date_r", "events found with kind and date", all => all["event date"], Recall),
            ("event_p", "events found that are right", all => all["event"], Precision),
            ("event_overlap", "events found that share half the words", all => all["event overlap"], Precision),
            ("actors_p", "actors found that are right", all => all["role/actors"], Precision),
            ("actors_r", "actors that are found", all => all["role/actors"], Recall),
            ("targets_p", "targets found that are right", all => all["role/targets"], Precision),
            ("targets_r", "targets that are found", all => all["role/targets"], Recall),
            ("joined_p", "reports joined rightly", all => all["joined"], Precision),
            ("joined_r", "reports of one event that are joined", all => all["joined"], Recall),
        ];

    private readonly SortedDictionary<string, PrecisionRecall> _counts = new(StringComparer.Ordinal);

    /// <summary>The counts of that key; all zero where nothing was counted.</summary>
    public PrecisionRecall this[string key] => _counts.GetValueOrDefault(key);

    /// <summary>The layers as a whole and their types, in ordinal order.</summary>
    public IEnumerable<string> Types => _counts.Keys.Where(key => key.Contains('/', StringComparison.Ordinal));

    /// <summary>Adds to the counts of a key.</summary>
    public void Add(string key, int gold = 0, int predicted = 0, int correct = 0)
    {
        var before = this[key];
        _counts[key] = new(before.Gold + gold, before.Predicted + predicted, before.Correct + correct);
    }

    /// <summary>The counts of several documents.</summary>
    public static EvaluationTally Sum(IEnumerable<EvaluationTally> parts)
    {
        var sum = new EvaluationTally();
        foreach (var (key, counts) in parts.SelectMany(part => part._counts)) sum.Add(key, counts.Gold, counts.Predicted, counts.Correct);
        return sum;
    }

    /// <summary>The figures by the keys under which they are printed, with intervals from those of the documents.</summary>
    public IReadOnlyList<EvaluationFigure> Figures(IReadOnlyList<EvaluationTally> documents)
    {
        var bootstrap = new Bootstrap(documents.Count);
        return [.. Shares.Select(share =>
        {
            var known = documents.Any(document => share.Counts(document) != default);
            var (low, high) = known ? bootstrap.IntervalOf(documents, share.Counts, share.Of) : new(double.NaN, double.NaN);
            return new EvaluationFigure(share.Key, share.Of(share.Counts(this))) { Measure = share.Measure, Low = low, High = high };
        })];
    }

    private static double Precision(PrecisionRecall counts) => counts.Precision;

    private static double Recall(PrecisionRecall counts) => counts.Recall;

    private static double F1(PrecisionRecall counts) => counts.F1;

    private PrecisionRecall MentionsWith(string right) => this["mention/all"] with { Correct = this[right].Correct };
}

/// <summary>A figure of an <see cref="Evaluation"/>.</summary>
/// <param name="Key">Its key, such as <c>mention_f1</c>.</param>
/// <param name="Value">A share, 0 to 1.</param>
public sealed record EvaluationFigure(string Key, double Value)
{
    /// <summary>What it measures, in plain words, such as <c>names with their type (F1)</c>.</summary>
    public string Measure { get; init; } = Key;

    /// <summary>Lower end of its 95 % interval (see <see cref="Bootstrap"/>); NaN where it is not known.</summary>
    public double Low { get; init; } = double.NaN;

    /// <summary>Upper end.</summary>
    public double High { get; init; } = double.NaN;
}

/// <summary>Gold, predicted and correct items, and the shares made of them.</summary>
/// <param name="Gold">Items in gold.</param>
/// <param name="Predicted">Items predicted.</param>
/// <param name="Correct">Items predicted that are in gold.</param>
public readonly record struct PrecisionRecall(int Gold, int Predicted, int Correct)
{
    /// <summary>Correct over predicted, 0 to 1; 0 where nothing is predicted.</summary>
    public double Precision => Predicted == 0 ? 0 : (double)Correct / Predicted;

    /// <summary>Correct over gold, 0 to 1; 0 where gold is empty.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Correct / Gold;

    /// <summary>Harmonic mean of precision and recall, 0 to 1.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
