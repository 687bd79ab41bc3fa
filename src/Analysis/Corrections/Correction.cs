namespace Analysis;

/// <summary>The operation of a <see cref="Correction"/>.</summary>
public enum CorrectionAction
{
    /// <summary>Adds a missing annotation.</summary>
    Add,

    /// <summary>Removes an annotation.</summary>
    Remove,

    /// <summary>Changes fields of an annotation.</summary>
    Change,
}

/// <summary>
/// One line of <c>corrections.jsonl</c>: a person's correction of one annotation, such as
/// <c>{"doc":"003","kind":"time","start":844,"end":856,"action":"change","fields":{"value":"2020-03-30"}}</c>.
/// </summary>
/// <param name="Document">Id of the document.</param>
/// <param name="Kind"><c>mention</c>, <c>time</c> or <c>event</c>.</param>
/// <param name="Start">Start offset of the annotation in the raw text, in UTF-16 code units.</param>
/// <param name="End">End offset, exclusive.</param>
/// <param name="Action">The operation.</param>
/// <param name="Fields">New values by the field names of <c>analysis annotate</c>.</param>
/// <param name="Source">File and line, for messages.</param>
public sealed record Correction(
    string Document, string Kind, int Start, int End, CorrectionAction Action, IReadOnlyDictionary<string, JsonElement> Fields,
    string Source)
{
    private static readonly string[] Properties = ["doc", "kind", "start", "end", "action", "fields"];
    private static readonly ValueCheck Id = ValueCheck.Text("the id of a document", id => id.Length > 0);
    private static readonly ValueCheck Kinds = ValueCheck.OneOf("mention", "time", "event");
    private static readonly ValueCheck Actions = ValueCheck.OneOf("add", "remove", "change");

    /// <summary>The warning for a correction that matches no annotation.</summary>
    public string ToWarning() => FormattableString.Invariant(
        $"{Source}: document {Document} has no {Kind} from {Start} to {End}, so there is nothing to ")
        + (Action == CorrectionAction.Remove ? "remove" : "change");

    /// <summary>Reads a line; the values of <see cref="Fields"/> are not checked.</summary>
    /// <exception cref="FormatException">It is not a correction; the message says what was found and expected.</exception>
    internal static Correction Parse(JsonElement json, string source, Gazetteer known)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new FormatException("no JSON object, expected one on each line");
        var values = json.EnumerateObject().ToLookup(property => property.Name, property => property.Value);
        if (values.FirstOrDefault(value => !Properties.Contains(value.Key)) is { } other)
            throw new FormatException($"'{other.Key}' is unknown, expected {string.Join(", ", Properties)}");
        JsonElement Value(string name, ValueCheck check) => check.Of(name, values[name].LastOrDefault(), known);
        var (start, end) = (Value("start", ValueCheck.WholeNumber).GetInt32(), Value("end", ValueCheck.WholeNumber).GetInt32());
        if (end <= start) throw ValueCheck.Error("end", values["end"].Last(), $"a number above {start}, the start");
        var action = Enum.Parse<CorrectionAction>(Value("action", Actions).GetString()!, ignoreCase: true);
        var (document, kind, fields) = (Value("doc", Id), Value("kind", Kinds), Value("fields", ValueCheck.Object));
        var changed = fields.ValueKind == JsonValueKind.Object ? fields.Deserialize<Dictionary<string, JsonElement>>()! : [];
        return new Correction(document.GetString()!, kind.GetString()!, start, end, action, changed, source);
    }
}
