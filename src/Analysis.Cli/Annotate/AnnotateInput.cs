namespace Analysis.Cli;

/// <summary>An input of <c>analysis annotate</c>, and what its documents are annotated with.</summary>
/// <param name="Documents">Its documents; null for standard input and Parquet.</param>
/// <param name="Annotator">The annotator.</param>
/// <param name="Corrections">Corrections to apply; null for none.</param>
/// <param name="Parquet">A Parquet file; null for none.</param>
internal sealed record AnnotateInput(DocumentSource? Documents, Annotator Annotator, Corrections? Corrections, string? Parquet)
{
    // Rows of Parquet that are annotated together.
    private const int Rows = 64;

    /// <summary>Its batches.</summary>
    public IEnumerable<DocumentBatch> Batches(Stream standardInput, FieldNames? fields) => Parquet is { } file
        ? ParquetDocuments.Read(file, fields ?? FieldNames.Parse(null)).Chunk(Rows).Select(rows =>
            new DocumentBatch(Path.GetFileName(file), rows.Length, rows.Sum(row => row.Document?.Text.Length ?? 0L), _ => rows)
            {
                FirstLine = rows[0].Number,
            })
        : Documents?.Batches(fields) ?? DocumentBatch.OfLines(standardInput, "standard input", fields);
}

/// <summary>Opens inputs with the files that lie beside them; a file that an option names wins over the one that lies in a
/// folder.</summary>
internal sealed class AnnotateInputs(AnnotateRun run)
{
    private const string StandardInput = "-";

    private readonly Dictionary<(string? Entities, string? Decisions), Annotator> _annotators = [];
    private readonly Dictionary<string, Corrections> _corrections = new(StringComparer.Ordinal);

    /// <summary>Opens an input; what lies in a folder is applied without being asked for, so that is said.</summary>
    public AnnotateInput Open(string input)
    {
        var folder = Directory.Exists(input) ? input : null;
        string? Find(string? named, string name) =>
            named ?? (folder is not null && Path.Combine(folder, name) is var file && File.Exists(file) ? file : null);

        var parquet = input.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) && File.Exists(input) ? input : null;
        var documents = input == StandardInput || parquet is not null ? null : DocumentSource.Open(input, run.Manifest);
        foreach (var warning in documents?.Warnings ?? []) run.Error.WriteLine("warning: " + warning);
        var annotator = AnnotatorOf(Find(run.Entities, CorpusFolders.EntitiesFile), Find(run.DecisionsFile, CorpusFolders.DecisionsFile));
        if (Find(run.CorrectionsFile, DocumentSource.CorrectionsFile) is not { } path) return new(documents, annotator, null, parquet);
        if (!_corrections.TryGetValue(path, out var corrections))
            _corrections.Add(path, corrections = Corrections.Load(path, annotator.Gazetteer));
        return new(documents, annotator, corrections, parquet);
    }

    /// <summary>Says which corrections have found nothing to correct, and how many were applied.</summary>
    public void Report()
    {
        foreach (var (file, corrections) in _corrections)
        {
            foreach (var correction in corrections.Idle) run.Error.WriteLine("warning: " + correction.ToWarning());
            if (run.CorrectionsFile is null)
                run.Error.WriteLine($"note: {Counted.Of(corrections.Applied, "correction")} of {file} applied");
        }
    }

    private Annotator AnnotatorOf(string? entities, string? decisions)
    {
        if (_annotators.TryGetValue((entities, decisions), out var known)) return known;
        var path = CorpusFolders.FindEntities(entities);
        var gazetteer = Gazetteer.Load(path);
        var count = Counted.Of(gazetteer.Entities.Count, "entity", "entities");
        if (entities is not null && run.Entities is null && !IsProjects(entities))
            run.Error.WriteLine($"note: {count} of {entities} read in place of the project's");
        if (decisions is not null)
        {
            gazetteer = gazetteer.With(Decisions.Load(decisions));
            var made = gazetteer.Decisions.All.Count(decision => decision.Verdict != Verdict.Open);
            if (run.DecisionsFile is null) run.Error.WriteLine($"note: {Counted.Of(made, "decision")} of {decisions} applied");
        }

        var landmarks = run.Landmarks ? Analysis.Landmarks.Beside(path) : null;
        return _annotators[(entities, decisions)] = Annotator.Create(gazetteer, run.AnyText, landmarks);
    }

    private static bool IsProjects(string entities) =>
        CorpusFolders.FindEntities(Directory.GetCurrentDirectory(), null) is { } project
        && Path.GetFullPath(entities) == Path.GetFullPath(project);
}
