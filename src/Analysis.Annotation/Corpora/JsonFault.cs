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
        var text = fault.Message.Split([" Path: ", " LineNumber: "], StringSplitOptions.None)[0];
        return fault.BytePositionInLine is { } at ? FormattableString.Invariant($"{text.TrimEnd('.')}, at byte {at}") : text;
    }
}
