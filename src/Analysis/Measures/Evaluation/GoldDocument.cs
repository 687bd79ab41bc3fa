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
            Lines(folder, id, "mentions", line => line.Mention(id)),
            Lines(folder, id, "times", line => line.Time(id)),
            Lines(folder, id, "events", line => line.Event())))];
    }

    /// <summary>Whether a folder holds hand annotations.</summary>
    public static bool AreIn(string folder) => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*" + Ending).Any();

    private static List<T> Lines<T>(string folder, string id, string kind, Func<GoldLine, T> read)
    {
        var file = Path.Combine(folder, $"{id}.{kind}.jsonl");
        if (!File.Exists(file)) throw new InvalidDataException($"{file}: missing, expected beside the document's mentions");
        var items = new List<T>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                items.Add(read(new GoldLine(json.RootElement)));
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                var why = error is JsonException fault ? JsonFault.Describe(fault) : error.Message;
                throw new InvalidDataException($"{file}({number}): no annotation of kind {kind}: {why}", error);
            }
        }

        return items;
    }

    private readonly struct GoldLine(JsonElement json)
    {
        public Mention Mention(string id) => new(
            id, 0, Number("start"), Number("end"), Text("surface"), Optional("entity"), Text("type"),
            json.TryGetProperty("metonym", out var metonym) && metonym.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? metonym.GetBoolean()
                : null,
            "gold");

        public TimeExpression Time(string id) =>
            new(id, 0, Number("start"), Number("end"), Text("surface"), Text("type"), Text("value"), Text("anchor"), "gold");

        public GoldEvent Event() => new(
            Number("start"), Number("end"), Text("kind"), Text("date"), Optional("known_date") ?? "", Optional("same_as") ?? "",
            !json.TryGetProperty("agreed", out var agreed) || agreed.GetBoolean(), Optional("summary_en") ?? "",
            Optional("id") ?? "", List("actors"), List("targets"), Optional("place") ?? "");

        private int Number(string field) => json.GetProperty(field).GetInt32();

        private string Text(string field) =>
            json.GetProperty(field).GetString() ?? throw new FormatException($"'{field}' is null, expected a string");

        private string? Optional(string field) => json.TryGetProperty(field, out var value) ? value.GetString() : null;

        private string[] List(string field) =>
            json.TryGetProperty(field, out var value) ? [.. value.EnumerateArray().Select(item => item.GetString() ?? "")] : [];
    }
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
