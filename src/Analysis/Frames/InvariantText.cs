namespace Analysis;

/// <summary>Values as text, the same under every culture: how cells are shown and written to files.</summary>
internal static class InvariantText
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>
    /// Dates, and times at midnight, as <c>yyyy-MM-dd</c>, other times in ISO 8601, <c>true</c> and <c>false</c>, enumerations by name,
    /// numbers so that they read back exactly, lists with their items joined by <c>; </c> (a semicolon or backslash in an item gets a
    /// backslash in front). Null for null.
    /// </summary>
    public static string? Format(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", Culture),
        // Dates are such times in frames of Microsoft.Data.Analysis, which have no other columns of dates.
        DateTime { TimeOfDay.Ticks: 0, Kind: DateTimeKind.Unspecified } time => time.ToString("yyyy-MM-dd", Culture),
        DateTime time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", Culture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", Culture),
        Enum member => member.ToString(),
        IFormattable formattable => formattable.ToString(null, Culture),
        IEnumerable items => string.Join("; ", items.Cast<object?>().Select(item => Escape(Format(item) ?? ""))),
        // A tuple writes its parts in the current culture.
        ITuple parts => $"({string.Join(", ", Enumerable.Range(0, parts.Length).Select(part => Format(parts[part])))})",
        _ => value.ToString(),
    };

    /// <summary>Whether the type, or the type that it makes nullable, is a number.</summary>
    public static bool IsNumber(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;
    }

    /// <summary>A boxed number as a double.</summary>
    public static double ToDouble(object number) => Convert.ToDouble(number, Culture);

    private static string Escape(string item) =>
        item.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal);
}
