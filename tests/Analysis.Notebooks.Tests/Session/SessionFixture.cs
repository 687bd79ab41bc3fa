namespace Analysis.Notebooks.Tests;

/// <summary>A folder of its own for a class of tests, with a session that starts there.</summary>
public sealed class SessionFixture : IDisposable
{
    private int _cells;

    public SessionFixture()
    {
        Folder = Directory.CreateTempSubdirectory("analysis-session-").FullName;
        Session = new CSharpSession(new CSharpSessionOptions
        {
            Folder = Folder,
            Displayed = Displayed.Add,
            PackageCache = Path.Combine(Folder, "cache"),
        });
    }

    public string Folder { get; }

    public CSharpSession Session { get; }

    public List<DisplayedObject> Displayed { get; } = [];

    public Task<CellResult> RunAsync(string source, string? cell = null, Action<CellOutputEvent>? output = null) =>
        Session.RunAsync(source, cell ?? $"cell-{++_cells}", output);

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public void Dispose()
    {
        Session.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
