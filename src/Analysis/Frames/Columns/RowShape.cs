using System.Reflection;

namespace Analysis;

/// <summary>
/// How rows of a type become columns and back: a column for each parameter of the constructor that has a property of the same name, in
/// their order, then one for each further property that can be set. Computed properties are no columns, unless the type has no others.
/// Rows that are single values, such as text or numbers, make one column called <c>Value</c>.
/// </summary>
internal static class RowShape<TRow>
{
    private static readonly bool IsValue = typeof(TRow) == typeof(string) || InvariantText.CanParse(typeof(TRow));
    private static readonly ConstructorInfo? Constructor;
    private static readonly PropertyInfo[] Settable;
    private static readonly Field[] Fields;

    static RowShape()
    {
        if (IsValue)
        {
            (Settable, Fields) = ([], [new Field(null, null)]);
            return;
        }
        var properties = typeof(TRow).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .ToArray();
        (Constructor, var positional) = FindConstructor(properties);
        Settable = Constructor is null ? [] : [.. properties.Where(property => property.SetMethod is { IsPublic: true } && !positional.Contains(property))];
        PropertyInfo[] columns = [.. positional, .. Settable];
        if (columns.Length == 0) (columns, Constructor) = (properties, null);
        Fields = [.. columns.Select((property, i) => new Field(property, i < positional.Length ? Constructor?.GetParameters()[i] : null))];
    }

    /// <summary>Names and types of the columns, and their defaults where a column may be absent.</summary>
    public static IReadOnlyList<Field> Columns => Fields.Length > 0
        ? Fields
        : throw new ArgumentException($"{typeof(TRow).Name} has no public properties to make columns of: use a record");

    /// <summary>Stores rows column by column.</summary>
    public static StoredColumn[] ToColumns(TRow[] rows)
    {
        var columns = new StoredColumn[Columns.Count];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = ColumnReader.For(Fields[i]).Read(rows);
        return columns;
    }

    /// <summary>Makes one row again.</summary>
    /// <exception cref="InvalidOperationException">The type has no constructor that takes its properties.</exception>
    public static TRow ToRow(StoredColumn[] columns, int row)
    {
        if (IsValue) return (TRow)columns[0][row]!;
        if (Constructor is null)
            throw new InvalidOperationException($"{typeof(TRow).Name} has no constructor that takes its properties, so rows cannot be made from columns");
        var arguments = new object?[Fields.Length - Settable.Length];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = columns[i][row];
        var made = Constructor.Invoke(arguments);
        for (var i = 0; i < Settable.Length; i++) Settable[i].SetValue(made, columns[arguments.Length + i][row]);
        return (TRow)made;
    }

    private static (ConstructorInfo?, PropertyInfo[]) FindConstructor(PropertyInfo[] properties)
    {
        foreach (var constructor in typeof(TRow).GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length))
        {
            var matched = constructor.GetParameters()
                .Select(parameter => Array.Find(properties, property =>
                    property.PropertyType == parameter.ParameterType
                    && string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)))
                .ToArray();
            if (!matched.Contains(null)) return (constructor, [.. matched.OfType<PropertyInfo>()]);
        }
        return (null, []);
    }

    /// <summary>One column of the shape.</summary>
    /// <param name="Property">Where its values are read from; null where the row itself is the value.</param>
    /// <param name="Parameter">The constructor parameter that takes them; null for a property that is set.</param>
    public sealed record Field(PropertyInfo? Property, ParameterInfo? Parameter)
    {
        public string Name => Property?.Name ?? "Value";

        public Type Type => Property?.PropertyType ?? typeof(TRow);

        /// <summary>Whether a row can be made without a value.</summary>
        public bool IsOptional => Parameter is null or { HasDefaultValue: true };

        public object? Default => Parameter is { HasDefaultValue: true }
            ? Parameter.DefaultValue
            : Type.IsValueType ? Activator.CreateInstance(Type) : null;
    }

    /// <summary>Reads one field of many rows through a delegate on its getter, so that no value is boxed.</summary>
    private abstract class ColumnReader
    {
        public abstract StoredColumn Read(TRow[] rows);

        public static ColumnReader For(Field field) => field.Type == typeof(string)
            ? new TextReader(field)
            : (ColumnReader)Activator.CreateInstance(typeof(ValueReader<>).MakeGenericType(typeof(TRow), field.Type), field)!;

        protected static Func<TRow, T> GetterOf<T>(Field field)
        {
            if (field.Property is not { } property) return (Func<TRow, T>)(object)(Func<TRow, TRow>)(row => row);
            if (!typeof(TRow).IsValueType) return property.GetMethod!.CreateDelegate<Func<TRow, T>>();
            var getter = property.GetMethod!.CreateDelegate<StructGetter<T>>();
            return row => getter(ref row);
        }

        private delegate T StructGetter<T>(ref TRow row);
    }

    private sealed class TextReader(Field field) : ColumnReader
    {
        private readonly Func<TRow, string?> _get = GetterOf<string?>(field);

        public override StoredColumn Read(TRow[] rows)
        {
            var encoder = new StringEncoder(rows.Length);
            foreach (var row in rows) encoder.Add(_get(row));
            return encoder.ToColumn(field.Name);
        }
    }

    private sealed class ValueReader<T>(Field field) : ColumnReader
    {
        private readonly Func<TRow, T> _get = GetterOf<T>(field);

        public override StoredColumn Read(TRow[] rows)
        {
            var values = new T[rows.Length];
            for (var row = 0; row < rows.Length; row++) values[row] = _get(rows[row]);
            var column = new ArrayColumn<T>(field.Name, values);
            // Dates are what chronologies are counted by, so they are encoded on load, as text is.
            if (typeof(T) == typeof(DateOnly) || typeof(T) == typeof(DateOnly?)) _ = column.Codes;
            return column;
        }
    }
}
