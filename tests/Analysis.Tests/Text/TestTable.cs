using Analysis.Tests.Corpora;

namespace Analysis.Tests.Text;

/// <summary>Cases that stand in a table beside the tests.</summary>
internal static class TestTable
{
    /// <summary>Rows of a tab-separated table in this folder; lines in <c>#</c> are comments, escapes are those of C#.</summary>
    public static IEnumerable<string[]> Read(string file) =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Text", file))
            .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            .Select(line => Array.ConvertAll(line.Split('\t'), Unescape));

    private static string Unescape(string field) => field
        .Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\r", "\r", StringComparison.Ordinal)
            .Replace("\\u200F", "\u200F", StringComparison.Ordinal);
}
