namespace Analysis.Cli;

/// <summary>The findings of an audit as lines for a person.</summary>
internal static class AuditPage
{
    /// <summary>Writes the merges, the doubtful ones or all, then the look-alikes and the unlisted names.</summary>
    public static void Write(MergeAudit audit, IReadOnlyCollection<UnlistedName> unlisted, bool all, TextWriter output)
    {
        var entities = Counted.Of(audit.Merges.Select(merge => merge.Entity).Distinct().Count(), "entity", "entities");
        Section($"{Counted.Of(audit.Merges.Count, "spelling")} of {entities}", audit.Merges.CountBy(merge => merge.Level)
            .Select(level => FormattableString.Invariant($"{level.Value,-14}{level.Count,6}")));
        Section("\n" + Counted.Of(audit.Merges.Count(merge => merge.Doubtful), "doubtful merge"), audit.Merges
            .Where(merge => all || merge.Doubtful)
            .Select(merge => $"{merge.Entity}: {merge.Surface} ({Found(merge.Count, merge.Documents)}, {merge.Level})"
                + (merge.Doubtful ? ": " + merge.Why : "")));
        Section("\n" + Counted.Of(audit.LookAlikes.Count, "look-alike"), audit.LookAlikes
            .Select(look => $"{look.Entity}: {look.Surface} ({Found(look.Count, look.Documents)}), "
                + $"{Counted.Of(look.Distance, "letter")} from {look.Name}\n    {look.Document}: {look.Example}"));
        Section("\n" + Counted.Of(unlisted.Count, "unlisted name"), unlisted
            .Select(name => $"{name.Surface} ({Found(name.Mentions, name.Documents)}, {name.Type})"));

        void Section(string title, IEnumerable<string> findings) => AuditPage.Section(output, title, findings);
    }

    /// <summary>Writes the table of duplicates: each group by its original, with its copies and their similarity to it.</summary>
    public static void Write(IReadOnlyCollection<NearDuplicate> duplicates, TextWriter output) => Section(
        output, "\n" + Counted.Of(duplicates.Count, "near-duplicate"), duplicates.GroupBy(copy => copy.Original).Select(group =>
            $"{group.Key}: " + string.Join(
                ", ", group.Select(copy => FormattableString.Invariant($"{copy.Document} ({copy.Similarity:0.00})")))));

    private static void Section(TextWriter output, string title, IEnumerable<string> findings) =>
        output.Write(string.Join("\n  ", [title, .. findings]) + "\n");

    private static string Found(int count, int documents) => $"{count} in {Counted.Of(documents, "document")}";
}
