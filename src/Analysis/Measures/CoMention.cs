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
/// <param name="AdjustedPValue">Probability of such a G² by chance, after Benjamini and Hochberg over all pairs that meet at all.</param>
public sealed record CoMention(
    string First, string Second, int Both, double Expected, double SignedG2, double LogDice, double Npmi,
    double DeltaPSecond, double DeltaPFirst, double Jaccard, double AdjustedPValue);

/// <summary>The stretch of text in which two mentions count as together.</summary>
public enum TextUnit
{
    /// <summary>One sentence.</summary>
    Sentence,

    /// <summary>One non-empty line.</summary>
    Paragraph,

    /// <summary>One document.</summary>
    Document,
}

/// <summary>Counts co-mentions.</summary>
public static class CoMentions
{
    /// <summary>
    /// The pairs of entities mentioned together, strongest first (logDice, then units with both, then by code unit). Only running text
    /// counts: sentences of other kinds are no units, and mentions in them or without an entity are passed over.
    /// </summary>
    /// <param name="mentions">The mentions.</param>
    /// <param name="sentences">The sentences of the same documents: they are, or make up, the N units.</param>
    /// <param name="unit">What counts as together.</param>
    /// <param name="minimum">Least number of units with both; rare pairs score high by chance.</param>
    public static DataFrame<CoMention> Of(
        DataFrame<Mention> mentions, DataFrame<Sentence> sentences, TextUnit unit = TextUnit.Sentence, int minimum = 2)
    {
        var units = new Dictionary<(string, int), int>();
        var unitOf = new Dictionary<(string, int), int>();
        foreach (var sentence in sentences.Rows)
        {
            if (sentence.Kind != SentenceKind.Body) continue;
            var part = unit switch { TextUnit.Sentence => sentence.Index, TextUnit.Paragraph => sentence.Paragraph, _ => 0 };
            units.TryAdd((sentence.Document, part), units.Count);
            unitOf[(sentence.Document, sentence.Index)] = units[(sentence.Document, part)];
        }
        var entities = mentions.Key(mention => mention.Entity);
        var rows = new int[mentions.Count];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = unitOf.GetValueOrDefault((mentions[row].Document, mentions[row].Sentence), -1);
        return Measure(JointCounts.Of(rows, units.Count, entities), entities, units.Count, minimum);
    }

    private static DataFrame<CoMention> Measure(JointCounts counts, Codes entities, int units, int minimum)
    {
        var pairs = counts.ToFrame<string>(entities).Rows;
        var unitsWith = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var code = 0; code < entities.Count; code++) unitsWith[entities.Values.Text(code)!] = counts.UnitsWith[code];
        var tables = pairs.Select(pair => Association.OfCounts(pair.Count, unitsWith[pair.First], unitsWith[pair.Second], units)).ToArray();
        var adjusted = Significance.BenjaminiHochberg([.. tables.Select(table => table.PValue)]);
        return DataFrame.Of(pairs
            .Select((pair, i) => new CoMention(
                pair.First, pair.Second, pair.Count, tables[i].Expected, tables[i].SignedG2, tables[i].LogDice, tables[i].Npmi,
                tables[i].DeltaPSecondGivenFirst, tables[i].DeltaPFirstGivenSecond, tables[i].Jaccard, adjusted[i]))
            .Where(pair => pair.Both >= minimum)
            .OrderByDescending(pair => pair.LogDice).ThenByDescending(pair => pair.Both)
            .ThenBy(pair => pair.First, StringComparer.Ordinal).ThenBy(pair => pair.Second, StringComparer.Ordinal));
    }
}
