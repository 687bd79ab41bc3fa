using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Mentions;

internal static class Annotators
{
    private static readonly Lazy<Annotator> Shared = new(
        () => Annotator.Create(Gazetteer.Load(Path.Combine(Repository.Root, "corpus", "entities.tsv"))));

    public static Annotator Project => Shared.Value;

    public static string Folder => Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Annotation", "Mentions");

    public static IReadOnlyList<Mention> Mentions(string text) =>
        Project.Annotate(new Document("t", text), AnnotationKinds.Mentions).Mentions;

    public static Annotator Of(params string[] rows) =>
        Annotator.Create(Gazetteer.Read(
            new StringReader("id\ttype\tname_ar\tname_en\tstate_actor\tdemonyms\taliases\n" + string.Join('\n', rows)), "rows"));
}
