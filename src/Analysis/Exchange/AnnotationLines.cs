using System.Buffers;

namespace Analysis;

/// <summary>
/// Annotations as JSON Lines, one object per line. Lines are ordered by start; at the same start, longer annotations come first, then
/// mentions before times before events; the line about the document is last. The fields have a fixed order and are always present, except
/// <c>metonym</c>, which only capitals have. The output is UTF-8 without byte order mark; Arabic is not escaped.
/// </summary>
internal static class AnnotationLines
{
    private static readonly JsonWriterOptions Relaxed =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // As large as the longest document of a thread needs.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _output;

    /// <summary>The lines of one document.</summary>
    /// <param name="annotations">The annotations.</param>
    /// <param name="kinds">The lines to write.</param>
    public static byte[] Of(DocumentAnnotations annotations, AnnotationKinds kinds)
    {
        var output = _output ??= new();
        output.ResetWrittenCount();
        using var json = new Utf8JsonWriter(output, Relaxed);
        IEnumerable<IAnnotation> all =
        [
            .. kinds.HasFlag(AnnotationKinds.Mentions) ? annotations.Mentions : [],
            .. kinds.HasFlag(AnnotationKinds.Times) ? annotations.Times : [],
            .. kinds.HasFlag(AnnotationKinds.Events) ? annotations.Events : [],
        ];
        foreach (var annotation in IAnnotation.InTextOrder(all)) Line(() => Write(annotation, json));
        if (kinds.HasFlag(AnnotationKinds.Document)) Line(() =>
        {
            json.WriteString("kind"u8, "document"u8);
            json.WriteBoolean("news"u8, annotations.IsNews);
            json.WriteString("reason"u8, annotations.NoNewsReason);
            json.WriteNumber("mentions"u8, annotations.Mentions.Count);
            json.WriteNumber("times"u8, annotations.Times.Count);
            json.WriteNumber("events"u8, annotations.Events.Count);
        });
        return output.WrittenSpan.ToArray();

        void Line(Action fields)
        {
            json.WriteStartObject();
            json.WriteString("doc"u8, annotations.Document.Id);
            fields();
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            output.Write("\n"u8);
        }
    }

    private static void Write(IAnnotation annotation, Utf8JsonWriter json)
    {
        json.WriteString("kind"u8, annotation switch { Mention => "mention"u8, TimeExpression => "time"u8, _ => "event"u8 });
        json.WriteNumber("start"u8, annotation.Start);
        json.WriteNumber("end"u8, annotation.End);
        switch (annotation)
        {
            case Mention it:
                json.WriteString("surface"u8, it.Surface);
                json.WriteString("entity"u8, it.Entity);
                json.WriteString("type"u8, it.Type);
                if (it.Metonym is { } stands) json.WriteBoolean("metonym"u8, stands);
                json.WriteString("rule"u8, it.Rule);
                break;
            case TimeExpression it:
                json.WriteString("surface"u8, it.Surface);
                json.WriteString("type"u8, it.Type);
                json.WriteString("value"u8, it.Value);
                json.WriteString("anchor"u8, it.Anchor);
                json.WriteString("rule"u8, it.Rule);
                break;
            case Event it:
                json.WriteString("event"u8, it.Kind);
                json.WriteString("date"u8, it.Date);
                json.WriteString("date_basis"u8, it.DateBasis);
                List("actors"u8, it.Actors);
                List("targets"u8, it.Targets);
                json.WriteString("place"u8, it.Place);
                json.WriteString("cameo"u8, it.Cameo);
                json.WriteNumber("goldstein"u8, Math.Round((decimal)it.Goldstein, 3) + 0.0m);
                json.WriteString("plover"u8, it.Plover);
                json.WriteString("rule"u8, it.Rule);
                break;
        }

        void List(ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
        {
            json.WriteStartArray(name);
            foreach (var text in texts) json.WriteStringValue(text);
            json.WriteEndArray();
        }
    }
}
