using System.Text.Json;

namespace Analysis;

/// <summary>Reads documents from JSON objects, without making a tree of them.</summary>
internal static class DocumentJson
{
    private const string Example = """{"id":"1","text":"…","date":"2020-01-03","title":"…"}""";

    private static readonly FieldNames Own = FieldNames.Parse(null);

    /// <summary>Reads an object of the project's own form, or one whose properties have the given names.</summary>
    /// <exception cref="FormatException">The text is not such an object.</exception>
    public static Document Parse(ReadOnlySpan<byte> utf8, FieldNames? fields = null)
    {
        try
        {
            var names = fields ?? Own;
            var values = Values(utf8, names);
            string? Text(string name, bool orNumber = false) => values[names.IndexOf(name)] switch
            {
                { Kind: JsonTokenType.None or JsonTokenType.Null } => null,
                { Kind: JsonTokenType.String } value => value.Text,
                { Kind: JsonTokenType.Number } value when orNumber => value.Text,
                var value => throw new FormatException($"'{name}' is of kind {KindOf(value.Kind)}, a string expected"),
            };
            if (fields is not null) return fields.Read(name => Text(name, orNumber: name == fields.Id));
            var id = Text("id") ?? throw new FormatException("no 'id'");
            if (!Document.IsId(id)) throw new FormatException($"id '{id}' found, {Document.ExpectedId} expected");
            var text = Text("text") ?? throw new FormatException("no 'text'");
            return new Document(id, text, Date(Text("date")), Title: Text("title") ?? "");
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

    // The values of the properties that are wanted; the whole text is read, so that what is no JSON is found.
    private static (JsonTokenType Kind, string? Text)[] Values(ReadOnlySpan<byte> utf8, FieldNames names)
    {
        var values = new (JsonTokenType Kind, string? Text)[FieldNames.Count];
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            var found = KindOf(reader.TokenType);
            reader.Skip();
            reader.Read();
            throw new FormatException($"JSON of kind {found} found, an object expected, such as {Example}");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = names.IndexOf(ref reader);
            reader.Read();
            if (at >= 0)
            {
                if (values[at].Kind != JsonTokenType.None) throw new FormatException($"'{names[at]}' is there twice, expected it once");
                values[at] = (reader.TokenType, TextOf(ref reader));
            }

            reader.Skip();
        }

        reader.Read();
        return values;
    }

    private static string? TextOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => null,
    };

    private static string KindOf(JsonTokenType token) => token.ToString().Replace("Start", "", StringComparison.Ordinal);

    private static DateOnly? Date(string? text) => string.IsNullOrEmpty(text) ? null
        : Document.TryDate(text, out var date) ? date : throw new FormatException($"date '{text}' found, YYYY-MM-DD or null expected");
}
