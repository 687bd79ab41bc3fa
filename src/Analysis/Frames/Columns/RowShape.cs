using System.Reflection;

namespace Analysis;

/// <summary>
/// How rows of a type become columns and back: a column for each parameter of the constructor that has a property of the same name, in
/// their order, then one for each further property that can be set. Computed properties are no columns, unless the type has no others.
/// </summary>
internal static class RowShape<TRow>
{
    private static readonly ConstructorInfo? Constructor;
    private static readonly PropertyInfo[] Settable;
    private static readonly Field[] Fields;

    static RowShape()
    {
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
            columns[i] = ColumnReader.For(Fields[i].Property).Read(rows);
        return columns;
    }

    /// <summary>Makes one row again.</summary>
    /// <exception cref="InvalidOperationException">The type has no constructor that takes its properties.</exception>
    public static TRow ToRow(StoredColumn[] columns, int row)
    {
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
    /// <param name="Property">Where its values are read from.</param>
    /// <param name="Parameter">The constructor parameter that takes them; null for a property that is set.</param>
    public sealed record Field(PropertyInfo Property, ParameterInfo? Parameter)
    {
        public string Name => Property.Name;

        public Type Type => Property.PropertyType;

        /// <summary>Whether a row can be made without a value.</summary>
        public bool IsOptional => Parameter is null or { HasDefaultValue: true };

        public object? Default => Parameter is { HasDefaultValue: true }
            ? Parameter.DefaultValue
            : Type.IsValueType ? Activator.CreateInstance(Type) : null;
    }

    /// <summary>Reads one property of many rows through a delegate on its getter, so that no value is boxed.</summary>
    private abstract class ColumnReader
    {
        public abstract StoredColumn Read(TRow[] rows);

        public static ColumnReader For(PropertyInfo property) => property.PropertyType == typeof(string)
            ? new TextReader(property)
            : (ColumnReader)Activator.CreateInstance(
                typeof(ValueReader<>).MakeGenericType(typeof(TRow), property.PropertyType), property)!;

        protected static Func<TRow, T> GetterOf<T>(PropertyInfo property)
        {
            if (!typeof(TRow).IsValueType) return property.GetMethod!.CreateDelegate<Func<TRow, T>>();
            var getter = property.GetMethod!.CreateDelegate<StructGetter<T>>();
            return row => getter(ref row);
        }

        private delegate T StructGetter<T>(ref TRow row);
    }

    private sealed class TextReader(PropertyInfo property) : ColumnReader
    {
        private readonly Func<TRow, string?> _get = GetterOf<string?>(property);

        public override StoredColumn Read(TRow[] rows)
        {
            var encoder = new StringEncoder(rows.Length);
            foreach (var row in rows) encoder.Add(_get(row));
            return encoder.ToColumn(property.Name);
        }
    }

    private sealed class ValueReader<T>(PropertyInfo property) : ColumnReader
    {
        private readonly Func<TRow, T> _get = GetterOf<T>(property);

        public override StoredColumn Read(TRow[] rows)
        {
            var values = new T[rows.Length];
            for (var row = 0; row < rows.Length; row++) values[row] = _get(rows[row]);
            var column = new ArrayColumn<T>(property.Name, values);
            // Dates are what chronologies are counted by, so they are encoded on load, as text is.
            if (typeof(T) == typeof(DateOnly) || typeof(T) == typeof(DateOnly?)) _ = column.Codes;
            return column;
        }
    }
}
