using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Analysis;

/// <summary>
/// Writes annotations as JSON Lines, one object per line. Lines are ordered by start; at the same start, longer annotations come first,
/// then mentions before times before events. The fields have a fixed order and are always present, except <c>metonym</c>, which only
/// capitals have. The output is UTF-8 without byte order mark; Arabic is not escaped.
/// </summary>
public sealed class AnnotationLines
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);

    /// <summary>Creates a writer to a stream. The stream is left open.</summary>
    public AnnotationLines(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
    }

    /// <summary>Writes the annotations of one document and flushes the stream.</summary>
    public void Write(DocumentAnnotations annotations)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        using var json = new Utf8JsonWriter(_buffer, Options);
        foreach (var (_, _, layer, index) in Order(annotations))
        {
            switch (layer)
            {
                case 0: Write(json, annotations.Mentions[index]); break;
                case 1: Write(json, annotations.Times[index]); break;
                default: Write(json, annotations.Events[index]); break;
            }

            json.Flush();
            json.Reset();
            _buffer.Write("\n"u8);
        }

        _output.Write(_buffer.WrittenSpan);
        _output.Flush();
        _buffer.ResetWrittenCount();
    }

    // Tuples compare item by item, which gives the documented order.
    private static List<(int Start, int Back, int Layer, int Index)> Order(DocumentAnnotations annotations)
    {
        var order = new List<(int Start, int Back, int Layer, int Index)>();
        for (var i = 0; i < annotations.Mentions.Count; i++) order.Add((annotations.Mentions[i].Start, -annotations.Mentions[i].End, 0, i));
        for (var i = 0; i < annotations.Times.Count; i++) order.Add((annotations.Times[i].Start, -annotations.Times[i].End, 1, i));
        for (var i = 0; i < annotations.Events.Count; i++) order.Add((annotations.Events[i].Start, -annotations.Events[i].End, 2, i));
        order.Sort();
        return order;
    }

    private static void Write(Utf8JsonWriter json, Mention mention)
    {
        Begin(json, mention.Document, "mention", mention.Start, mention.End);
        json.WriteString("surface", mention.Surface);
        json.WriteString("entity", mention.Entity);
        json.WriteString("type", mention.Type);
        if (mention.Metonym is { } metonym) json.WriteBoolean("metonym", metonym);
        End(json, mention.Rule);
    }

    private static void Write(Utf8JsonWriter json, TimeExpression time)
    {
        Begin(json, time.Document, "time", time.Start, time.End);
        json.WriteString("surface", time.Surface);
        json.WriteString("type", time.Type);
        json.WriteString("value", time.Value);
        json.WriteString("anchor", time.Anchor);
        End(json, time.Rule);
    }

    private static void Write(Utf8JsonWriter json, Event happening)
    {
        Begin(json, happening.Document, "event", happening.Start, happening.End);
        json.WriteString("event", happening.Kind);
        json.WriteString("date", happening.Date);
        json.WriteString("date_basis", happening.DateBasis);
        WriteList(json, "actors", happening.Actors);
        WriteList(json, "targets", happening.Targets);
        json.WriteString("place", happening.Place);
        json.WriteString("cameo", happening.Cameo);
        json.WritePropertyName("goldstein");
        json.WriteRawValue(happening.Goldstein.ToString("0.0##", CultureInfo.InvariantCulture));
        json.WriteString("plover", happening.Plover);
        End(json, happening.Rule);
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) json.WriteStringValue(item);
        json.WriteEndArray();
    }

    private static void Begin(Utf8JsonWriter json, string document, string kind, int start, int end)
    {
        json.WriteStartObject();
        json.WriteString("doc", document);
        json.WriteString("kind", kind);
        json.WriteNumber("start", start);
        json.WriteNumber("end", end);
    }

    private static void End(Utf8JsonWriter json, string rule)
    {
        json.WriteString("rule", rule);
        json.WriteEndObject();
    }
}
