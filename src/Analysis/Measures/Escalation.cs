namespace Analysis;

/// <summary>How conflictual the reported events of a month are, on two scales of kinds of events.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Events">Number of events; 0 in a month without reports.</param>
/// <param name="Goldstein">Mean on Goldstein's scale, −10 (conflict) to 10 (cooperation); null for fewer than two events.</param>
/// <param name="GoldsteinLow">Lower end of its 95 % interval (see <see cref="Bootstrap"/>, here of the documents that tell the month's
/// events); null for fewer than three of them.</param>
/// <param name="GoldsteinHigh">Upper end.</param>
/// <param name="Plover">Mean of the PLOVER categories' scores, −10 to 10; null for fewer than two events with a category.</param>
/// <param name="PloverLow">Lower end of its 95 % interval; null for fewer than three documents.</param>
/// <param name="PloverHigh">Upper end.</param>
/// <param name="PloverEvents">Number of events with a category.</param>
public sealed record EscalationMonth(
    DateOnly Month, int Events, double? Goldstein, double? GoldsteinLow, double? GoldsteinHigh,
    double? Plover, double? PloverLow, double? PloverHigh, int PloverEvents);

/// <summary>Rates months by their events. Both scales rate kinds of events; they know neither size nor consequence.</summary>
public static class Escalation
{
    private static readonly Dictionary<string, double> PloverScores =
        Lexicon.Read("plover.tsv", "category", "score", "quad", "source")
            .ToDictionary(row => row[0], row => double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>Score of a PLOVER category, −10 to 10; null where there is no such category.</summary>
    /// <param name="category">The category, such as <c>THREATEN</c>.</param>
    public static double? PloverScore(string category) => PloverScores.TryGetValue(category, out var score) ? score : null;

    /// <summary>
    /// A row for each month from the first to the last that has an event, those without included. Events whose month is not known are left
    /// out; the shown table states how many.
    /// </summary>
    /// <param name="events">The events, such as <see cref="Chronology.Joined"/>.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static DataFrame<EscalationMonth> ByMonth(IEnumerable<ChronologyEntry> events, int seed = 1)
    {
        var rows = RowArray.Of(events);
        var dated = rows.Where(each => Chronology.MonthOf(each) is not null)
            .ToLookup(each => MonthOf(each.Earliest!.Value));
        if (dated.Count == 0) return Array.Empty<EscalationMonth>().ToDataFrame();
        var (first, last) = (dated.Min(month => month.Key), dated.Max(month => month.Key));
        var count = (last.Year - first.Year) * 12 + last.Month - first.Month + 1;
        return new(
            [.. Enumerable.Range(0, count).Select(first.AddMonths).Select(month => Rate(month, [.. dated[month]], seed))],
            $"{dated.Sum(month => month.Count())} of {rows.Length} events: those whose month is known; "
            + $"bootstrap of each month's documents, of more than six with seed {seed}");
    }

    private static EscalationMonth Rate(DateOnly month, ChronologyEntry[] events, int seed)
    {
        // Events that one document tells are alike.
        ChronologyEntry[][] documents = [.. events.GroupBy(each => each.Document, (_, told) => told.ToArray())];
        var bootstrap = new Bootstrap(documents.Length, seed: seed);
        var goldstein = Mean(bootstrap, documents, each => each.Goldstein);
        var plover = Mean(bootstrap, documents, each => PloverScore(each.Plover));
        return new(
            month, events.Length, goldstein.Mean, goldstein.Low, goldstein.High, plover.Mean, plover.Low, plover.High, plover.Events);
    }

    private static (double? Mean, double? Low, double? High, int Events) Mean(
        Bootstrap bootstrap, ChronologyEntry[][] documents, Func<ChronologyEntry, double?> score)
    {
        double[][] scores = [.. documents.Select(told => told.Select(score).OfType<double>().ToArray())];
        var events = scores.Sum(rated => rated.Length);
        if (events < 2) return (null, null, null, events);
        var mean = scores.Sum(rated => rated.Sum()) / events;
        if (scores.Count(rated => rated.Length > 0) < Bootstrap.LeastDocuments) return (mean, null, null, events);

        // Scores have one decimal; two keep the sums of samples exact.
        var counts = bootstrap.Sums(scores.Index().Select(each => KeyValuePair.Create(each.Index, each.Item.Length)));
        var sums = bootstrap.Sums(scores.Index().Select(each => KeyValuePair.Create(each.Index, (int)Math.Round(100 * each.Item.Sum()))));
        var (low, high) = bootstrap.IntervalOf(sample => sums[sample] / 100.0 / counts[sample]);
        return (mean, low, high, events);
    }

    private static DateOnly MonthOf(DateOnly date) => new(date.Year, date.Month, 1);
}
