using Analysis.Cli;

namespace Analysis.Notebooks.Tests.Cli;

/// <summary>What is said and done about the words of a command line.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analysis-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(
        "anotate", "error: no command or notebook 'anotate'; commands are run, report, init, annotate, evaluate, audit, entities, export, "
            + "count, check, kernel, doctor")]
    [InlineData("annotate", "error: Required argument 'input' missing for comma")]
    [InlineData("annotate --kinds mention,place x", "error: --kinds holds 'place', expected mention, time, event or document")]
    [InlineData("annotate --date 3.1.2020 x", "error: --date is '3.1.2020', expected YYYY-MM-DD")]
    [InlineData("run --timeout abc", "error: --timeout is 'abc', expected seconds, more than 0 and at most 1000000")]
    [InlineData("run --timeout 0", "error: --timeout is '0', expected seconds, more than 0 and at most 1000000")]
    [InlineData("evaluate gold --nothing", "error: Unrecognized command or argument '--nothing'.")]
    [InlineData("export --format xls", "error: Argument 'xls' not recognized.")]
    public async Task What_is_not_understood_is_answered_on_standard_error_alone_with_exit_2(string line, string expected)
    {
        var (exit, output, error) = await Run(line.Split(' '));
        Assert.Equal((2, ""), (exit, output));
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notebooks_that_are_none_are_refused_before_anything_is_written()
    {
        var text = Path.Combine(_folder, "text.txt");
        await File.WriteAllTextAsync(text, "نص", TestContext.Current.CancellationToken);
        var output = Path.Combine(_folder, "out");
        foreach (var (name, said)
            in new[] { ("x.ipynb", "no notebook 'x.ipynb'"), (text, "is no notebook, expected"), (_folder, "is no notebook, expected"),
                ("--wrte", "no option '--wrte'") })
        {
            var job = new MainJob(RunCommand.Create().Parsed([name, "--output", output]), TextWriter.Null, TextWriter.Null);
            var fault = await Assert.ThrowsAnyAsync<Exception>(() => job.ExecuteAsync(TestContext.Current.CancellationToken));
            Assert.True(Failures.IsInput(fault), name);
            Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(output));
    }

    [Theory]
    [InlineData("--help", "analysis [command] [options]", "analysis <notebooks>")]
    [InlineData("run --help", "analysis run [<notebooks>...] [options]", null)]
    [InlineData("annotate --help", "analysis annotate <input>... [options]", "<notebooks>")]
    [InlineData("doctor --help", "analysis doctor [options]", "<notebooks>")]
    [InlineData("--output x --help", "analysis run [<notebooks>...] [options]", null)]
    public async Task Help_calls_the_command_by_its_name_and_shows_its_own_arguments_alone(string line, string usage, string? absent)
    {
        var (exit, output, error) = await Run(line.Split(' '));
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains(usage, output, StringComparison.Ordinal);
        Assert.DoesNotContain("Analysis.Cli", output, StringComparison.Ordinal);
        if (absent is not null) Assert.DoesNotContain(absent, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_kinds_that_annotate_writes_by_itself_are_named_as_one_would_ask_for_them()
    {
        var help = string.Join(
            ' ', (await Run(["annotate", "--help"])).Output.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("default: the first three.", help, StringComparison.Ordinal);
        Assert.DoesNotContain("default: All", help, StringComparison.Ordinal);
    }

    [Fact]
    public void The_project_is_where_notebooks_and_corpus_are_together()
    {
        var inner = Directory.CreateDirectory(Path.Combine(_folder, "notebooks", "deep")).FullName;
        Assert.NotEqual(_folder, Project.FindAbove(inner));
        Directory.CreateDirectory(Path.Combine(_folder, "corpus"));
        Assert.Equal(_folder, Project.FindAbove(inner));
    }

    [Fact]
    public async Task Doctor_names_a_browser_that_does_not_start_and_what_is_not_made_without_it()
    {
        var machine = new Machine(
            System.Runtime.InteropServices.OSPlatform.Linux,
            name => name == Machine.BrowserVariable ? Path.Combine(_folder, "none") : null, _ => false);
        var finding = await DoctorCommand.BrowserAsync(machine, TestContext.Current.CancellationToken);
        Assert.StartsWith($"missing  browser  {Path.Combine(_folder, "none")}: ", finding, StringComparison.Ordinal);
        Assert.Contains("not saved as PNG, SVG or PDF", finding, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error)> Run(string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await CommandLine.RunAsync(args, output, error);
        return (exit, output.ToString(), error.ToString());
    }
}
