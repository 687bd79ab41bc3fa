namespace Analysis;

/// <summary>
/// Writes annotations as JSON Lines, one object per line. Lines are ordered by start; at the same start, longer annotations come first,
/// then mentions before times before events; the line about the document is last. The fields have a fixed order and are always present,
/// except <c>metonym</c>, which only capitals have. The output is UTF-8 without byte order mark; Arabic is not escaped.
/// </summary>
internal static class AnnotationLines
{
    /// <summary>Adds the lines of one document to a text.</summary>
    /// <param name="annotations">The annotations.</param>
    /// <param name="kinds">The lines to write.</param>
    /// <param name="json">The text.</param>
    public static void Format(DocumentAnnotations annotations, AnnotationKinds kinds, JsonText json)
    {
        var mentions = Sorted(kinds.HasFlag(AnnotationKinds.Mentions) ? annotations.Mentions : []);
        var times = Sorted(kinds.HasFlag(AnnotationKinds.Times) ? annotations.Times : []);
        var events = Sorted(kinds.HasFlag(AnnotationKinds.Events) ? annotations.Events : []);
        var id = new JsonText(64).Text("{\"doc\":"u8, annotations.Document.Id).Written;
        var (mention, time, report) = (0, 0, 0);
        var (mentionKey, timeKey, eventKey) = (KeyAt(mentions, 0), KeyAt(times, 0), KeyAt(events, 0));
        while (Math.Min(Math.Min(mentionKey, timeKey), eventKey) != long.MaxValue)
        {
            json.Raw(id);
            if (mentionKey <= timeKey && mentionKey <= eventKey)
            {
                Write(mentions[mention], json);
                mentionKey = KeyAt(mentions, ++mention);
            }
            else if (timeKey <= eventKey)
            {
                Write(times[time], json);
                timeKey = KeyAt(times, ++time);
            }
            else
            {
                Write(events[report], json);
                eventKey = KeyAt(events, ++report);
            }

            json.Raw("}\n"u8);
        }

        if (!kinds.HasFlag(AnnotationKinds.Document)) return;
        json.Raw(id).Raw(",\"kind\":\"document\",\"news\":"u8).Raw(annotations.IsNews ? "true"u8 : "false"u8)
            .Text(",\"reason\":"u8, annotations.NoNewsReason)
            .Number(",\"mentions\":"u8, annotations.Mentions.Count).Number(",\"times\":"u8, annotations.Times.Count)
            .Number(",\"events\":"u8, annotations.Events.Count).Raw("}\n"u8);
    }

    private static void Write(Mention it, JsonText json)
    {
        json.Number(",\"kind\":\"mention\",\"start\":"u8, it.Start).Number(",\"end\":"u8, it.End).Text(",\"surface\":"u8, it.Surface);
        var metonym = it.Metonym switch { true => "true", false => "false", null => "" };
        if (json.Repeat(it.Entity, it.Type, it.Rule, metonym)) return;
        var start = json.Length;
        json.Text(",\"entity\":"u8, it.Entity).Text(",\"type\":"u8, it.Type);
        if (it.Metonym is { } stands) json.Raw(",\"metonym\":"u8).Raw(stands ? "true"u8 : "false"u8);
        json.Text(",\"rule\":"u8, it.Rule).Remember(start, it.Entity, it.Type, it.Rule, metonym);
    }

    private static void Write(TimeExpression it, JsonText json) => json
        .Number(",\"kind\":\"time\",\"start\":"u8, it.Start).Number(",\"end\":"u8, it.End)
        .Text(",\"surface\":"u8, it.Surface).Text(",\"type\":"u8, it.Type).Text(",\"value\":"u8, it.Value)
        .Text(",\"anchor\":"u8, it.Anchor).Text(",\"rule\":"u8, it.Rule);

    private static void Write(Event it, JsonText json)
    {
        json.Number(",\"kind\":\"event\",\"start\":"u8, it.Start).Number(",\"end\":"u8, it.End)
            .Text(",\"event\":"u8, it.Kind).Text(",\"date\":"u8, it.Date).Text(",\"date_basis\":"u8, it.DateBasis)
            .List(",\"actors\":"u8, it.Actors).List(",\"targets\":"u8, it.Targets).Text(",\"place\":"u8, it.Place);
        if (json.Repeat(it.Cameo, it.Plover, it.Rule, "", it.Goldstein)) return;
        var start = json.Length;
        json.Text(",\"cameo\":"u8, it.Cameo).Number(",\"goldstein\":"u8, Math.Round((decimal)it.Goldstein, 3) + 0.0m)
            .Text(",\"plover\":"u8, it.Plover).Text(",\"rule\":"u8, it.Rule)
            .Remember(start, it.Cameo, it.Plover, it.Rule, "", it.Goldstein);
    }

    private static ReadOnlySpan<T> Sorted<T>(IReadOnlyList<T> annotations)
        where T : class, IAnnotation
    {
        ReadOnlySpan<T> sorted = annotations is List<T> list ? CollectionsMarshal.AsSpan(list) : annotations.ToArray();
        for (var at = 1; at < sorted.Length; at++)
            if (KeyAt(sorted, at) < KeyAt(sorted, at - 1)) return annotations.OrderBy(KeyOf).ToArray();

        return sorted;
    }

    private static long KeyAt<T>(ReadOnlySpan<T> annotations, int at)
        where T : class, IAnnotation =>
        at < annotations.Length ? KeyOf(annotations[at]) : long.MaxValue;

    // By start; at one start, the longer first.
    private static long KeyOf(IAnnotation annotation) =>
        ((long)annotation.Start << 32) | (uint)(int.MaxValue - annotation.End);
}
