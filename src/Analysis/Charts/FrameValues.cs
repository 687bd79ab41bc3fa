using Microsoft.Data.Analysis;

namespace Analysis;

/// <summary>Columns of any frame as the texts and numbers that charts draw.</summary>
internal static class FrameValues
{
    /// <summary>The values as invariant text; missing ones are empty.</summary>
    public static string[] Texts(this DataFrame frame, string column)
    {
        var source = frame.Column(column);
        return [.. Enumerable.Range(0, (int)source.Length).Select(row => Text(source[row]))];
    }

    /// <summary>The values as numbers.</summary>
    /// <exception cref="ArgumentException">A value is missing or is no finite number.</exception>
    public static double[] Numbers(this DataFrame frame, string column)
    {
        var source = frame.Column(column);
        return [.. Enumerable.Range(0, (int)source.Length).Select(row => Number(source, row))];
    }

    /// <summary>The value as invariant text; empty where it is missing.</summary>
    public static string Text(object? value) => InvariantText.Format(value) ?? "";

    private static double Number(DataFrameColumn column, int row)
    {
        var value = InvariantText.IsNumber(column.DataType) && column[row] is { } number ? InvariantText.ToDouble(number) : double.NaN;
        return double.IsFinite(value)
            ? value
            : throw new ArgumentException($"column '{column.Name}', row {row}: expected a number, found '{Text(column[row])}'", nameof(column));
    }
}
