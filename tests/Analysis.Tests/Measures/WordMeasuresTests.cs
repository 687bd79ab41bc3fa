namespace Analysis.Tests.Measures;

public sealed class WordMeasuresTests
{
    private const string Report = "وصل الوفد إلى بغداد. غادر الوفد بغداد في المساء. قال الوفد إن المحادثات نجحت.";

    private static readonly Document[] Documents =
    [
        new("a", Report, new(2020, 1, 3)), new("b", "فاز الفريق في المباراة. قال المدرب إن الفريق لعب جيدا.", new(2020, 1, 1)),
        new("c", "وللعراق وفد آخر، ووفد العراق في بغداد."),
    ];

    private static readonly Corpus Corpus = Corpus.Of(Documents);

    [Fact]
    public void Mentions_are_counted_per_thousand_words_of_all_documents()
    {
        var rows = Frequencies.Of(Corpus.Mentions, Corpus.Tokens);
        var iraq = rows.Single(row => row.Key == "iraq");
        Assert.Equal(Corpus.MentionsOf("iraq").Count, iraq.Count);
        Assert.Equal(1000.0 * iraq.Count / Corpus.Tokens.Count(token => token.Kind == TokenKind.Word), iraq.PerThousand);
        Assert.InRange(iraq.PerThousand, iraq.Low, iraq.High);
        Assert.Contains("n = 3 documents", rows.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_is_its_normal_spelling_without_particles() => Assert.Equal(
        ["العراق", "وفد", "اخر", "وفد", "العراق", "في", "بغداد"],
        Corpus.Tokens.Where(token => token.Document == "c").Select(Words.Of).OfType<string>());

    [Fact]
    public void A_word_is_shown_in_its_most_frequent_spelling() => Assert.Contains(
        NGrams.Of(Corpus.Of([new("a", "إيران ايران وإيران"), new("b", "إلى")]).Tokens, n: 1), row => (row.Text, row.Count) == ("إيران", 3));

    [Fact]
    public void Keyness_ranks_the_words_of_one_part_against_another()
    {
        var rows = Keyness.Of(Of("a"), Of("b"), minimum: 1);
        Assert.Equal("الوفد", rows[0].Word);
        Assert.Equal((3, 0), (rows[0].Target, rows[0].Reference));
        Assert.True(rows[0].LogRatio > 0 && rows[0].SignedG2 > 0);
        Assert.Equal("الفريق", rows[^1].Word);
        Assert.True(rows[^1].SignedG2 < 0);
        Assert.True(double.IsNaN(rows[0].Low), "one document has no interval");
    }

    [Fact]
    public void A_part_without_words_has_no_key_words_and_the_table_says_so() =>
        Assert.Contains("nothing to compare", Keyness.Of(Of("a"), []).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_sequence_that_overlaps_itself_counts_wherever_it_starts() => Assert.Contains(
        NGrams.Of(Corpus.Of([new("a", "قال نعم قال نعم قال")]).Tokens, n: 3), row => (row.Text, row.Count) == ("قال نعم قال", 2));

    [Fact]
    public void N_grams_stay_within_sentences()
    {
        var grams = NGrams.Of(Corpus.Tokens, n: 2, minimum: 1);
        Assert.DoesNotContain(grams, gram => gram.Text == "بغداد غادر");
        Assert.Contains(grams, gram => gram.Text == "الوفد بغداد");
        var evening = grams.Single(gram => gram.Text == "في المساء");
        Assert.Equal((1, 1), (evening.Count, evening.Documents));
        // 31 words, 3 times the first, once the second.
        Assert.Equal(3.0 / 31, evening.Expected, 1e-12);
        Assert.Equal(Math.Log(31.0 / 3) / Math.Log(31), evening.Npmi, 1e-12);
        Assert.InRange(evening.AdjustedPValue, 3.0 / 31, 1);
    }

    [Fact]
    public void Collocates_stand_near_the_node_in_its_sentence()
    {
        var near = Collocates.Of(Corpus.Concordance(word: "بغداد"), Corpus.Tokens, span: 2, minimum: 1);
        var delegation = near.Single(row => row.Word == "الوفد");
        Assert.Equal((2, 1), (delegation.Near, delegation.Elsewhere));
        Assert.DoesNotContain(near, row => row.Word is "بغداد" or "المحادثات");
        Assert.True(delegation.Low <= delegation.LogRatio && delegation.LogRatio <= delegation.High);
        Assert.Contains("n = 3 documents", near.ToString(), StringComparison.Ordinal);
    }

    private static Token[] Of(string document) => [.. Corpus.Tokens.Where(token => token.Document == document)];

    [Fact]
    public void Rates_by_part_are_those_of_the_part_s_own_words()
    {
        var corpus = Corpus.Open(Path.Combine(Analysis.Tests.Corpora.Repository.Root, "corpus"));
        var parts = Frequencies.ByPart(corpus.Mentions, corpus.Tokens, document => document == "003" ? "b" : "a", top: 3);
        Assert.Equal([("a", "usa"), ("a", "iraq"), ("a", "iran"), ("b", "usa"), ("b", "iraq"), ("b", "iran")],
            parts.Select(row => (row.Part, row.Key)));
        Assert.Equal((9, 9 / 0.387), (parts[3].Count, parts[3].PerThousand));
    }
}
