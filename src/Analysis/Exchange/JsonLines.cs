using System.Collections;

namespace Analysis;

/// <summary>Writes records as JSON Lines.</summary>
public static class JsonLines
{
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Writes an object for each record (UTF-8 without byte order mark, lines end with LF, letters unescaped), with the same names as the
    /// columns of a frame of such records; numbers and truth values as such, lists as arrays, missing values as null, all else as text.
    /// </summary>
    /// <param name="rows">The records.</param>
    /// <param name="output">Where the text goes; it stays open.</param>
    public static void WriteJsonLines<TRow>(this IEnumerable<TRow> rows, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Unescaped);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            foreach (var column in RowColumns.Of(row?.GetType() ?? typeof(TRow)))
            {
                json.WritePropertyName(column.Name);
                WriteValue(json, column.Value(row));
            }

            json.WriteEndObject();
            json.Flush();
            output.WriteByte((byte)'\n');
            json.Reset();
        }
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case not Enum when InvariantText.IsNumber(value.GetType()) && double.IsFinite(InvariantText.ToDouble(value)):
                json.WriteRawValue(InvariantText.Format(value)!);
                break;
            case IEnumerable items and not IFormattable:
                json.WriteStartArray();
                foreach (var item in items) WriteValue(json, item);
                json.WriteEndArray();
                break;
            default: json.WriteStringValue(InvariantText.Format(value)); break;
        }
    }
}
