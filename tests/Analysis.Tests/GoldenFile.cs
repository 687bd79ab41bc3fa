using System.Runtime.CompilerServices;
using System.Text;

namespace Analysis.Tests;

/// <summary>
/// Files as reviewed, in the folder <c>Golden</c> beside the test. To accept a change on purpose, delete the file: the test writes it anew
/// and fails once, so that the difference is read before it is committed.
/// </summary>
internal static class GoldenFile
{
    public static void AssertEqual(string name, string actual, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, "Golden", name);
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            Assert.Fail($"{file} was not there and has been written: read it before committing it");
        }

        Assert.Equal(File.ReadAllText(file), actual);
    }

    public static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
