using Analysis.Cli;
using Analysis.Tests.Corpora;

namespace Analysis.Notebooks.Tests.Cli;

public sealed class OutputFilesTests
{
    [Fact]
    public async Task A_figure_is_there_as_data_before_a_browser_draws_it()
    {
        // A time limit may end the drawing.
        using var folder = new TemporaryFolder();
        var reports = new List<Report>();
        var figure = Figure.Bar("a b a".Split(' ').CountBy(word => word), "Which?", id: "words", unit: "words");

        await new OutputFiles(folder.Location, [], reports.Add).SaveAsync(figure);

        var first = Assert.IsType<Wrote>(reports[0]);
        Assert.Equal(["words.json", "words.csv"], first.Files.Select(Path.GetFileName));
    }

    [Fact]
    public void A_table_of_the_corpus_keeps_its_name_and_one_that_no_spreadsheet_takes_is_left_out()
    {
        using var folder = new TemporaryFolder();
        var reports = new List<Report>();
        TableView Table(int rows) => TableView.TryCreate(Enumerable.Range(0, rows).Select(row => new { Row = row }).ToArray())!;
        var files = new OutputFiles(folder.Location, [folder.At("tables/times.csv")], reports.Add);

        files.SaveCorpus("times", Table(1));
        files.SaveCorpus("tokens", Table(1 << 20));

        Assert.Equal([folder.At("tables/times.csv")], Assert.IsType<Wrote>(reports[0]).Files);
        Assert.Equal(
            "tables/tokens.csv is left out: a spreadsheet takes 1,048,575 rows, not 1,048,576; 'analysis export' writes all",
            Assert.IsType<Warned>(reports[1]).Message);
        Assert.False(File.Exists(folder.At("tables/tokens.csv")));
    }
}
