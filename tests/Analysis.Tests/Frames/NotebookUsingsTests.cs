// Cells see the library from outside its namespace and with these namespaces open: what notebooks call must not be ambiguous there.
#pragma warning disable IDE0005 // opened whether used or not
using Analysis;
using Deedle;
using Microsoft.Data.Analysis;
using Plotly.NET;
using Plotly.NET.CSharp;
#pragma warning restore IDE0005
using Figure = Analysis.Figure;

namespace NotebookCells;

public sealed class NotebookUsingsTests
{
    private static readonly Corpus Corpus = Corpus.Open(Path.Combine(Analysis.Tests.Corpora.Repository.Root, "corpus"));

    [Fact]
    public void Columns_are_chosen_by_name_and_rows_by_lambda()
    {
        Assert.Equal(
            "Id   Title\n004  على خلفية إعادة انتشار قوات أمريكية.. م…\n",
            TableView.TryCreate(Corpus.Documents.Tail(1).Select("Id", "Title"))!.ToString());
        Assert.Equal(["000", "000", "001", "002", "004"], Corpus.Sentences.Where(s => s.Kind != SentenceKind.Body).Select(s => s.Document));
        StringDataFrameColumn entities = Corpus.Mentions.Columns.GetStringColumn("Entity");
        Assert.Equal(51, Corpus.Mentions.Filter(entities.ElementwiseEquals("iraq")).Count);
    }

    [Fact]
    public void Counts_are_made_shown_and_drawn()
    {
        var words = Corpus.Tokens.Where(t => t.Kind == TokenKind.Word);
        Assert.Equal([488, 484, 410, 387, 340], words.CountBy(t => t.Document).Select(c => c.Count));
        var counts = Corpus.Mentions.CountBy(m => m.Entity);
        Assert.StartsWith("Value  Count\nusa       56\niraq      51\n", counts.Head(2).ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "United States: 56; Iraq: 51",
            Figure.Bar(counts.Head(15), id: "most-named", title: "Who?", unit: "mentions", name: Corpus.NameOf).Alt,
            StringComparison.Ordinal);
        Assert.Equal(
            ["قأني", "إسماعيل غاني", "إسماعيل قأني", "غني"],
            Corpus.MentionsOf("esmail-qaani").CountBy(m => m.Surface).Select(c => c.Value));
    }

    [Fact]
    public void A_key_of_two_values_is_drawn_as_label_and_series()
    {
        var uses = Corpus.Mentions.Where(m => m.Metonym != null)
            .CountBy(m => new { m.Entity, Stands = m.Metonym == true ? "for the government" : "for the place" })
            .OrderBy(u => u.Value.Entity).ThenBy(u => u.Value.Stands).ToDataFrame();
        Assert.Contains(
            "Baghdad – for the government: 1, for the place: 16; Tehran – for the government: 13, for the place: 1; "
                + "Washington – for the government: 9, for the place: 1",
            Figure.Bar(
                uses, id: "capitals", title: "Does it?", label: "Entity", series: "Stands", unit: "mentions", stacked: true,
                name: Corpus.NameOf).Alt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_join_is_LINQs_and_a_pivot_is_a_frame_of_Deedle()
    {
        var named = Corpus.Mentions.Join(Corpus.Entities, m => m.Entity, e => e.Id, (m, e) => new { Actor = e.StateActor, m.Type });
        Frame<string, string> byActor = named.Where(n => n.Actor != "").Pivot(n => n.Actor, n => n.Type).TopRows(4);
        Assert.Equal(["usa", "iraq", "iran", "iran-backed-militias"], byActor.RowKeys);
        Assert.Equal([126, 105, 103, 15, 349], byActor.WithTotals().GetColumn<int>("Total").Values);
    }

    [Fact]
    public void Rows_of_a_matrix_go_into_measures()
    {
        var perDocument = Corpus.Mentions.Where(m => m.Entity != null).Pivot(m => m.Entity, m => m.Document).TopRows(14);
        var rates = Frequencies.Of(Corpus.Mentions, Corpus.Tokens).ToDictionary(rate => rate.Key);
        var spread = perDocument.RowKeys.Select(id => new
        {
            Entity = Corpus.NameOf(id),
            Mentions = perDocument.RowTotals()[id],
            DP = Math.Round(rates[id].DP, 2),
        });
        Assert.StartsWith(
            "Entity         Mentions    DP\nUnited States        56  0.09\nIraq                 51   0.1\nWashington           10  0.11\n",
            spread.ToDataFrame().OrderBy("DP").Head(3).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Co_mentions_are_ordered_by_name_and_by_lambda()
    {
        var pairs = CoMentions.Of(Corpus.Mentions, Corpus.Sentences, minimum: 1);
        Assert.Equal(
            [("iraq", "usa", 26), ("iran", "usa", 24), ("iran", "iraq", 16)],
            pairs.OrderByDescending("Both").Head(3).Select(p => (p.First, p.Second, p.Both)));
        Assert.Equal("esmail-qaani", pairs.Where(p => p.Both >= 3).OrderByDescending(p => p.Npmi).Take(10).First().First);
        Assert.Equal(0, pairs.Count(p => p.AdjustedPValue < 0.05));
        var most = Corpus.Mentions.CountBy(m => m.Entity).Head(12).Select(c => c.Value).ToHashSet();
        Assert.Contains("Iraq – United States: 26", Figure.HeatMap(
            pairs.Where(p => most.Contains(p.First) && most.Contains(p.Second)).ToDataFrame(), id: "matrix", title: "Who?", row: "First",
                column: "Second", value: "Both", symmetric: true, name: Corpus.NameOf).Alt, StringComparison.Ordinal);
    }

    [Fact]
    public void Months_are_grouped_counted_and_smoothed()
    {
        var months = Chronology.Of(Corpus)
            .Where(e => e.Earliest != null && e.Earliest.YearMonth() == e.Latest.YearMonth() && e.Earliest >= new DateOnly(2019, 1, 1));
        var tone = months.GroupBy(e => e.Earliest.YearMonth()).OrderBy(g => g.Key)
            .Select(g => new { Month = g.Key, Goldstein = Math.Round(g.Average(e => e.Goldstein), 1), Events = g.Count() }).ToDataFrame();
        Assert.Equal([-9.5, 5.2, -3.3, -1.4, -5, -3.4, 0.3], tone.Select(t => t.Goldstein));
        Series<DateOnly, int> perMonth = months.CountByMonth(e => e.Earliest!.Value);
        Assert.Equal(13, perMonth.KeyCount);
        Assert.Equal(13, Stats.movingMean(3, perMonth).KeyCount);
        Assert.Equal(perMonth.Values.Sum(), months.Pivot(e => e.Document, e => e.Earliest.YearMonth()).RowTotals().Values.Sum());
    }

    [Fact]
    public void Tables_show_a_number_of_rows_that_is_asked_for()
    {
        Assert.EndsWith("(12 of 375 rows)\n", Corpus.Mentions.Show(12).ToString(), StringComparison.Ordinal);
        Assert.EndsWith("(2 of 5 rows)\n", Corpus.Documents.Select("Id").Show(2).ToString(), StringComparison.Ordinal);
        Assert.EndsWith(
            "(2 of 5 rows)\n", TableView.TryCreate(Corpus.Mentions.Pivot(m => m.Document, m => m.Type))!.Show(2).ToString(),
            StringComparison.Ordinal);
    }
}
