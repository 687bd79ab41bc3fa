using System.Text;

namespace Analysis.Tests.Corpora;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Location { get; } = Directory.CreateTempSubdirectory("analysis-").FullName;

    public TemporaryFolder With(string file, string text) => With(file, Encoding.UTF8.GetBytes(text));

    public TemporaryFolder With(string file, byte[] bytes)
    {
        var path = Path.Combine(Location, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public string At(string file) => Path.Combine(Location, file);

    public void Dispose() => Directory.Delete(Location, recursive: true);
}
