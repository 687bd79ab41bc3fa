namespace Analysis;

/// <summary>Two entities that are mentioned together, and how far that exceeds chance (see <see cref="Association"/>).</summary>
/// <param name="First">The entity that comes first by code unit.</param>
/// <param name="Second">The other entity.</param>
/// <param name="Both">Units that mention both, a.</param>
/// <param name="Expected">Units that would if the two were independent, E.</param>
/// <param name="SignedG2">Log-likelihood ratio, negative where they meet less often than expected.</param>
/// <param name="LogDice">14 + log2 of the Dice coefficient; at most 14.</param>
/// <param name="Npmi">Normalized pointwise mutual information, −1 to 1.</param>
/// <param name="DeltaPSecond">How much the first raises the share of units with the second, ΔP(second|first).</param>
/// <param name="DeltaPFirst">How much the second raises the share of units with the first, ΔP(first|second).</param>
/// <param name="Jaccard">Share of the units with either that have both.</param>
/// <param name="AdjustedPValue">Probability that chance departs so far from E (see <see cref="Association.PValue"/>), after Benjamini and
/// Hochberg over all pairs of entities that the units name; pairs that never meet count as tests with probability 1.</param>
public sealed record CoMention(
    string First, string Second, int Both, double Expected, double SignedG2, double LogDice, double Npmi,
    double DeltaPSecond, double DeltaPFirst, double Jaccard, double AdjustedPValue);

/// <summary>How many pairs of entities a unit of text brings together.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Pairs">Pairs that one unit or more mentions together.</param>
/// <param name="AtLeastThree">Pairs that three units or more do.</param>
public sealed record UnitPairs(TextUnit Unit, int Pairs, int AtLeastThree);

/// <summary>Counts co-mentions.</summary>
public static class CoMentions
{
    /// <summary>
    /// The pairs of entities mentioned together, strongest first (logDice, then units with both, then by code unit). Only running text
    /// counts: sentences of other kinds are no units, and mentions in them or without an entity are left out.
    /// </summary>
    /// <param name="mentions">The mentions.</param>
    /// <param name="sentences">The sentences of the same documents: they are, or make up, the N units.</param>
    /// <param name="unit">What counts as together.</param>
    /// <param name="minimum">Least number of units with both; rare pairs score high by chance.</param>
    public static DataFrame<CoMention> Of(
        IEnumerable<Mention> mentions, IEnumerable<Sentence> sentences, TextUnit unit = TextUnit.Sentence, int minimum = 2)
    {
        var (counts, entities, units) = Count(RowArray.Of(mentions), sentences, unit);
        return Measure(counts, entities, units, minimum);
    }

    /// <summary>How many pairs of entities each unit brings together: a row for sentence, paragraph and document.</summary>
    /// <param name="mentions">The mentions, as in <see cref="Of"/>.</param>
    /// <param name="sentences">The sentences of the same documents.</param>
    public static DataFrame<UnitPairs> ByUnit(IEnumerable<Mention> mentions, IEnumerable<Sentence> sentences)
    {
        var (rows, places) = (RowArray.Of(mentions), RowArray.Of(sentences));
        return Enum.GetValues<TextUnit>().Select(unit =>
        {
            int[] both = [.. Count(rows, places, unit).Counts.Pairs.Select(pair => pair.Count)];
            return new UnitPairs(unit, both.Length, both.Count(count => count >= 3));
        }).ToDataFrame();
    }

    private static (JointCounts Counts, IReadOnlyList<string> Entities, int Units) Count(
        Mention[] rows, IEnumerable<Sentence> sentences, TextUnit unit)
    {
        var (units, items, entities) = (new int[rows.Length], new int[rows.Length], new KeyCodes<string>());
        TextUnits places = null!;
        Parallel.Invoke(
            () => places = new(sentences, unit),
            () =>
            {
                for (var row = 0; row < rows.Length; row++) items[row] = rows[row].Entity is { } entity ? entities.Of(entity) : -1;
            });

        foreach (var run in RowArray.Runs(rows, (one, other) => one.Sentence == other.Sentence && one.Document == other.Document))
            Array.Fill(units, places.Of(run[0].Document, run[0].Sentence), run.Offset, run.Count);

        return (JointCounts.Of(units, items), entities.Keys, places.Documents.Count);
    }

    /// <summary>The measures of counted pairs, in the order of <see cref="Of"/>.</summary>
    internal static DataFrame<CoMention> Measure(JointCounts counts, IReadOnlyList<string> entities, int units, int minimum)
    {
        var pairs = counts.Pairs.Select(pair => string.CompareOrdinal(entities[pair.First], entities[pair.Second]) < 0
            ? pair
            : (First: pair.Second, Second: pair.First, pair.Count)).ToArray();
        var tables = Array.ConvertAll(
            pairs, pair => Association.OfCounts(pair.Count, counts.UnitsWith(pair.First), counts.UnitsWith(pair.Second), units));
        var named = Enumerable.Range(0, entities.Count).Count(entity => counts.UnitsWith(entity) > 0);
        var adjusted = Significance.BenjaminiHochberg(
            [.. tables.AsParallel().AsOrdered().Select(table => table.PValue)], named * (named - 1.0) / 2);
        return pairs
            .Select((pair, i) => new CoMention(
                entities[pair.First], entities[pair.Second], tables[i].A, tables[i].Expected, tables[i].SignedG2, tables[i].LogDice,
                tables[i].Npmi, tables[i].DeltaPSecondGivenFirst, tables[i].DeltaPFirstGivenSecond, tables[i].Jaccard, adjusted[i]))
            .Where(pair => pair.Both >= minimum)
            .OrderByDescending(pair => pair.LogDice).ThenByDescending(pair => pair.Both)
            .ThenBy(pair => pair.First, StringComparer.Ordinal).ThenBy(pair => pair.Second, StringComparer.Ordinal)
            .ToDataFrame();
    }
}
