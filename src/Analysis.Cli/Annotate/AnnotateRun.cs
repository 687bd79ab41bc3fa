using System.Diagnostics;
using System.Globalization;

namespace Analysis.Cli;

/// <summary>One run of <c>analysis annotate</c>.</summary>
internal sealed class AnnotateRun
{
    private const string StandardInput = "-";

    public required IReadOnlyList<string> Inputs { get; init; }

    public string? Manifest { get; init; }

    public DateOnly? Date { get; init; }

    public string? Entities { get; init; }

    public AnnotationKinds Kinds { get; init; } = AnnotationKinds.All;

    /// <summary>Corrections to apply; null for none. Those of kinds that aren't asked for are left alone.</summary>
    public string? CorrectionsFile { get; init; }

    /// <summary>Decisions on spellings to apply; null for none.</summary>
    public string? DecisionsFile { get; init; }

    public bool Timings { get; init; }

    public required Stream Input { get; init; }

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private int _documents;
    private int _badLines;
    private int _corrected;

    /// <summary>0 when every document was annotated, 1 when a line of standard input or of a .jsonl file was none, 2 when an input could not be read.</summary>
    public int Execute()
    {
        var began = Stopwatch.GetTimestamp();
        Annotator.Prepare();
        try
        {
            var sources = Inputs.Select(input => input == StandardInput ? null : DocumentSource.Open(input, Manifest)).ToList();
            var gazetteer = Gazetteer.Open(Entities);
            var annotator = Annotator.Create(DecisionsFile is null ? gazetteer : gazetteer.With(Decisions.Load(DecisionsFile)));
            var corrections = CorrectionsFile is null ? null : new Corrections(Correction.ReadFile(CorrectionsFile).Where(IsAskedFor));
            var opened = Stopwatch.GetElapsedTime(began);
            var lines = new AnnotationLines(Output);
            var writing = TimeSpan.Zero;
            foreach (var source in sources)
            {
                foreach (var warning in source?.Warnings ?? []) Error.WriteLine("warning: " + warning);
                foreach (var document in source is null ? FromLines(Input, "standard input") : source.IsJsonLinesFile ? FromFile(source.Location) : Unique(source.Read()))
                {
                    var annotations = annotator.Annotate(document with { Published = document.Published ?? Date }, Kinds);
                    if (corrections is not null) annotations = Correct(annotations, corrections);
                    var annotated = Stopwatch.GetTimestamp();
                    lines.Write(annotations);
                    writing += Stopwatch.GetElapsedTime(annotated);
                    _documents++;
                }
            }

            WarnOfIdle(corrections?.Elsewhere(_ids) ?? []);
            if (Timings) ReportTimings(opened, Stopwatch.GetElapsedTime(began) - writing, writing);
            return _badLines == 0 ? 0 : 1;
        }
        catch (Exception error) when (Failures.IsInput(error))
        {
            Error.WriteLine("error: " + error.Message);
            return Failures.ExitCode;
        }
    }

    private bool IsAskedFor(Correction correction) => Kinds.HasFlag(correction.Kind switch
    {
        "mention" => AnnotationKinds.Mentions,
        "time" => AnnotationKinds.Times,
        _ => AnnotationKinds.Events,
    });

    private DocumentAnnotations Correct(DocumentAnnotations annotations, Corrections corrections)
    {
        var corrected = corrections.Apply(annotations);
        _corrected += corrected.Applied;
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

    // Opening is the gazetteer and the lexicons; a text is read when its turn comes.
    private void ReportTimings(TimeSpan opening, TimeSpan annotated, TimeSpan writing) => Error.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{Counted.Of(_documents, "document")} opened and annotated in {annotated.TotalMilliseconds:0} ms, {opening.TotalMilliseconds:0} ms of it before the first text was read; written in {writing.TotalMilliseconds:0} ms{(CorrectionsFile is null ? "" : $"; {Counted.Of(_corrected, "correction")} applied")}"));
}
