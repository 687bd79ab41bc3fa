namespace Analysis;

/// <summary>
/// Quality of one type of annotation, with the 95 % interval of its F1 (see <see cref="Bootstrap"/>); with few documents it says little.
/// </summary>
/// <param name="Type">Layer and type, such as <c>mention/person</c>, or <c>all</c> types: <c>mention/all</c>.</param>
/// <param name="Gold">Items in gold.</param>
/// <param name="Predicted">Items predicted; for events, those that count.</param>
/// <param name="Correct">Items predicted that are in gold.</param>
/// <param name="Precision">Correct over predicted, 0 to 1; NaN where nothing is predicted.</param>
/// <param name="Recall">Correct over gold, 0 to 1; NaN where gold is empty.</param>
/// <param name="F1">Harmonic mean of the two, 0 to 1.</param>
/// <param name="Low">Lower end of the interval of F1; NaN where it is not known.</param>
/// <param name="High">Upper end of the interval of F1.</param>
/// <param name="Documents">Number of documents resampled.</param>
public sealed record EvaluationRow(
    string Type, int Gold, int Predicted, int Correct, double Precision, double Recall, double F1, double Low, double High, int Documents)
{
    internal static IReadOnlyList<EvaluationRow> Of(EvaluationTally total, IReadOnlyList<EvaluationTally> documents)
    {
        // The same draws for every type, so that rows can be compared.
        var bootstrap = new Bootstrap(documents.Count);
        return [.. from type in total.Types
            let all = total[type]
            let interval = EvaluationTally.IntervalOf(bootstrap, documents, document => document[type], counts => counts.F1)
            select new EvaluationRow(type, all.Gold, all.Predicted, all.Correct, all.Precision, all.Recall, all.F1, interval.Low,
                interval.High, documents.Count)];
    }
}
