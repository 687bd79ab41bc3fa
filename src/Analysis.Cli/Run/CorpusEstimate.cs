namespace Analysis.Cli;

/// <summary>The memory that a run over a corpus takes at its peak, from the size of its texts.</summary>
internal static class CorpusEstimate
{
    // From the measured peaks of all notebooks: 1.31 GB for 2,000 documents of 10 MB, 2.72 GB for 10,000 of 52 MB.
    private const long Base = 1_000_000_000;
    private const long BytesPerByte = 35;

    /// <summary>What to do in place of a run that a machine has not the memory for; null where it has.</summary>
    /// <param name="size">Number of documents, and size of their texts in bytes.</param>
    /// <param name="available">Memory of the machine in bytes.</param>
    public static string? Warning((int Documents, long Bytes) size, long available)
    {
        var needed = Base + (BytesPerByte * size.Bytes);
        return needed <= available ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"the corpus of {size.Documents:N0} documents ({size.Bytes / 1e6:N0} MB) is too large for this run: it would take about "
            + $"{needed / 1e9:N1} GB of memory; the machine has {available / 1e9:N1} GB. Use "
            + $"'annotate --format parquet', then 'count' and notebook 08");
    }
}
