namespace Analysis;

/// <summary>What a value in a line of corrections must be.</summary>
/// <param name="Expected">It in words.</param>
/// <param name="Holds">Whether a value is it; the value is undefined if the line lacks it.</param>
internal sealed partial record ValueCheck(string Expected, Func<JsonElement, Gazetteer, bool> Holds)
{
    public static readonly ValueCheck WholeNumber = new(
        "a whole number, 0 or more",
        (json, _) => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number) && number >= 0);

    public static readonly ValueCheck Goldstein = new(
        "a number from -10 to 10",
        (json, _) => json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) && Math.Abs(number) <= 10);

    public static readonly ValueCheck Flag = new(
        "true, false or null", (json, _) => json.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null);

    public static readonly ValueCheck Object = new(
        "an object with the new values", (json, _) => json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Object);

    /// <summary>A date of an event; empty if it has none.</summary>
    public static readonly ValueCheck Date = Text(
        "a date in EDTF, such as 2020-01-03 or 2020-01/2020-02, or nothing", text => text.Length == 0 || Edtf.TryParse(text, out _));

    /// <summary>A date, a duration or a reference.</summary>
    public static readonly ValueCheck Time = Text(
        "a date in EDTF, such as 2020-01-03, a duration, such as P2M, or PAST_REF, PRESENT_REF or FUTURE_REF",
        text => text is "PAST_REF" or "PRESENT_REF" or "FUTURE_REF" || Edtf.TryParse(text, out _) || Duration().IsMatch(text));

    /// <summary>An entity; one that is not in the gazetteer has a provisional id: ? and its name.</summary>
    public static readonly ValueCheck Entity = new(
        "an id of the gazetteer, or one that begins with '?'",
        (json, known) => TextOf(json) is { } id && (known.Find(id) is not null || (id is ['?', _, ..] && !id.Any(char.IsControl))));

    public static readonly ValueCheck EntityOrNull =
        Entity with { Holds = (json, known) => json.ValueKind == JsonValueKind.Null || Entity.Holds(json, known) };

    public static readonly ValueCheck EntityOrEmpty =
        Entity with { Holds = (json, known) => TextOf(json) is "" || Entity.Holds(json, known) };

    public static readonly ValueCheck Entities =
        new("a list of ids of the gazetteer", (json, _) => json.ValueKind == JsonValueKind.Array) { Items = Entity };

    private ValueCheck? Items { get; init; }

    public static ValueCheck Text(string expected, Func<string, bool> holds) =>
        new(expected, (json, _) => TextOf(json) is { } text && holds(text));

    public static ValueCheck OneOf(params string[] values) => Text("one of " + string.Join(", ", values), values.Contains);

    /// <summary>The value, which is what it must be.</summary>
    /// <param name="name">Its name in the line.</param>
    /// <param name="json">The value.</param>
    /// <param name="known">The known entities.</param>
    /// <exception cref="FormatException">The value is not what was expected.</exception>
    public JsonElement Of(string name, JsonElement json, Gazetteer known)
    {
        if (!Holds(json, known)) throw Error(name, json, Expected);
        if (Items is null) return json;
        foreach (var item in json.EnumerateArray()) Items.Of(name, item, known);
        return json;
    }

    /// <summary>The error that a value is not what was expected.</summary>
    public static FormatException Error(string name, JsonElement json, string expected) =>
        new($"'{name}' is {(json.ValueKind == JsonValueKind.Undefined ? "missing" : json.GetRawText())}, expected {expected}");

    private static string? TextOf(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString() : null;

    [GeneratedRegex(@"^P(?:T?(?:[0-9]+|X)[A-Z])+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Duration();
}
