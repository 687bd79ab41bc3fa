namespace Analysis.Tests.Measures;

public sealed class ConcordanceTests
{
    private static readonly Corpus Corpus = Corpus.Of(
    [
        new("a", "زار الوزير بغداد أمس.\nقال الوزير: «ولوزيرنا رأي آخر».", new(2020, 2, 1)),
        new("b", "التقى وزير الخارجية بالسفير الأميركي، ثم غادر الوزير إلى العراق.", new(2020, 1, 1)),
        new("c", "هاجم مسلحون قاعدة في العراق."),
    ]);

    [Theory]
    [InlineData("الوزير", "الوزير|الوزير|ولوزيرنا|وزير|الوزير")]
    [InlineData("وزير", "الوزير|الوزير|ولوزيرنا|وزير|الوزير")]
    [InlineData("وزير الخارجية", "وزير الخارجية")]
    [InlineData("بغداد امس", "بغداد أمس")]
    [InlineData("قاعده", "قاعدة")]
    public void A_word_is_found_in_all_its_forms(string word, string nodes) =>
        Assert.Equal(nodes, string.Join('|', Corpus.Concordance(word: word).Select(line => line.Node)));

    [Fact]
    public void Nodes_are_spans_of_the_raw_text_with_context_of_their_paragraph()
    {
        var line = Corpus.Concordance(word: "رأي", context: 2)[0];
        Assert.Equal("رأي", Corpus["a"].Text[line.Start..line.End]);
        Assert.Equal(("الوزير: «ولوزيرنا", "رأي", "آخر"), (line.Before, line.Node, line.After));
        Assert.Equal("", Corpus.Concordance(word: "قال")[0].Before);
    }

    [Fact]
    public void Entities_names_expressions_and_events_are_found()
    {
        Assert.Equal(Corpus.MentionsOf("iraq").Count, Corpus.Concordance(entity: "iraq").Count);
        Assert.Equal(["b", "c"], Corpus.Concordance(alias: "العراق").Select(line => line.Document));
        Assert.Equal(["الأميركي"], Corpus.Concordance(regex: @"الأم[ي]?ر\w+").Select(line => line.Node));
        Assert.Equal(["c"], Corpus.Concordance(eventKind: "attack").Select(line => line.Document));
    }

    [Fact]
    public void Lines_are_sorted_by_context_or_date()
    {
        var lines = Corpus.Concordance(word: "الوزير");
        Assert.Equal(["التقى", "قال الوزير: «", "زار", "غادر", "قال"], lines.By(ConcordanceOrder.Before)
            .Select(line => Nearest(line.Before)));
        Assert.Equal(
            ["الخارجية", "إلى", "بغداد", "رأي", "«ولوزيرنا"],
            lines.By(ConcordanceOrder.After).Select(line => line.After.Split(' ').First(word => word.Any(char.IsLetter))));
        Assert.Equal(["b", "b", "a", "a", "a"], lines.By(ConcordanceOrder.Date).Select(line => line.Document));
        Assert.Equal(lines, lines.By(ConcordanceOrder.Text));
    }

    [Fact]
    public void An_order_starts_from_the_text_whatever_order_was_before()
    {
        var lines = Corpus.Concordance(word: "الوزير");
        Assert.Equal(lines, lines.By(ConcordanceOrder.After).By(ConcordanceOrder.Text));
        Assert.Equal(lines.By(ConcordanceOrder.Date), lines.By(ConcordanceOrder.After).By(ConcordanceOrder.Date));
    }

    [Fact]
    public void A_punctuation_mark_has_the_words_around_it()
    {
        var line = Corpus.Concordance(regex: @"\.")[^1];
        Assert.Equal(("c", 0, "هاجم مسلحون قاعدة في العراق", ""), (line.Document, line.Sentence, line.Before, line.After));
    }

    [Fact]
    public void The_view_puts_what_comes_before_to_the_right_and_the_frame_holds_the_same_lines()
    {
        var lines = Corpus.Concordance(word: "بغداد");
        var table = TableView.TryCreate(lines)!;
        Assert.Equal(["Document", "Published", "Before", "Node", "After"], table.Columns);
        Assert.Equal(1, lines.Lines["Node"].Length);
        Assert.Contains("text-align:center", table.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_looked_for_must_be_one_thing_that_exists()
    {
        Assert.Throws<ArgumentException>(() => Corpus.Concordance());
        Assert.Throws<ArgumentException>(() => Corpus.Concordance(word: " "));
        Assert.Throws<ArgumentException>(() => Corpus.Concordance(entity: "iraq", word: "وزير"));
        Assert.EndsWith("; a word is found by corpus.Concordance(word: \"مياه\")",
            Assert.Throws<KeyNotFoundException>(() => Corpus.Concordance("مياه")).Message, StringComparison.Ordinal);
        Assert.Contains("iraq", Assert.Throws<KeyNotFoundException>(() => Corpus.Concordance(entity: "irak")).Message,
            StringComparison.Ordinal);
        Assert.Contains("attack", Assert.Throws<ArgumentException>(() => Corpus.Concordance(eventKind: "picnic")).Message,
            StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => Corpus.Concordance(regex: "("));
    }

    private static string Nearest(string before) => before.Contains('«', StringComparison.Ordinal) ? before : before.Split(' ')[^1];
}
