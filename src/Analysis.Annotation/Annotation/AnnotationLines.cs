using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Analysis;

/// <summary>
/// Writes annotations as JSON Lines, one object per line. Lines are ordered by start; at the same start, longer annotations come first,
/// then mentions before times before events; the line about the document is last. The fields have a fixed order and are always present,
/// except <c>metonym</c>, which only capitals have. The output is UTF-8 without byte order mark; Arabic is not escaped.
/// </summary>
/// <param name="output">The stream; it is left open.</param>
/// <param name="kinds">The lines to write.</param>
public sealed class AnnotationLines(Stream output, AnnotationKinds kinds = AnnotationKinds.All)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);

    /// <summary>Writes the annotations of one document and flushes the stream.</summary>
    public void Write(DocumentAnnotations annotations)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        using var json = new Utf8JsonWriter(_buffer, Options);

        // A stable sort: at one span, mentions stay before times and events.
        foreach (var annotation in Wanted(annotations).OrderBy(each => each.Start).ThenByDescending(each => each.End))
            WriteLine(json, [("doc", annotations.Document.Id), .. FieldsOf(annotation)]);
        if (kinds.HasFlag(AnnotationKinds.Document)) WriteLine(json, FieldsOf(annotations));
        output.Write(_buffer.WrittenSpan);
        output.Flush();
        _buffer.ResetWrittenCount();
    }

    private IEnumerable<IAnnotation> Wanted(DocumentAnnotations annotations) =>
    [
        .. kinds.HasFlag(AnnotationKinds.Mentions) ? annotations.Mentions : [],
        .. kinds.HasFlag(AnnotationKinds.Times) ? annotations.Times : [],
        .. kinds.HasFlag(AnnotationKinds.Events) ? annotations.Events : [],
    ];

    private static (string Name, object? Value)[] FieldsOf(IAnnotation annotation) => annotation switch
    {
        Mention { Metonym: { } metonym } it => [.. FieldsOf(it with { Metonym = null })[..^1], ("metonym", metonym), ("rule", it.Rule)],
        Mention it =>
        [
            ("kind", "mention"), ("start", it.Start), ("end", it.End), ("surface", it.Surface), ("entity", it.Entity), ("type", it.Type),
            ("rule", it.Rule),
        ],
        TimeExpression it =>
        [
            ("kind", "time"), ("start", it.Start), ("end", it.End), ("surface", it.Surface), ("type", it.Type), ("value", it.Value),
            ("anchor", it.Anchor), ("rule", it.Rule),
        ],
        Event it =>
        [
            ("kind", "event"), ("start", it.Start), ("end", it.End), ("event", it.Kind), ("date", it.Date), ("date_basis", it.DateBasis),
            ("actors", it.Actors), ("targets", it.Targets), ("place", it.Place), ("cameo", it.Cameo),
            ("goldstein", Math.Round((decimal)it.Goldstein, 3) + 0.0m), ("plover", it.Plover), ("rule", it.Rule),
        ],
        _ => throw new ArgumentException($"an annotation of type {annotation.GetType()}", nameof(annotation)),
    };

    private static (string Name, object? Value)[] FieldsOf(DocumentAnnotations it) =>
    [
        ("doc", it.Document.Id), ("kind", "document"), ("news", it.IsNews), ("reason", it.NoNewsReason), ("mentions", it.Mentions.Count),
        ("times", it.Times.Count), ("events", it.Events.Count),
    ];

    private void WriteLine(Utf8JsonWriter json, (string Name, object? Value)[] fields)
    {
        JsonSerializer.Serialize(json, fields.ToDictionary());
        json.Flush();
        json.Reset();
        _buffer.Write("\n"u8);
    }
}
