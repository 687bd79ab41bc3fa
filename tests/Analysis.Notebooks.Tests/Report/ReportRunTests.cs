using System.Text.Json;

namespace Analysis.Notebooks.Tests;

/// <summary>The files of a run of all notebooks, and what its pages draw and link to.</summary>
[Collection(ReportFixture.Name)]
public sealed class ReportRunTests(ReportFixture report)
{
    private static readonly string[] Formats = ["png", "svg", "pdf", "json", "csv"];

    private static readonly string[] Tables =
        ["documents", "sentences", "tokens", "mentions", "entities", "co-mentions", "times", "events"];

    private string[] Figures => [.. Directory.GetFiles(Path.Combine(report.Output, "figures")).Select(file => Path.GetFileName(file))];

    [Fact]
    public void Every_figure_is_a_file_of_each_format_and_every_table_is_one()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        foreach (var id in Figures.Select(Path.GetFileNameWithoutExtension).Distinct())
            Assert.All(Formats, format => Assert.Contains($"{id}.{format}", Figures));
        Assert.Contains($"{Figures.Length / Formats.Length} as json, csv, png, svg, pdf", report.Said.Output, StringComparison.Ordinal);
        Assert.Equal("", report.Said.Error);
        Assert.All(Tables, table => Assert.True(File.Exists(Path.Combine(report.Output, "tables", table + ".csv")), table));
    }

    [Fact]
    public async Task Every_chart_is_drawn_without_an_error_and_every_link_leads_to_a_file()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var charts = 0;
        foreach (var file in Directory.GetFiles(report.PathOf(""), "*.html").Select(file => Path.GetFileName(file)))
        {
            await using var page = await report.OpenAsync(file == "article.html" ? file + "#001:290" : file, 1280);
            var found = await page.EvaluateExpressionAsync<JsonElement>("""
                (plots => ({
                  charts: plots.length, links: [...document.links].map(link => link.href),
                  drawn: plots.filter(plot => plot.closest(".drawn") && plot.querySelector(".main-svg")).length,
                }))([...document.querySelectorAll("div.plot")])
                """);
            charts += found.GetProperty("charts").GetInt32();
            Assert.Equal(found.GetProperty("charts").GetInt32(), found.GetProperty("drawn").GetInt32());
            Assert.All(
                found.GetProperty("links").EnumerateArray().Select(link => new Uri(link.GetString()!)).Where(link => link.IsFile),
                link => Assert.True(
                    File.Exists(link.LocalPath) || link.LocalPath.Contains("corpus", StringComparison.Ordinal), $"{file} links {link}"));
        }

        Assert.Equal(Figures.Length / Formats.Length, charts);
        Assert.Empty(report.Faults);
    }
}
