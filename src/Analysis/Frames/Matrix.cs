using Deedle;

namespace Analysis;

/// <summary>Labelled matrices of counts, as frames of Deedle.</summary>
public static class Matrix
{
    private const string Total = "Total";
    internal const string None = "(none)";
    private const int MostCells = 100_000_000;

    /// <summary>
    /// Counts of two keys against each other: a row for each value of one, a column for each of the other, both in ordinal order after the
    /// given keys, 0 where they don't meet. Nothing is left out: what has no value for a key is counted in a row or column <c>(none)</c>.
    /// </summary>
    /// <param name="rows">What is counted.</param>
    /// <param name="row">The key that makes the rows, such as <c>m => m.Entity</c>; null where a row has none.</param>
    /// <param name="column">The key that makes the columns, such as <c>e => e.Earliest.YearMonth()</c>.</param>
    /// <param name="top">How many rows the matrix has, those with the greatest totals, beside those of given keys. Default: all. Of a
    /// large corpus the whole matrix does not fit into memory.</param>
    /// <param name="rowKeys">Keys that have a row in any case, before all others and in this order.</param>
    /// <param name="columnKeys">Keys that have a column in any case, likewise.</param>
    /// <exception cref="ArgumentException">The matrix would have more than 100 million cells.</exception>
    public static Frame<string, string> Pivot<TRow>(
        this IEnumerable<TRow> rows, Func<TRow, string?> row, Func<TRow, string?> column, int? top = null,
        IEnumerable<string>? rowKeys = null, IEnumerable<string>? columnKeys = null)
    {
        var (rowCodes, columnCodes) = (new KeyCodes<string>(rowKeys), new KeyCodes<string>(columnKeys));
        // An array a row: a dictionary of cells takes twice as long.
        List<int[]> counts = [.. rowCodes.Keys.Select(_ => new int[16])];
        var items = RowArray.Of(rows);
        var kept = top is { } most ? items.CountBy(item => row(item) ?? None).Take(most).Select(count => count.Value).ToHashSet() : null;
        foreach (var item in items)
        {
            var (rowKey, columnCode) = (row(item) ?? None, columnCodes.Of(column(item) ?? None));
            if (kept?.Contains(rowKey) == false && rowCodes.Known(rowKey) < 0) continue;
            var rowCode = rowCodes.Of(rowKey);
            if (rowCode == counts.Count) counts.Add(new int[Math.Max(16, columnCode + 1)]);
            var cells = counts[rowCode];
            if (columnCode >= cells.Length)
            {
                Array.Resize(ref cells, 2 * columnCode);
                counts[rowCode] = cells;
            }

            cells[columnCode]++;
        }

        if ((long)rowCodes.Keys.Count * columnCodes.Keys.Count > MostCells)
        {
            throw new ArgumentException(
                $"a matrix of {rowCodes.Keys.Count} rows and {columnCodes.Keys.Count} columns is too large: it may have {MostCells} cells",
                nameof(rows));
        }

        var (rowOrder, columnOrder) = (rowCodes.Sorted(), columnCodes.Sorted());
        var sorted = new int[rowOrder.Length, columnOrder.Length];
        for (var r = 0; r < rowOrder.Length; r++)
        {
            var cells = counts[rowOrder[r]];
            for (var c = 0; c < columnOrder.Length; c++) sorted[r, c] = columnOrder[c] < cells.Length ? cells[columnOrder[c]] : 0;
        }

        return Of([.. rowOrder.Select(code => rowCodes.Keys[code])], [.. columnOrder.Select(code => columnCodes.Keys[code])], sorted);
    }

    /// <summary>The rows with the greatest totals, greatest first; ties keep their order.</summary>
    /// <param name="matrix">A matrix of counts.</param>
    /// <param name="count">How many; all where there are fewer.</param>
    public static Frame<string, string> TopRows(this Frame<string, string> matrix, int count) =>
        matrix.Rows[[.. matrix.RowTotals().Observations.OrderByDescending(total => total.Value).Take(count).Select(total => total.Key)]];

    /// <summary>Sum of each row.</summary>
    /// <exception cref="OverflowException">A sum is greater than an <see cref="int"/> can be.</exception>
    public static Series<string, int> RowTotals(this Frame<string, string> matrix)
    {
        var cells = matrix.ToArray2D(0);
        var columns = Enumerable.Range(0, matrix.ColumnCount);
        return new(matrix.RowKeys, Enumerable.Range(0, matrix.RowCount).Select(row => columns.Sum(column => cells[row, column])));
    }

    /// <summary>The matrix with a row and a column <c>Total</c> at its ends, to be shown.</summary>
    /// <inheritdoc cref="RowTotals"/>
    public static Frame<string, string> WithTotals(this Frame<string, string> matrix)
    {
        var (rows, columns) = (matrix.RowCount, matrix.ColumnCount);
        var (cells, larger) = (matrix.ToArray2D(0), new int[rows + 1, columns + 1]);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                // A cell counts four times: in its place, its row, its column and the whole.
                foreach (var (r, c) in ((int, int)[])[(row, column), (row, columns), (rows, column), (rows, columns)])
                    larger[r, c] = checked(larger[r, c] + cells[row, column]);
            }
        }

        return Of([.. matrix.RowKeys, Total], [.. matrix.ColumnKeys, Total], larger);
    }

    // Deedle's own pivot makes a frame for each cell: seconds for some thousand rows.
    private static Frame<string, string> Of(IReadOnlyList<string> rows, IReadOnlyList<string> columns, int[,] cells) =>
        Frame.FromArray2D(cells).IndexRowsWith(rows).IndexColumnsWith(columns);
}
