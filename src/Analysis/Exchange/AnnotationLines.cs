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

    // The names of the fields, encoded once: else each is searched for what must be escaped, which takes a seventh of the time.
    private static readonly JsonEncodedText Doc = Name("doc"), Kind = Name("kind"), Start = Name("start"), End = Name("end"),
        Surface = Name("surface"), Entity = Name("entity"), Type = Name("type"), Metonym = Name("metonym"), Rule = Name("rule"),
        Value = Name("value"), Anchor = Name("anchor"), Event = Name("event"), Date = Name("date"), DateBasis = Name("date_basis"),
        Actors = Name("actors"), Targets = Name("targets"), Place = Name("place"), Cameo = Name("cameo"),
        Goldstein = Name("goldstein"), Plover = Name("plover");

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
        var lines = Merged(
            Merged(Of(AnnotationKinds.Mentions, annotations.Mentions), Of(AnnotationKinds.Times, annotations.Times)),
            Of(AnnotationKinds.Events, annotations.Events));
        foreach (var annotation in lines)
        {
            Begin();
            Write(annotation, json);
            End();
        }

        if (kinds.HasFlag(AnnotationKinds.Document))
        {
            Begin();
            json.WriteString(Kind, "document"u8);
            json.WriteBoolean("news"u8, annotations.IsNews);
            json.WriteString("reason"u8, annotations.NoNewsReason);
            json.WriteNumber("mentions"u8, annotations.Mentions.Count);
            json.WriteNumber("times"u8, annotations.Times.Count);
            json.WriteNumber("events"u8, annotations.Events.Count);
            End();
        }

        return output.WrittenSpan.ToArray();

        IReadOnlyList<T> Of<T>(AnnotationKinds kind, IReadOnlyList<T> found) => kinds.HasFlag(kind) ? found : [];

        void Begin()
        {
            json.WriteStartObject();
            json.WriteString(Doc, annotations.Document.Id);
        }

        void End()
        {
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            output.Write("\n"u8);
        }
    }

    // Each is in text order; sorting all anew takes a tenth of the time of writing.
    private static IEnumerable<IAnnotation> Merged<T>(IEnumerable<IAnnotation> annotations, IReadOnlyList<T> others) where T : IAnnotation
    {
        var at = 0;
        foreach (var annotation in annotations)
        {
            while (at < others.Count && others[at].Order < annotation.Order) yield return others[at++];
            yield return annotation;
        }

        while (at < others.Count) yield return others[at++];
    }

    private static JsonEncodedText Name(string name) => JsonEncodedText.Encode(name);

    private static void Write(IAnnotation annotation, Utf8JsonWriter json)
    {
        json.WriteString(Kind, annotation switch { Mention => "mention"u8, TimeExpression => "time"u8, _ => "event"u8 });
        json.WriteNumber(Start, annotation.Start);
        json.WriteNumber(End, annotation.End);
        switch (annotation)
        {
            case Mention it:
                json.WriteString(Surface, it.Surface);
                json.WriteString(Entity, it.Entity);
                json.WriteString(Type, it.Type);
                if (it.Metonym is { } stands) json.WriteBoolean(Metonym, stands);
                json.WriteString(Rule, it.Rule);
                break;
            case TimeExpression it:
                json.WriteString(Surface, it.Surface);
                json.WriteString(Type, it.Type);
                json.WriteString(Value, it.Value);
                json.WriteString(Anchor, it.Anchor);
                json.WriteString(Rule, it.Rule);
                break;
            case Event it:
                json.WriteString(Event, it.Kind);
                json.WriteString(Date, it.Date);
                json.WriteString(DateBasis, it.DateBasis);
                List(Actors, it.Actors);
                List(Targets, it.Targets);
                json.WriteString(Place, it.Place);
                json.WriteString(Cameo, it.Cameo);
                json.WriteNumber(Goldstein, Math.Round((decimal)it.Goldstein, 3) + 0.0m);
                json.WriteString(Plover, it.Plover);
                json.WriteString(Rule, it.Rule);
                break;
        }

        void List(JsonEncodedText name, IReadOnlyList<string> texts)
        {
            json.WriteStartArray(name);
            foreach (var text in texts) json.WriteStringValue(text);
            json.WriteEndArray();
        }
    }
}
