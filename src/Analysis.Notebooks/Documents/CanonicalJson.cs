namespace Analysis.Notebooks;

/// <summary>
/// JSON as Jupyter and VS Code write notebooks: keys in ordinal order, an indent of one space, only what JSON demands escaped, a line end
/// at the end. A notebook then changes in version control only where it changed.
/// </summary>
internal static partial class CanonicalJson
{
    private static readonly JsonSerializerOptions Indented = new(JsonForm.Readable) { IndentSize = 1 };

    /// <summary>The canonical text of a JSON value.</summary>
    public static string Format(JsonNode? node) => Escape().Replace(Sorted(node)?.ToJsonString(Indented) ?? "null", Unescaped) + "\n";

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    // The encoder escapes what lies outside the basic plane, and writes control characters in capitals.
    private static string Unescaped(Match escape)
    {
        var digits = escape.Groups["code"].Value;
        if (!int.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)) return escape.Value;
        return code >= ' ' ? ((char)code).ToString() : escape.Value.ToLowerInvariant();
    }

    // Every escape, so that what follows an escaped backslash is none.
    [GeneratedRegex("""\\(u(?<code>[0-9A-F]{4})|.)""")]
    private static partial Regex Escape();
}
