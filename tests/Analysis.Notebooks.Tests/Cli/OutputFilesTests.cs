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
        var files = new OutputFiles(folder.Location, [folder.At("tables/times.csv")], reports.Add);

        files.SaveCorpus("times", 1, () => new[] { new { Row = 0 } }.ToDataFrame());
        files.SaveCorpus("tokens", 1 << 20, () => throw new InvalidOperationException("a table that is left out is not made"));

        Assert.Equal([folder.At("tables/times.csv")], Assert.IsType<Wrote>(reports[0]).Files);
        Assert.Equal(
            "tables/tokens.csv is left out: a spreadsheet takes 1,048,575 rows, not 1,048,576; 'analysis export' writes all",
            Assert.IsType<Warned>(reports[1]).Message);
        Assert.False(File.Exists(folder.At("tables/tokens.csv")));
    }
}
