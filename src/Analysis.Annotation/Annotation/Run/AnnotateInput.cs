namespace Analysis;

/// <summary>One input of <c>analysis annotate</c>, with what reads and corrects its documents.</summary>
/// <param name="Documents">The documents; null for standard input.</param>
/// <param name="Annotator">The annotator of its gazetteer and decisions.</param>
/// <param name="Corrections">A person's corrections; null for none.</param>
internal sealed record AnnotateInput(DocumentSource? Documents, Annotator Annotator, Corrections? Corrections);
