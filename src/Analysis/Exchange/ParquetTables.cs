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
        foreach (var (number, document) in annotations.Index()) tables.Add(DocumentRows.Of(number, document));
        tables.Complete();
    }
}

/// <summary>
/// The tables of <see cref="ParquetExport"/> while documents are annotated. Any number of processes write to one folder, each its own part.
/// </summary>
internal sealed class ParquetTables : IDisposable
{
    // Rows of one table that are held in memory.
    private const int RowGroup = 50_000;
    private const int RowGroupOfMonth = 10_000;

    // What Hive, Spark and DuckDB take for a missing value.
    private const string NoMonth = "__HIVE_DEFAULT_PARTITION__";

    private readonly string _folder;
    private readonly string _part;
    private readonly bool _byMonth;
    private readonly Dictionary<string, TableSet> _sets = new(StringComparer.Ordinal);

    /// <summary>Tables in a folder, which is made.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="part">Name of the files: other parts in the folder are not touched, this one is replaced.</param>
    /// <param name="byMonth">Whether a table has a folder for each month of publication, <c>month=2020-01</c>, as Hive partitions.</param>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public ParquetTables(string folder, string part = "part-0", bool byMonth = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentException.ThrowIfNullOrEmpty(part);
        (_folder, _part, _byMonth) = (Path.GetFullPath(folder), part, byMonth);
        Directory.CreateDirectory(_folder);
        if (!byMonth) _ = SetOf(null);
    }

    /// <summary>Name of the part of a shard, by which <see cref="CorpusCounts"/> knows whether all are there.</summary>
    public static string PartOf(int shard, int shards) => FormattableString.Invariant($"part-{shard}-of-{shards}");

    /// <summary>Adds the rows of one document.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Add(DocumentRows rows)
    {
        var set = SetOf(rows.Document.Published);
        set.Documents.Add([rows.Document]);
        set.Sentences.Add(rows.Sentences);
        set.Mentions.Add(rows.Mentions);
        set.Times.Add(rows.Times);
        set.Events.Add(rows.Events);
    }

    /// <summary>Completes the files: until then none of them has its name.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Complete()
    {
        foreach (var table in _sets.Values.SelectMany(set => set.All)) table.WriteRest();
        foreach (var table in _sets.Values.SelectMany(set => set.All)) table.Complete();
        _sets.Clear();
    }

    /// <summary>Removes what is not complete.</summary>
    public void Dispose()
    {
        foreach (var table in _sets.Values.SelectMany(set => set.All)) table.Abandon();
        _sets.Clear();
    }

    private TableSet SetOf(DateOnly? published)
    {
        var month = _byMonth ? $"month={published.YearMonth() ?? NoMonth}" : "";
        if (!_sets.TryGetValue(month, out var set))
            _sets.Add(month, set = new(_folder, Path.Combine(month, _part + ".parquet"), _byMonth ? RowGroupOfMonth : RowGroup));
        return set;
    }

    private sealed class TableSet(string folder, string file, int rowGroup)
    {
        public ParquetTable<DocumentRow> Documents { get; } = new(Path.Combine(folder, "documents", file), rowGroup);

        public ParquetTable<SentenceRow> Sentences { get; } = new(Path.Combine(folder, "sentences", file), rowGroup);

        public ParquetTable<Mention> Mentions { get; } = new(Path.Combine(folder, "mentions", file), rowGroup);

        public ParquetTable<TimeExpression> Times { get; } = new(Path.Combine(folder, "times", file), rowGroup);

        public ParquetTable<EventRow> Events { get; } = new(Path.Combine(folder, "events", file), rowGroup);

        public IEnumerable<IParquetTable> All => [Documents, Sentences, Mentions, Times, Events];
    }
}

/// <summary>The rows of one document in all tables.</summary>
internal sealed record DocumentRows(
    DocumentRow Document, IReadOnlyList<SentenceRow> Sentences, IReadOnlyList<Mention> Mentions, IReadOnlyList<TimeExpression> Times,
    IReadOnlyList<EventRow> Events)
{
    /// <summary>Makes the rows, on any thread.</summary>
    /// <param name="number">0-based position of the document in the corpus, by which parts are put in order.</param>
    /// <param name="annotations">Its annotations.</param>
    public static DocumentRows Of(int number, DocumentAnnotations annotations) => new(
        DocumentRow.Of(number, annotations), [.. Sentence.In(annotations.Document).Select(SentenceRow.Of)],
        [.. annotations.Mentions.Select(UnlistedName.WithId)], annotations.Times, [.. annotations.Events.Select(EventRow.Of)]);
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
    int Number, string Id, DateOnly? Published, string Outlet, string Title, int Words, string? NoNewsReason)
{
    public static DocumentRow Of(int number, DocumentAnnotations annotations) => new(
        number, annotations.Document.Id, annotations.Document.Published, annotations.Document.Outlet, annotations.Document.Title,
        Segmentation.Words(annotations.Document), annotations.NoNewsReason);
}

/// <summary>A row of the table <c>sentences</c>: a sentence, its kind by name.</summary>
internal sealed record SentenceRow(string Document, int Index, int Start, int End, int Paragraph, string Kind, string Text)
{
    public static SentenceRow Of(Sentence it) => new(it.Document, it.Index, it.Start, it.End, it.Paragraph, it.Kind.ToString(), it.Text);
}

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
