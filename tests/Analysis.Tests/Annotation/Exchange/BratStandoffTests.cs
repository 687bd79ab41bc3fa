namespace Analysis.Tests.Annotation;

public sealed class BratStandoffTests
{
    [Fact]
    public void Every_layer_is_written_and_offsets_are_code_points() => Assert.Equal(
        """
        T1	Capital 3 8	بغداد
        A1	Metonym T1
        N1	Reference T1 Gazetteer:baghdad	بغداد
        #1	AnnotatorNotes T1	rule=gazetteer
        T2	Date 9 13	2020
        #2	AnnotatorNotes T2	value=2020 anchor=absolute rule=year
        T3	Event-Visit 0 8;9 13	😀ب بغداد 2020
        #3	AnnotatorNotes T3	date=2020 basis=stated actors=iraq targets= place=baghdad cameo=042 rule=visit

        """.ReplaceLineEndings("\n"),
        new DocumentAnnotations(
            new Document("a", "😀ب بغداد\n2020"),
            [new Mention("a", 0, 4, 9, "بغداد", "baghdad", "capital", true, "gazetteer")],
            [new TimeExpression("a", 0, 10, 14, "2020", "DATE", "2020", "absolute", "year")],
            [new Event("a", 0, 0, 14, "visit", "2020", "stated", ["iraq"], [], "baghdad", "042", 1.9, "CONSULT", "visit")])
                .ToBratStandoff());

    [Fact]
    public void A_span_over_line_ends_is_written_as_its_fragments_joined_by_one_blank() => Assert.StartsWith(
        "T1\tPerson 0 2;4 6;7 9\tab cd ef\n",
        new DocumentAnnotations(new Document("a", "ab\r\ncd\nef"), [new Mention("a", 0, 0, 9, "ab\r\ncd\nef", null, "person", null, "r")],
            [], []).ToBratStandoff(),
        StringComparison.Ordinal);
}
