using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analysis.Notebooks;

/// <summary>Typed access to JSON in a file; what is not as expected is reported with file, cell and what was found.</summary>
/// <param name="File">The file, for messages.</param>
/// <param name="Cell">The cell, for messages; empty outside of cells.</param>
internal sealed record JsonPlace(string File, string Cell)
{
    public InvalidDataException Error(string what) => new(Cell.Length > 0 ? $"{File}, {Cell}: {what}" : $"{File}: {what}");

    public JsonObject Object(JsonNode? node, string what) => node as JsonObject ?? throw Unexpected(node, what, "an object");

    public JsonArray Array(JsonNode? node, string what) => node as JsonArray ?? throw Unexpected(node, what, "a list");

    public string Text(JsonNode? node, string what) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Unexpected(node, what, "a string");

    public int Integer(JsonNode? node, string what) =>
        node is JsonValue value && value.TryGetValue<int>(out var number) ? number : throw Unexpected(node, what, "a whole number");

    /// <summary>Text that nbformat allows to be one string or a list of lines which carry their line ends.</summary>
    public string Lines(JsonNode? node, string what) =>
        node is JsonArray lines
            ? string.Concat(lines.Select(line => Text(line, $"a line of {what}")))
            : node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Unexpected(node, what, "a string or a list of strings");

    /// <summary>The inverse of <see cref="Lines"/>: each line with its line end; no lines for empty text.</summary>
    public static JsonArray SplitLines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(JsonValue.Create(text[start..end]));
            start = end;
        }

        return lines;
    }

    private InvalidDataException Unexpected(JsonNode? node, string what, string expected) =>
        Error(node is null
            ? $"{what} is missing; expected {expected}"
            : $"{what} is {Describe(node.GetValueKind())}; expected {expected}");

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => "a truth value",
    };
}
