using System.Text.RegularExpressions;

namespace Analysis.Notebooks;

/// <summary>Rules for the outputs that are committed with a notebook.</summary>
internal static partial class OutputRules
{
    public static IEnumerable<(string Cell, string Message)> Executed(NotebookDocument notebook)
    {
        var expected = 0;
        foreach (var cell in DocumentRules.Code(notebook))
        {
            expected++;
            if (cell.ExecutionCount != expected)
                yield return (cell.Id, $"the execution count is {cell.ExecutionCount?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "missing"}; expected {expected}");
            foreach (var error in cell.Outputs.OfType<ErrorOutput>())
                yield return (cell.Id, $"the outputs hold an error: {error.Name}: {error.Value}");
        }
    }

    public static IEnumerable<(string Cell, string Message)> Reproducible(NotebookDocument notebook) =>
        from cell in DocumentRules.Code(notebook)
        from text in cell.Outputs.SelectMany(Texts)
        from found in new[]
        {
            (What: "the path of a machine", Match: MachinePath().Match(text)),
            (What: "a GUID", Match: Guid().Match(text)),
            (What: "a time of day", Match: Timestamp().Match(text)),
        }
        where found.Match.Success
        select (cell.Id, $"the outputs hold {found.What}: '{found.Match.Value}'");

    // Pictures are left out: base64 holds everything by chance.
    private static IEnumerable<string> Texts(CellOutput output) => output switch
    {
        StreamOutput stream => [stream.Text],
        ErrorOutput error => [error.Value, .. error.Traceback],
        RichOutput rich => rich.Data.Where(pair => !pair.Key.StartsWith("image/", StringComparison.Ordinal))
            .Select(pair => rich.Text(pair.Key) ?? pair.Value?.ToJsonString() ?? ""),
        _ => [],
    };

    [GeneratedRegex("""(?<![\w/.])(/(home|Users|tmp|root|var|usr|mnt|work)/|[A-Za-z]:\\+)[^\s"'<>]+""")]
    private static partial Regex MachinePath();

    [GeneratedRegex("""\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b""")]
    private static partial Regex Guid();

    // Midnight is how a date without a time of day is written where a date alone has no form.
    [GeneratedRegex("""\b\d{4}-\d\d-\d\d[T ](?!00:00:00)\d\d:\d\d:\d\d""")]
    private static partial Regex Timestamp();
}
