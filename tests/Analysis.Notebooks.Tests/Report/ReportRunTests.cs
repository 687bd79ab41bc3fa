namespace Analysis.Notebooks.Tests;

/// <summary>The files of a run of all notebooks.</summary>
public sealed class ReportRunTests(ReportRun report)
{
    private static readonly string[] Formats = ["png", "svg", "pdf", "json", "csv"];

    private static readonly string[] Tables =
        ["documents", "sentences", "tokens", "mentions", "entities", "co-mentions", "times", "events"];

    private string[] Figures => [.. Directory.GetFiles(Path.Combine(report.Output, "figures")).Select(file => Path.GetFileName(file))];

    [Fact]
    public async Task Every_figure_is_a_file_of_each_format_and_every_table_is_one()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var (output, error) = await report.Said;
        foreach (var id in Figures.Select(Path.GetFileNameWithoutExtension).Distinct())
            Assert.All(Formats, format => Assert.Contains($"{id}.{format}", Figures));
        Assert.Contains($"{Figures.Length / Formats.Length} as json, csv, png, svg, pdf", output, StringComparison.Ordinal);
        Assert.Equal("", error);
        Assert.All(Tables, table => Assert.True(File.Exists(Path.Combine(report.Output, "tables", table + ".csv")), table));
    }
}
