namespace Analysis.Cli;

/// <summary>What has become of a document.</summary>
internal enum DocumentFate
{
    /// <summary>It is annotated.</summary>
    Annotated,

    /// <summary>The output holds it already.</summary>
    Done,

    /// <summary>It belongs to another shard.</summary>
    Elsewhere,

    /// <summary>It is no document, or cannot be read or annotated.</summary>
    Bad,
}

/// <summary>A document of a batch, after the work on it.</summary>
/// <param name="Id">Its id; empty where it has none.</param>
/// <param name="Fate">What has become of it.</param>
/// <param name="Line">Where it comes from, and what is wrong with it.</param>
/// <param name="Doubt">A warning; null if nothing is suspicious.</param>
/// <param name="Write">Writes its annotations; null where it has none.</param>
internal readonly record struct AnnotatedDocument(string Id, DocumentFate Fate, DocumentLine Line, string? Doubt, Action? Write);

/// <summary>Writes annotations in one format.</summary>
internal interface IAnnotationWriter : IDisposable
{
    /// <summary>Keys of the documents that the output holds already (see <see cref="DocumentKey"/>).</summary>
    IReadOnlySet<UInt128> Done { get; }

    /// <summary>Prepares what is to be written of a document, on any thread.</summary>
    /// <param name="position">0-based position of the document in the input.</param>
    /// <param name="annotations">Its annotations.</param>
    /// <returns>Writes it, when it is the document's turn.</returns>
    Action Prepare(long position, DocumentAnnotations annotations);

    /// <summary>Ends the output; without this it is left as it is after an interruption.</summary>
    void Complete();
}
