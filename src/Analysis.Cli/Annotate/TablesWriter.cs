namespace Analysis.Cli;

/// <summary>Writes annotations as tables in Parquet: the part of one shard. What is not complete is removed.</summary>
internal sealed class TablesWriter : AnnotationWriter
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
    public override Action Prepare(long position, DocumentAnnotations annotations) =>
        _tables.Prepare(checked((int)position), annotations);

    /// <inheritdoc/>
    public override void Complete() => _tables.Complete();

    /// <inheritdoc/>
    public override void Dispose()
    {
        _tables.Dispose();
        base.Dispose();
    }
}
