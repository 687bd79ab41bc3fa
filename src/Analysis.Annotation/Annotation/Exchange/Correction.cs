using System.Text.Json;

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
/// <param name="Fields">New values by the field names of <c>analysis annotate</c>; the items of a list are separated by spaces.</param>
/// <param name="Source">File and line, for messages.</param>
public sealed record Correction(
    string Document, string Kind, int Start, int End, CorrectionAction Action, IReadOnlyDictionary<string, string?> Fields, string Source)
{
    private static readonly string[] Kinds = ["mention", "time", "event"];

    /// <summary>Reads a file of corrections, one JSON object per line. Empty lines are ignored.</summary>
    /// <exception cref="InvalidDataException">A line is not a correction; the
    /// message names file and line and says what was found and expected.</exception>
    public static IReadOnlyList<Correction> ReadFile(string path)
    {
        var corrections = new List<Correction>();
        var number = 0;
        foreach (var line in Utf8Text.Read(path, Path.GetFileName(path)).Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var source = $"{Path.GetFileName(path)}({number})";
            try
            {
                using var json = JsonDocument.Parse(line);
                corrections.Add(Read(json.RootElement, source));
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new InvalidDataException($"{source}: no correction: {(error is JsonException fault ? JsonFault.Describe(fault) : error.Message)}", error);
            }
        }

        return corrections;
    }

    /// <summary>The warning for a correction that matches no annotation.</summary>
    public string ToWarning() => FormattableString.Invariant(
        $"{Source}: document {Document} has no {Kind} from {Start} to {End}, so there is nothing to {(Action == CorrectionAction.Remove ? "remove" : "change")}");

    private static Correction Read(JsonElement json, string source)
    {
        var kind = json.GetProperty("kind").GetString() ?? "";
        if (!Kinds.Contains(kind)) throw new FormatException($"kind '{kind}', expected mention, time or event");
        var name = json.GetProperty("action").GetString() ?? "";
        var action = name switch
        {
            "add" => CorrectionAction.Add,
            "remove" => CorrectionAction.Remove,
            "change" => CorrectionAction.Change,
            _ => throw new FormatException($"action '{name}', expected add, remove or change"),
        };
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (json.TryGetProperty("fields", out var given))
        {
            foreach (var field in given.EnumerateObject()) fields.Add(field.Name, Text(field.Value));
        }

        var (start, end) = (json.GetProperty("start").GetInt32(), json.GetProperty("end").GetInt32());
        if (start < 0 || end <= start) throw new FormatException($"span {start} to {end}, expected a start of 0 or more and an end behind it");
        return new Correction(json.GetProperty("doc").GetString() ?? "", kind, start, end, action, fields, source);
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(item => item.GetString())),
        _ => value.GetRawText(),
    };
}
