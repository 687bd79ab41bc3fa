namespace Analysis.Notebooks;

/// <summary>Text that nbformat allows to be one string or a list of lines, each with its line end.</summary>
internal static class JsonText
{
    /// <summary>The text; the canonical form of what is JSON itself.</summary>
    public static string Of(JsonNode? node) => node switch
    {
        null => "",
        JsonArray lines when lines.All(IsText) => string.Concat(lines),
        JsonValue value => value.ToString(),
        _ => CanonicalJson.Format(node),
    };

    /// <summary>Whether a value is a string.</summary>
    public static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    /// <summary>The inverse, as Jupyter writes it: a list of lines; empty for empty text.</summary>
    public static JsonArray Lines(string text)
    {
        var lines = text.Split('\n');
        var ended = lines.SkipLast(1).Select(line => line + "\n");
        return new([.. ended.Append(lines[^1]).Where(line => line.Length > 0).Select(line => JsonValue.Create(line))]);
    }
}
