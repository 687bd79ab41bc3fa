using System.Text.Json;

namespace Analysis;

/// <summary>
/// The names under which records of other programs hold what a document is made of: properties of JSON objects, or columns of tables.
/// Such a record may lack everything but its text; an id may be a number, and a date may have a time of day.
/// </summary>
internal sealed partial class FieldNames
{
    private static readonly string[] Fields = ["id", "text", "date", "title", "outlet"];

    private readonly string[] _names;
    private readonly Func<string, DateOnly?> _otherDate;

    private FieldNames(string[] names, Func<string, DateOnly?> otherDate) => (_names, _otherDate) = (names, otherDate);

    /// <summary>Number of fields: id, text, date, title and outlet, in this order.</summary>
    public static int Count => Fields.Length;

    /// <summary>Name of the id.</summary>
    public string Id => _names[0];

    /// <summary>Name of the text.</summary>
    public string Text => _names[1];

    /// <summary>What is wrong with a record that has no text.</summary>
    public string NoText => $"no '{Text}'";

    /// <summary>Name of a field.</summary>
    public string this[int field] => _names[field];

    /// <summary>Reads names such as <c>text=maintext,date=date_publish</c>; a field that is not named keeps its name.</summary>
    /// <exception cref="InvalidDataException">A part is not of that form, or names another field.</exception>
    public static FieldNames Parse(string? text)
    {
        var names = Fields.ToArray();
        foreach (var part in text?.Split(',') ?? [])
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [var field, { Length: > 0 } name] || !Fields.Contains(field))
                throw new InvalidDataException($"--fields: '{part}' found, expected {string.Join("=, ", Fields)}= and a name");
            names[Array.IndexOf(Fields, field)] = name;
        }

        return new FieldNames(names, _ => null);
    }

    /// <summary>The same names, with dates in other forms than ISO 8601.</summary>
    /// <param name="date">Reads a date, null for none; a <see cref="FormatException"/> says what is doubtful.</param>
    public FieldNames Reading(Func<string, DateOnly?> date) => new(_names, date);

    /// <summary>The field of that name; −1 if it is none.</summary>
    public int IndexOf(string name) => Array.IndexOf(_names, name);

    /// <summary>The field that a property is; −1 if it is none.</summary>
    public int IndexOf(ref Utf8JsonReader property)
    {
        for (var field = 0; field < _names.Length; field++)
            if (property.ValueTextEquals(_names[field])) return field;

        return -1;
    }

    /// <summary>A document of a record; its id is empty where the record has none.</summary>
    /// <param name="field">Gives the value of a property or column; null where the record has none.</param>
    /// <exception cref="FormatException">There is no text, or a value is not what it should be.</exception>
    public Document Read(Func<string, string?> field)
    {
        var id = field(Id) ?? "";
        if (id.Length > 0 && !Document.IsId(id)) throw new FormatException($"{Id} '{id}' found, {Document.ExpectedId} expected");
        var date = field(_names[2]) ?? "";
        var day = DayOf(date) ?? _otherDate(date);
        if (date.Length > 0 && day is null) throw new FormatException($"{_names[2]} '{date}' found, YYYY-MM-DD or nothing expected");
        var text = field(Text) ?? throw new FormatException(NoText);
        return new Document(id, text, day, Title: field(_names[3]) ?? "", Outlet: field(_names[4]) ?? "");
    }

    /// <summary>The day of a date or date-time in ISO 8601, as its writer's clock showed it; null if the text is none.</summary>
    public static DateOnly? DayOf(string? text) =>
        text?.Trim() is { } time && IsoTime().IsMatch(time) && Document.TryDate(time[..10], out var day) ? day : null;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d\S*(?: ?(?:UTC|[+-]\d\d:?\d\d))?)?\z")]
    private static partial Regex IsoTime();
}
