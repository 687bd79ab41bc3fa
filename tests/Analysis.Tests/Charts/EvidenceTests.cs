namespace Analysis.Tests;

public sealed class EvidenceTests
{
    private static readonly Figure Bar = Figure.Bar(
        new SampleFrame(SampleColumn.Text("Value", "iran", "usa"), SampleColumn.Whole("Count", 1, 2)), "title", name: id =>
            id.ToUpperInvariant());

    [Fact]
    public void Evidence_for_no_mark_is_an_error_that_names_the_nearest_and_the_first() => Assert.Equal(
        "no mark of the figure matches evidence for 'iraq'; the nearest are 'iran', 'usa' (Parameter 'mark')",
        Assert.Throws<ArgumentException>(
            () => Bar with { Evidence = [SampleFigures.Passage("usa"), SampleFigures.Passage("iraq")] }).Message);

    [Fact]
    public void Citing_passes_over_what_is_not_drawn_and_adds_to_what_is_cited()
    {
        var figure = Bar.Citing([SampleFigures.Passage("usa"), SampleFigures.Passage("iraq")]).Citing([SampleFigures.Passage("iran", 40)]);
        Assert.Equal(["usa", "iran"], figure.Evidence.Select(passage => passage.Mark));
    }

    [Fact]
    public void Citing_what_matches_no_mark_at_all_is_an_error() =>
        Assert.Contains("the nearest are 'iran'",
            Assert.Throws<ArgumentException>(() => Bar.Citing([SampleFigures.Passage("إيران × iran")])).Message, StringComparison.Ordinal);

    [Fact]
    public void Citing_nothing_and_citing_for_a_figure_without_marks_change_nothing()
    {
        Assert.Empty(Bar.Citing([]).Evidence);
        var empty = Figure.Bar(new SampleFrame(SampleColumn.Text("Value"), SampleColumn.Whole("Count")), "title");
        Assert.Empty(empty.Citing([SampleFigures.Passage("usa")]).Evidence);
    }

    [Fact]
    public void The_table_has_id_name_value_and_every_address_of_each_mark()
    {
        using var folder = new Corpora.TemporaryFolder();
        var file = folder.At("bar.csv");
        Bar.Citing(Enumerable.Range(0, 5).Select(start => SampleFigures.Passage("usa", start))).Save(file);
        Assert.Equal("Id,Name,Count,Evidence\nusa,USA,2,003:0-9; 003:1-10; 003:2-11; 003:3-12; 003:4-13\niran,IRAN,1,\n",
            File.ReadAllText(file));
    }

    [Fact]
    public void The_passages_of_a_mark_are_a_table()
    {
        var passages = Bar.Citing(Enumerable.Range(0, 2).Select(start => SampleFigures.Passage("usa", start))).Passages("usa");
        Assert.Equal([("003", new DateOnly(2020, 1, 9), "rule", 0, 9), ("003", new DateOnly(2020, 1, 9), "rule", 1, 10)],
            passages.Select(passage => (passage.Document, passage.Published!.Value, passage.Rule, passage.Start, passage.End)));
        Assert.All(passages, passage => Assert.Contains("(CENTCOM)", passage.Text, StringComparison.Ordinal));
        Assert.Equal(passages, Bar.Citing(Enumerable.Range(0, 2).Select(start => SampleFigures.Passage("usa", start))).Passages("USA"));
    }

    [Fact]
    public void A_thing_that_marks_join_with_others_has_the_passages_of_all_of_them_each_once()
    {
        Assert.Equal(2, SampleFigures.HeatMap.Evidence.Count);
        Assert.Single(SampleFigures.HeatMap.Passages("إيران"));
        Assert.Contains("figure.Citing(", (Bar with { Evidence = [] }).Passages("usa").ToString(), StringComparison.Ordinal);
        Assert.Single(SampleFigures.HeatMap.Passages(Evidence.Pair("United States", "إيران")!));
        Assert.Single(SampleFigures.HeatMap.Passages("United States – إيران"));
    }

    [Fact]
    public void Passages_of_no_mark_are_an_error_that_names_the_nearest() => Assert.Equal(
        "the figure has no mark 'uza'; the nearest are 'usa', 'iran' (Parameter 'mark')",
        Assert.Throws<ArgumentException>(() => Bar.Passages("uza")).Message);

    [Fact]
    public void Each_kind_of_mark_has_an_id_that_evidence_meets()
    {
        string[] ids = [.. SampleFigures.All.Select(figure => figure.Drawn.Marks[0].Id)];
        Assert.Equal(SampleFigures.All.Count(), ids.Length);
        Assert.All(SampleFigures.All.Zip(ids), pair =>
            Assert.Single(pair.First with { Evidence = [SampleFigures.Passage(pair.Second)] } is { Evidence: var cited } ? cited : []));
    }

    [Fact]
    public void A_mark_that_joins_two_needs_both() => Assert.Null(Evidence.Pair("iran", null));

    [Fact]
    public void The_numbers_of_the_corpus_are_the_numbers_of_their_passages()
    {
        var corpus = Corpus.Open(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "corpus"));
        var cells = corpus.Mentions.Where(mention => mention.Entity is not null).AsEnumerable()
            .GroupBy(mention => (Entity: mention.Entity!, mention.Document)).ToArray();
        var matrix = Figure.HeatMap(
            Deedle.Frame.FromValues(cells.Select(cell => Tuple.Create(cell.Key.Entity, cell.Key.Document, cell.Count()))), "title")
            .Citing(Evidence.Of(corpus.Mentions, corpus, mention => Evidence.Pair(mention.Entity, mention.Document)));
        Assert.All(matrix.Drawn.Marks, mark => Assert.Equal((double)mark.Values[0].Value!, matrix.Cited.Of(mark).Length));
        Assert.All(matrix.Evidence, passage =>
            Assert.Contains(corpus[passage.Document.Id].Text[passage.Span.Start..passage.Span.End], passage.Sentence.Text,
                StringComparison.Ordinal));
    }

    private static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;

    [Fact]
    public void Passages_of_pairs_follow_the_unit()
    {
        var corpus = Corpus.Of([new("a", "وصل الوفد إلى إيران. ثم عاد إلى العراق.\nقال إن سوريا بعيدة.")]);
        string[] Marks(TextUnit unit) => [.. Evidence.OfPairs(corpus.Mentions, corpus, unit).Select(passage => passage.Mark)];
        Assert.Empty(Marks(TextUnit.Sentence));
        Assert.Equal(["iran × iraq", "iran × iraq"], Marks(TextUnit.Paragraph));
        Assert.Equal(
            CoMentions.Of(corpus.Mentions, corpus.Sentences, TextUnit.Document, minimum: 1).Select(pair => $"{pair.First} × {pair.Second}")
                .Order(),
            Marks(TextUnit.Document).Distinct().Order());
    }
}
