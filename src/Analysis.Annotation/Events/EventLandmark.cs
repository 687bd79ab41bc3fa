namespace Analysis;

/// <summary>A happening that everybody can date; a row of <c>event-landmarks.tsv</c>.</summary>
/// <param name="Kind">Kind of event.</param>
/// <param name="Entity">Id of its target or place.</param>
/// <param name="Rule">The rule that must have found it, as events bear it; empty for any.</param>
/// <param name="Day">When it was.</param>
internal sealed record EventLandmark(string Kind, string Entity, string Rule, DateOnly Day)
{
    /// <summary>Whether an event is a report of it.</summary>
    public bool Is(EventCandidate candidate) =>
        candidate.Kind == Kind && (Rule.Length == 0 || candidate.Rule.Name == Rule) && (candidate.Targets.Contains(Entity) || candidate.Place == Entity);
}
