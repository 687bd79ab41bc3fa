using System.Globalization;

namespace Analysis;

/// <summary>Columns of any frame as the texts and numbers that charts draw.</summary>
internal static class FrameValues
{
    /// <summary>The values as invariant text; missing ones are empty.</summary>
    public static string[] Texts(this DataFrame frame, string column)
    {
        var source = frame[column];
        return [.. Enumerable.Range(0, source.Count).Select(row => Text(source[row]))];
    }

    /// <summary>The values as numbers.</summary>
    /// <exception cref="ArgumentException">A value is missing or is no finite number.</exception>
    public static double[] Numbers(this DataFrame frame, string column)
    {
        var source = frame[column];
        return [.. Enumerable.Range(0, source.Count).Select(row => Number(source, row))];
    }

    public static string Text(object? value) => value switch
    {
        null => "",
        DateTime moment => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    public static bool IsNumeric(this Column column) => Type.GetTypeCode(Nullable.GetUnderlyingType(column.Type) ?? column.Type) is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static double Number(Column column, int row)
    {
        var value = column.IsNumeric() && column[row] is IConvertible number ? number.ToDouble(CultureInfo.InvariantCulture) : double.NaN;
        return double.IsFinite(value)
            ? value
            : throw new ArgumentException($"column '{column.Name}', row {row}: expected a number, found '{Text(column[row])}'", nameof(column));
    }
}
