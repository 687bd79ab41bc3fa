namespace Analysis;

/// <summary>
/// The spelling audit. It reports which spellings were counted as which entity and at which level of normalization, which of these merges
/// are doubtful, and which frequent spellings resemble a listed name but were not counted. A person's decisions on them are recorded in
/// <c>decisions.tsv</c> (see <see cref="Decisions"/>) and applied on the next run.
/// </summary>
/// <example>
/// <code>
/// var audit = MergeAudit.Of(corpus.Annotations, corpus.Annotator);
/// audit.Merges.ToDataFrame().CountBy(m => m.Level)
/// </code>
/// </example>
/// <param name="Merges">
/// Every spelling of every mentioned entity. Entities are in ordinal order
/// of their ids, their spellings by descending count, then in ordinal order.
/// </param>
/// <param name="LookAlikes">Spellings that resemble a listed name, by descending count, then in ordinal order.</param>
public sealed record MergeAudit(IReadOnlyList<Merge> Merges, IReadOnlyList<LookAlike> LookAlikes)
{
    /// <summary>Default minimum number of occurrences of a look-alike.</summary>
    public const int Frequent = 2;

    /// <summary>Audits annotations.</summary>
    /// <param name="annotations">The annotations of each document. Mentions
    /// made by a person's corrections are not counted as merges.</param>
    /// <param name="annotator">The annotator that made them, with its gazetteer and the decisions applied to it. Accepted spellings are no
    /// longer doubtful; rejected spellings are no longer look-alikes.</param>
    /// <param name="minimum">Minimum number of occurrences of a look-alike, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is below 1.</exception>
    public static MergeAudit Of(IReadOnlyList<DocumentAnnotations> annotations, Annotator annotator, int minimum = Frequent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 1);
        var merges = MergesIn(annotations, new MergeReview(annotator.Gazetteer));
        return new MergeAudit(merges, new LookAlikeFinder(annotator).Find(annotations, minimum));
    }

    /// <summary>The open decisions: one for each doubtful merge, then one for each look-alike, with the reason as its note.</summary>
    public IReadOnlyList<Decision> ToDecisions() =>
    [
        .. Merges.Where(merge => merge.Doubtful).Select(merge => (merge.Surface, merge.Entity, Note: $"merge: {merge.Why}"))
            .Concat(LookAlikes.Select(look => (look.Surface, look.Entity, Note: $"looks like {look.Name}: {look.Example}")))
            .Select(found => new Decision(found.Surface, found.Entity, Verdict.Open, found.Note))
            .DistinctBy(decision => (Decisions.SpellingOf(decision.Surface), decision.Entity)),
    ];

    private static Merge[] MergesIn(IReadOnlyList<DocumentAnnotations> annotations, MergeReview review) =>
    [
        .. annotations.SelectMany(MentionsIn)
            .GroupBy(found => (Entity: found.Mention.Entity!, Surface: found.Mention.Surface.Replace('\t', ' ')))
            .Select(group => review.Of(group.Key.Entity, group.Key.Surface, [.. group]))
            .OrderBy(merge => merge.Entity, StringComparer.Ordinal).ThenByDescending(merge => merge.Count)
            .ThenBy(merge => merge.Surface, StringComparer.Ordinal),
    ];

    private static IEnumerable<(Mention Mention, bool IsPartial)> MentionsIn(DocumentAnnotations annotations)
    {
        var full = annotations.Mentions.Where(mention => mention.Surface.Any(char.IsWhiteSpace))
            .Select(mention => mention.Entity).ToHashSet();
        return annotations.Mentions.Where(mention => mention.Entity is not null && mention.Rule != Corrections.Rule)
            .Select(mention => (mention, mention.Type == "person" && !full.Contains(mention.Entity)));
    }
}
