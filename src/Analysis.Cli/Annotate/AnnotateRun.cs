namespace Analysis.Cli;

/// <summary>One run of <c>analysis annotate</c>: the worker of a cluster. It holds one document at a time.</summary>
internal sealed class AnnotateRun
{
    private const string StandardInput = "-";

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Entities, string? Decisions), Annotator> _annotators = [];
    private readonly Dictionary<string, Corrections> _corrections = new(StringComparer.Ordinal);
    private int _badLines;

    public required IReadOnlyList<string> Inputs { get; init; }

    public string? Manifest { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>The gazetteer; null for the one in an input's folder, else the project's.</summary>
    public string? Entities { get; init; }

    public AnnotationKinds Kinds { get; init; } = AnnotationKinds.All;

    /// <summary>Whether events are read in texts that are no news too.</summary>
    public bool AnyText { get; init; }

    /// <summary>Whether the landmarks beside the gazetteer date events.</summary>
    public bool Landmarks { get; init; }

    /// <summary>
    /// Corrections to apply to every document; null for those in the inputs' folders, each applied to the documents of its folder.
    /// </summary>
    public string? CorrectionsFile { get; init; }

    /// <summary>Decisions on spellings to apply; null for those in an input's folder.</summary>
    public string? DecisionsFile { get; init; }

    public required Stream Input { get; init; }

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Annotates the inputs in order and writes the annotations of each document before the next is read.</summary>
    /// <returns>
    /// The exit code: 0 if every document was annotated, 1 if a line of standard input or of a .jsonl file is not a document, 2 if an
    /// input cannot be read.
    /// </returns>
    public int Execute()
    {
        try
        {
            var lines = new AnnotationLines(Output, Kinds);
            foreach (var (source, annotator, corrections) in Inputs.Select(Open).ToList())
            {
                foreach (var warning in source?.Warnings ?? []) Error.WriteLine("warning: " + warning);
                foreach (var document in DocumentsOf(source))
                {
                    if (document.Doubt() is { } doubt) Error.WriteLine("warning: " + doubt);

                    // A correction finds its annotation, whatever kinds are written.
                    var annotations = annotator.Annotate(
                        document with { Published = document.Published ?? Date }, corrections is null ? Kinds : AnnotationKinds.All);
                    lines.Write(corrections?.Apply(annotations) ?? annotations);
                }
            }

            foreach (var (file, corrections) in _corrections)
            {
                foreach (var correction in corrections.Idle) Error.WriteLine("warning: " + correction.ToWarning());
                if (CorrectionsFile is null) Error.WriteLine($"note: {Counted.Of(corrections.Applied, "correction")} of {file} applied");
            }

            return _badLines == 0 ? 0 : 1;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Error.WriteLine("error: " + error.Message);
            return 2;
        }
    }

    // A file that an option names wins over the one that lies in the folder.
    private (DocumentSource? Documents, Annotator Annotator, Corrections? Corrections) Open(string input)
    {
        var folder = Directory.Exists(input) ? input : null;
        string? Find(string? named, string name) =>
            named ?? (folder is not null && Path.Combine(folder, name) is var file && File.Exists(file) ? file : null);

        var documents = input == StandardInput ? null : DocumentSource.Open(input, Manifest);
        var annotator = AnnotatorOf(Find(Entities, CorpusFolders.EntitiesFile), Find(DecisionsFile, CorpusFolders.DecisionsFile));
        if (Find(CorrectionsFile, CorpusFolders.CorrectionsFile) is not { } path) return (documents, annotator, null);
        if (!_corrections.TryGetValue(path, out var corrections))
            _corrections.Add(path, corrections = Corrections.Load(path, annotator.Gazetteer));
        return (documents, annotator, corrections);
    }

    // What lies in a folder is applied without being asked for, so that is said.
    private Annotator AnnotatorOf(string? entities, string? decisions)
    {
        if (_annotators.TryGetValue((entities, decisions), out var known)) return known;
        var gazetteer = Gazetteer.Open(entities);
        var count = Counted.Of(gazetteer.Entities.Count, "entity", "entities");
        if (entities is not null && Entities is null && !IsProjects(entities))
            Error.WriteLine($"note: {count} of {entities} read in place of the project's");
        if (decisions is not null)
        {
            gazetteer = gazetteer.With(Decisions.Load(decisions));
            var made = gazetteer.Decisions.All.Count(decision => decision.Verdict != Verdict.Open);
            if (DecisionsFile is null) Error.WriteLine($"note: {Counted.Of(made, "decision")} of {decisions} applied");
        }

        var path = CorpusFolders.FindEntities(Directory.GetCurrentDirectory(), entities)!;
        var landmarks = Landmarks ? Analysis.Landmarks.Beside(path) : null;
        return _annotators[(entities, decisions)] = Annotator.Create(gazetteer, AnyText, landmarks);
    }

    private static bool IsProjects(string entities) =>
        CorpusFolders.FindEntities(Directory.GetCurrentDirectory(), null) is { } project
        && Path.GetFullPath(entities) == Path.GetFullPath(project);

    private IEnumerable<Document> DocumentsOf(DocumentSource? source) =>
        source is null ? FromLines(Input, "standard input")
        : source.IsJsonLinesFile ? FromLines(File.OpenRead(source.Location), Path.GetFileName(source.Location))
        : source.Read().Select(document => IsNew(document) ? document
            : throw new InvalidDataException($"{document.File}: {UsedTwice(document)}"));

    private bool IsNew(Document document) => _ids.Add(document.Id);

    private static string UsedTwice(Document document) => $"id '{document.Id}' is used by an earlier document, expected ids to be unique";

    private IEnumerable<Document> FromLines(Stream input, string name)
    {
        using var lines = input;
        foreach (var line in DocumentLine.Read(lines))
        {
            var problem = line.Problem ?? (IsNew(line.Document!) ? null : UsedTwice(line.Document!));
            if (problem is null) yield return line.Document!;
            else Error.WriteLine($"error: {name}, line {line.Number}: {problem}");
            _badLines += problem is null ? 0 : 1;
        }
    }
}
