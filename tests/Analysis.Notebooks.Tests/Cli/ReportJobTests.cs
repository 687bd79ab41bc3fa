using Analysis.Cli;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>The report of a notebook, from the command line.</summary>
[Collection(CurrentDirectory.Name)]
public sealed class ReportJobTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_report_has_the_figures_asked_for_and_is_the_same_again()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var (exit, output) = await Run("who-is-named-most", to: _folder);
        Assert.Equal(0, exit);
        Assert.Contains("files", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "figures", "who-is-named-most@3x.png")));
        Assert.False(File.Exists(Path.Combine(_folder, "figures", "what-is-reported.csv")));
        var manifest = Path.Combine(_folder, "manifest.json");
        (exit, output) = await Run("", again: manifest);
        Assert.Equal(0, exit);
        Assert.Contains("all data are the same", output, StringComparison.Ordinal);
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("figures/who-is-named-most.csv\": \"", "figures/who-is-named-most.csv\": \"0", StringComparison.Ordinal));
        (exit, output) = await Run("", again: manifest);
        Assert.Equal(1, exit);
        Assert.Contains("figures/who-is-named-most.csv differs", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_is_not_there_and_a_folder_that_is_not_named_are_errors()
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Run("no-such", to: _folder));
        Assert.Equal("--figures: no figure 'no-such'; the figures are who-is-named-most, what-is-reported", error.Message);
        error = await Assert.ThrowsAsync<InvalidDataException>(() => Run(""));
        Assert.Equal("--to is missing: name the folder to write the report to", error.Message);
    }

    private static async Task<(int Exit, string Output)> Run(string figures, string? to = null, string? again = null)
    {
        using var output = new StringWriter();
        var exit = await new ReportJob
        {
            Notebooks = [Path.Combine(Project.Root(), "notebooks", "07-a-report.ipynb")],
            To = to,
            Figures = figures,
            Again = again,
            Out = output,
            Error = output,
        }.ExecuteAsync(TestContext.Current.CancellationToken);
        return (exit, output.ToString());
    }
}
