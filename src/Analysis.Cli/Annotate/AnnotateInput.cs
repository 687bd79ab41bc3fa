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
        ? ParquetRows.Documents(file, fields ?? FieldNames.Parse(null)).Chunk(Rows).Select(rows =>
            new DocumentBatch(Path.GetFileName(file), rows.Length, rows.Sum(row => row.Document?.Text.Length ?? 0L), _ => rows)
            {
                FirstLine = rows[0].Number,
            })
        : Documents?.Batches(fields) ?? DocumentBatch.OfLines(standardInput, "standard input", fields);
}

/// <summary>Opens inputs with the files that lie beside them; a file that an option names wins over the one that lies in a
/// folder.</summary>
internal sealed class AnnotateInputs(ParseResult given, TextWriter error)
{
    private readonly string? _entities = given.GetValue(CorpusOptions.Entities);
    private readonly string? _decisions = given.GetValue(AnnotateCommand.Decisions);
    private readonly string? _correctionsFile = given.GetValue(AnnotateCommand.Corrections);
    private readonly Dictionary<(string? Entities, string? Decisions), Annotator> _annotators = [];
    private readonly Dictionary<string, Corrections> _corrections = new(StringComparer.Ordinal);

    /// <summary>Opens an input; what lies in a folder is applied without being asked for, so that is said.</summary>
    public AnnotateInput Open(string input)
    {
        var folder = Directory.Exists(input) ? input : null;
        string? Find(string? named, string name) =>
            named ?? (folder is not null && Path.Combine(folder, name) is var file && File.Exists(file) ? file : null);

        var parquet = input.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) && File.Exists(input) ? input : null;
        var documents = input == "-" || parquet is not null ? null : DocumentSource.Open(input, given.GetValue(AnnotateCommand.Manifest));
        foreach (var warning in documents?.Warnings ?? []) error.WriteLine("warning: " + warning);
        var annotator = AnnotatorOf(Find(_entities, CorpusFolders.EntitiesFile), Find(_decisions, CorpusFolders.DecisionsFile));
        if (Find(_correctionsFile, DocumentSource.CorrectionsFile) is not { } path) return new(documents, annotator, null, parquet);
        if (!_corrections.TryGetValue(path, out var corrections))
            _corrections.Add(path, corrections = Corrections.Load(path, annotator.Gazetteer));
        return new(documents, annotator, corrections, parquet);
    }

    /// <summary>Says which corrections have found nothing to correct, and how many were applied.</summary>
    public void Report()
    {
        foreach (var (file, corrections) in _corrections)
        {
            foreach (var correction in corrections.Idle) error.WriteLine("warning: " + correction.ToWarning());
            if (_correctionsFile is null)
                error.WriteLine($"note: {Counted.Of(corrections.Applied, "correction")} of {file} applied");
        }
    }

    private Annotator AnnotatorOf(string? entities, string? decisions)
    {
        if (_annotators.TryGetValue((entities, decisions), out var known)) return known;
        var path = CorpusFolders.FindEntities(entities);
        var gazetteer = Gazetteer.Load(path);
        var count = Counted.Of(gazetteer.Entities.Count, "entity", "entities");
        if (entities is not null && _entities is null && !IsProjects(entities))
            error.WriteLine($"note: {count} of {entities} read in place of the project's");
        if (decisions is not null)
        {
            gazetteer = gazetteer.With(Decisions.Load(decisions));
            var made = gazetteer.Decisions.All.Count(decision => decision.Verdict != Verdict.Open);
            if (_decisions is null) error.WriteLine($"note: {Counted.Of(made, "decision")} of {decisions} applied");
        }

        var landmarks = given.GetValue(CorpusOptions.Landmarks) ? Analysis.Landmarks.Beside(path) : null;
        return _annotators[(entities, decisions)] = Annotator.Create(gazetteer, given.GetValue(AnnotateCommand.AnyText), landmarks);
    }

    private static bool IsProjects(string entities) =>
        CorpusFolders.FindEntities(Directory.GetCurrentDirectory(), null) is { } project
        && Path.GetFullPath(entities) == Path.GetFullPath(project);
}
