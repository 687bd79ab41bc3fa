namespace Analysis.Cli;

/// <summary>Writes annotations as JSON Lines to a stream.</summary>
internal class LinesWriter(Stream output, AnnotationKinds kinds) : IAnnotationWriter
{
    /// <inheritdoc/>
    public virtual IReadOnlySet<UInt128> Done { get; } = new HashSet<UInt128>();

    /// <inheritdoc/>
    public DocumentRows? Format(long position, DocumentAnnotations annotations, JsonText text)
    {
        AnnotationLines.Format(annotations, kinds, text);
        return null;
    }

    /// <inheritdoc/>
    public void Add(DocumentRows rows) => throw new NotSupportedException("lines have no rows");

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> formatted)
    {
        if (formatted.IsEmpty) return;
        output.Write(formatted);
        output.Flush();
    }

    /// <inheritdoc/>
    public virtual void Complete()
    {
    }

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
