namespace Analysis;

/// <summary>
/// Gold, predicted and correct items by what is counted: a layer, one of its figures, or a type such as <c>mention/person</c>.
/// </summary>
internal sealed class EvaluationTally
{
    private static readonly List<LexiconRow> Shares = LanguageTexts.Read("quality.tsv", ["key", "measure", "counts", "right", "share"]);

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
        return [.. from row in Shares
            let interval = IntervalOf(bootstrap, documents, document => document.CountsOf(row), counts => counts.Share(row[4]))
            select new EvaluationFigure(row[0], CountsOf(row).Share(row[4]))
            {
                Measure = row[1], Low = interval.Low, High = interval.High,
            }];
    }

    /// <summary>The 95 % interval of a share of the counts of all documents; NaN where fewer than 3 of them have any.</summary>
    public static Interval IntervalOf(Bootstrap bootstrap, IReadOnlyList<EvaluationTally> documents,
        Func<EvaluationTally, PrecisionRecall> counts, Func<PrecisionRecall, double> share)
    {
        PrecisionRecall[] parts = [.. documents.Select(counts)];
        if (parts.Count(part => part != default) < Bootstrap.LeastDocuments) return new(double.NaN, double.NaN);
        long[] Sums(Func<PrecisionRecall, int> count) =>
            bootstrap.Sums(parts.Index().ToDictionary(each => each.Index, each => count(each.Item)));
        var (gold, predicted, correct) = (Sums(part => part.Gold), Sums(part => part.Predicted), Sums(part => part.Correct));
        return bootstrap.IntervalOf(sample => share(new((int)gold[sample], (int)predicted[sample], (int)correct[sample])));
    }

    private PrecisionRecall CountsOf(LexiconRow figure) => this[figure[2]] with { Correct = this[figure[3]].Correct };
}

/// <summary>A figure of an <see cref="Evaluation"/>.</summary>
/// <param name="Key">Its key, such as <c>mention_f1</c>.</param>
/// <param name="Value">A share, 0 to 1; NaN where there is nothing to count.</param>
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
    /// <summary>Correct over predicted, 0 to 1; NaN where nothing is predicted.</summary>
    public double Precision => (double)Correct / Predicted;

    /// <summary>Correct over gold, 0 to 1; NaN where gold is empty.</summary>
    public double Recall => (double)Correct / Gold;

    /// <summary>Harmonic mean of precision and recall, 0 to 1; NaN where gold is empty and nothing is predicted.</summary>
    public double F1 => 2.0 * Correct / (Gold + Predicted);

    internal double Share(string name) => name switch { "Precision" => Precision, "Recall" => Recall, _ => F1 };
}
