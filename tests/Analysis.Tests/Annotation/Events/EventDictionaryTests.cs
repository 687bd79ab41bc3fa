namespace Analysis.Tests.Annotation.Events;

/// <summary>A corpus of another subject brings its own event dictionary beside its gazetteer.</summary>
public sealed class EventDictionaryTests : IDisposable
{
    private const string Header = "id\tkind\tverbs\tnouns\twith\tslots\tcameo\tplover\texample\tmiss\n";
    private const string Text = "سبر العراق الفضاء";

    private readonly string _folder = Directory.CreateTempSubdirectory("dictionary").FullName;

    public EventDictionaryTests() => File.WriteAllText(
        Path.Combine(_folder, "entities.tsv"), "id\ttype\tname_ar\tname_en\niraq\tstate\tالعراق\tIraq\n");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_dictionary_beside_the_gazetteer_adds_rules()
    {
        Assert.Empty(Events());
        Write("probe\tother\tسبر يسبر\t\t\tsubj:actor\t\t\t\t\n");
        var found = Assert.Single(Events());
        Assert.Equal(("other", "event:probe", "iraq"), (found.Kind, found.Rule, Assert.Single(found.Actors)));
    }

    [Fact]
    public void Another_gazetteer_does_not_borrow_the_dictionary_of_the_project()
    {
        const string Nuclear = "خصب العراق اليورانيوم";
        Assert.Contains(EventReading.Of(Nuclear), found => found.Rule == "event:enrich");
        Assert.Empty(Events(Nuclear));
    }

    [Theory]
    [InlineData("attack\tattack\tسبر\t\t\tsubj:actor\t\t\t\t", "rule 'attack' is defined twice")]
    [InlineData("probe\tflight\tسبر\t\t\tsubj:actor\t\t\t\t", "no kind 'flight' in event-kinds.tsv")]
    [InlineData("probe\tother\tسبر\t\t@planets\tsubj:actor\t\t\t\t", "no class 'planets' in event-classes.tsv")]
    [InlineData("probe\tother\tسبر\t\t\tsubj:pilot\t\t\t\t",
        "role 'pilot', expected actor, target, whom, place, content, unreal, claimed, addressee or blamed")]
    [InlineData("probe\tother\tسبر\t\t\tabove:actor\t\t\t\t", "no slot 'above:actor'")]
    [InlineData("probe\tother\tسبر\t\t\tsubj:actor\t999\t\t\t", "no CAMEO code '999'")]
    [InlineData("probe\tother", "2 fields, expected 10")]
    public void A_bad_row_is_said_with_file_and_line(string row, string problem)
    {
        Write(row + "\n");
        Assert.EndsWith("events.tsv(2): " + problem, Assert.Throws<InvalidDataException>(() => Events()).Message, StringComparison.Ordinal);
    }

    private void Write(string rows) => File.WriteAllText(Path.Combine(_folder, "events.tsv"), Header + rows);

    private IReadOnlyList<Event> Events(string text = Text) =>
        Annotator.Create(Gazetteer.Load(Path.Combine(_folder, "entities.tsv")))
            .Annotate(new Document("1", text, new DateOnly(2021, 1, 1))).Events;
}
