using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analysis.Notebooks;

/// <summary>
/// JSON as Jupyter and VS Code write notebooks: keys in ordinal order, an indent of one space, only what JSON demands escaped,
/// a line end at the end. A notebook then changes in version control only where it changed.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>The canonical text of a JSON value.</summary>
    public static string Format(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node, indent: 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int indent)
    {
        switch (node)
        {
            case JsonObject map:
                var pairs = map.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
                WriteList<KeyValuePair<string, JsonNode?>>(text, '{', '}', pairs, indent, pair =>
                {
                    WriteString(text, pair.Key);
                    text.Append(": ");
                    Write(text, pair.Value, indent + 1);
                });
                break;
            case JsonArray list:
                WriteList<JsonNode?>(text, '[', ']', list, indent, item => Write(text, item, indent + 1));
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteString(text, value.GetValue<string>());
                break;
            default:
                text.Append(node is null ? "null" : node.ToJsonString());
                break;
        }
    }

    private static void WriteList<T>(StringBuilder text, char open, char close, IEnumerable<T> items, int indent, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? "\n" : ",\n").Append(' ', indent + 1);
            first = false;
            write(item);
        }

        if (!first)
            text.Append('\n').Append(' ', indent);
        text.Append(close);
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            switch (character)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case < ' ': text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"); break;
                default: text.Append(character); break;
            }
        }

        text.Append('"');
    }
}
