namespace Analysis.Cli;

/// <summary>
/// One run of <c>analysis annotate</c>: the worker of a cluster. It reads, annotates on several threads and writes in order, and holds a
/// few documents at a time; only the ids are kept.
/// </summary>
internal sealed class AnnotateRun(ParseResult given)
{
    /// <summary>The exit code of a run that was stopped by <see cref="Stop"/>; the caller knows by what.</summary>
    public const int Stopped = -1;

    private readonly string? _file = given.GetValue(AnnotateCommand.Output);
    private readonly bool _isTables = given.GetValue(AnnotateCommand.Format) == "parquet";
    private readonly (int Index, int Of) _shard = given.GetValue(AnnotateCommand.Shard) ?? (1, 1);
    private readonly DateOnly? _date = given.GetValue(AnnotateCommand.Date);
    private readonly AnnotationKinds _kinds = KindsIn(given);
    private readonly HashSet<UInt128> _ids = [];
    private readonly AnnotateCounts _counts = new();

    public required Stream Input { get; init; }

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Shows how far the run is; null where there is no terminal.</summary>
    public AnnotateProgress? Progress { get; init; }

    /// <summary>Ends the run at a document.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Annotates the inputs in order.</summary>
    /// <returns>
    /// The exit code: 0 if every document was annotated, 1 if some were skipped, 141 if nobody reads the output any more, or
    /// <see cref="Stopped"/>.
    /// </returns>
    /// <exception cref="IOException">The run could not be done.</exception>
    /// <exception cref="InvalidDataException">The input is malformed, or with <c>--strict</c> a document could not be read.</exception>
    public int Execute()
    {
        try
        {
            using AnnotationWriter writer = _file is null ? new LinesWriter(Output, _kinds)
                : _isTables ? new ParquetTables(_file, ParquetTables.PartOf(_shard.Index, _shard.Of))
                : LinesFile.Open(_file, _kinds, given.GetValue(AnnotateCommand.Resume));
            var inputs = new AnnotateInputs(given, Error);
            Annotate(given.GetRequiredValue(AnnotateCommand.Inputs).Select(inputs.Open).ToList(), writer);
            writer.Complete();
            Progress?.Clear();
            inputs.Report();
            if (_counts.Skipped > 0 || _counts.Total == 0 || _file is not null || Progress is not null) Error.WriteLine(_counts);
            return _counts.Skipped == 0 ? 0 : 1;
        }
        catch (OperationCanceledException)
        {
            var next = _file is null ? ""
                : _isTables ? "; nothing is kept of this shard"
                : _kinds.HasFlag(AnnotationKinds.Document) ? "; --resume goes on after the last of them"
                : "; nothing is kept, since only --resume goes on";
            Error.WriteLine($"interrupted: {_counts}{next}");
            return Stopped;
        }
        catch (IOException error) when (StandardStreams.IsReaderGone(error))
        {
            return StandardStreams.ReaderGone;
        }
    }

    // Tables hold every kind; a run that can be resumed tells where each document ends.
    private static AnnotationKinds KindsIn(ParseResult given) => given.GetValue(AnnotateCommand.Format) == "parquet"
        ? AnnotationKinds.All | AnnotationKinds.Document
        : (given.GetValue(AnnotateCommand.Kinds) ?? AnnotationKinds.All)
            | (given.GetValue(AnnotateCommand.Resume) ? AnnotationKinds.Document : AnnotationKinds.None);

    private void Annotate(IReadOnlyList<AnnotateInput> inputs, AnnotationWriter writer)
    {
        Progress?.Start(inputs);
        var (threads, fields) = (given.GetValue(AnnotateCommand.Threads), given.GetValue(AnnotateCommand.Fields));
        OrderedPipeline.Run(
            Batches(), threads ?? Environment.ProcessorCount, batch => Work(batch.Batch, batch.Input, batch.Position, writer), Take, Stop);

        IEnumerable<(DocumentBatch Batch, AnnotateInput Input, long Position)> Batches()
        {
            var position = 0L;
            foreach (var input in inputs)
            {
                foreach (var batch in input.Batches(Input, fields))
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
        DocumentBatch batch, AnnotateInput input, long position, AnnotationWriter writer) =>
        (batch, [.. batch.Read().Select(line => Work(line, position + line.Number - batch.FirstLine, input, writer))]);

    private AnnotatedDocument Work(DocumentLine line, long position, AnnotateInput input, AnnotationWriter writer)
    {
        var isMine = position % _shard.Of == _shard.Index - 1;
        if (line.Document is not { } document) return new("", line, !isMine);
        if (document.Id.Length == 0) document = document with { Id = line.Number.ToString(CultureInfo.InvariantCulture) };
        if (!isMine || (writer.Done.Count > 0 && writer.Done.Contains(DocumentKey.Of(document.Id)))) return new(document.Id, line, !isMine);
        try
        {
            var annotations = Annotate(document with { Published = document.Published ?? _date }, input);
            return new(document.Id, line, Doubt: document.Doubt(), Write: writer.Prepare(position, annotations));
        }
#pragma warning disable CA1031 // A document that cannot be annotated, for whatever reason, is a document skipped.
        catch (Exception error) when (error is not InvalidDataException)
#pragma warning restore CA1031
        {
            var problem = $"document '{document.Id}' cannot be annotated: {error.GetType().Name}: {error.Message} "
                + "(a fault of the program: please report it with the document)";
            return new(document.Id, line with { Problem = problem });
        }
    }

    private DocumentAnnotations Annotate(Document document, AnnotateInput input)
    {
        if (input.Corrections is not { } corrections) return input.Annotator.Annotate(document, _kinds);
        // A correction finds its annotation, whatever kinds are written.
        var annotations = input.Annotator.Annotate(document, AnnotationKinds.All);
        lock (corrections) return corrections.Apply(annotations);
    }

    // Checks the documents in order, and writes what is sound.
    private void Accept(AnnotatedDocument document, DocumentBatch batch)
    {
        var isBad = document.Line.Problem is not null;
        var isNew = document.Id.Length == 0 || isBad || _ids.Add(DocumentKey.Of(document.Id));
        if (document.IsElsewhere) return;
        if (isBad || !isNew)
        {
            Skip(batch, document);
            return;
        }

        document.Write?.Invoke();
        if (document.Doubt is { } doubt) Error.WriteLine("warning: " + doubt);
        if (document.Write is null) _counts.Done++;
        else _counts.Annotated++;
    }

    private void Skip(DocumentBatch batch, AnnotatedDocument document)
    {
        var line = document.Line.Problem is not null ? document.Line
            : document.Line with { Problem = $"id '{document.Id}' is used by an earlier document, expected ids to be unique" };
        if (given.GetValue(AnnotateCommand.Strict)) throw new InvalidDataException(batch.Locate(line));
        Error.WriteLine("error: " + batch.Locate(line));
        _counts.Skip(document.Line.Problem is null ? "id used twice" : document.Line.Document is null ? "no document" : "not annotated");
    }
}
