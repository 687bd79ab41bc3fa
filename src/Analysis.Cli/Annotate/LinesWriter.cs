namespace Analysis.Cli;

/// <summary>Writes annotations as JSON Lines to a stream.</summary>
internal class LinesWriter(Stream output, AnnotationKinds kinds) : AnnotationWriter
{
    /// <inheritdoc/>
    public override Action Prepare(long number, DocumentAnnotations annotations)
    {
        var lines = AnnotationLines.Of(annotations, kinds);
        return () =>
        {
            output.Write(lines);
            output.Flush();
        };
    }
}
