namespace Analysis;

/// <summary>
/// Quality of one type of annotation. The interval is a document bootstrap of F1: documents are drawn with replacement, 1,000 samples,
/// seed 1, 2.5th to 97.5th percentile; with few documents it says little.
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
    private const int Samples = 1000;
    private const int Seed = 1;

    internal static IReadOnlyList<EvaluationRow> Of(EvaluationTally total, IReadOnlyList<EvaluationTally> documents)
    {
        // The same draws for every type, so that rows can be compared.
        var random = new Random(Seed);
        var draws = Enumerable.Range(0, Samples)
            .Select(_ => documents.Select(_ => documents[random.Next(documents.Count)]).ToArray()).ToArray();
        return [.. total.Types.Select(type => Of(type, total[type], documents.Count, draws))];
    }

    private static EvaluationRow Of(string type, PrecisionRecall all, int documents, EvaluationTally[][] draws)
    {
        var scores = Array.ConvertAll(draws, draw =>
        {
            var drawn = Array.ConvertAll(draw, document => document[type]);
            return new PrecisionRecall(drawn.Sum(each => each.Gold), drawn.Sum(each => each.Predicted), drawn.Sum(each => each.Correct)).F1;
        });
        Array.Sort(scores);
        return new EvaluationRow(
            type, all.Gold, all.Predicted, all.Correct, all.Precision, all.Recall, all.F1,
            scores[(int)(0.025 * Samples)], scores[(int)(0.975 * Samples) - 1], documents);
    }
}
