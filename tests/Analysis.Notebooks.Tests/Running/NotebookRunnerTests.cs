using System.Text.Json.Nodes;

namespace Analysis.Notebooks.Tests;

[Collection(CurrentDirectory.Name)]
public sealed class NotebookRunnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analysis-runner-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_notebook_stops_at_the_cell_that_fails_and_the_failure_names_it()
    {
        var run = await RunAsync(
            Notebooks.Code("first", "Console.Write(\"so far\");"), Notebooks.Code("second", "\nvar y = x;"), Notebooks.Code("third", "1"));

        Assert.Equal(
            $"{run.Notebook.File}, cell 'second', line 2: CompilationError: error CS0103: "
            + "The name 'x' does not exist in the current context\n    var y = x;",
            run.Failure);
        Assert.Equal([1, 2, null], run.Notebook.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal(
            ["stdout:so far", "error:CompilationError"],
            run.Notebook.Cells.SelectMany(cell => cell.Outputs).Select(SessionFixture.Describe));
    }

    [Fact]
    public async Task Notebooks_do_not_see_each_others_variables_environment_or_formatters()
    {
        Environment.SetEnvironmentVariable("ANALYSIS_TEST", "before");
        await RunAsync(Notebooks.Code(
            "a",
            "using Microsoft.DotNet.Interactive.Formatting;\n"
                + "var x = 1; Environment.SetEnvironmentVariable(\"ANALYSIS_TEST\", \"changed\"); "
                + "Environment.SetEnvironmentVariable(\"ANALYSIS_NEW\", \"1\");\n"
                + "Formatter.Register<Version>((v, w) => w.Write(\"own\"), \"text/html\");"));
        var second = await RunAsync(
            Notebooks.Code(
                "a", "Environment.GetEnvironmentVariable(\"ANALYSIS_TEST\") + Environment.GetEnvironmentVariable(\"ANALYSIS_NEW\")"),
                Notebooks.Code("b", "new Version(1, 2)"), Notebooks.Code("c", "x"));

        Assert.Equal("result:before", SessionFixture.Describe(second.Notebook.Cells[0].Outputs.Single()));
        Assert.DoesNotContain("own", second.Notebook.Cells[1].Outputs.Single().Text("text/html"), StringComparison.Ordinal);
        Assert.Contains("'x' does not exist", second.Failure, StringComparison.Ordinal);
        Environment.SetEnvironmentVariable("ANALYSIS_TEST", null);
    }

    [Fact]
    public async Task Relative_paths_start_from_the_notebooks_folder()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "data.txt"), "نص", TestContext.Current.CancellationToken);
        var before = Directory.GetCurrentDirectory();

        var run = await RunAsync(Notebooks.Code("a", "System.IO.File.ReadAllText(\"data.txt\")"));

        Assert.Equal("result:نص", SessionFixture.Describe(run.Notebook.Cells[0].Outputs.Single()));
        Assert.Equal(before, Directory.GetCurrentDirectory());
    }

    [Fact]
    public async Task A_second_run_gives_the_same_file_and_only_outputs_and_counts_differ_from_the_source()
    {
        var file = Notebooks.Save(
            _folder, "same.ipynb", Notebooks.Code("a", "display(\"سطر\"); new[] { new { A = 1 } }", "figure"), Notebooks.Prose("p", "نص"));
        var source = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);

        var first = (await new NotebookRunner().RunAsync(Notebook.Load(file))).Notebook.ToString();
        var second = (await new NotebookRunner().RunAsync(Notebook.Parse(first, file))).Notebook;

        Assert.Equal(first, second.ToString());
        Assert.Equal(source, second.WithoutOutputs().ToString());
    }

    [Fact]
    public async Task The_host_draws_figures_beside_the_cells_and_hears_of_cells_whose_outputs_changed_later()
    {
        var heard = new List<string>();
        var tables = new List<string>();
        var file = Save(
            Notebooks.Code(
                "figure",
                Setup
                + "var frame = new[] { new { Name = \"ا\", Count = 3 } }.ToDataFrame();\n"
                + "Figure.Columns(data: frame, id: \"bars\", title: \"Bars\", x: \"Name\", y: \"Count\")"),
            Notebooks.Code("table", "frame"),
            Notebooks.Code("handle", "using Microsoft.DotNet.Interactive;\nvar handle = KernelInvocationContext.Current.Display(1);"),
            Notebooks.Code("update", "handle.Update(2);"));
        var run = await new NotebookRunner
        {
            CellFinished = cell => heard.Add(cell.Name),
            Draw = async figure =>
            {
                await Task.Delay(50);
                return figure.Id == "bars" ? [1, 2, 3] : null;
            },
            TableShown = (cell, table) => tables.Add($"{cell} {table.RowCount}"),
        }.RunAsync(Notebook.Load(file));

        Assert.True(run.Error is null, run.Failure);
        Assert.Equal(["figure", "table", "handle", "update", "figure", "handle"], heard);
        Assert.Equal(["table 1"], tables);
        var figure = run.Notebook.Cells[0].Outputs.Single();
        Assert.Equal(
            ["application/vnd.plotly.v1+json", "image/png", "text/plain"],
            figure.Data.Select(pair => pair.Key).Order(StringComparer.Ordinal));
        Assert.IsType<JsonObject>(figure.Data["application/vnd.plotly.v1+json"]);
        Assert.Equal("AQID", figure.Text("image/png"));
        Assert.Equal(900, figure.Json["metadata"]!["image/png"]!["width"]!.GetValue<int>());
        Assert.StartsWith("Bars\n", figure.Text("text/plain"), StringComparison.Ordinal);
        Assert.Equal(["text/html", "text/plain"], run.Notebook.Cells[1].Outputs.Single().Texts.Select(text => text.Name));
        Assert.Equal("display:2", SessionFixture.Describe(run.Notebook.Cells[2].Outputs.Single()));
    }

    [Fact]
    public async Task Charts_of_Plotly_NET_and_tables_of_the_packages_are_shown_as_the_librarys_own()
    {
        var tables = new List<string>();
        var file = Save(
            Notebooks.Code("chart", PackageSetup + "Chart.Column<double, string, string>(values: [3, 5], Keys: new([\"ا\", \"b\"], true))"),
            Notebooks.Code("series", "new[] { KeyValue.Create(\"ا\", 3), KeyValue.Create(\"b\", 5) }.ToSeries()"),
            Notebooks.Code("frame", "new DataFrame(new Int32DataFrameColumn(\"n\", [1, 2, 3]))"),
            Notebooks.Code("records", "record Sum(string Name, int Count);\nnew[] { new Sum(\"ا\", 1) }.ToDataFrame()"));
        var runner = new NotebookRunner
        {
            Draw = _ => Task.FromResult<byte[]?>([1]),
            TableShown = (cell, table) => tables.Add($"{cell} {table.RowCount}"),
        };
        var run = await runner.RunAsync(Notebook.Load(file));

        Assert.True(run.Error is null, run.Failure);
        var chart = run.Notebook.Cells[0].Outputs.Single();
        Assert.Equal(
            ["application/vnd.plotly.v1+json", "image/png", "text/plain"],
            chart.Data.Select(pair => pair.Key).Order(StringComparer.Ordinal));
        Assert.Equal("[3,5]", chart.Data["application/vnd.plotly.v1+json"]!["data"]![0]!["y"]!.ToJsonString());
        Assert.Equal(["series 2", "frame 3", "records 1"], tables);
        Assert.All(
            run.Notebook.Cells.Skip(1),
            cell => Assert.Equal(["text/html", "text/plain"], cell.Outputs.Single().Texts.Select(text => text.Name)));
    }

    [Fact]
    public async Task A_cell_in_another_language_is_refused_by_name()
    {
        var shell = Notebooks.Code("shell", "ls");
        shell["metadata"]!["polyglot_notebook"]!["kernelName"] = "pwsh";
        var html = Notebooks.Code("html", "<b>x</b>");
        html["metadata"]!["polyglot_notebook"]!["kernelName"] = "html";

        var run = await RunAsync(html, shell);

        Assert.Equal("<b>x</b>", run.Notebook.Cells[0].Outputs.Single().Text("text/html"));
        Assert.Contains("cell 'shell': LanguageError: the cell is written in 'pwsh'", run.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cells_after_the_parameters_see_their_values()
    {
        const string Declared = "var top = 10; string name = \"iran\"; var share = -0.5; bool? all = null;\n"
            + "var from = new DateOnly(2020, 1, 3); var day = DayOfWeek.Friday;";
        var notebook = Notebooks.Of(
            Notebooks.Code("p", Declared, "parameters"), Notebooks.Code("use", "$\"{top} {name} {share} {all} {from:O} {day}\""));
        NotebookParameters.Set(notebook, ["top=3", "name=usa", "share=0.25", "all=true", "from=2021-05-06", "day=Sunday"]);

        var run = await new NotebookRunner().RunAsync(notebook);

        Assert.Equal("result:3 usa 0.25 True 2021-05-06 Sunday", SessionFixture.Describe(run.Notebook.Cells[2].Outputs.Single()));
    }

    private static string Setup => $"#r \"{typeof(Corpus).Assembly.Location}\"\nusing Analysis;\n";

    private static string PackageSetup =>
        $"#r \"{typeof(Corpus).Assembly.Location}\"\n#r \"{typeof(Plotly.NET.CSharp.Chart).Assembly.Location}\"\n"
        + "using Analysis; using Deedle; using Microsoft.Data.Analysis; using Plotly.NET; using Plotly.NET.CSharp;\n"
        + "using Chart = Plotly.NET.CSharp.Chart;\nCorpus.Open();\n";

    private string Save(params JsonObject[] cells) => Notebooks.Save(_folder, "notebook.ipynb", cells);

    private Task<NotebookRun> RunAsync(params JsonObject[] cells) => new NotebookRunner().RunAsync(Notebook.Load(Save(cells)));
}
