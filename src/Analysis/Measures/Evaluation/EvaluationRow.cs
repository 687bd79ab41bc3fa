namespace Analysis;

/// <summary>
/// Quality of one type of annotation. The interval is a document bootstrap of F1: documents are drawn with replacement, 1,000 samples,
/// seed 1, 2.5th to 97.5th percentile; with few documents it says little.
/// </summary>
/// <param name="Type">Layer and type, such as <c>mention/person</c>.</param>
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

    internal static IReadOnlyList<EvaluationRow> Of(EvaluationCounts total, IReadOnlyList<EvaluationCounts> documents)
    {
        var draws = Draws(documents.Count);
        return [.. total.ByType.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Of(pair.Key, pair.Value, documents, draws))];
    }

    private static EvaluationRow Of(
        string type, (int Gold, int Predicted, int Right) counts, IReadOnlyList<EvaluationCounts> documents, int[][] draws)
    {
        var scores = new double[Samples];
        for (var sample = 0; sample < Samples; sample++)
        {
            var (gold, predicted, right) = (0, 0, 0);
            foreach (var document in draws[sample])
            {
                if (!documents[document].ByType.TryGetValue(type, out var part)) continue;
                (gold, predicted, right) = (gold + part.Gold, predicted + part.Predicted, right + part.Right);
            }

            scores[sample] = new PrecisionRecall(gold, predicted, right).F1;
        }

        Array.Sort(scores);
        var all = new PrecisionRecall(counts.Gold, counts.Predicted, counts.Right);
        return new EvaluationRow(
            type, counts.Gold, counts.Predicted, counts.Right, all.Precision, all.Recall, all.F1,
            scores[(int)(0.025 * Samples)], scores[(int)(0.975 * Samples) - 1], documents.Count);
    }

    // The same draws for every type, so that rows can be compared.
    private static int[][] Draws(int documents)
    {
        var random = new Random(Seed);
        var draws = new int[Samples][];
        for (var sample = 0; sample < Samples; sample++)
        {
            draws[sample] = new int[documents];
            for (var i = 0; i < documents; i++) draws[sample][i] = random.Next(documents);
        }

        return draws;
    }
}
