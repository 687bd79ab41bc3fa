namespace Analysis;

/// <summary>How much more often a value occurs in a target than in a reference corpus. Positive and above 1 speak for the target.</summary>
/// <param name="Value">The word, entity or whatever else was counted.</param>
/// <param name="Target">Occurrences in the target.</param>
/// <param name="Reference">Occurrences in the reference.</param>
/// <param name="SignedG2">Log-likelihood ratio of the two-by-two table, negative where the value is rarer in the target.</param>
/// <param name="SignedChiSquare">χ² likewise; with Yates' correction where an expected cell is under 5.</param>
/// <param name="LogRatio">log2 of the ratio of the rates; zeros: 0.5 added to each cell.</param>
/// <param name="OddsRatio">Ratio of the odds; zeros: 0.5 added to each cell.</param>
/// <param name="SimpleMaths">(target per million + 1) / (reference per million + 1), as Sketch Engine has it.</param>
/// <param name="LogOdds">
/// z-score of the log-odds with an informative Dirichlet prior, the prior being the counts of both corpora together (Monroe, Colaresi and
/// Quinn 2008).
/// </param>
/// <param name="PValue">Probability of such a G² by chance, uncorrected.</param>
/// <param name="AdjustedPValue">The same after Benjamini and Hochberg, over all values of the table.</param>
public sealed record Keyness(
    string Value, int Target, int Reference, double SignedG2, double SignedChiSquare, double LogRatio, double OddsRatio,
    double SimpleMaths, double LogOdds, double PValue, double AdjustedPValue)
{
    /// <summary>Compares the counts of two corpora, most typical of the target first (by signed G²), ties in order of the values.</summary>
    /// <param name="target">Counts in the target, as <c>CountBy</c> gives them.</param>
    /// <param name="reference">Counts in the reference.</param>
    /// <param name="lambda">What simple maths adds to both rates; higher values favour frequent words.</param>
    /// <exception cref="ArgumentException">One of the two is empty.</exception>
    public static DataFrame<Keyness> Compare(
        IReadOnlyCollection<ValueCount<string>> target, IReadOnlyCollection<ValueCount<string>> reference, double lambda = 1)
    {
        if (target.Count == 0 || reference.Count == 0) throw new ArgumentException("keyness compares two corpora, and one of them is empty");
        var targets = target.ToDictionary(count => count.Value, count => count.Count, StringComparer.Ordinal);
        var references = reference.ToDictionary(count => count.Value, count => count.Count, StringComparer.Ordinal);
        var (targetSize, referenceSize) = (targets.Values.Sum(), references.Values.Sum());
        var rows = targets.Keys.Union(references.Keys, StringComparer.Ordinal)
            .Select(value => Of(value, targets.GetValueOrDefault(value), targetSize, references.GetValueOrDefault(value), referenceSize, lambda))
            .OrderByDescending(row => row.SignedG2).ThenBy(row => row.Value, StringComparer.Ordinal)
            .ToArray();
        var adjusted = Significance.BenjaminiHochberg([.. rows.Select(row => row.PValue)]);
        return rows.Select((row, i) => row with { AdjustedPValue = adjusted[i] }).ToDataFrame();
    }

    /// <summary>Compares one value; its adjusted probability is the uncorrected one.</summary>
    /// <param name="value">What was counted.</param>
    /// <param name="target">Occurrences in the target.</param>
    /// <param name="targetSize">All occurrences counted in the target.</param>
    /// <param name="reference">Occurrences in the reference.</param>
    /// <param name="referenceSize">All occurrences counted in the reference.</param>
    /// <param name="lambda">What simple maths adds to both rates per million.</param>
    /// <exception cref="ArgumentOutOfRangeException">An occurrence count exceeds its size.</exception>
    public static Keyness Of(string value, int target, int targetSize, int reference, int referenceSize, double lambda = 1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(target, targetSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reference, referenceSize);
        var table = new Association(target, targetSize - target, reference, referenceSize - reference);
        var sign = target >= table.Expected ? 1 : -1;
        double all = (double)target + reference, size = (double)targetSize + referenceSize;
        var leastExpected = Math.Min(all, size - all) * Math.Min(targetSize, referenceSize) / size;
        var chiSquare = leastExpected < 5 ? table.ChiSquareYates : table.ChiSquare;
        return new(
            value, target, reference, sign * table.G2, sign * chiSquare, table.LogRatio, table.OddsRatio,
            (1e6 * target / targetSize + lambda) / (1e6 * reference / referenceSize + lambda),
            LogOddsScore(target, targetSize, reference, referenceSize), table.PValue, table.PValue);
    }

    private static double LogOddsScore(double target, double targetSize, double reference, double referenceSize)
    {
        var (prior, priorSize) = (target + reference, targetSize + referenceSize);
        var inTarget = (target + prior) / (targetSize + priorSize - target - prior);
        var inReference = (reference + prior) / (referenceSize + priorSize - reference - prior);
        var variance = 1 / (target + prior) + 1 / (reference + prior);
        return (Math.Log(inTarget) - Math.Log(inReference)) / Math.Sqrt(variance);
    }
}
