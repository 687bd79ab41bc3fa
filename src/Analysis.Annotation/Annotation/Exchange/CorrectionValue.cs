using System.Text.Json;
using System.Text.RegularExpressions;

namespace Analysis;

/// <summary>
/// One value in a line of corrections. Each method checks it and throws <see cref="Error"/> if it is not what is expected.
/// </summary>
/// <param name="Name">Its name in the line.</param>
/// <param name="Json">The value; undefined if the line lacks it.</param>
internal readonly partial record struct CorrectionValue(string Name, JsonElement Json)
{
    /// <summary>The error that the value is not what was expected.</summary>
    public FormatException Error(string expected) => new(
        $"'{Name}' is {(Json.ValueKind == JsonValueKind.Undefined ? "missing" : Json.GetRawText())}, expected {expected}");

    public string Text(string expected, Func<string, bool> isExpected) =>
        Json.ValueKind == JsonValueKind.String && Json.GetString() is { } text && isExpected(text) ? text : throw Error(expected);

    public string OneOf(params string[] values) => Text((values.Length > 2 ? "one of " : "") + string.Join(", ", values), values.Contains);

    public int WholeNumber() => Json.ValueKind == JsonValueKind.Number && Json.TryGetInt32(out var number) && number >= 0 ? number
        : throw Error("a whole number, 0 or more");

    public double Goldstein() =>
        Json.ValueKind == JsonValueKind.Number && Json.TryGetDouble(out var number) && Math.Abs(number) <= 10 ? number
            : throw Error("a number from -10 to 10");

    public bool? Flag() => Json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        _ => throw Error("true, false or null"),
    };

    public IReadOnlyDictionary<string, JsonElement> Fields()
    {
        if (Json.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Object)) throw Error("an object with the new values");
        var fields = new Dictionary<string, JsonElement>();
        if (Json.ValueKind == JsonValueKind.Undefined) return fields;
        foreach (var field in Json.EnumerateObject()) fields[field.Name] = field.Value;
        return fields;
    }

    public string? EntityOrNull(Gazetteer gazetteer) => Json.ValueKind == JsonValueKind.Null ? null : Entity(gazetteer);

    public string EntityOrEmpty(Gazetteer gazetteer) =>
        Json.ValueKind == JsonValueKind.String && Json.GetString() is "" ? "" : Entity(gazetteer);

    public IReadOnlyList<string> Entities(Gazetteer gazetteer)
    {
        if (Json.ValueKind != JsonValueKind.Array) throw Error("a list of ids of the gazetteer");
        var name = Name;
        return [.. Json.EnumerateArray().Select(item => new CorrectionValue(name, item).Entity(gazetteer))];
    }

    /// <summary>A date, a duration or a reference.</summary>
    public string Time() => Text(
        "a date in EDTF, such as 2020-01-03, a duration, such as P2M, or PAST_REF, PRESENT_REF or FUTURE_REF",
        value => value is "PAST_REF" or "PRESENT_REF" or "FUTURE_REF" || Edtf.TryParse(value, out _) || Duration().IsMatch(value));

    /// <summary>A date of an event; empty if it has none.</summary>
    public string Date() => Text(
        "a date in EDTF, such as 2020-01-03 or 2020-01/2020-02, or nothing", value => value.Length == 0 || Edtf.TryParse(value, out _));

    // An entity that is not in the gazetteer has a provisional id: ? and its name.
    private string Entity(Gazetteer gazetteer) => Text(
        "an id of the gazetteer, or one that begins with '?'",
        id => gazetteer.Find(id) is not null || (id is ['?', _, ..] && !id.Any(char.IsControl)));

    [GeneratedRegex(@"^P(?:T?(?:[0-9]+|X)[A-Z])+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Duration();
}
