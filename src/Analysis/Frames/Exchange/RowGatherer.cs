using System.Reflection;

namespace Analysis;

/// <summary>Gathers what a file holds into the columns of a row type, and says where a value does not fit.</summary>
internal sealed class RowGatherer<TRow>
{
    private readonly string _source;
    private readonly IReadOnlyList<RowShape<TRow>.Field> _fields = RowShape<TRow>.Columns;
    private readonly ColumnBuilder[] _builders;
    private readonly bool[] _mayBeMissing;

    public RowGatherer(string source)
    {
        _source = source;
        if (_fields.FirstOrDefault(field => !InvariantText.CanParse(field.Type)) is { } unreadable)
            throw new ArgumentException($"column '{unreadable.Name}' of type {unreadable.Type.Name} cannot be read from a file");
        _builders = [.. _fields.Select(field => ColumnBuilder.For(field.Name, field.Type))];
        var nullability = new NullabilityInfoContext();
        _mayBeMissing = [.. _fields.Select(field => field.Property is not { } property || nullability.Create(property).ReadState != NullabilityState.NotNull)];
    }

    public int Count => _fields.Count;

    public string NameOf(int column) => _fields[column].Name;

    public Type TypeOf(int column) => _fields[column].Type;

    /// <summary>For each column its position in a header; −1 for an absent one that has a default.</summary>
    public int[] Locate(string[] header, int line)
    {
        var positions = new int[Count];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = Array.FindIndex(header, name => string.Equals(name, NameOf(i), StringComparison.OrdinalIgnoreCase));
            if (positions[i] < 0) RequireDefault(i, line, header);
        }
        return positions;
    }

    /// <summary>Refuses to go on without a column, unless it has a default.</summary>
    public void RequireDefault(int column, int line, IEnumerable<string> present)
    {
        if (!_fields[column].IsOptional)
            throw new InvalidDataException($"{_source}, line {line}: no column '{NameOf(column)}'; the columns are {string.Join(", ", present)}");
    }

    public void AddDefault(int column) => _builders[column].Add(_fields[column].Default);

    public void AddMissing(int column, int line)
    {
        if (!_mayBeMissing[column]) throw Bad(column, line, "nothing");
        _builders[column].Add(null);
    }

    public void AddText(int column, string text, int line)
    {
        if (!InvariantText.TryParse(text, TypeOf(column), out var value)) throw Bad(column, line, $"'{text}'");
        _builders[column].Add(value);
    }

    public void AddValue(int column, object value) => _builders[column].Add(value);

    public DataFrame<TRow> Build() => new([.. _builders.Select(builder => builder.Build())]);

    public InvalidDataException Bad(int column, int line, string found) => new(
        $"{_source}, line {line}, column '{NameOf(column)}': {found} found, {InvariantText.Describe(TypeOf(column))} expected");
}
