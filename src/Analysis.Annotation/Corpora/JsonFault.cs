using System.Text.Json;

namespace Analysis;

/// <summary>What is wrong with JSON, for messages that name file and line themselves.</summary>
internal static class JsonFault
{
    /// <summary>The fault and the 0-based byte of the line at which it was found, without the parser's own count of lines, which begins at 0 with each line it is given.</summary>
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
