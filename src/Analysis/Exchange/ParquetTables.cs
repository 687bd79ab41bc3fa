namespace Analysis;

/// <summary>Writes annotations as tables in Parquet.</summary>
public static class ParquetExport
{
    /// <summary>
    /// Writes annotations as five tables: <c>documents</c>, <c>sentences</c> (with their texts), <c>mentions</c>, <c>times</c> and
    /// <c>events</c>, each a folder with a Parquet file (Zstandard) that has the columns of the frame of that name. DuckDB, Spark and
    /// pandas read such a folder as one table; <see cref="CorpusCounts"/> counts it. Annotations are written as they come, so that a
    /// corpus may be larger than memory.
    /// </summary>
    /// <param name="annotations">The annotations, in the order of the corpus.</param>
    /// <param name="folder">The folder for the tables, which is made; files of an earlier call are replaced.</param>
    /// <param name="byMonth">Whether a table has a folder for each month of publication, <c>month=2020-01</c>, as Hive partitions.</param>
    /// <exception cref="IOException">A file cannot be written; none has its name then.</exception>
    public static void WriteParquet(this IEnumerable<DocumentAnnotations> annotations, string folder, bool byMonth = false)
    {
        using var tables = new ParquetTables(folder, byMonth: byMonth);
        foreach (var (number, document) in annotations.Index()) tables.Prepare(number, document)();
        tables.Complete();
    }
}

/// <summary>
/// The tables of <see cref="ParquetExport"/> while documents are annotated. Any number of processes write to one folder, each its own part.
/// </summary>
internal sealed class ParquetTables : AnnotationWriter
{
    // Rows of one table that are held in memory.
    private const int RowGroup = 50_000;
    private const int RowGroupOfMonth = 10_000;

    // What Hive, Spark and DuckDB take for a missing value.
    private const string NoMonth = "__HIVE_DEFAULT_PARTITION__";

    private readonly string _folder;
    private readonly string _part;
    private readonly bool _byMonth;
    private readonly Dictionary<string, IParquetTable> _tables = new(StringComparer.Ordinal);

    /// <summary>Tables in a folder, which is made.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="part">Name of the files: other parts in the folder are not touched, this one is replaced.</param>
    /// <param name="byMonth">Whether a table has a folder for each month of publication, <c>month=2020-01</c>, as Hive partitions.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public ParquetTables(string folder, string part = "part-0", bool byMonth = false)
    {
        (_folder, _part, _byMonth) = (Path.GetFullPath(folder), part, byMonth);
        AtomicFile.Try(_folder);
        if (!byMonth) Add(null, [], [], [], [], []);
    }

    /// <summary>Name of the part of a shard, by which <see cref="CorpusCounts"/> knows whether all are there.</summary>
    public static string PartOf(int shard, int shards) => FormattableString.Invariant($"part-{shard}-of-{shards}");

    /// <summary>Makes the rows of one document; by its number parts are put in order.</summary>
    public override Action Prepare(long number, DocumentAnnotations annotations)
    {
        var it = annotations.Document;
        var document = new DocumentRow(
            checked((int)number), it.Id, it.Published, it.Outlet, it.Title, Segmentation.Words(it), annotations.NoNewsReason);
        SentenceRow[] sentences = [.. Sentence.In(it).Select(each => new SentenceRow(
            each.Document, each.Index, each.Start, each.End, each.Paragraph, each.Kind.ToString(), each.Text))];
        Mention[] mentions = [.. annotations.Mentions.Select(UnlistedName.WithId)];
        EventRow[] events = [.. annotations.Events.Select(EventRow.Of)];
        return () => Add(it.Published, [document], sentences, mentions, annotations.Times, events);
    }

    /// <summary>Completes the files: until then none of them has its name.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public override void Complete()
    {
        foreach (var table in _tables.Values) table.WriteRest();
        foreach (var table in _tables.Values) table.Complete();
        _tables.Clear();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var table in _tables.Values) table.Abandon();
        base.Dispose();
    }

    private void Add(DateOnly? published, IEnumerable<DocumentRow> documents, IEnumerable<SentenceRow> sentences,
        IEnumerable<Mention> mentions, IEnumerable<TimeExpression> times, IEnumerable<EventRow> events)
    {
        var month = _byMonth ? $"month={published.YearMonth() ?? NoMonth}" : "";
        Add("documents", month, documents);
        Add("sentences", month, sentences);
        Add("mentions", month, mentions);
        Add("times", month, times);
        Add("events", month, events);
    }

    private void Add<TRow>(string name, string month, IEnumerable<TRow> rows)
    {
        var path = Path.Combine(_folder, name, month, _part + ".parquet");
        if (!_tables.TryGetValue(path, out var table))
            _tables.Add(path, table = new ParquetTable<TRow>(path, _byMonth ? RowGroupOfMonth : RowGroup));
        ((ParquetTable<TRow>)table).Add(rows);
    }
}

/// <summary>A row of the table <c>documents</c>.</summary>
/// <param name="Number">0-based position in the corpus.</param>
/// <param name="Id">Id of the document.</param>
/// <param name="Published">Publication date; null if it is unknown.</param>
/// <param name="Outlet">Who published the text; empty if that is unknown.</param>
/// <param name="Title">Its title; empty if there is none.</param>
/// <param name="Words">Number of words.</param>
/// <param name="NoNewsReason">Why the text is taken for something other than news; null for news.</param>
internal sealed record DocumentRow(
    int Number, string Id, DateOnly? Published, string Outlet, string Title, int Words, string? NoNewsReason);

/// <summary>A row of the table <c>sentences</c>: a sentence, its kind by name.</summary>
internal sealed record SentenceRow(string Document, int Index, int Start, int End, int Paragraph, string Kind, string Text);

/// <summary>A row of the table <c>events</c>: an event, with the first and last day that its date can mean; null where that is
/// open.</summary>
internal sealed record EventRow(
    string Document, int Sentence, int Start, int End, string Kind, string Date, DateOnly? Earliest, DateOnly? Latest, string DateBasis,
    IReadOnlyList<string> Actors, IReadOnlyList<string> Targets, string Place, string Cameo, double Goldstein, string Plover, string Rule)
{
    public static EventRow Of(Event it)
    {
        var date = Edtf.TryParse(it.Date, out var read) ? read : null;
        return new(
            it.Document, it.Sentence, it.Start, it.End, it.Kind, it.Date, date?.Earliest, date?.Latest, it.DateBasis, it.Actors, it.Targets,
            it.Place, it.Cameo, it.Goldstein, it.Plover, it.Rule);
    }
}
