namespace Analysis.Cli;

/// <summary>The findings of an audit as lines for a person.</summary>
internal static class AuditPage
{
    /// <summary>Writes the merges, the doubtful ones or all, then the look-alikes.</summary>
    public static void Write(MergeAudit audit, bool all, TextWriter output)
    {
        var doubtful = audit.Merges.Count(merge => merge.Doubtful);
        var entities = audit.Merges.Select(merge => merge.Entity).Distinct().Count();
        output.WriteLine($"{Counted.Of(audit.Merges.Count, "spelling")} of {Counted.Of(entities, "entity", "entities")}");
        foreach (var level in audit.Merges.CountBy(merge => merge.Level))
            output.WriteLine(FormattableString.Invariant($"  {level.Value,-14}{level.Count,6}"));

        output.WriteLine();
        output.WriteLine(Counted.Of(doubtful, "doubtful merge"));
        foreach (var merge in audit.Merges.Where(merge => all || merge.Doubtful))
        {
            var (documents, why) = (Counted.Of(merge.Documents, "document"), merge.Doubtful ? ": " + merge.Why : "");
            output.WriteLine($"  {merge.Entity}: {merge.Surface} ({merge.Count} in {documents}, {merge.Level}){why}");
        }

        output.WriteLine();
        output.WriteLine(Counted.Of(audit.LookAlikes.Count, "look-alike"));
        foreach (var look in audit.LookAlikes)
        {
            var (documents, letters) = (Counted.Of(look.Documents, "document"), Counted.Of(look.Distance, "letter"));
            output.WriteLine($"  {look.Entity}: {look.Surface} ({look.Count} in {documents}), {letters} from {look.Name}");
            output.WriteLine($"    {look.Document}: {look.Example}");
        }
    }
}
