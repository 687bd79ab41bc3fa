namespace Analysis.Tests.Annotation;

public sealed class CorrectionsTests
{
    private static readonly DocumentAnnotations Found = new(
        new Document("a", "زار قأني بغداد يوم الاثنين"),
        [new Mention("a", 0, 4, 8, "قأني", "esmail-qaani", "person", null, "g"), new Mention("a", 0, 9, 14, "بغداد", "baghdad", "capital", true, "g")],
        [new TimeExpression("a", 0, 15, 26, "يوم الاثنين", "DATE", "2020-03-30", "dct", "t")],
        []);

    [Fact]
    public void A_change_sets_the_fields_given_and_the_rule()
    {
        var corrected = Apply("""{"doc":"a","kind":"mention","start":9,"end":14,"action":"change","fields":{"metonym":false}}""");
        Assert.Equal(Found.Mentions[1] with { Metonym = false, Rule = "correction" }, corrected.Annotations.Mentions[1]);
        Assert.Equal(1, corrected.Applied);
        Assert.Equal(Found.Mentions[0], corrected.Annotations.Mentions[0]);
    }

    [Fact]
    public void A_change_of_the_span_changes_the_surface() => Assert.Equal(
        "الاثنين",
        Apply("""{"doc":"a","kind":"time","start":15,"end":26,"action":"change","fields":{"start":19}}""").Annotations.Times[0].Surface);

    [Fact]
    public void A_removal_takes_the_annotation_away() =>
        Assert.Single(Apply("""{"doc":"a","kind":"mention","start":4,"end":8,"action":"remove"}""").Annotations.Mentions);

    [Fact]
    public void An_addition_finds_its_place_in_the_text()
    {
        var corrected = Apply("""{"doc":"a","kind":"event","start":0,"end":26,"action":"add","fields":{"event":"visit","date":"2020-03-30","actors":["esmail-qaani"],"goldstein":1.9}}""");
        var visit = Assert.Single(corrected.Annotations.Events);
        Assert.Equal(("visit", "2020-03-30", 1.9, "correction"), (visit.Kind, visit.Date, visit.Goldstein, visit.Rule));
        Assert.Equal(["esmail-qaani"], visit.Actors);
    }

    [Fact]
    public void A_correction_that_finds_nothing_is_named()
    {
        var corrected = Apply("""{"doc":"a","kind":"mention","start":4,"end":7,"action":"remove"}""");
        Assert.Equal(0, corrected.Applied);
        Assert.Equal("corrections.jsonl(1)", Assert.Single(corrected.Idle).Source);
        Assert.Equal(2, corrected.Annotations.Mentions.Count);
    }

    [Fact]
    public void Corrections_of_other_documents_are_left_alone() =>
        Assert.Empty(Apply("""{"doc":"b","kind":"mention","start":4,"end":7,"action":"remove"}""").Idle);

    [Theory]
    [InlineData("x", "corrections.jsonl(1): no correction: 'x' is an invalid start of a value, at byte 0")]
    [InlineData("""{"doc":"a","kind":"place","start":4,"end":8,"action":"remove"}""", "corrections.jsonl(1): no correction: kind 'place', expected mention, time or event")]
    [InlineData("""{"doc":"a","kind":"time","start":4,"end":8,"action":"drop"}""", "corrections.jsonl(1): no correction: action 'drop', expected add, remove or change")]
    [InlineData("""{"doc":"a","kind":"time","start":4,"end":4,"action":"add"}""", "corrections.jsonl(1): no correction: span 4 to 4, expected a start of 0 or more and an end behind it")]
    [InlineData("""{"doc":"a","kind":"time","start":15,"end":26,"action":"change","fields":{"entity":"x"}}""", "corrections.jsonl(1): 'entity' is no field of a time")]
    [InlineData("""{"doc":"a","kind":"mention","start":4,"end":8,"action":"change","fields":{"metonym":"perhaps"}}""", "corrections.jsonl(1): field 'metonym' is 'perhaps', expected true, false or null")]
    [InlineData("""{"doc":"a","kind":"mention","start":4,"end":99,"action":"remove"}""", "corrections.jsonl(1): span ends at 99, the text of document a at 26")]
    [InlineData("""{"doc":"a","kind":"mention","start":0,"end":3,"action":"add"}""", "corrections.jsonl(1): a mention added needs the field 'type'")]
    public void What_is_wrong_is_said_with_file_and_line(string line, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Apply(line)).Message);

    private static CorrectedAnnotations Apply(string lines)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var file = Path.Combine(folder, "corrections.jsonl");
            File.WriteAllText(file, lines);
            return Corrections.Load(file).Apply(Found);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
