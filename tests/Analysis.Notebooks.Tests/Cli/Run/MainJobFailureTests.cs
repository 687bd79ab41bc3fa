namespace Analysis.Notebooks.Tests.Cli;

/// <summary>Notebooks that fail, end or hold their process, and runs that are interrupted.</summary>
public sealed class MainJobFailureTests : IDisposable
{
    private readonly MainJobRuns _job = new();

    public void Dispose() => _job.Dispose();

    [Fact]
    public async Task A_failing_cell_is_named_with_its_line_and_the_other_notebooks_run()
    {
        var failing = Notebooks.Save(
            _job.Folder, "1-failing.ipynb", Notebooks.Code("first", "\"kept\""), Notebooks.Code("second", "var n = 0;\n1 / n"));
        var sound = Notebooks.Save(_job.Folder, "2-sound.ipynb", Notebooks.Code("only", "1 + 1"));
        var before = await File.ReadAllBytesAsync(failing, TestContext.Current.CancellationToken);
        var (exit, output, error) = await _job.RunAsync([failing, sound], write: true);
        Assert.Equal(1, exit);
        Assert.Contains("1-failing.ipynb, cell 'second', line 2: DivideByZeroException", error, StringComparison.Ordinal);
        Assert.Contains("    1 / n", error, StringComparison.Ordinal);
        Assert.StartsWith("running 2 notebooks\n", output, StringComparison.Ordinal);
        Assert.Contains("1 of 2 notebooks ran", output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(failing, TestContext.Current.CancellationToken));
        Assert.Equal(1, Notebook.Load(sound).Cells[0].ExecutionCount);
        Assert.Contains("kept", await _job.PageAsync("1-failing"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_notebook_that_ends_its_process_costs_itself_only(bool isolate)
    {
        (string Name, string Code, string Failure)[] deadly =
        [
            ("exit", "Environment.Exit(0);", "exit code 0"),
            ("overflow", "int F(int n) => F(n + 1) + 1;\nF(0)", "exit code 134: Stack overflow"),
            ("thread",
                "var t = new System.Threading.Thread(() => throw new FormatException(\"off\")); t.Start(); t.Join(); await "
                + "Task.Delay(5000);", "exit code 134: Unhandled exception. System.FormatException: off"),
            ("killed", "System.Diagnostics.Process.GetCurrentProcess().Kill(); await Task.Delay(5000);", "exit code 137"),
        ];
        var files = deadly.Where((_, index) => !isolate || index < 1)
            .Select(
                each =>
                    Notebooks.Save(
                        _job.Folder, each.Name + ".ipynb", Notebooks.Code("before", "\"was here\""), Notebooks.Code("deadly", each.Code),
                        Notebooks.Code("after", "1"))).ToList();
        var first = Notebooks.Save(_job.Folder, "a-good.ipynb", Notebooks.Code("a", "\"first page\""));
        var last = Notebooks.Save(_job.Folder, "z-good.ipynb", Notebooks.Code("a", "\"last page\""));

        var (exit, output, error) = await _job.RunAsync([first, .. files, last], isolate: isolate);

        Assert.Equal(1, exit);
        Assert.Contains($"2 of {files.Count + 2} notebooks ran", output, StringComparison.Ordinal);
        Assert.Contains("first page", await _job.PageAsync("a-good"), StringComparison.Ordinal);
        Assert.Contains("last page", await _job.PageAsync("z-good"), StringComparison.Ordinal);
        foreach (var (name, _, failure) in deadly.Take(files.Count))
        {
            Assert.Contains(
                $"{name}.ipynb, cell 'deadly': ProcessEnded: the process ended with {failure}", error, StringComparison.Ordinal);
            Assert.Contains("was here", await _job.PageAsync(name), StringComparison.Ordinal);
        }

        Assert.True(File.Exists(Path.Combine(_job.Folder, "tables", "events.csv")));
    }

    [Fact]
    public async Task A_notebook_that_passes_the_time_limit_is_ended_with_what_it_started_and_the_next_one_runs()
    {
        const string Mark = "8765432.1";
        var endless = Notebooks.Save(
            _job.Folder, "endless.ipynb", Notebooks.Code("a", "\"was here\""),
            Notebooks.Code("b", $"System.Diagnostics.Process.Start(\"sleep\", \"{Mark}\");\nSystem.Threading.Thread.Sleep(-1);"));
        var good = Notebooks.Save(_job.Folder, "good.ipynb", Notebooks.Code("a", "1"));

        var (exit, output, error) = await _job.RunAsync([endless, good], timeout: 12);

        Assert.Equal(1, exit);
        Assert.Contains("endless.ipynb, cell 'b': TimeLimit: the notebook ran longer than 12 s, its limit", error,
            StringComparison.Ordinal);
        Assert.Contains("1 of 2 notebooks ran", output, StringComparison.Ordinal);
        Assert.Contains("was here", await _job.PageAsync("endless"), StringComparison.Ordinal);
        await AnalysisProcess.AssertNoneAsync(Mark);
    }

    [Fact]
    public async Task A_thread_that_a_notebook_leaves_running_and_what_its_programs_print_do_no_harm()
    {
        var leaking = Notebooks.Save(_job.Folder, "leaking.ipynb",
            Notebooks.Code("a", "new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();"),
            Notebooks.Code(
                "b", "System.Diagnostics.Process.Start(\"sh\", [\"-c\", \"echo printed by a program; cat; sleep 60 &\"]).WaitForExit();"),
            Notebooks.Code("c", "Console.OpenStandardOutput().Write(\"printed by the process\\n\"u8);\nConsole.In.ReadToEnd()"),
            Notebooks.Code(
                "d",
                "using System.Globalization;\nCultureInfo.CurrentCulture = new CultureInfo(\"ar-IQ\");\n"
                + "$\"{CultureInfo.CurrentCulture.Name} {1.5}\""));

        var (exit, output, error) = await _job.RunAsync([leaking]);

        Assert.Equal(0, exit);
        Assert.Contains("ar-IQ 1.5", await _job.PageAsync("leaking"), StringComparison.Ordinal);
        Assert.Contains("1 of 1 notebook ran", output, StringComparison.Ordinal);
        Assert.Contains("printed by a program", error, StringComparison.Ordinal);
        Assert.Contains("printed by the process", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_interrupted_writes_the_finished_pages()
    {
        var good = Notebooks.Save(_job.Folder, "1-good.ipynb", Notebooks.Code("a", "\"first page\""));
        var slow = Notebooks.Save(
            _job.Folder, "2-slow.ipynb", Notebooks.Code("a", "System.IO.File.WriteAllText(\"started\", \"\"); await Task.Delay(-1);"));
        var late = Notebooks.Save(_job.Folder, "3-late.ipynb", Notebooks.Code("a", "1"));
        using var cancellation = new CancellationTokenSource();
        var running = _job.RunAsync([good, slow, late], cancellation: cancellation.Token);
        while (!File.Exists(Path.Combine(_job.Folder, "started"))) await Task.Delay(50, TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();

        var (exit, output, error) = await running;

        Assert.Equal(1, exit);
        Assert.Contains("1 of 3 notebooks ran", output, StringComparison.Ordinal);
        Assert.Contains("2-slow.ipynb, cell 'a': Interrupted: the run was interrupted", error, StringComparison.Ordinal);
        Assert.Contains("first page", await _job.PageAsync("1-good"), StringComparison.Ordinal);
        Assert.Contains("interrupted before this notebook", await _job.PageAsync("3-late"), StringComparison.Ordinal);
    }
}
