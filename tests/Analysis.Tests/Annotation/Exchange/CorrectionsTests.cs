using System.Text;
using System.Text.Json.Nodes;
using Analysis.Tests.Annotation.Mentions;
using Analysis.Tests.Corpora;

namespace Analysis.Tests.Annotation;

public sealed class CorrectionsTests
{
    private const string Addition = "\"doc\":\"a\",\"action\":\"add\"";

    private static readonly DocumentAnnotations Found = new(
        new Document("a", "زار قأني بغداد يوم الاثنين 😀😀"),
        [new Mention("a", 0, 4, 8, "قأني", "esmail-qaani", "person", null, "g"),
            new Mention("a", 0, 9, 14, "بغداد", "baghdad", "capital", true, "g")],
        [new TimeExpression("a", 0, 15, 26, "يوم الاثنين", "DATE", "2020-03-30", "dct", "t")],
        []);

    [Fact]
    public void A_change_sets_the_fields_given_and_the_rule()
    {
        var (corrected, corrections) = Apply(
            """{"doc":"a","kind":"mention","start":9,"end":14,"action":"change","fields":{"metonym":false}}""");
        Assert.Equal(Found.Mentions[1] with { Metonym = false, Rule = "correction" }, corrected.Mentions[1]);
        Assert.Equal((1, 0), (corrections.Applied, corrections.Idle.Count));
        Assert.Equal(Found.Mentions[0], corrected.Mentions[0]);
    }

    [Fact]
    public void A_change_of_the_span_changes_the_surface() => Assert.Equal(
        "الاثنين",
        Apply("""{"doc":"a","kind":"time","start":15,"end":26,"action":"change","fields":{"start":19}}""").Corrected.Times[0].Surface);

    [Fact]
    public void A_removal_takes_the_annotation_away() =>
        Assert.Single(Apply("""{"doc":"a","kind":"mention","start":4,"end":8,"action":"remove"}""").Corrected.Mentions);

    [Fact]
    public void An_addition_finds_its_place_in_the_text()
    {
        var (corrected, _) = Apply(
            """{"doc":"a","kind":"event","start":0,"end":26,"action":"add","fields":{"event":"visit","date":"2020-03-30","""
            + """ "actors":["esmail-qaani","?فلان"],"goldstein":1.9}}""");
        var visit = Assert.Single(corrected.Events);
        Assert.Equal(("visit", "2020-03-30", 1.9, "correction"), (visit.Kind, visit.Date, visit.Goldstein, visit.Rule));
        Assert.Equal(["esmail-qaani", "?فلان"], visit.Actors);
    }

    [Fact]
    public void Corrections_that_find_nothing_are_named_and_those_of_documents_yet_to_come()
    {
        var (corrected, corrections) = Apply(
            """
            {"doc":"a","kind":"mention","start":4,"end":7,"action":"remove"}

            {"doc":"b","kind":"mention","start":4,"end":8,"action":"remove"}
            """);
        Assert.Equal((2, 0), (corrected.Mentions.Count, corrections.Applied));
        Assert.Equal(["corrections.jsonl(1)", "corrections.jsonl(3)"], corrections.Idle.Select(correction => correction.Source));
        Assert.Equal(
            "corrections.jsonl(1): document a has no mention from 4 to 7, so there is nothing to remove", corrections.Idle[0].ToWarning());
        Assert.Single(corrections.Apply(Found with { Document = Found.Document with { Id = "b" } }).Mentions);
        Assert.Single(corrections.Idle);
    }

    [Theory]
    [InlineData("x", "no JSON: 'x' is an invalid start of a value, at byte 0")]
    [InlineData("[]", "no JSON object, expected one on each line")]
    [InlineData("""{"doc":"a","kind":"place","start":4,"end":8,"action":"remove"}""",
        "'kind' is \"place\", expected one of mention, time, event")]
    [InlineData("""{"doc":"a","kind":"time","start":4,"end":8,"action":"drop"}""",
        "'action' is \"drop\", expected one of add, remove, change")]
    [InlineData("""{"doc":"a","kind":"time","start":4,"end":8}""", "'action' is missing, expected one of add, remove, change")]
    [InlineData("""{"doc":"a","kind":"time","start":1.5,"end":8,"action":"remove"}""",
        "'start' is 1.5, expected a whole number, 0 or more")]
    [InlineData("""{"doc":"a","kind":"time","start":4,"end":1e18,"action":"remove"}""",
        "'end' is 1e18, expected a whole number, 0 or more")]
    [InlineData("""{"doc":"a","kind":"time","start":4,"end":4,"action":"remove"}""", "'end' is 4, expected a number above 4, the start")]
    [InlineData("""{"doc":"a","kind":"time","start":4,"end":8,"action":"change","field":{}}""",
        "'field' is unknown, expected doc, kind, start, end, action, fields")]
    [InlineData("""{"doc":"a","kind":"time","start":4,"end":8,"action":"change","fields":[]}""",
        "'fields' is [], expected an object with the new values")]
    [InlineData("""{"doc":"a","kind":"time","start":15,"end":26,"action":"change","fields":{"entity":"iran"}}""",
        "'entity' is no field of a time, expected one of start, end, type, value, anchor")]
    [InlineData("""{"doc":"a","kind":"mention","start":0,"end":3,"action":"add"}""",
        "mention without 'type', expected this field where a mention is added")]
    public void What_is_no_correction_is_said_with_file_and_line(string line, string message) =>
        Assert.Equal("corrections.jsonl(2): " + message, Assert.Throws<InvalidDataException>(() => Load("\n" + line)).Message);

    [Theory]
    [InlineData("mention", """{"type":"person","entity":"nobody"}""",
        "'entity' is \"nobody\", expected an id of the gazetteer, or one that begins with '?'")]
    [InlineData("mention", """{"type":"person","entity":"?a\nb"}""",
        """'entity' is "?a\nb", expected an id of the gazetteer, or one that begins with '?'""")]
    [InlineData("mention", """{"type":"person","entity":5}""",
        "'entity' is 5, expected an id of the gazetteer, or one that begins with '?'")]
    [InlineData("mention", """{"type":"person","entity":""}""",
        "'entity' is \"\", expected an id of the gazetteer, or one that begins with '?'")]
    [InlineData("mention", """{"type":"capital","metonym":"perhaps"}""", "'metonym' is \"perhaps\", expected true, false or null")]
    [InlineData("time", """{"value":"2020","type":"TIME"}""", "'type' is \"TIME\", expected one of DATE, DURATION, SET")]
    [InlineData("time", """{"value":"2020-99-99"}""",
        "'value' is \"2020-99-99\", expected a date in EDTF, such as 2020-01-03, a duration, such as P2M, or PAST_REF, PRESENT_REF or "
            + "FUTURE_REF")]
    [InlineData("time", """{"value":"P"}""",
        "'value' is \"P\", expected a date in EDTF, such as 2020-01-03, a duration, such as P2M, or PAST_REF, PRESENT_REF or FUTURE_REF")]
    [InlineData("time", """{"value":"2020","anchor":"x"}""", "'anchor' is \"x\", expected one of absolute, dct, narrative, none")]
    [InlineData("event", """{"event":"visit","date":"rubbish"}""",
        "'date' is \"rubbish\", expected a date in EDTF, such as 2020-01-03 or 2020-01/2020-02, or nothing")]
    [InlineData("event", """{"event":"visit","actors":"iran"}""", "'actors' is \"iran\", expected a list of ids of the gazetteer")]
    [InlineData("event", """{"event":"visit","targets":["iran","nobody"]}""",
        "'targets' is \"nobody\", expected an id of the gazetteer, or one that begins with '?'")]
    [InlineData("event", """{"event":"visit","goldstein":1e999}""", "'goldstein' is 1e999, expected a number from -10 to 10")]
    public void A_bad_value_is_said_with_file_and_line(string kind, string fields, string message) => Assert.Equal(
        "corrections.jsonl(1): " + message,
        Assert.Throws<InvalidDataException>(
            () => Load($"{{{Addition},\"kind\":\"{kind}\",\"start\":0,\"end\":3,\"fields\":{fields}}}")).Message);

    [Theory]
    [InlineData("mention", """{"type":"wizard"}""", "'type' is \"wizard\", expected one of person, state")]
    [InlineData("event", """{"event":"light"}""", "'event' is \"light\", expected one of statement, threat")]
    public void A_bad_name_is_answered_with_the_good_ones(string kind, string fields, string message) => Assert.StartsWith(
        "corrections.jsonl(1): " + message,
        Assert.Throws<InvalidDataException>(
            () => Load($"{{{Addition},\"kind\":\"{kind}\",\"start\":0,\"end\":3,\"fields\":{fields}}}")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(4, 99, "one inside the text of 31 characters")]
    [InlineData(3, 8, "one without white space at its ends")]
    [InlineData(4, 9, "one without white space at its ends")]
    [InlineData(28, 31, "one that divides no surrogate pair")]
    [InlineData(27, 30, "one that divides no surrogate pair")]
    public void A_span_is_checked_against_the_text(int start, int end, string expected) => Assert.Equal(
        $"corrections.jsonl(1): span {start} to {end}, expected {expected}",
        Assert.Throws<InvalidDataException>(
            () => Apply($"{{{Addition},\"kind\":\"time\",\"start\":{start},\"end\":{end},\"fields\":{{\"value\":\"2020\"}}}}")).Message);

    [Fact]
    public void A_file_that_is_not_UTF8_is_an_error_with_the_place() => Assert.StartsWith(
        "corrections.jsonl, byte offset 1: byte 0xFF found",
        Assert.Throws<InvalidDataException>(() => Load([(byte)'{', 0xFF])).Message, StringComparison.Ordinal);

    [Fact]
    public void What_the_annotator_writes_is_accepted_as_a_correction_that_changes_only_the_rule()
    {
        var corpus = Corpus.Open(Repository.Corpus);
        var written = corpus.Annotations.SelectMany(each => Encoding.UTF8.GetString(AnnotationLines.Of(each, AnnotationKinds.All))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var corrections = Load(string.Join('\n', written.Select(line =>
        {
            var fields = JsonNode.Parse(line)!.AsObject();
            var correction = new JsonObject { ["action"] = "change" };
            foreach (var name in (string[])["doc", "kind", "start", "end"]) correction[name] = fields[name]!.DeepClone();
            foreach (var name in (string[])["doc", "kind", "surface", "rule"]) fields.Remove(name);
            correction["fields"] = fields;
            return correction.ToJsonString();
        })));
        foreach (var each in corpus.Annotations)
        {
            var corrected = corrections.Apply(each);
            Assert.Equal(each.Mentions.Select(mention => mention with { Rule = Corrections.Rule }), corrected.Mentions);
            Assert.Equal(each.Times.Select(time => time with { Rule = Corrections.Rule }), corrected.Times);
        }

        Assert.Empty(corrections.Idle);
    }

    private static (DocumentAnnotations Corrected, Corrections Corrections) Apply(string lines)
    {
        var corrections = Load(lines);
        return (corrections.Apply(Found), corrections);
    }

    private static Corrections Load(string lines) => Load(Encoding.UTF8.GetBytes(lines));

    private static Corrections Load(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.At("corrections.jsonl"), bytes);
        return Corrections.Load(folder.At("corrections.jsonl"), Annotators.Project.Gazetteer);
    }
}
