namespace Analysis;

/// <summary>Which sequences are tables: those of the records that this library makes.</summary>
internal static class TableTypes
{
    /// <summary>The library's records, and what <c>CountBy</c> makes of ids.</summary>
    public static IEnumerable<Type> Records { get; } =
    [
        .. typeof(Document).Assembly.GetExportedTypes().Concat(typeof(TableTypes).Assembly.GetExportedTypes()).Where(IsRecord),
        typeof(ValueCount<string>),
    ];

    /// <summary>The record type of which a type is a sequence; null where it is none of those.</summary>
    public static Type? RecordOf(Type sequence) => sequence.GetInterfaces().Append(sequence)
        .Where(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        .Select(each => each.GetGenericArguments()[0])
        .FirstOrDefault(item => Records.Contains(item));

    // The compiler gives records this method and no other classes.
    private static bool IsRecord(Type type) =>
        type is { IsClass: true, IsGenericTypeDefinition: false } && type.GetMethod("<Clone>$") is not null;
}
