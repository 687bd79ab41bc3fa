namespace Analysis;

/// <summary>How certain the association of two entities is.</summary>
/// <param name="First">The entity that comes first by code unit.</param>
/// <param name="Second">The other entity.</param>
/// <param name="Both">Units that mention both.</param>
/// <param name="Npmi">Normalized pointwise mutual information, −1 to 1.</param>
/// <param name="Low">Lower end of its 95 % interval (see <see cref="Bootstrap"/>); NaN where it is not known.</param>
/// <param name="High">Upper end.</param>
public sealed record CoMentionInterval(string First, string Second, int Both, double Npmi, double Low, double High)
{
    /// <summary>Id of its mark in a chart.</summary>
    public string Id { get; init; } = $"{First} × {Second}";
}

/// <summary>Intervals for co-mentions.</summary>
public static class CoMentionIntervals
{
    /// <summary>
    /// The pairs, in their order, with the interval of their NPMI. A sample of documents that lack one of the two has no NPMI and is left
    /// out: the interval is that of the samples that name both. It is not known where one of the two is in fewer than 3 documents. The
    /// shown table states documents, units and samples.
    /// </summary>
    /// <param name="pairs">The pairs, as from <see cref="CoMentions.Of"/> over the same records.</param>
    /// <param name="mentions">The mentions.</param>
    /// <param name="sentences">The sentences of the same documents.</param>
    /// <param name="unit">What counts as together.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static DataFrame<CoMentionInterval> WithIntervals(
        this IEnumerable<CoMention> pairs, IEnumerable<Mention> mentions, IEnumerable<Sentence> sentences,
        TextUnit unit = TextUnit.Sentence, int seed = 1)
    {
        var rows = RowArray.Of(pairs);
        var units = new TextUnits(sentences, unit);
        var namedIn = mentions.Select(mention => (Unit: units.Of(mention.Document, mention.Sentence), mention.Entity))
            .Where(named => named.Unit >= 0 && named.Entity is not null)
            .GroupBy(named => named.Unit, named => named.Entity!)
            .Select(group => (group.Key, Entities: group.ToHashSet(StringComparer.Ordinal)));
        var hits = namedIn.SelectMany(named => named.Entities
            .Concat(rows.Where(pair => named.Entities.Contains(pair.First) && named.Entities.Contains(pair.Second)).Select(KeyOf))
            .Select(key => (units.Documents[named.Key], (string?)key)));
        var counts = new CountsByDocument(units.Documents, hits);
        var bootstrap = new Bootstrap(counts.Documents, seed: seed);
        var sizes = counts.SizesOf(bootstrap);
        var measured = rows.Select(pair =>
        {
            var (both, first) = (bootstrap.Sums(counts[KeyOf(pair)]), bootstrap.Sums(counts[pair.First]));
            var second = bootstrap.Sums(counts[pair.Second]);
            // Of an entity in fewer documents the samples that name it are copies of one or two.
            var isKnown = Math.Min(counts[pair.First].Count, counts[pair.Second].Count) >= Bootstrap.LeastDocuments;
            var (low, high) = bootstrap.IntervalOf(sample => !isKnown ? double.NaN : Association.OfCounts(
                (int)both[sample], (int)first[sample], (int)second[sample], (int)sizes[sample]).Npmi);
            return new CoMentionInterval(pair.First, pair.Second, pair.Both, pair.Npmi, low, high);
        });
        return new(
            [.. measured],
            FormattableString.Invariant($"n = {Counted.Of(counts.Documents, "document")}, {counts.Size:N0} units; {bootstrap}"));
    }

    // No id of an entity holds a line break.
    private static string KeyOf(CoMention pair) => $"{pair.First}\n{pair.Second}";
}
