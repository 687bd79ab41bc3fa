namespace Analysis.Cli;

/// <summary>Writes annotations as JSON Lines to a stream.</summary>
internal class LinesWriter(Stream output, AnnotationKinds kinds) : AnnotationWriter
{
    [ThreadStatic]
    private static JsonText? _text;

    /// <inheritdoc/>
    public override Action Prepare(long position, DocumentAnnotations annotations)
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
}
