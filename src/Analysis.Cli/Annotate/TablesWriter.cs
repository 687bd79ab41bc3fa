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
    public Action Prepare(long position, DocumentAnnotations annotations)
    {
        var rows = DocumentRows.Of(checked((int)position), annotations);
        return () => _tables.Add(rows);
    }

    /// <inheritdoc/>
    public void Complete() => _tables.Complete();

    /// <inheritdoc/>
    public void Dispose() => _tables.Dispose();
}
