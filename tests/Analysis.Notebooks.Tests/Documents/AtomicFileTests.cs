namespace Analysis.Notebooks.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analysis-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Writes_of_one_file_at_the_same_time_do_not_meet()
    {
        var file = Path.Combine(_folder, "file");
        var contents = Enumerable.Range(0, 8).Select(number => new string((char)('a' + number), 1 << 16)).ToArray();
        Parallel.For(0, 64, i => AtomicFile.WriteText(file, contents[i % 8]));
        Assert.Contains(File.ReadAllText(file), contents);
        Assert.Single(Directory.GetFiles(_folder));
    }
}
