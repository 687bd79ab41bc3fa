namespace Analysis;

/// <summary>
/// Counts of two keys against each other. As a frame it has the row keys in its first column and one column of counts for each column key.
/// </summary>
public sealed class PivotTable : DataFrame
{
    private const long MostCells = 100_000_000;

    private readonly StoredColumn _rowKeys;
    private readonly string[] _columnKeys;
    private readonly int[] _cells;
    private readonly Lazy<StoredColumn[]> _columns;

    private PivotTable(StoredColumn rowKeys, string[] columnKeys, int[] cells)
    {
        (_rowKeys, _columnKeys, _cells) = (rowKeys, columnKeys, cells);
        RowKeys = [.. Enumerable.Range(0, rowKeys.Count).Select(row => rowKeys.Text(row)!)];
        RowTotals = [.. Enumerable.Range(0, Count).Select(row => cells.AsSpan(row * columnKeys.Length, columnKeys.Length).ToArray().Sum())];
        ColumnTotals = [.. Enumerable.Range(0, columnKeys.Length).Select(column => Enumerable.Range(0, Count).Sum(row => this[row, column]))];
        _columns = new(MakeColumns);
    }

    /// <inheritdoc/>
    public override int Count => _rowKeys.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Columns => _columns.Value;

    /// <summary>The row keys as invariant text, from top to bottom.</summary>
    public IReadOnlyList<string> RowKeys { get; }

    /// <summary>The column keys as invariant text, from left to right.</summary>
    public IReadOnlyList<string> ColumnKeys => _columnKeys;

    /// <summary>Sum of each row over the columns that the table has.</summary>
    public IReadOnlyList<int> RowTotals { get; }

    /// <summary>Sum of each column over the rows that the table has.</summary>
    public IReadOnlyList<int> ColumnTotals { get; }

    /// <summary>Sum of all cells.</summary>
    public int Total => RowTotals.Sum();

    /// <summary>The count in one cell, by 0-based position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public int this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
            ArgumentOutOfRangeException.ThrowIfNegative(column);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, _columnKeys.Length);
            return _cells[row * _columnKeys.Length + column];
        }
    }

    /// <summary>The rows with the greatest totals, in descending order; ties stay in the order they have.</summary>
    /// <param name="count">How many; all where there are fewer.</param>
    public PivotTable TopRows(int count) => Take(Greatest(RowTotals, count), Every(_columnKeys.Length));

    /// <summary>The columns with the greatest totals, in descending order; ties stay in the order they have.</summary>
    /// <param name="count">How many; all where there are fewer.</param>
    public PivotTable TopColumns(int count) => Take(Every(Count), Greatest(ColumnTotals, count));

    /// <summary>The table with a last column <c>Total</c> that holds the row totals and a last row of that name with the column totals.</summary>
    public DataFrame WithTotals()
    {
        var keys = ColumnBuilder.For(_rowKeys.Name, typeof(string));
        foreach (var key in RowKeys.Append("Total")) keys.Add(key);
        return new ColumnFrame([
            keys.Build(),
            .. _columnKeys.Select((key, column) => new ArrayColumn<int>(
                key, [.. Enumerable.Range(0, Count).Select(row => this[row, column]), ColumnTotals[column]])),
            new ArrayColumn<int>("Total", [.. RowTotals, Total]),
        ]);
    }

    /// <summary>The same table, to be shown in a notebook with another number of rows than 20.</summary>
    public override PivotTable Show(int rows) => new(_rowKeys, _columnKeys, _cells) { RowsShown = rows };

    /// <summary>Counts how often the codes of two keys meet in a row.</summary>
    internal static PivotTable Of(string name, Codes rows, Codes columns)
    {
        if ((long)rows.Count * columns.Count > MostCells)
            throw new ArgumentException(
                InvariantText.Format((FormattableString)$"a table of {rows.Count} × {columns.Count} cells is too large: choose keys with fewer values"));
        var counts = CountCells(rows, columns);
        var table = new PivotTable(
            rows.Values.Rename(name), [.. Enumerable.Range(0, columns.Count).Select(code => columns.Values.Text(code)!)], counts);
        return table.Take(
            Array.FindAll(rows.Sorted(), row => table.RowTotals[row] > 0),
            Array.FindAll(columns.Sorted(), column => table.ColumnTotals[column] > 0));
    }

    private static int[] CountCells(Codes rows, Codes columns)
    {
        // Where a row's cells start; −1 for a value that the key is missing for.
        var starts = rows.Map ?? Every(rows.Count);
        starts = Array.ConvertAll(starts, code => code < 0 ? -1 : code * columns.Count);
        var cells = new int[rows.Count * columns.Count];
        var (rowCodes, columnCodes) = (rows.Raw, columns.Rows);
        for (var row = 0; row < rowCodes.Length; row++)
        {
            var (raw, column) = (rowCodes[row], columnCodes[row]);
            if ((raw | column) < 0) continue;
            var start = starts[raw];
            if (start >= 0) cells[start + column]++;
        }
        return cells;
    }

    private PivotTable Take(int[] rows, int[] columns)
    {
        var cells = new int[rows.Length * columns.Length];
        for (var row = 0; row < rows.Length; row++)
            for (var column = 0; column < columns.Length; column++)
                cells[row * columns.Length + column] = this[rows[row], columns[column]];
        return new(_rowKeys.Take(rows), Array.ConvertAll(columns, column => _columnKeys[column]), cells) { RowsShown = RowsShown };
    }

    private StoredColumn[] MakeColumns()
    {
        // A column key may be called like the row key; names are unique in a frame.
        var name = _rowKeys.Name;
        while (_columnKeys.Contains(name)) name += " (row)";
        return
        [
            _rowKeys.Rename(name),
            .. _columnKeys.Select((key, column) => new ArrayColumn<int>(key, [.. Enumerable.Range(0, Count).Select(row => this[row, column])])),
        ];
    }

    private static int[] Greatest(IReadOnlyList<int> totals, int count) =>
        [.. Enumerable.Range(0, totals.Count).OrderByDescending(i => totals[i]).Take(count)];

    private static int[] Every(int count)
    {
        var every = new int[count];
        for (var i = 0; i < count; i++) every[i] = i;
        return every;
    }
}
