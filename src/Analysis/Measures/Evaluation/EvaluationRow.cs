namespace Analysis;

/// <summary>
/// Quality of one type of annotation, with the 95 % interval of its F1 (see <see cref="Bootstrap"/>); with few documents it says little.
/// </summary>
/// <param name="Type">Layer and type, such as <c>mention/person</c>, or <c>all</c> types: <c>mention/all</c>.</param>
/// <param name="Gold">Items in gold.</param>
/// <param name="Predicted">Items predicted; for events, those that count.</param>
/// <param name="Correct">Items predicted that are in gold.</param>
/// <param name="Precision">Correct over predicted, 0 to 1.</param>
/// <param name="Recall">Correct over gold, 0 to 1.</param>
/// <param name="F1">Harmonic mean of the two, 0 to 1.</param>
/// <param name="Low">Lower end of the interval of F1.</param>
/// <param name="High">Upper end of the interval of F1.</param>
/// <param name="Documents">Number of documents resampled.</param>
public sealed record EvaluationRow(
    string Type, int Gold, int Predicted, int Correct, double Precision, double Recall, double F1, double Low, double High, int Documents)
{
    internal static IReadOnlyList<EvaluationRow> Of(EvaluationTally total, IReadOnlyList<EvaluationTally> documents)
    {
        // The same draws for every type, so that rows can be compared.
        var bootstrap = new Bootstrap(documents.Count);
        return [.. total.Types.Select(type => Of(type, total[type], documents, bootstrap))];
    }

    private static EvaluationRow Of(string type, PrecisionRecall all, IReadOnlyList<EvaluationTally> documents, Bootstrap bootstrap)
    {
        var (low, high) = bootstrap.IntervalOf(documents, document => document[type], counts => counts.F1);
        return new(
            type, all.Gold, all.Predicted, all.Correct, all.Precision, all.Recall, all.F1, low, high, documents.Count);
    }
}

/// <summary>Intervals of shares.</summary>
internal static class EvaluationIntervals
{
    /// <summary>The 95 % interval of a share of the counts of all documents.</summary>
    public static Interval IntervalOf(this Bootstrap bootstrap, IReadOnlyList<EvaluationTally> documents,
        Func<EvaluationTally, PrecisionRecall> counts, Func<PrecisionRecall, double> share)
    {
        PrecisionRecall[] parts = [.. documents.Select(counts)];
        long[] Sums(Func<PrecisionRecall, int> count) =>
            bootstrap.Sums(parts.Index().ToDictionary(each => each.Index, each => count(each.Item)));
        var (gold, predicted, correct) = (Sums(part => part.Gold), Sums(part => part.Predicted), Sums(part => part.Correct));
        return bootstrap.IntervalOf(sample => share(new((int)gold[sample], (int)predicted[sample], (int)correct[sample])));
    }
}
