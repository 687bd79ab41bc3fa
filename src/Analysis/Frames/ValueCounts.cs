namespace Analysis;

/// <summary>How often a value occurs.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">Number of rows that have it; at least 1.</param>
public sealed record ValueCount<TValue>(TValue Value, int Count);

/// <summary>Counts the values of a key.</summary>
public static class ValueCounts
{
    /// <summary>
    /// How often each value of a key occurs, most frequent first, ties in the order of the values (text by code unit). Rows without a value
    /// are not counted; the shown table states their number. A key of several values, as in <c>m => new { m.Entity, m.Type }</c>, makes a
    /// column for each of them.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="key">The key of a row; null where it has none.</param>
    public static DataFrame<ValueCount<TKey>> CountBy<TRow, TKey>(this IEnumerable<TRow> rows, Func<TRow, TKey?> key)
    {
        var codes = new KeyCodes<TKey>();
        var counts = new int[16];
        var missing = 0;
        foreach (var row in RowArray.Of(rows))
        {
            if (key(row) is not { } value)
            {
                missing++;
                continue;
            }

            var code = codes.Of(value);
            if (code == counts.Length) Array.Resize(ref counts, 2 * code);
            counts[code]++;
        }

        return Sort(codes.Keys.Select((value, code) => new ValueCount<TKey>(value, counts[code])), NoteOf(missing));
    }

    /// <summary>Says how many rows are not counted; empty for none.</summary>
    internal static string NoteOf(int missing) => missing switch
    {
        0 => "",
        1 => "1 row has no value and is not counted",
        _ => $"{missing} rows have no value and are not counted",
    };

    internal static DataFrame<ValueCount<TKey>> Sort<TKey>(IEnumerable<ValueCount<TKey>> counts, string note) =>
        new([.. counts.OrderByDescending(count => count.Count).ThenBy(count => (object?)count.Value, NaturalOrder.Comparer)], note);
}

/// <summary>The rows that a verb goes through.</summary>
internal static class RowArray
{
    /// <summary>The rows as they lie in memory where they do, copied where they are a query.</summary>
    public static TRow[] Of<TRow>(IEnumerable<TRow> rows) => rows switch
    {
        TRow[] array => array,
        DataFrame<TRow> frame => frame.Records,
        _ => [.. rows],
    };

    /// <summary>The rows in runs of neighbours that belong together.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="isSame">Whether a row belongs to the run that begins with another.</param>
    public static IEnumerable<ArraySegment<TRow>> Runs<TRow>(TRow[] rows, Func<TRow, TRow, bool> isSame)
    {
        for (int start = 0, end = 1; start < rows.Length; start = end++)
        {
            while (end < rows.Length && isSame(rows[start], rows[end])) end++;
            yield return new(rows, start, end - start);
        }
    }
}
