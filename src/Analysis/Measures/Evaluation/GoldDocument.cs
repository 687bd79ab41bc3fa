namespace Analysis;

/// <summary>The hand annotations of one document, as <c>corpus/gold/GUIDELINES.md</c> defines them.</summary>
/// <param name="Id">Id of the document.</param>
/// <param name="Mentions">Entity mentions.</param>
/// <param name="Times">Time expressions.</param>
/// <param name="Events">Events.</param>
public sealed record GoldDocument(
    string Id, IReadOnlyList<Mention> Mentions, IReadOnlyList<TimeExpression> Times, IReadOnlyList<GoldEvent> Events)
{
    private const string Ending = ".mentions.jsonl";

    // What the guidelines ask for must be there; other fields are for readers.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>
    /// Reads a folder of <c>&lt;doc&gt;.mentions.jsonl</c>, <c>&lt;doc&gt;.times.jsonl</c> and <c>&lt;doc&gt;.events.jsonl</c>, in ordinal
    /// order of ids.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">The folder holds no annotations, a file is missing, or a line is not as expected; the message
    /// names file and line.</exception>
    public static IReadOnlyList<GoldDocument> ReadFolder(string folder)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"{folder}: no such folder of gold annotations");
        var ids = Directory.GetFiles(folder, "*" + Ending)
            .Select(file => Path.GetFileName(file)[..^Ending.Length]).Order(StringComparer.Ordinal).ToList();
        if (ids.Count == 0) throw new InvalidDataException($"{folder}: holds no file *{Ending}, expected one for each document");
        return [.. ids.Select(id => new GoldDocument(
            id,
            Lines<MentionLine, Mention>(folder, id, "mentions", line => new(
                id, 0, line.Start, line.End, line.Surface, line.Entity, line.Type, line.Metonym, "gold")),
            Lines<TimeLine, TimeExpression>(folder, id, "times", line => new(
                id, 0, line.Start, line.End, line.Surface, line.Type, line.Value, line.Anchor, "gold")),
            Lines<EventLine, GoldEvent>(folder, id, "events", line => new(
                line.Start, line.End, line.Kind, line.Date, line.KnownDate ?? "", line.SameAs ?? "", line.Agreed, line.SummaryEn ?? "",
                line.Id ?? "", line.Actors ?? [], line.Targets ?? [], line.Place ?? ""))))];
    }

    /// <summary>Whether a folder holds hand annotations.</summary>
    public static bool AreIn(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*" + Ending).Any();

    private static List<T> Lines<TLine, T>(string folder, string id, string kind, Func<TLine, T> read)
    {
        var file = Path.Combine(folder, $"{id}.{kind}.jsonl");
        if (!File.Exists(file)) throw new InvalidDataException($"{file}: missing, expected beside the document's mentions");
        var items = new List<T>();
        foreach (var (index, line) in File.ReadLines(file).Index().Where(each => !string.IsNullOrWhiteSpace(each.Item)))
        {
            try
            {
                items.Add(read(JsonSerializer.Deserialize<TLine>(line, Options) ?? throw new JsonException("a null, expected an object")));
            }
            catch (JsonException error)
            {
                throw new InvalidDataException($"{file}({index + 1}): no annotation of kind {kind}: {JsonFault.Describe(error)}", error);
            }
        }

        return items;
    }

    private sealed record MentionLine(int Start, int End, string Surface, string Type, string? Entity = null, bool? Metonym = null);

    private sealed record TimeLine(int Start, int End, string Surface, string Type, string Value, string Anchor);

    private sealed record EventLine(
        int Start, int End, string Kind, string Date, string? KnownDate = null, string? SameAs = null, bool Agreed = true,
        string? SummaryEn = null, string? Id = null, string[]? Actors = null, string[]? Targets = null, string? Place = null);
}

/// <summary>A hand-annotated event.</summary>
/// <param name="Start">First UTF-16 code unit of the clause.</param>
/// <param name="End">After its last UTF-16 code unit.</param>
/// <param name="Kind">Kind of event.</param>
/// <param name="Date">EDTF date or interval that the text fixes.</param>
/// <param name="KnownDate">The date that is common knowledge; empty when not given.</param>
/// <param name="SameAs">Id of the same event in another document; empty when not given.</param>
/// <param name="Agreed">Whether both annotators agreed on kind and date.</param>
/// <param name="Summary">One line in English.</param>
/// <param name="Id">Id of the event.</param>
/// <param name="Actors">Entity ids of those who act.</param>
/// <param name="Targets">Entity ids of those acted upon.</param>
/// <param name="Place">Entity id of the place; empty when none is named.</param>
public sealed record GoldEvent(
    int Start, int End, string Kind, string Date, string KnownDate, string SameAs, bool Agreed, string Summary,
    string Id, IReadOnlyList<string> Actors, IReadOnlyList<string> Targets, string Place)
{
    /// <summary>Id of the real event, the same in all documents.</summary>
    public string RealEvent => SameAs.Length > 0 ? SameAs : Id;
}
