namespace Analysis.Tests.Annotation.Mentions;

public sealed class SpanTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Rows() =>
        File.ReadLines(Path.Combine(Annotators.Folder, "Spans.tsv")).Skip(1).Select(line => line.Split('\t')).Select(row => new TheoryDataRow<string, string>(row[0], row[1]));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Mentions_are_where_the_guidelines_put_them(string marked, string why)
    {
        var expected = MarkedText.Parse(marked);

        var found = Annotators.Mentions(expected.Text);

        Assert.True(
            expected.Marks.Select(mark => (mark.Start, mark.End, mark.Type)).SequenceEqual(found.Select(mention => (mention.Start, mention.End, mention.Type))),
            $"{why}: {string.Join(" · ", found.Select(mention => $"{mention.Surface} ({mention.Type}, {mention.Rule})"))}");
        foreach (var (mark, mention) in expected.Marks.Zip(found))
        {
            if (mark.Entity is not null) Assert.Equal(mark.Entity, mention.Entity ?? "none");
            if (mark.Metonym is not null) Assert.Equal(mark.Metonym, mention.Metonym);
            Assert.Equal(mention.Type == "capital", mention.Metonym is not null);
            Assert.Equal(expected.Text[mention.Start..mention.End], mention.Surface);
        }
    }

    [Fact]
    public void Ordinary_prose_holds_no_names()
    {
        foreach (var line in File.ReadLines(Path.Combine(Annotators.Folder, "Ordinary.txt")))
        {
            Assert.Equal("", string.Join(" · ", Annotators.Mentions(line).Select(mention => $"{mention.Surface} ({mention.Rule})")));
        }
    }
}
