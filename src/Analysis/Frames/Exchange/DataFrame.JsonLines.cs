using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Analysis;

public abstract partial class DataFrame
{
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Writes the frame as JSON Lines (UTF-8 without byte order mark, lines end with LF, letters unescaped): an object for each row, with
    /// every column under its name; numbers and truth values as such, lists as arrays, missing values as null, all else as text.
    /// </summary>
    /// <param name="path">File to write; it is replaced, whole or not at all. Folders are made.</param>
    public void ToJsonLines(string path) => AtomicFile.WriteText(path, new UTF8Encoding(false), ToJsonLines);

    /// <inheritdoc cref="ToJsonLines(string)"/>
    /// <param name="writer">Where the text goes; it stays open.</param>
    public void ToJsonLines(TextWriter writer)
    {
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer, Unescaped);
        for (var row = 0; row < Count; row++)
        {
            json.WriteStartObject();
            foreach (var column in Columns)
            {
                json.WritePropertyName(column.Name);
                WriteValue(json, column[row]);
            }
            json.WriteEndObject();
            json.Flush();
            writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
            writer.Write('\n');
            buffer.SetLength(0);
            json.Reset();
        }
    }

    /// <summary>Reads a frame from a JSON Lines file as <see cref="ToJsonLines(string)"/> writes it; blank lines are passed over.</summary>
    /// <inheritdoc cref="ReadCsv{TRow}(string)"/>
    public static DataFrame<TRow> ReadJsonLines<TRow>(string path)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return ReadJsonLines<TRow>(reader, path);
    }

    /// <inheritdoc cref="ReadJsonLines{TRow}(string)"/>
    /// <param name="reader">Where the text comes from; it stays open.</param>
    /// <param name="source">What error messages call it.</param>
    public static DataFrame<TRow> ReadJsonLines<TRow>(TextReader reader, string source = "JSON Lines")
    {
        var gatherer = new RowGatherer<TRow>(source);
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.AsSpan().IsWhiteSpace()) continue;
            using var document = Parse(text, source, line);
            AddRow(gatherer, document.RootElement, line);
        }
        return gatherer.Build();
    }

    private static JsonDocument Parse(string text, string source, int line)
    {
        try
        {
            var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw new InvalidDataException($"{source}, line {line}: {document.RootElement.ValueKind} found, an object expected");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(
                $"{source}, line {line}, byte {(error.BytePositionInLine ?? 0).ToString(CultureInfo.InvariantCulture)}: no JSON; an object expected", error);
        }
    }

    private static void AddRow<TRow>(RowGatherer<TRow> gatherer, JsonElement row, int line)
    {
        for (var i = 0; i < gatherer.Count; i++)
        {
            if (Property(row, gatherer.NameOf(i)) is not { } value)
            {
                gatherer.RequireDefault(i, line, row.EnumerateObject().Select(property => property.Name));
                gatherer.AddDefault(i);
                continue;
            }
            var type = gatherer.TypeOf(i);
            switch (value.ValueKind)
            {
                case JsonValueKind.Null:
                    gatherer.AddMissing(i, line);
                    break;
                case JsonValueKind.Array when type.IsAssignableFrom(typeof(string[])) && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String):
                    gatherer.AddValue(i, value.EnumerateArray().Select(item => item.GetString()!).ToArray());
                    break;
                case JsonValueKind.Number when InvariantText.IsNumber(type):
                case JsonValueKind.True or JsonValueKind.False when (Nullable.GetUnderlyingType(type) ?? type) == typeof(bool):
                    gatherer.AddText(i, value.GetRawText(), line);
                    break;
                // Not-a-number and the infinities have no JSON number.
                case JsonValueKind.String when !type.IsAssignableFrom(typeof(string[])) && (Nullable.GetUnderlyingType(type) ?? type) != typeof(bool):
                    gatherer.AddText(i, value.GetString()!, line);
                    break;
                default:
                    throw gatherer.Bad(i, line, value.GetRawText());
            }
        }
    }

    private static JsonElement? Property(JsonElement row, string name)
    {
        if (row.TryGetProperty(name, out var value)) return value;
        foreach (var property in row.EnumerateObject())
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)) return property.Value;
        return null;
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case double number when !double.IsFinite(number): json.WriteStringValue(InvariantText.Format(number)); break;
            case float number when !float.IsFinite(number): json.WriteStringValue(InvariantText.Format(number)); break;
            case not Enum when InvariantText.IsNumber(value.GetType()): json.WriteRawValue(InvariantText.Format(value)!); break;
            case IEnumerable items and not IFormattable:
                json.WriteStartArray();
                foreach (var item in items) WriteValue(json, item);
                json.WriteEndArray();
                break;
            default: json.WriteStringValue(InvariantText.Format(value)); break;
        }
    }
}
