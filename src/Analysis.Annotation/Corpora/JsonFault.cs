using System.Text.Json;

namespace Analysis;

/// <summary>Describes JSON errors, for messages that name file and line themselves.</summary>
internal static class JsonFault
{
    /// <summary>
    /// The error and the 0-based byte in the line, without the parser's own
    /// line number, which restarts at 0 for each line that it is given.
    /// </summary>
    public static string Describe(JsonException fault)
    {
        var text = fault.Message;
        foreach (var place in (string[])[" Path: ", " LineNumber: "])
        {
            if (text.IndexOf(place, StringComparison.Ordinal) is >= 0 and var end) text = text[..end];
        }

        return fault.BytePositionInLine is { } at ? FormattableString.Invariant($"{text.TrimEnd('.')}, at byte {at}") : text;
    }
}
