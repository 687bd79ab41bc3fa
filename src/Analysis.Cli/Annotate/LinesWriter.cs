namespace Analysis.Cli;

/// <summary>Writes annotations as JSON Lines to a stream.</summary>
internal class LinesWriter(Stream output, AnnotationKinds kinds) : IAnnotationWriter
{
    [ThreadStatic]
    private static JsonText? _text;

    /// <inheritdoc/>
    public virtual IReadOnlySet<UInt128> Done { get; } = new HashSet<UInt128>();

    /// <inheritdoc/>
    public Action Prepare(long position, DocumentAnnotations annotations)
    {
        var text = _text ??= new();
        text.Clear();
        AnnotationLines.Format(annotations, kinds, text);
        var lines = text.Written.ToArray();
        return () =>
        {
            output.Write(lines);
            output.Flush();
        };
    }

    /// <inheritdoc/>
    public virtual void Complete()
    {
    }

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
