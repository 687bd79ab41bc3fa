namespace Analysis.Notebooks.Tests;

public sealed class NotebookRunnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analysis-runner-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Notebooks_run_each_in_a_fresh_session_and_one_that_fails_does_not_stop_the_others()
    {
        var good = Save("good.ipynb", Notebooks.Code("a", "var x = 1;"), Notebooks.Prose("p", "prose"), Notebooks.Code("b", "x + 1"));
        var bad = Save(
            "bad.ipynb", Notebooks.Code("first", "Console.Write(\"so far\");"), Notebooks.Code("second", "\nvar y = x;"), Notebooks.Code("third", "1"));
        var broken = Path.Combine(_folder, "broken.ipynb");
        await File.WriteAllTextAsync(broken, "{", TestContext.Current.CancellationToken);

        var runs = await new NotebookRunner().RunAllAsync([bad, broken, good], TestContext.Current.CancellationToken);

        Assert.Equal([false, false, true], runs.Select(run => run.Succeeded));
        Assert.Equal(
            $"{bad}, cell 'second', line 2: CompilationError: error CS0103: The name 'x' does not exist in the current context\n    var y = x;",
            runs[0].Failure);
        Assert.Equal(new int?[] { 1, 2, null }, runs[0].Notebook.Cells.Select(cell => cell.ExecutionCount));
        Assert.Equal(new StreamOutput("stdout", "so far"), Assert.Single(runs[0].Notebook.Cells[0].Outputs));
        Assert.IsType<ErrorOutput>(Assert.Single(runs[0].Notebook.Cells[1].Outputs));
        Assert.Empty(runs[0].Notebook.Cells[2].Outputs);
        Assert.StartsWith($"{broken}, line 1: not JSON", runs[1].Failure, StringComparison.Ordinal);
        Assert.Equal("2", Assert.IsType<ExecuteResult>(Assert.Single(runs[2].Notebook.Cells[2].Outputs)).Text("text/plain"));
    }

    [Fact]
    public async Task Relative_paths_start_from_the_notebooks_folder()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "data.txt"), "نص", TestContext.Current.CancellationToken);
        var before = Directory.GetCurrentDirectory();
        var notebook = NotebookDocument.Load(Save("reads.ipynb", Notebooks.Code("a", "File.ReadAllText(\"data.txt\")")));

        var run = await new NotebookRunner().RunAsync(notebook, TestContext.Current.CancellationToken);

        Assert.Equal("نص", Assert.IsType<ExecuteResult>(Assert.Single(run.Notebook.Cells[0].Outputs)).Text("text/plain"));
        Assert.Equal(before, Directory.GetCurrentDirectory());
    }

    [Fact]
    public async Task A_second_run_gives_the_same_file_and_only_outputs_and_counts_differ_from_the_source()
    {
        var source = NotebookDocument.Load(Save("same.ipynb", Notebooks.Code("a", "display(\"سطر\"); new[] { new { A = 1 } }", "figure"), Notebooks.Prose("p", "نص")));

        var first = await new NotebookRunner().RunAsync(source, TestContext.Current.CancellationToken);
        var second = await new NotebookRunner().RunAsync(first.Notebook, TestContext.Current.CancellationToken);

        Assert.Equal(IpynbFormat.Format(first.Notebook), IpynbFormat.Format(second.Notebook));
        var cleared = first.Notebook with { Cells = [.. first.Notebook.Cells.Select(cell => cell with { Outputs = [], ExecutionCount = null })] };
        Assert.Equal(IpynbFormat.Format(source), IpynbFormat.Format(cleared));
    }

    [Fact]
    public async Task Progress_objects_and_pictures_are_told_to_the_host()
    {
        var steps = new List<string>();
        var displayed = new List<string>();
        var file = Save("told.ipynb", Notebooks.Code("a", "\"text\""), Notebooks.Code("b", "throw new Exception();"));
        var runner = new NotebookRunner(new NotebookRunOptions
        {
            Progress = step => steps.Add($"{step.Step} {step.Cell} {step.Index + 1}/{step.Count}"),
            Displayed = (notebook, told) => displayed.Add($"{Path.GetFileName(notebook)} {told.Cell} {told.Value}"),
        });

        await runner.RunAllAsync([file], TestContext.Current.CancellationToken);

        Assert.Equal(
            ["NotebookStarted  1/2", "CellStarted a 1/2", "CellFinished a 1/2", "CellStarted b 2/2", "CellFailed b 2/2", "NotebookFinished  1/2"], steps);
        Assert.Equal(["told.ipynb a text"], displayed);
    }

    [Fact]
    public async Task A_cell_in_another_language_is_refused_by_name()
    {
        var cell = new NotebookCell("shell", CellKind.Code, "ls", new() { ["polyglot_notebook"] = new System.Text.Json.Nodes.JsonObject { ["kernelName"] = "pwsh" } });

        var run = await new NotebookRunner().RunAsync(NotebookDocument.Load(Save("shell.ipynb", cell)), TestContext.Current.CancellationToken);

        Assert.Contains("'#!pwsh' is not known", run.Failure, StringComparison.Ordinal);
    }

    private string Save(string name, params NotebookCell[] cells)
    {
        var file = Path.Combine(_folder, name);
        Notebooks.Of(cells).Save(file);
        return file;
    }
}
