using Analysis.Tests.Corpora;

namespace Analysis.Tests.Measures.Exchange;

/// <summary>
/// Files as reviewed. To accept a change on purpose, delete the file: the test writes it anew and fails once, so that the difference is read
/// before it is committed.
/// </summary>
internal static class GoldenFile
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Measures", "Exchange", "Golden");

    public static void AssertEqual(string name, string actual)
    {
        var file = Path.Combine(Folder, name);
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, actual);
            Assert.Fail($"{file} was not there and has been written: read it before committing it");
        }

        Assert.Equal(File.ReadAllText(file), actual);
    }

    public static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
