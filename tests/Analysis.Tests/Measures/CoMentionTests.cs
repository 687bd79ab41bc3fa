namespace Analysis.Tests.Measures;

public sealed class CoMentionTests
{
    private static Mention In(string document, int sentence, string? entity) =>
        new(document, sentence, 0, 1, "x", entity, "state", null, "test");

    private static Sentence Body(string document, int index, int paragraph, SentenceKind kind = SentenceKind.Body) =>
        new(document, index, 0, 1, paragraph, kind, "x");

    private static readonly Sentence[] Sentences = [
        Body("a", 0, 0, SentenceKind.Title), Body("a", 1, 1), Body("a", 2, 1), Body("a", 3, 2), Body("b", 0, 0), Body("b", 1, 1),
            Body("c", 0, 0)];

    private static readonly Mention[] Mentions = [
        In("a", 0, "iran"), In("a", 0, "usa"),
        In("a", 1, "usa"), In("a", 1, "iran"), In("a", 1, "usa"), In("a", 1, null),
        In("a", 2, "iraq"), In("a", 3, "usa"),
        In("b", 0, "iran"), In("b", 0, "usa"), In("b", 1, "iraq")];

    [Fact]
    public void Sentences_of_running_text_are_the_units_and_the_measures_follow_from_their_counts()
    {
        var pair = Assert.Single(CoMentions.Of(Mentions, Sentences));
        var table = Association.OfCounts(both: 2, first: 2, second: 3, units: 6);

        Assert.Equal(("iran", "usa", 2, 1.0), (pair.First, pair.Second, pair.Both, pair.Expected));
        Assert.Equal((table.SignedG2, table.LogDice, table.Npmi, table.Jaccard), (pair.SignedG2, pair.LogDice, pair.Npmi, pair.Jaccard));
        Assert.Equal((table.DeltaPSecondGivenFirst, table.DeltaPFirstGivenSecond), (pair.DeltaPSecond, pair.DeltaPFirst));
    }

    [Theory]
    [InlineData(TextUnit.Sentence, "iran+usa:2")]
    [InlineData(TextUnit.Paragraph, "iran+usa:2 iran+iraq:1 iraq+usa:1")]
    [InlineData(TextUnit.Document, "iran+iraq:2 iran+usa:2 iraq+usa:2")]
    public void The_unit_decides_what_is_together(TextUnit unit, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ', CoMentions.Of(Mentions, Sentences, unit, minimum: 1).Select(pair => $"{pair.First}+{pair.Second}:{pair.Both}")));

    [Theory]
    [InlineData(TextUnit.Sentence)]
    [InlineData(TextUnit.Paragraph)]
    [InlineData(TextUnit.Document)]
    public void Mentions_in_any_order_give_the_same_pairs_as_one_unit_after_the_other(TextUnit unit)
    {
        var random = new Random(1);
        Sentence[] sentences = [.. from document in Enumerable.Range(0, 9) from index in Enumerable.Range(0, 9)
                                   select Body($"d{document}", index, index / 3)];
        Mention[] mentions = [.. Enumerable.Range(0, 500).Select(_ => In($"d{random.Next(9)}", random.Next(9), $"e{random.Next(12)}"))];
        var expected =
            from mention in mentions
            group mention.Entity by (mention.Document, unit switch
            {
                TextUnit.Sentence => mention.Sentence,
                TextUnit.Paragraph => mention.Sentence / 3,
                _ => 0,
            }) into held
            from first in held.Distinct()
            from second in held.Distinct()
            where string.CompareOrdinal(first, second) < 0
            group (first, second) by (first, second) into pair
            select (pair.Key.first, pair.Key.second, pair.Count());
        random.Shuffle(sentences);
        var counted = CoMentions.Of(mentions, sentences, unit, minimum: 1).Select(pair => (pair.First, pair.Second, pair.Both));
        Assert.Equal(expected.Order(), counted.Order());
    }

    [Fact]
    public void Units_are_compared_by_the_pairs_that_they_bring_together()
    {
        Mention[] third = [In("c", 0, "iran"), In("c", 0, "usa")];
        Assert.Equal(
            [new(TextUnit.Sentence, 1, 1), new(TextUnit.Paragraph, 3, 1), new(TextUnit.Document, 3, 1)],
            CoMentions.ByUnit([.. Mentions, .. third], Sentences));
    }

    [Fact]
    public void Pairs_below_the_minimum_are_left_out_but_count_as_tests_made()
    {
        var all = CoMentions.Of(Mentions, Sentences, TextUnit.Paragraph, minimum: 1);
        var some = CoMentions.Of(Mentions, Sentences, TextUnit.Paragraph, minimum: 2);
        Assert.Equal(3, all.Count);
        Assert.Equal(all[0], Assert.Single(some));
    }

    [Fact]
    public void Pairs_that_never_meet_count_as_tests_made()
    {
        // Three entities make three pairs, of which one meets.
        var pair = Assert.Single(CoMentions.Of(Mentions, Sentences, minimum: 1));
        Assert.Equal(Math.Min(1, 3 * Association.OfCounts(both: 2, first: 2, second: 3, units: 6).PValue), pair.AdjustedPValue);
    }

    [Fact]
    public void Intervals_hold_the_measured_association()
    {
        Mention[] mentions = [.. Mentions, In("c", 0, "iran"), In("c", 0, "iraq"), In("c", 0, "usa")];
        var pairs = CoMentions.Of(mentions, Sentences, TextUnit.Paragraph, minimum: 1);
        var intervals = pairs.WithIntervals(mentions, Sentences, TextUnit.Paragraph);
        Assert.Equal(pairs.Select(pair => (pair.First, pair.Second, pair.Both, pair.Npmi)),
            intervals.Select(pair => (pair.First, pair.Second, pair.Both, pair.Npmi)));
        Assert.All(intervals, pair => Assert.True(pair.Low <= pair.Npmi && pair.Npmi <= pair.High));
        Assert.Contains("n = 3 documents, 5 units", intervals.ToString(), StringComparison.Ordinal);
        Assert.Contains("all 27 samples", intervals.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Samples_that_lack_a_name_do_not_count_as_samples_in_which_two_avoid_each_other()
    {
        // In each document that names both they meet, in one sentence of three; the fourth document names the first alone.
        string[] documents = ["a", "b", "c", "d"];
        Sentence[] sentences = [.. from document in documents from index in Enumerable.Range(0, 3) select Body(document, index, index)];
        Mention[] mentions = [.. documents.Select(document => In(document, 0, "iran")),
            .. documents[..3].Select(document => In(document, 0, "usa"))];
        CoMentionInterval Of(Mention[] named) =>
            Assert.Single(CoMentions.Of(named, sentences).WithIntervals(named, sentences));
        var pair = Of(mentions);
        Assert.InRange(pair.Low, 0.1, pair.Npmi);
        Assert.True(double.IsNaN(Of([.. mentions.SkipLast(1)]).Low), "one of the two is in two documents only");
    }
}
