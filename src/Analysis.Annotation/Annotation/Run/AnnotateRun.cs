namespace Analysis;

/// <summary>One run of <c>analysis annotate</c>: the worker of a cluster. It holds one document at a time.</summary>
internal sealed class AnnotateRun
{
    private const int Unreadable = 2;

    public required IReadOnlyList<string> Inputs { get; init; }

    public string? Manifest { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>The gazetteer; null for the one in an input's folder, else the project's.</summary>
    public string? Entities { get; init; }

    public AnnotationKinds Kinds { get; init; } = AnnotationKinds.All;

    /// <summary>
    /// Corrections to apply to every document; null for those in the inputs' folders, each applied to the documents of its folder. Those of kinds that
    /// aren't asked for are left alone.
    /// </summary>
    public string? CorrectionsFile { get; init; }

    /// <summary>Decisions on spellings to apply; null for those in an input's folder.</summary>
    public string? DecisionsFile { get; init; }

    public required Stream Input { get; init; }

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Entities, string? Decisions), Annotator> _annotators = [];
    private int _badLines;

    /// <summary>Annotates the inputs in order and writes the annotations of each document before the next is read.</summary>
    /// <returns>
    /// The exit code: 0 if every document was annotated, 1 if a line of standard input or of a .jsonl file is not a document, 2 if an input cannot be
    /// read.
    /// </returns>
    public int Execute()
    {
        try
        {
            var inputs = Inputs.Select(input => AnnotateInput.Open(input, this)).ToList();
            foreach (var input in inputs) AnnotatorOf(input);
            var files = inputs.Select(input => input.Corrections).OfType<string>().Distinct(StringComparer.Ordinal)
                .Select(file => new CorrectionsInUse(file, new Corrections(Correction.ReadFile(file).Where(IsAskedFor)))).ToList();
            var lines = new AnnotationLines(Output);
            foreach (var input in inputs)
            {
                var (source, annotator) = (input.Documents, AnnotatorOf(input));
                var corrections = files.Find(file => file.Path == input.Corrections);
                foreach (var warning in source?.Warnings ?? []) Error.WriteLine("warning: " + warning);
                foreach (var document in source is null ? FromLines(Input, "standard input") : source.IsJsonLinesFile ? FromFile(source.Location) : Unique(source.Read()))
                {
                    if (document.Doubt() is { } doubt) Error.WriteLine("warning: " + doubt);
                    var annotations = annotator.Annotate(document with { Published = document.Published ?? Date }, Kinds);
                    if (corrections is not null) annotations = Correct(annotations, corrections);
                    lines.Write(annotations);
                }
            }

            foreach (var file in files)
            {
                WarnOfIdle(file.Unmet());
                if (CorrectionsFile is null) Error.WriteLine($"note: {Counted.Of(file.Applied, "correction")} of {file.Path} applied");
            }

            return _badLines == 0 ? 0 : 1;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Error.WriteLine("error: " + error.Message);
            return Unreadable;
        }
    }

    // What lies in a folder is applied without being asked for, so that is said.
    private Annotator AnnotatorOf(AnnotateInput input)
    {
        if (_annotators.TryGetValue((input.Entities, input.Decisions), out var known)) return known;
        var gazetteer = Gazetteer.Open(input.Entities);
        if (input.Entities is not null && Entities is null && !IsProjects(input.Entities)) Error.WriteLine($"note: {Counted.Of(gazetteer.Entities.Count, "entity", "entities")} of {input.Entities} read in place of the project's");
        if (input.Decisions is not null)
        {
            gazetteer = gazetteer.With(Decisions.Load(input.Decisions));
            var made = gazetteer.Decisions.All.Count(decision => decision.Verdict != Verdict.Open);
            if (DecisionsFile is null) Error.WriteLine($"note: {Counted.Of(made, "decision")} of {input.Decisions} applied");
        }

        return _annotators[(input.Entities, input.Decisions)] = Annotator.Create(gazetteer);
    }

    private static bool IsProjects(string entities) =>
        CorpusFolders.FindEntities(Directory.GetCurrentDirectory(), null) is { } project && Path.GetFullPath(entities) == Path.GetFullPath(project);

    private bool IsAskedFor(Correction correction) => Kinds.HasFlag(correction.Kind switch
    {
        "mention" => AnnotationKinds.Mentions,
        "time" => AnnotationKinds.Times,
        _ => AnnotationKinds.Events,
    });

    private DocumentAnnotations Correct(DocumentAnnotations annotations, CorrectionsInUse corrections)
    {
        var corrected = corrections.Apply(annotations);
        WarnOfIdle(corrected.Idle);
        return corrected.Annotations;
    }

    private void WarnOfIdle(IReadOnlyList<Correction> corrections)
    {
        foreach (var correction in corrections) Error.WriteLine("warning: " + correction.ToWarning());
    }

    private IEnumerable<Document> Unique(IEnumerable<Document> documents)
    {
        foreach (var document in documents)
        {
            if (!_ids.Add(document.Id)) throw new InvalidDataException($"{document.File}: id '{document.Id}' is used by an earlier document, expected ids to be unique");
            yield return document;
        }
    }

    private IEnumerable<Document> FromFile(string path)
    {
        using var lines = File.OpenRead(path);
        var name = Path.GetFileName(path);
        foreach (var document in FromLines(lines, name)) yield return document with { File = name };
    }

    private IEnumerable<Document> FromLines(Stream lines, string name)
    {
        foreach (var line in DocumentLine.Read(lines))
        {
            var problem = line.Problem;
            if (line.Document is { } document)
            {
                if (_ids.Add(document.Id))
                {
                    yield return document;
                    continue;
                }

                problem = $"id '{document.Id}' is used by an earlier document, expected ids to be unique";
            }

            _badLines++;
            Error.WriteLine($"error: {name}, line {line.Number}: {problem}");
        }
    }
}
