using Microsoft.Data.Analysis;

namespace Analysis;

/// <summary>
/// How rows of a type become columns: one for each parameter of the constructor that has a property of the same name, in their order, then
/// one for each further property that can be set. Computed properties are no columns, unless the type has no others. Rows that are single
/// values, such as text or numbers, make one column called <c>Value</c>. A key of several values, such as <c>new { m.Entity, m.Type }</c>,
/// makes a column for each of them.
/// </summary>
internal static class RowColumns
{
    private static readonly ConcurrentDictionary<Type, RowColumn[]> Known = new();

    /// <exception cref="ArgumentException">The type has no public properties.</exception>
    public static IReadOnlyList<RowColumn> Of<TRow>() => Of(typeof(TRow));

    /// <inheritdoc cref="Of{TRow}"/>
    public static IReadOnlyList<RowColumn> Of(Type type) => Known.GetOrAdd(type, static type => [.. Make(type)]);

    /// <summary>Whether the type is a record of C# or anonymous; the compiler gives records this method and no other classes.</summary>
    public static bool IsRecord(Type type) => IsComposite(type) || type.GetMethod("<Clone>$") is not null;

    /// <summary>Whether values of the type are keys made of several values: objects of anonymous types.</summary>
    public static bool IsComposite(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Name.Contains("AnonymousType", StringComparison.Ordinal);

    private static IEnumerable<RowColumn> Make(Type type)
    {
        if (IsValue(type)) return [new("Value", type, row => row)];
        var properties = Properties(type);
        return properties.Count > 0
            ? properties.SelectMany(property => IsComposite(property.PropertyType)
                ? Of(property.PropertyType).Select(part => part with
                {
                    Value = row => property.GetValue(row) is { } key ? part.Value(key) : null,
                })
                : [new RowColumn(property.Name, property.PropertyType, property.GetValue)])
            : throw new ArgumentException($"{type.Name} has no public properties to make columns of: use a record");
    }

    private static bool IsValue(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum || type == typeof(DateOnly) || Type.GetTypeCode(type) is not (TypeCode.Object or TypeCode.Empty);
    }

    private static List<PropertyInfo> Properties(Type type)
    {
        var readable = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0).ToList();
        var positional = type.GetConstructors()
            .Select(constructor => constructor.GetParameters()
                .Select(parameter => readable.Find(property => Match(property, parameter))).ToList())
            .OrderByDescending(properties => properties.Count)
            .FirstOrDefault(properties => !properties.Contains(null)) ?? [];
        var settable = readable.Where(property => property.SetMethod is { IsPublic: true } && !positional.Contains(property));
        List<PropertyInfo> columns = [.. positional.OfType<PropertyInfo>(), .. settable];
        return columns.Count > 0 ? columns : readable;
    }

    private static bool Match(PropertyInfo property, ParameterInfo parameter) =>
        property.PropertyType == parameter.ParameterType
        && string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase);
}

/// <summary>One column that rows make.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Type of the values as the rows have them.</param>
/// <param name="Value">Reads the value of a row; null where it is missing.</param>
internal sealed record RowColumn(string Name, Type Type, Func<object?, object?> Value)
{
    /// <summary>The values of many rows as a column; what the package has no column for becomes text.</summary>
    public DataFrameColumn ToFrameColumn<TRow>(TRow[] rows)
    {
        IEnumerable<T?> Values<T>()
            where T : struct => rows.Select(row => (T?)Value(row));
        var type = Nullable.GetUnderlyingType(Type) ?? Type;
        if (type == typeof(DateOnly))
            return new DateTimeDataFrameColumn(Name, Values<DateOnly>().Select(day => day?.ToDateTime(default)));
        return (type.IsEnum ? TypeCode.String : Type.GetTypeCode(type)) switch
        {
            TypeCode.Boolean => new BooleanDataFrameColumn(Name, Values<bool>()),
            TypeCode.Byte => new ByteDataFrameColumn(Name, Values<byte>()),
            TypeCode.Int16 => new Int16DataFrameColumn(Name, Values<short>()),
            TypeCode.Int32 => new Int32DataFrameColumn(Name, Values<int>()),
            TypeCode.Int64 => new Int64DataFrameColumn(Name, Values<long>()),
            TypeCode.Single => new SingleDataFrameColumn(Name, Values<float>()),
            TypeCode.Double => new DoubleDataFrameColumn(Name, Values<double>()),
            TypeCode.Decimal => new DecimalDataFrameColumn(Name, Values<decimal>()),
            TypeCode.DateTime => new DateTimeDataFrameColumn(Name, Values<DateTime>()),
            _ => new StringDataFrameColumn(Name, rows.Select(row => InvariantText.Format(Value(row)))),
        };
    }
}
