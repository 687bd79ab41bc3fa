using Analysis.Cli;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>Which notebooks the main job runs, and which files it writes and deletes.</summary>
public sealed class MainJobTests : IDisposable
{
    private readonly MainJobRuns _job = new();

    public void Dispose() => _job.Dispose();

    [Fact]
    public async Task Parameters_are_set_in_the_notebook_that_declares_them()
    {
        var file = Notebooks.Save(
            _job.Folder, "with.ipynb", Notebooks.Code("p", "var top = 10;", "parameters"), Notebooks.Code("use", "$\"top is {top}\""));

        var (exit, _, _) = await _job.RunAsync([file], parameters: ["top=3"]);

        Assert.Equal(0, exit);
        Assert.Contains("top is 3", await _job.PageAsync("with"), StringComparison.Ordinal);
        Assert.Contains(
            "no variable 'tpo'", (await Assert.ThrowsAsync<InvalidDataException>(
                () => _job.RunAsync([file], parameters: ["tpo=3"]))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notebooks_that_cannot_be_read_are_named_and_keep_their_bytes_and_the_others_run()
    {
        var good = Notebooks.Save(_job.Folder, "good.ipynb", Notebooks.Code("a", "1"));
        var text = await File.ReadAllTextAsync(good, TestContext.Current.CancellationToken);
        (string Name, byte[] Bytes, string Message)[] broken =
        [
            ("latin", [.. System.Text.Encoding.Latin1.GetBytes(text.Replace("\"1\"", "\"\\\"é\\\"\"", StringComparison.Ordinal))],
                "byte 0xE9 found, UTF-8 expected"),
            ("half", System.Text.Encoding.UTF8.GetBytes(text.Replace("\"1\"", "\"\\ud800\"", StringComparison.Ordinal)),
                "half of a surrogate pair"),
            ("twice",
                System.Text.Encoding.UTF8.GetBytes(
                    text.Replace("{\n \"cells\"", "{\n \"cells\": [],\n \"cells\"", StringComparison.Ordinal)),
                    "Duplicate property 'cells'"),
            ("python",
                System.Text.Encoding.UTF8.GetBytes(
                    text.Replace(".net-csharp", "python3", StringComparison.Ordinal)
                        .Replace("\"C#\"", "\"python\"", StringComparison.Ordinal)), "written for the kernel 'python3' (python)"),
        ];
        foreach (var (name, bytes, _) in broken)
            await File.WriteAllBytesAsync(Path.Combine(_job.Folder, name + ".ipynb"), bytes, TestContext.Current.CancellationToken);

        var (exit, output, error) = await _job.RunAsync(
            [good, .. broken.Select(each => Path.Combine(_job.Folder, each.Name + ".ipynb"))], write: true);

        Assert.Equal(1, exit);
        Assert.Contains("1 of 5 notebooks ran", output, StringComparison.Ordinal);
        foreach (var (name, bytes, message) in broken)
        {
            Assert.Contains(
                error.Split('\n'),
                line => line.StartsWith($"error: {Path.Combine(_job.Folder, name)}.ipynb", StringComparison.Ordinal)
                && line.Contains(message, StringComparison.Ordinal));
            Assert.Equal(
                bytes, await File.ReadAllBytesAsync(Path.Combine(_job.Folder, name + ".ipynb"), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Notebooks_that_would_share_a_page_are_refused_before_anything_runs()
    {
        var one = Notebooks.Save(_job.Folder, "same.ipynb", Notebooks.Code("a", "1"));
        var other = Notebooks.Save(
            Directory.CreateDirectory(Path.Combine(_job.Folder, "other")).FullName, "same.ipynb", Notebooks.Code("a", "1"));
        var index = Notebooks.Save(_job.Folder, "index.ipynb", Notebooks.Code("a", "1"));
        (string[] Files, string Message)[] cases =
        [
            ([one, other], $"{other} would have the page of {one}: rename it"),
            ([one, one], $"{one} is named twice"),
            ([index], $"{index} would have the page of the report's first page: rename it"),
        ];
        foreach (var (files, message) in cases)
            Assert.Equal(message, (await Assert.ThrowsAsync<InvalidDataException>(() => _job.RunAsync(files))).Message);

        Assert.False(Directory.Exists(Path.Combine(_job.Folder, "report")));
    }

    [Fact]
    public async Task No_id_of_a_cell_leads_out_of_the_output_folder()
    {
        var file = Notebooks.Save(_job.Folder, "out.ipynb",
            Notebooks.Code("../../../up", $"#r \"{typeof(Corpus).Assembly.Location}\"\nusing Analysis;\nCorpus.Open().Documents"));

        var (exit, _, error) = await _job.RunAsync([file]);

        Assert.Equal((0, ""), (exit, error));
        Assert.True(File.Exists(Path.Combine(_job.Folder, "tables", "out-cell-1.csv")));
        Assert.False(File.Exists(Path.GetFullPath(Path.Combine(_job.Folder, "tables", "out-../../../up.csv"))));
    }

    [Fact]
    public async Task A_plain_chart_of_Plotly_NET_is_in_the_report_and_a_file_of_every_format()
    {
        Assert.SkipUnless(Figure.CanExport, Figure.ExportAvailability);
        var file = Notebooks.Save(_job.Folder, "07-own.ipynb", Notebooks.Code(
            "plain-chart",
            $"#r \"{typeof(Corpus).Assembly.Location}\"\n#r \"{typeof(Plotly.NET.CSharp.Chart).Assembly.Location}\"\n"
            + "using Plotly.NET.CSharp;\nAnalysis.Corpus.Open();\n"
                + "Chart.Column<double, string, string>(values: [3, 5], Keys: new([\"ا\", \"b\"], true))"));

        var (exit, output, error) = await _job.RunAsync([file]);

        Assert.Equal((0, ""), (exit, error));
        Assert.All(
            ["png", "svg", "pdf", "json", "csv"],
            format => Assert.True(File.Exists(Path.Combine(_job.Folder, "figures", "07-plain-chart." + format)), format));
        Assert.Contains("figures: 1 as json, csv, png, svg, pdf", output, StringComparison.Ordinal);
        Assert.Contains("pictures/07-own-plain-chart.png", await _job.PageAsync("07-own"), StringComparison.Ordinal);
        Assert.Contains("class=\"plot\"", await _job.PageAsync("07-own"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_earlier_run_made_and_this_one_does_not_is_deleted_and_nothing_else()
    {
        var output = Directory.CreateDirectory(Path.Combine(_job.Folder, "out")).FullName;
        string[] files = ["figures/old.png", "figures/kept.png", "figures/mine.png", "../out-victim"];
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(output, file))!);
            File.WriteAllText(Path.Combine(output, file), "");
            // What a run made is known by what it recorded, whatever a clock says.
            File.SetLastWriteTimeUtc(Path.Combine(output, file), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        MadeFiles.Settle(output, [Path.Combine(output, "figures/old.png")], isWhole: true);
        File.AppendAllText(Path.Combine(output, "made.txt"), "../out-victim\n");
        MadeFiles.Settle(output, [], isWhole: false);
        Assert.True(File.Exists(Path.Combine(output, "figures/old.png")));
        MadeFiles.Settle(output, [Path.Combine(output, "figures/kept.png")], isWhole: true);

        Assert.Equal(
            ["kept.png", "mine.png"],
            Directory.GetFiles(Path.Combine(output, "figures")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(_job.Folder, "out-victim")));
    }

    [Fact]
    public async Task Outputs_about_another_corpus_or_other_parameters_are_not_written_into_the_notebooks()
    {
        Assert.Contains(
            "--write", (await Assert.ThrowsAsync<InvalidDataException>(() => _job.RunAsync([], _job.Folder, write: true))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "--write", (await Assert.ThrowsAsync<InvalidDataException>(() => _job.RunAsync([], write: true, parameters: ["a=1"]))).Message,
            StringComparison.Ordinal);
    }
}
