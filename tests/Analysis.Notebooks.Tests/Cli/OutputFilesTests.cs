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
}
