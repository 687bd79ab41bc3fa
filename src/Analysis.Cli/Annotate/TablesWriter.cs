namespace Analysis.Cli;

/// <summary>Writes annotations as tables in Parquet: the part of one shard. What is not complete is removed.</summary>
internal sealed class TablesWriter : IAnnotationWriter
{
    private readonly ParquetTables _tables;

    /// <summary>Begins the part of a shard in a folder, which is made.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public TablesWriter(string folder, (int Index, int Of) shard)
    {
        AtomicFile.Try(folder);
        _tables = new(folder, ParquetTables.PartOf(shard.Index, shard.Of));
    }

    /// <inheritdoc/>
    public IReadOnlySet<UInt128> Done { get; } = new HashSet<UInt128>();

    /// <inheritdoc/>
    public DocumentRows? Format(long position, DocumentAnnotations annotations, JsonText text) =>
        DocumentRows.Of(checked((int)position), annotations);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> formatted)
    {
    }

    /// <inheritdoc/>
    public void Add(DocumentRows rows) => _tables.Add(rows);

    /// <inheritdoc/>
    public void Complete() => _tables.Complete();

    /// <inheritdoc/>
    public void Dispose() => _tables.Dispose();
}
