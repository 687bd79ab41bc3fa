using Deedle;

namespace Analysis;

/// <summary>Values of frames and series, whichever library made them, as the texts and numbers that charts draw.</summary>
internal static class FrameValues
{
    /// <summary>The values as invariant text; missing ones are empty.</summary>
    public static string[] Texts(this DataFrame frame, string column) => [.. frame.Values(column).Select(Text)];

    /// <summary>The values as numbers.</summary>
    /// <exception cref="ArgumentException">A value is missing or is no finite number.</exception>
    public static double[] Numbers(this DataFrame frame, string column) =>
        [.. frame.Values(column).Select((value, row) => Number(value, $"column '{column}', row {row}"))];

    /// <summary>The values as numbers; null where one is missing or no finite number.</summary>
    public static double?[] NumbersOrMissing(this DataFrame frame, string column) => [.. frame.Values(column).Select(NumberOrMissing)];

    /// <summary>The cells of a matrix by row and column; missing values are left out.</summary>
    /// <exception cref="ArgumentException">A value is no finite number.</exception>
    public static IEnumerable<(string Row, string Column, double Value)> Cells(this Frame<string, string> matrix) =>
        from column in matrix.ColumnKeys
        from cell in matrix.Columns[column].Observations
        select (cell.Key, column, Number(cell.Value, $"row '{cell.Key}', column '{column}'"));

    /// <summary>
    /// The keys that have a value, as invariant text, and their values. Dates that are all the first of a month are months, such as
    /// <c>2020-01</c>.
    /// </summary>
    /// <exception cref="ArgumentException">A value is no finite number.</exception>
    public static (string[] Keys, double[] Values) Observed<TKey, TValue>(this Series<TKey, TValue> series)
    {
        var observed = series.Observations.ToArray();
        var months = observed.All(each => each.Key is DateOnly { Day: 1 });
        var keys = observed.Select(each => months && each.Key is DateOnly day ? day.YearMonth() : Text(each.Key));
        return ([.. keys], [.. observed.Select(each => Number(each.Value, $"'{Text(each.Key)}'"))]);
    }

    /// <summary>The value as invariant text; empty where it is missing.</summary>
    public static string Text(object? value) => InvariantText.Format(value) ?? "";

    private static IEnumerable<object?> Values(this DataFrame frame, string column)
    {
        var source = frame.Column(column);
        return Enumerable.Range(0, (int)source.Length).Select(row => source[row]);
    }

    private static double Number(object? value, string place) =>
        NumberOrMissing(value) ?? throw new ArgumentException($"{place}: expected a number, found '{Text(value)}'");

    private static double? NumberOrMissing(object? value) => value is not null && InvariantText.IsNumber(value.GetType())
        && InvariantText.ToDouble(value) is var number && double.IsFinite(number) ? number : null;
}
