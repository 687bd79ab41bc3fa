using System.Runtime.CompilerServices;

namespace Analysis.Tests.Corpora;

/// <summary>Folders of the repository that the tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    public static string Corpus { get; } = Path.Combine(Root, "corpus");

    public static string Development { get; } = Path.Combine(Root, "tests", "Analysis.Tests", "Development");

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
