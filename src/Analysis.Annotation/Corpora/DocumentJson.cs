using System.Text.Json;

namespace Analysis;

/// <summary>Reads documents from JSON objects.</summary>
internal static class DocumentJson
{
    private const string Example = """{"id":"1","text":"…","date":"2020-01-03","title":"…"}""";

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <summary>Reads an object of the project's own form, or one whose properties have the given names.</summary>
    /// <exception cref="FormatException">The text is not such an object.</exception>
    public static Document Parse(string json, FieldNames? fields = null)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json, Options);
            var root = parsed.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw new FormatException($"JSON of kind {root.ValueKind} found, an object expected, such as {Example}");
            if (fields is not null) return fields.Read(name => Text(root, name, orNumber: name == fields.Id));
            var id = Text(root, "id") ?? throw new FormatException("no 'id'");
            if (!Document.IsId(id)) throw new FormatException($"id '{id}' found, {Document.ExpectedId} expected");
            var text = Text(root, "text") ?? throw new FormatException("no 'text'");
            return new Document(id, text, Date(Text(root, "date")), Title: Text(root, "title") ?? "");
        }
        catch (JsonException error)
        {
            var fault = JsonFault.Describe(error);
            throw new FormatException($"this is not JSON: {fault}; expected one JSON object a line, such as {Example}", error);
        }
        catch (InvalidOperationException error)
        {
            // An escaped lone surrogate is well-formed JSON, but not valid text.
            throw new FormatException($"a string is not valid Unicode: {error.Message}", error);
        }
    }

    private static DateOnly? Date(string? text) => string.IsNullOrEmpty(text) ? null
        : Document.TryDate(text, out var date) ? date
        : throw new FormatException($"date '{text}' found, YYYY-MM-DD or null expected");

    private static string? Text(JsonElement root, string property, bool orNumber = false)
    {
        if (!root.TryGetProperty(property, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        if (orNumber && value.ValueKind == JsonValueKind.Number) return value.GetRawText();
        throw new FormatException($"'{property}' is of kind {value.ValueKind}, a string expected");
    }
}
