namespace Analysis;

/// <summary>
/// One input of <c>analysis annotate</c>, with the files by which it is read: those that options name, else those that lie in a folder, as for a
/// corpus that is opened.
/// </summary>
/// <param name="Documents">The documents; null for standard input.</param>
/// <param name="Entities">The gazetteer; null for the project's.</param>
/// <param name="Decisions">A person's decisions on spellings; null for none.</param>
/// <param name="Corrections">A person's corrections; null for none.</param>
internal sealed record AnnotateInput(DocumentSource? Documents, string? Entities, string? Decisions, string? Corrections)
{
    private const string StandardInput = "-";

    /// <summary>Looks what is there.</summary>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    /// <exception cref="InvalidDataException">As for <see cref="DocumentSource.Open"/>.</exception>
    public static AnnotateInput Open(string input, AnnotateRun run)
    {
        var folder = Directory.Exists(input) ? input : null;
        return new AnnotateInput(
            input == StandardInput ? null : DocumentSource.Open(input, run.Manifest),
            run.Entities ?? Beside(folder, CorpusFolders.EntitiesFile),
            run.DecisionsFile ?? Beside(folder, CorpusFolders.DecisionsFile),
            run.CorrectionsFile ?? Beside(folder, CorpusFolders.CorrectionsFile));
    }

    private static string? Beside(string? folder, string name) =>
        folder is not null && Path.Combine(folder, name) is var file && File.Exists(file) ? file : null;
}
