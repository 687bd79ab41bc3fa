using Analysis.Cli;

namespace Analysis.Notebooks.Tests.Cli;

public sealed class CheckCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analysis-check-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_that_is_no_notebook_is_named_and_the_others_are_still_checked()
    {
        var broken = Path.Combine(_folder, "broken.ipynb");
        await File.WriteAllTextAsync(broken, "{", TestContext.Current.CancellationToken);
        var failing = Save("failing.ipynb", "1 +");
        var sound = Save("sound.ipynb", "1 + 1");

        var (exit, lines) = await Check(broken, failing, sound);

        Assert.Equal(1, exit);
        Assert.StartsWith($"{broken}, line 1: not JSON", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{failing}, cell 'a', line 1: CompilationError", lines[1], StringComparison.Ordinal);
        Assert.Contains(
            lines,
            line => line.StartsWith(sound, StringComparison.Ordinal)
            && line.Contains("0 outputs are committed; the new run gives 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_notebook_is_compared_as_it_was_before_its_cells_ran()
    {
        // A notebook that writes its own file is checked against what was committed, not against what it wrote.
        var file = Path.Combine(_folder, "own.ipynb");
        Save("own.ipynb", "System.IO.File.WriteAllText(\"own.ipynb\", \"nothing\");\n1 + 1");

        var (exit, lines) = await Check(file);

        Assert.Equal(1, exit);
        Assert.Contains("0 outputs are committed; the new run gives 1", Assert.Single(lines), StringComparison.Ordinal);
    }

    private string Save(string name, string source) => Notebooks.Save(_folder, name, Notebooks.Code("a", source));

    private static async Task<(int Exit, string[] Lines)> Check(params string[] files)
    {
        using var output = new StringWriter();
        var exit = await CheckCommand.ExecuteAsync(files, output, TextWriter.Null, TestContext.Current.CancellationToken);
        return (exit, output.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
