namespace Analysis;

/// <summary>Gathers boxed values into a column.</summary>
internal abstract class ColumnBuilder(string name)
{
    protected string Name { get; } = name;

    /// <summary>Appends a value of the column's type, or null where it is missing.</summary>
    public abstract void Add(object? value);

    public abstract StoredColumn Build();

    /// <summary>A builder for values of a type known at run time only.</summary>
    public static ColumnBuilder For(string name, Type type) => type == typeof(string)
        ? new TextBuilder(name)
        : (ColumnBuilder)Activator.CreateInstance(typeof(ArrayBuilder<>).MakeGenericType(type), name)!;

    private sealed class TextBuilder(string name) : ColumnBuilder(name)
    {
        private StringEncoder _encoder = new(0);

        public override void Add(object? value) => _encoder.Add((string?)value);

        public override StoredColumn Build() => _encoder.ToColumn(Name);
    }

    private sealed class ArrayBuilder<T>(string name) : ColumnBuilder(name)
    {
        private readonly List<T> _values = [];

        public override void Add(object? value) => _values.Add((T)value!);

        public override StoredColumn Build() => new ArrayColumn<T>(Name, [.. _values]);
    }
}
