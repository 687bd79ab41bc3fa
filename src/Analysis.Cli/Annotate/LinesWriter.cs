namespace Analysis.Cli;

/// <summary>Writes annotations as JSON Lines to a stream.</summary>
internal class LinesWriter(Stream output, AnnotationKinds kinds) : IAnnotationWriter
{
    /// <inheritdoc/>
    public virtual IReadOnlySet<UInt128> Done { get; } = new HashSet<UInt128>();

    /// <inheritdoc/>
    public void Format(DocumentAnnotations annotations, JsonText text) => AnnotationLines.Format(annotations, kinds, text);

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
