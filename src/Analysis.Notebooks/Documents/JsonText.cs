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
}
