namespace Analysis.Cli;

/// <summary>What a run over a corpus will need, from the size of its texts.</summary>
/// <param name="Documents">Number of documents.</param>
/// <param name="Bytes">Size of the texts in bytes.</param>
internal readonly record struct CorpusEstimate(int Documents, long Bytes)
{
    // From the measured peaks of all notebooks: 1.31 GB for 2,000 documents of 10 MB, 2.72 GB for 10,000 of 52 MB.
    private const long Base = 1_000_000_000;
    private const long BytesPerByte = 35;

    /// <summary>Memory that a run takes at its peak, in bytes.</summary>
    public long Memory => Base + (BytesPerByte * Bytes);

    /// <summary>Measures a corpus; its lines are counted and not parsed.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static CorpusEstimate Of(string location)
    {
        var (documents, bytes) = DocumentSource.Open(location).Measure();
        return new(documents, bytes);
    }

    /// <summary>What to do in place of a run that a machine has not the memory for; null where it has.</summary>
    /// <param name="available">Memory of the machine in bytes.</param>
    public string? Warning(long available) => Memory <= available ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"the corpus of {Documents:N0} documents ({Bytes / 1e6:N0} MB) is too large for this run: it would take about "
        + $"{Memory / 1e9:N1} GB of memory; the machine has {available / 1e9:N1} GB. Use "
        + $"'annotate --format parquet', then 'count' and notebook 08");
}
