namespace Analysis;

/// <summary>
/// Gold, predicted and correct items by what is counted: a layer, one of its figures, or a type such as <c>mention/person</c>.
/// </summary>
internal sealed class EvaluationTally
{
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

    /// <summary>The figures by the keys under which they are printed.</summary>
    public IReadOnlyList<EvaluationFigure> Figures() =>
    [
        new("mention_p", this["mention/all"].Precision), new("mention_r", this["mention/all"].Recall),
        new("mention_f1", this["mention/all"].F1),
        new("mention_type_f1", MentionsWith("mention type").F1), new("mention_entity_f1", MentionsWith("mention entity").F1),
        new("metonym_acc", this["metonym"].Recall),
        new("time_p", this["time/all"].Precision), new("time_r", this["time/all"].Recall), new("time_f1", this["time/all"].F1),
        new("time_value", this["time value"].Recall),
        new("event_kind_r", this["event/all"].Recall), new("event_kind_date_r", this["event date"].Recall),
        new("event_p", this["event"].Precision), new("event_overlap", this["event overlap"].Precision),
        new("actors_p", this["role/actors"].Precision), new("actors_r", this["role/actors"].Recall),
        new("targets_p", this["role/targets"].Precision), new("targets_r", this["role/targets"].Recall),
        new("joined_p", this["joined"].Precision), new("joined_r", this["joined"].Recall),
    ];

    private PrecisionRecall MentionsWith(string right) => this["mention/all"] with { Correct = this[right].Correct };
}

/// <summary>A figure of an <see cref="Evaluation"/>.</summary>
/// <param name="Key">Its key, such as <c>mention_f1</c>.</param>
/// <param name="Value">A share, 0 to 1.</param>
public sealed record EvaluationFigure(string Key, double Value);

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
