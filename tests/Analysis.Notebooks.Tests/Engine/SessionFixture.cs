namespace Analysis.Notebooks.Tests;

/// <summary>A session for a class of tests, in a folder of its own that is the current directory.</summary>
public sealed class SessionFixture : IDisposable
{
    private readonly string _before = Directory.GetCurrentDirectory();
    private int _cells;

    public SessionFixture()
    {
        Folder = Directory.CreateTempSubdirectory("analysis-session-").FullName;
        Directory.SetCurrentDirectory(Folder);
        Session = new NotebookSession((cell, value, _) => Shown.Add((cell, value)));
    }

    public string Folder { get; }

    public NotebookSession Session { get; }

    public List<(string Cell, object? Value)> Shown { get; } = [];

    public async Task<(CellOutput[] Outputs, CellError? Error)> RunAsync(string source, string? cell = null)
    {
        var (outputs, error) = await Session.RunAsync(source, cell ?? $"cell-{++_cells}");
        return ([.. outputs.Select(output => new CellOutput(output!.AsObject()))], error);
    }

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, file))!);
        File.WriteAllText(Path.Combine(Folder, file), text);
    }

    public void Dispose()
    {
        Session.Dispose();
        Directory.SetCurrentDirectory(_before);
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>An output as <c>kind:text</c>.</summary>
    internal static string Describe(CellOutput output) => output.Type switch
    {
        "stream" => $"{output.Texts.First().Name}:{output.Texts.First().Text.Replace("\n", "\\n", StringComparison.Ordinal)}",
        "error" => $"error:{output.Json["ename"]}",
        "execute_result" => $"result:{Text(output)}",
        _ => $"display:{Text(output)}",
    };

    private static string Text(CellOutput output) =>
        (output.Text("text/plain") ?? output.Texts.First().Text).Replace("\n", "\\n", StringComparison.Ordinal);
}
