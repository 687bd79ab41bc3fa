using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Events;

/// <summary>Reads the events of single sentences and of documents.</summary>
internal static class EventReading
{
    /// <summary>The project's gazetteer.</summary>
    public static Gazetteer Gazetteer { get; } = Gazetteer.Load(Path.Combine(Repository.Corpus, "entities.tsv"));

    private static readonly Lazy<Annotator> Shared = new(() => Annotator.Create(Gazetteer!));

    /// <summary>Events of a text of the last day of 2021.</summary>
    public static IReadOnlyList<Event> Of(string text) => Of(new Document("t", text, new DateOnly(2021, 12, 31)));

    /// <summary>All annotations of a document.</summary>
    public static DocumentAnnotations Annotate(Document document) => Shared.Value.Annotate(document);

    /// <summary>Events of a document.</summary>
    public static IReadOnlyList<Event> Of(Document document) => Annotate(document).Events;
}
