namespace Analysis;

/// <summary>Writes annotations in one format, document after document; on disposal what is not complete is removed.</summary>
internal abstract class AnnotationWriter : IDisposable
{
    /// <summary>Keys of the documents that the output holds already.</summary>
    public virtual IReadOnlySet<UInt128> Done { get; } = new HashSet<UInt128>();

    /// <summary>Prepares what is to be written of a document, on any thread.</summary>
    /// <param name="number">0-based position of the document in the input.</param>
    /// <param name="annotations">Its annotations.</param>
    /// <returns>Writes it, when it is the document's turn.</returns>
    /// <exception cref="IOException">Where it is written: a file cannot be.</exception>
    public abstract Action Prepare(long number, DocumentAnnotations annotations);

    /// <summary>Ends the output; without this it is left as it is after an interruption.</summary>
    public virtual void Complete()
    {
    }

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
