using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Analysis;

/// <summary>
/// Writes annotations as JSON Lines, one object per line. Lines are ordered by start; at the same start, longer annotations come first,
/// then mentions before times before events; the line about the document is last. The fields have a fixed order and are always present,
/// except <c>metonym</c>, which only capitals have. The output is UTF-8 without byte order mark; Arabic is not escaped.
/// </summary>
public sealed class AnnotationLines
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stream _output;
    private readonly AnnotationKinds _kinds;
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);

    /// <summary>Creates a writer to a stream. The stream is left open.</summary>
    /// <param name="output">The stream.</param>
    /// <param name="kinds">The lines to write.</param>
    public AnnotationLines(Stream output, AnnotationKinds kinds = AnnotationKinds.All)
    {
        ArgumentNullException.ThrowIfNull(output);
        (_output, _kinds) = (output, kinds);
    }

    /// <summary>Writes the annotations of one document and flushes the stream.</summary>
    public void Write(DocumentAnnotations annotations)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        using var json = new Utf8JsonWriter(_buffer, Options);

        // A stable sort: at one span, mentions stay before times and events.
        foreach (var annotation in Wanted(annotations).OrderBy(each => each.Start).ThenByDescending(each => each.End))
        {
            switch (annotation)
            {
                case Mention mention: Write(json, mention); break;
                case TimeExpression time: Write(json, time); break;
                case Event happening: Write(json, happening); break;
            }

            EndLine(json);
        }

        if (_kinds.HasFlag(AnnotationKinds.Document)) WriteDocument(json, annotations);
        _output.Write(_buffer.WrittenSpan);
        _output.Flush();
        _buffer.ResetWrittenCount();
    }

    private IEnumerable<IAnnotation> Wanted(DocumentAnnotations annotations) =>
    [
        .. _kinds.HasFlag(AnnotationKinds.Mentions) ? annotations.Mentions : [],
        .. _kinds.HasFlag(AnnotationKinds.Times) ? annotations.Times : [],
        .. _kinds.HasFlag(AnnotationKinds.Events) ? annotations.Events : [],
    ];

    private static void Write(Utf8JsonWriter json, Mention mention)
    {
        Begin(json, mention.Document, "mention", mention);
        WriteStrings(json, ("surface", mention.Surface), ("entity", mention.Entity), ("type", mention.Type));
        if (mention.Metonym is { } metonym) json.WriteBoolean("metonym", metonym);
        WriteStrings(json, ("rule", mention.Rule));
    }

    private static void Write(Utf8JsonWriter json, TimeExpression time)
    {
        Begin(json, time.Document, "time", time);
        WriteStrings(json, ("surface", time.Surface), ("type", time.Type), ("value", time.Value), ("anchor", time.Anchor), ("rule", time.Rule));
    }

    private static void Write(Utf8JsonWriter json, Event happening)
    {
        Begin(json, happening.Document, "event", happening);
        WriteStrings(json, ("event", happening.Kind), ("date", happening.Date), ("date_basis", happening.DateBasis));
        WriteList(json, "actors", happening.Actors);
        WriteList(json, "targets", happening.Targets);
        WriteStrings(json, ("place", happening.Place), ("cameo", happening.Cameo));
        json.WritePropertyName("goldstein");
        json.WriteRawValue(happening.Goldstein.ToString("0.0##", CultureInfo.InvariantCulture));
        WriteStrings(json, ("plover", happening.Plover), ("rule", happening.Rule));
    }

    private void WriteDocument(Utf8JsonWriter json, DocumentAnnotations annotations)
    {
        json.WriteStartObject();
        WriteStrings(json, ("doc", annotations.Document.Id), ("kind", "document"));
        json.WriteBoolean("news", annotations.IsNews);
        WriteStrings(json, ("reason", annotations.NoNewsReason));
        json.WriteNumber("mentions", annotations.Mentions.Count);
        json.WriteNumber("times", annotations.Times.Count);
        json.WriteNumber("events", annotations.Events.Count);
        EndLine(json);
    }

    private static void Begin(Utf8JsonWriter json, string document, string kind, IAnnotation annotation)
    {
        json.WriteStartObject();
        WriteStrings(json, ("doc", document), ("kind", kind));
        json.WriteNumber("start", annotation.Start);
        json.WriteNumber("end", annotation.End);
    }

    private static void WriteStrings(Utf8JsonWriter json, params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        foreach (var (name, value) in fields) json.WriteString(name, value);
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) json.WriteStringValue(item);
        json.WriteEndArray();
    }

    private void EndLine(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.Flush();
        json.Reset();
        _buffer.Write("\n"u8);
    }
}
