namespace Analysis.Cli;

/// <summary>
/// One run of <c>analysis annotate</c>: the worker of a cluster. It reads, annotates on several threads and writes in order, and holds a
/// few documents at a time; only the ids are kept.
/// </summary>
internal sealed class AnnotateRun
{
    /// <summary>The exit code of a run that was stopped by <see cref="Stop"/>; the caller knows by what.</summary>
    public const int Stopped = -1;

    private readonly HashSet<UInt128> _ids = [];
    private readonly AnnotateCounts _counts = new();

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

    /// <summary>Names of the properties of JSON Lines; null for the project's own form.</summary>
    public FieldNames? Fields { get; init; }

    /// <summary>Number of threads that annotate.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The documents to annotate: of every <c>Of</c> the one at <c>Index</c>, from 1; positions are those of files and
    /// lines.</summary>
    public (int Index, int Of) Shard { get; init; } = (1, 1);

    /// <summary>Whether the first input that is not a document ends the run.</summary>
    public bool Strict { get; init; }

    /// <summary>File to write in place of <see cref="Output"/>, or folder of tables; null for none.</summary>
    public string? OutputFile { get; init; }

    /// <summary>Whether to write tables in Parquet to <see cref="OutputFile"/> in place of lines.</summary>
    public bool Tables { get; init; }

    /// <summary>Whether to go on after the last complete document of <see cref="OutputFile"/>.</summary>
    public bool Resume { get; init; }

    public required Stream Input { get; init; }

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Shows how far the run is; null where there is no terminal.</summary>
    public AnnotateProgress? Progress { get; init; }

    /// <summary>Ends the run at a document.</summary>
    public CancellationToken Stop { get; init; }

    private AnnotationKinds Written => Tables ? AnnotationKinds.All | AnnotationKinds.Document
        : Resume ? Kinds | AnnotationKinds.Document : Kinds;

    /// <summary>Annotates the inputs in order.</summary>
    /// <returns>
    /// The exit code: 0 if every document was annotated, 1 if some were skipped, 2 if the run could not be done or ended at input
    /// that is not a document (<see cref="Strict"/>), 141 if nobody reads the output any more, or <see cref="Stopped"/>.
    /// </returns>
    public int Execute()
    {
        try
        {
            using IAnnotationWriter writer = OutputFile is null ? new LinesWriter(Output, Written)
                : Tables ? new TablesWriter(OutputFile, Shard) : LinesFile.Open(OutputFile, Written, Resume);
            var inputs = new AnnotateInputs(this);
            Annotate(Inputs.Select(inputs.Open).ToList(), writer);
            writer.Complete();
            Progress?.Clear();
            inputs.Report();
            if (_counts.Skipped > 0 || OutputFile is not null || Progress is not null) Error.WriteLine(_counts);
            return _counts.Skipped == 0 ? 0 : 1;
        }
        catch (OperationCanceledException)
        {
            var next = OutputFile is null ? ""
                : Tables ? "; nothing is kept of this shard"
                : Written.HasFlag(AnnotationKinds.Document) ? "; --resume goes on after the last of them"
                : "; nothing is kept, since only --resume goes on";
            Error.WriteLine($"interrupted: {_counts}{next}");
            return Stopped;
        }
        catch (IOException error) when (StandardStreams.IsReaderGone(error))
        {
            return StandardStreams.ReaderGone;
        }
        catch (Exception error) when (Failures.IsInput(error))
        {
            Error.WriteLine("error: " + error.Message);
            return Failures.ExitCode;
        }
    }

    private void Annotate(IReadOnlyList<AnnotateInput> inputs, IAnnotationWriter writer)
    {
        Progress?.Start(inputs);
        OrderedPipeline.Run(Batches(), Threads, batch => Work(batch.Batch, batch.Input, batch.Position, writer), Take, Stop);

        IEnumerable<(DocumentBatch Batch, AnnotateInput Input, long Position)> Batches()
        {
            var position = 0L;
            foreach (var input in inputs)
            {
                foreach (var batch in input.Batches(Input, Fields))
                {
                    yield return (batch, input, position);
                    position += batch.Count;
                }
            }
        }

        void Take((DocumentBatch Batch, List<AnnotatedDocument> Documents) read)
        {
            if (read.Batch.Note is { } note) Error.WriteLine("note: " + note);
            foreach (var document in read.Documents) Accept(document, read.Batch);
            _counts.Bytes += read.Batch.Bytes;
            Progress?.Show(_counts);
        }
    }

    // On any thread.
    private (DocumentBatch Batch, List<AnnotatedDocument> Documents) Work(
        DocumentBatch batch, AnnotateInput input, long position, IAnnotationWriter writer) =>
        (batch, [.. batch.Read().Select(line => Work(line, position + line.Number - batch.FirstLine, input, writer))]);

    private AnnotatedDocument Work(DocumentLine line, long position, AnnotateInput input, IAnnotationWriter writer)
    {
        AnnotatedDocument Is(DocumentFate fate, string id) => new(id, fate, line, null, null);

        var isMine = position % Shard.Of == Shard.Index - 1;
        if (line.Document is not { } document) return Is(isMine ? DocumentFate.Bad : DocumentFate.Elsewhere, "");
        if (document.Id.Length == 0) document = document with { Id = line.Number.ToString(CultureInfo.InvariantCulture) };
        if (!isMine) return Is(DocumentFate.Elsewhere, document.Id);
        if (writer.Done.Count > 0 && writer.Done.Contains(DocumentKey.Of(document.Id))) return Is(DocumentFate.Done, document.Id);
        try
        {
            var annotations = Annotate(document with { Published = document.Published ?? Date }, input);
            return Is(DocumentFate.Annotated, document.Id) with { Doubt = document.Doubt(), Write = writer.Prepare(position, annotations) };
        }
#pragma warning disable CA1031 // A document that cannot be annotated, for whatever reason, is a document skipped.
        catch (Exception error) when (error is not InvalidDataException)
#pragma warning restore CA1031
        {
            var problem = $"document '{document.Id}' cannot be annotated: {error.GetType().Name}: {error.Message} "
                + "(a fault of the program: please report it with the document)";
            return Is(DocumentFate.Bad, document.Id) with { Line = line with { Problem = problem } };
        }
    }

    private DocumentAnnotations Annotate(Document document, AnnotateInput input)
    {
        if (input.Corrections is not { } corrections) return input.Annotator.Annotate(document, Written);
        // A correction finds its annotation, whatever kinds are written.
        var annotations = input.Annotator.Annotate(document, AnnotationKinds.All);
        lock (corrections) return corrections.Apply(annotations);
    }

    // Checks the documents in order, and writes what is sound.
    private void Accept(AnnotatedDocument document, DocumentBatch batch)
    {
        var isNew = document.Id.Length == 0 || document.Fate == DocumentFate.Bad || _ids.Add(DocumentKey.Of(document.Id));
        if (document.Fate == DocumentFate.Elsewhere) return;
        if (document.Fate == DocumentFate.Bad || !isNew)
        {
            Skip(batch, document);
            return;
        }

        document.Write?.Invoke();
        if (document.Doubt is { } doubt) Error.WriteLine("warning: " + doubt);
        if (document.Fate == DocumentFate.Done) _counts.Done++;
        else _counts.Annotated++;
    }

    private void Skip(DocumentBatch batch, AnnotatedDocument document)
    {
        var line = document.Fate == DocumentFate.Bad ? document.Line
            : document.Line with { Problem = $"id '{document.Id}' is used by an earlier document, expected ids to be unique" };
        if (Strict) throw new InvalidDataException(batch.Locate(line));
        Error.WriteLine("error: " + batch.Locate(line));
        _counts.Skip(document.Fate != DocumentFate.Bad ? "id used twice"
            : document.Line.Document is null ? "no document" : "not annotated");
    }
}
