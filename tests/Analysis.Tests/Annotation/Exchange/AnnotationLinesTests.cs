using System.Text;

namespace Analysis.Tests.Annotation;

public sealed class AnnotationLinesTests
{
    private static readonly Document Text = new("003", "حذر ترامب إيران مساء الاثنين");

    [Fact]
    public void Fields_stand_in_the_order_of_the_contract_and_none_is_left_out() => Assert.Equal(
        """
        {"doc":"003","kind":"event","start":0,"end":28,"event":"threat","date":"2020-04-01~","date_basis":"dct",
         "actors":["donald-trump"],"targets":["iran"],"place":"","cameo":"138","goldstein":-7.0,"plover":"THREATEN","rule":"r3"}
        {"doc":"003","kind":"mention","start":4,"end":9,"surface":"ترامب","entity":"donald-trump","type":"person","rule":"r1"}
        {"doc":"003","kind":"mention","start":10,"end":15,"surface":"إيران","entity":null,"type":"capital","metonym":false,"rule":"r1"}
        {"doc":"003","kind":"time","start":16,"end":28,"surface":"مساء الاثنين","type":"DATE",
         "value":"2020-03-30TEV","anchor":"dct","rule":"r2"}

        """.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal),
        Lines(new DocumentAnnotations(
            Text,
            [
                new Mention("003", 0, 4, 9, "ترامب", "donald-trump", "person", null, "r1"),
                new Mention("003", 0, 10, 15, "إيران", null, "capital", false, "r1"),
            ],
            [new TimeExpression("003", 0, 16, 28, "مساء الاثنين", "DATE", "2020-03-30TEV", "dct", "r2")],
            [new Event("003", 0, 0, 28, "threat", "2020-04-01~", "dct", ["donald-trump"], ["iran"], "", "138", -7, "THREATEN", "r3")])));

    [Fact]
    public void At_one_start_the_longer_comes_first_then_mention_before_time_before_event() => Assert.Equal(
        ["event 9", "mention 5", "time 5", "event 5", "mention 3"],
        Kinds(new DocumentAnnotations(
            Text,
            [M(0, 5), M(0, 3)],
            [new TimeExpression("003", 0, 0, 5, "", "DATE", "2020", "absolute", "r")],
            [E(0, 9), E(0, 5)])));

    [Fact]
    public void A_line_about_the_document_is_the_last_and_counts_what_is_not_written_too() => Assert.Equal(
        """
        {"doc":"003","kind":"time","start":0,"end":5,"surface":"","type":"DATE","value":"2020","anchor":"absolute","rule":"r"}
        {"doc":"003","kind":"document","news":false,"reason":"no \"news\"","mentions":2,"times":1,"events":0}

        """.ReplaceLineEndings("\n"),
        Lines(
            new DocumentAnnotations(Text, [M(0, 3), M(0, 5)], [new TimeExpression("003", 0, 0, 5, "", "DATE", "2020", "absolute", "r")], [])
            {
                NoNewsReason = "no \"news\"",
            },
            AnnotationKinds.Times | AnnotationKinds.Document));

    [Fact]
    public void Quotation_marks_and_line_breaks_are_escaped_and_nothing_else() => Assert.Contains(
        "\"surface\":\"كتائب \\\"حزب\\nالله\\\" <b>&amp;\"",
        Lines(new DocumentAnnotations(Text, [new Mention("003", 0, 0, 5, "كتائب \"حزب\nالله\" <b>&amp;", null, "person", null, "r")],
            [], [])),
        StringComparison.Ordinal);

    [Fact]
    public void Output_is_UTF8_without_byte_order_mark()
    {
        var lines = AnnotationLines.Of(new DocumentAnnotations(Text, [M(0, 3)], [], []), AnnotationKinds.All);
        Assert.Equal(((byte)'{', (byte)'\n'), (lines[0], lines[^1]));
    }

    private static Mention M(int start, int end) => new("003", 0, start, end, "", "iran", "state", null, "r");

    private static Event E(int start, int end) => new("003", 0, start, end, "attack", "", "dct", [], [], "", "", 0, "", "r");

    private static IEnumerable<string> Kinds(DocumentAnnotations annotations) =>
        Lines(annotations).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            using var json = System.Text.Json.JsonDocument.Parse(line);
            return $"{json.RootElement.GetProperty("kind").GetString()} {json.RootElement.GetProperty("end").GetInt32()}";
        });

    private static string Lines(DocumentAnnotations annotations, AnnotationKinds kinds = AnnotationKinds.All) =>
        Encoding.UTF8.GetString(AnnotationLines.Of(annotations, kinds));
}
