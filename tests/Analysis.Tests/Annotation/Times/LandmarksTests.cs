using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation.Times;

public sealed class LandmarksTests
{
    private const string Table = "phrase\tdate\nمعركة الكرمة\t2015-05\nمعركة\t2014-01-01\n";
    private const string Told = "قتل عشرة جنود عراقيين في معركة الكرمة. وقصفت طائرات أمريكية بغداد في 3 يناير بعد معركة الكرمة.";

    [Fact]
    public void A_landmark_dates_an_event_whose_sentence_holds_no_date() => Assert.Equal(
        ["killing 2015-05 landmark", "attack 2020-01-03 dct"], Events(Table));

    [Fact]
    public void Without_landmarks_nothing_is_dated_by_them() =>
        Assert.DoesNotContain("landmark", string.Join(' ', Events(null)), StringComparison.Ordinal);

    [Theory]
    [InlineData("phrase\tdate\nمعركة\tقديم\n", "landmarks.tsv(2): date 'قديم', expected EDTF such as 2003-04-09 or 2020-01")]
    [InlineData("phrase\tdate\nمعركة\t2014\nمَعْركة\t2015\n", "landmarks.tsv(3): phrase 'مَعْركة' is empty or stands twice")]
    public void A_row_that_is_wrong_is_named(string table, string message) =>
        Assert.EndsWith(message, Assert.Throws<InvalidDataException>(() => Events(table)).Message, StringComparison.Ordinal);

    private static string[] Events(string? table)
    {
        using var folder = new TemporaryFolder();
        var entities = Path.Combine(folder.Location, "entities.tsv");
        File.Copy(Path.Combine(Repository.Root, "corpus", "entities.tsv"), entities);
        if (table is not null) File.WriteAllText(Path.Combine(folder.Location, "landmarks.tsv"), table);
        var annotator = Annotator.Create(Gazetteer.Load(entities), landmarks: table is null ? null : Landmarks.Beside(entities));
        var events = annotator.Annotate(new Document("1", Told, new DateOnly(2020, 2, 1))).Events;
        return [.. events.Select(found => $"{found.Kind} {found.Date} {found.DateBasis}")];
    }
}
