namespace Analysis.Cli;

/// <summary>A document of a batch, after the work on it.</summary>
/// <param name="Id">Its id; empty where it has none.</param>
/// <param name="Line">Where it comes from, and what is wrong with it, if anything.</param>
/// <param name="IsElsewhere">Whether it belongs to another shard.</param>
/// <param name="Doubt">A warning; null if nothing is suspicious.</param>
/// <param name="Write">Writes its annotations; null where it has none, or the output holds them already.</param>
internal readonly record struct AnnotatedDocument(
    string Id, DocumentLine Line, bool IsElsewhere = false, string? Doubt = null, Action? Write = null);

/// <summary>Writes annotations in one format.</summary>
internal abstract class AnnotationWriter : IDisposable
{
    /// <summary>Keys of the documents that the output holds already (see <see cref="DocumentKey"/>).</summary>
    public virtual IReadOnlySet<UInt128> Done { get; } = new HashSet<UInt128>();

    /// <summary>Prepares what is to be written of a document, on any thread.</summary>
    /// <param name="position">0-based position of the document in the input.</param>
    /// <param name="annotations">Its annotations.</param>
    /// <returns>Writes it, when it is the document's turn.</returns>
    public abstract Action Prepare(long position, DocumentAnnotations annotations);

    /// <summary>Ends the output; without this it is left as it is after an interruption.</summary>
    public virtual void Complete()
    {
    }

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
