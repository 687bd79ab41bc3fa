namespace Analysis;

/// <summary>The corrections of one file while the documents that they are for pass by: those of its folder, or all where an option names the file.</summary>
internal sealed class CorrectionsInUse(string path, Corrections corrections)
{
    private readonly HashSet<string> _documents = new(StringComparer.Ordinal);

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>Number of corrections applied so far.</summary>
    public int Applied { get; private set; }

    /// <summary>Applies what there is for one document.</summary>
    /// <exception cref="InvalidDataException">As for <see cref="Corrections.Apply"/>.</exception>
    public CorrectedAnnotations Apply(DocumentAnnotations annotations)
    {
        _documents.Add(annotations.Document.Id);
        var corrected = corrections.Apply(annotations);
        Applied += corrected.Applied;
        return corrected;
    }

    /// <summary>Corrections of documents that did not pass by.</summary>
    public IReadOnlyList<Correction> Unmet() => corrections.Elsewhere(_documents);
}
