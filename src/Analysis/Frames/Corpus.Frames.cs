namespace Analysis;

public sealed partial class Corpus
{
    private readonly Lock _making = new();
    private Annotator? _annotator;
    private DocumentAnnotations[]? _annotations;

    /// <summary>The documents, in the order in which they were loaded.</summary>
    public IReadOnlyList<Document> Documents => Texts;

    /// <summary>The annotator that reads the documents, made of <see cref="EntitiesFile"/> when it is first asked for.</summary>
    /// <exception cref="InvalidDataException">The gazetteer is malformed; the message names file and line.</exception>
    public Annotator Annotator
    {
        get
        {
            lock (_making) return _annotator ??= Annotator.Create(Gazetteer.Load(EntitiesFile));
        }
    }

    /// <summary>The annotations of each document, in the order of <see cref="Documents"/>; made once.</summary>
    public IReadOnlyList<DocumentAnnotations> Annotations
    {
        get
        {
            var annotator = Annotator;
            lock (_making) return _annotations ??= [.. Texts.Select(document => annotator.Annotate(document))];
        }
    }
}
