namespace Analysis;

/// <summary>Writes records as JSON Lines.</summary>
public static class JsonLines
{
    /// <summary>
    /// Writes an object for each record (UTF-8 without byte order mark, lines end with LF, letters unescaped), with the same names as the
    /// columns of a frame of such records; numbers and truth values as such, lists as arrays, missing values as null, all else as text.
    /// </summary>
    /// <param name="rows">The records.</param>
    /// <param name="output">Where the text goes; it stays open.</param>
    public static void WriteJsonLines<TRow>(this IEnumerable<TRow> rows, Stream output)
    {
        foreach (var row in rows)
        {
            var columns = RowColumns.Of(row?.GetType() ?? typeof(TRow));
            var values = columns.ToDictionary(column => column.Name, column => Plain(column.Value(row)));
            JsonSerializer.Serialize(output, values, JsonForm.Compact);
            output.WriteByte((byte)'\n');
        }
    }

    private static object? Plain(object? value) => value switch
    {
        null or string or bool => value,
        not Enum when InvariantText.IsNumber(value.GetType()) && double.IsFinite(InvariantText.ToDouble(value)) => value,
        IEnumerable items and not IFormattable => items.Cast<object?>().Select(Plain),
        _ => InvariantText.Format(value),
    };
}
