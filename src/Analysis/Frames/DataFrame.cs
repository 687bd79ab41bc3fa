using Microsoft.Data.Analysis;

namespace Analysis;

/// <summary>
/// A data frame of Microsoft.Data.Analysis that also holds the records it was made of. Names of columns lead to the package, as in
/// <c>frame["Entity"].ValueCounts()</c>; lambdas lead to LINQ over the records, as in <c>frame.Where(m => m.Type == "person")</c>.
/// </summary>
/// <remarks>
/// <para>
/// The columns are copies, each made when it is first asked for: writing to one changes no record. A date is a <see cref="DateTime"/> at
/// midnight there, a list is text with its items joined by <c>; </c>.
/// </para>
/// <para>
/// <see cref="Filter(PrimitiveDataFrameColumn{bool})"/>, <see cref="Head"/>, <see cref="Tail"/>, <see cref="OrderBy"/>,
/// <see cref="OrderByDescending"/> and <see cref="Clone"/> return a frame of the same records. All other verbs, such as <c>Merge</c>,
/// <c>GroupBy("Entity")</c> and <c>Description</c>, return plain frames of the package without records and behave as it has them: its means
/// divide by all rows, missing values included, and its left join loses rows without a key. LINQ's <c>GroupBy</c>, <c>Average</c> and
/// <c>LeftJoin</c> over the records do neither.
/// </para>
/// </remarks>
/// <typeparam name="TRow">A record, or another type with public properties.</typeparam>
public sealed class DataFrame<TRow> : DataFrame, IReadOnlyList<TRow>, ITabular
{
    private readonly LazyColumns _lazy;

    internal DataFrame(TRow[] records, string note = "")
        : base(RowColumns.Of<TRow>().Select(column => column.ToFrameColumn<TRow>([])))
    {
        (Records, Note) = (records, note);
        _lazy = new(Columns, records.Length, column => RowColumns.Of<TRow>()[column].ToFrameColumn(records));
    }

    /// <summary>Number of rows.</summary>
    public int Count => Records.Length;

    internal TRow[] Records { get; }

    /// <summary>What the shown table says below its rows; empty for nothing.</summary>
    internal string Note { get; }

    /// <summary>The record at a 0-based position.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public TRow this[int row] => Records[row];

    /// <summary>The column of that name (ordinal comparison); a column that is set is added where there is none of the name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column; the message lists those there are.</exception>
    public new DataFrameColumn this[string columnName]
    {
        get => this.Column(columnName);
        set => base[columnName] = value;
    }

    /// <summary>The records, in the order of the rows.</summary>
    public IEnumerator<TRow> GetEnumerator() => ((IEnumerable<TRow>)Records).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The rows for which the filter is true; one that is missing is not.</summary>
    /// <param name="filter">A truth value for each row, such as <c>frame["Entity"].ElementwiseEquals("iran")</c>.</param>
    /// <exception cref="ArgumentException">The filter is shorter or longer than the frame.</exception>
    public new DataFrame<TRow> Filter(PrimitiveDataFrameColumn<bool> filter) => filter.Length == Count
        ? Take([.. Enumerable.Range(0, Count).Where(row => filter[row] == true)])
        : throw new ArgumentException($"the filter has {filter.Length} values, {Count} expected, one for each row", nameof(filter));

    /// <summary>The rows at these positions, in their order.</summary>
    /// <param name="rowIndices">0-based positions; one may come twice, a missing one is passed over.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public new DataFrame<TRow> Filter(PrimitiveDataFrameColumn<int> rowIndices) => Take([.. rowIndices.OfType<int>()]);

    /// <inheritdoc cref="Filter(PrimitiveDataFrameColumn{int})"/>
    public new DataFrame<TRow> Filter(PrimitiveDataFrameColumn<long> rowIndices) =>
        Take([.. rowIndices.OfType<long>().Select(row => checked((int)row))]);

    /// <summary>The first rows.</summary>
    /// <param name="numberOfRows">How many; all where there are fewer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public new DataFrame<TRow> Head(int numberOfRows = 5) => Take([.. Enumerable.Range(0, Math.Min(numberOfRows, Count))]);

    /// <summary>The last rows, in their order.</summary>
    /// <param name="numberOfRows">How many; all where there are fewer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public new DataFrame<TRow> Tail(int numberOfRows = 5)
    {
        var taken = Math.Min(numberOfRows, Count);
        return Take([.. Enumerable.Range(Count - taken, taken)]);
    }

    /// <summary>The rows in the order of a column: text by code unit, equal values in row order. NaN counts as missing.</summary>
    /// <param name="columnName">Name of the column.</param>
    /// <param name="ascending">Whether the least value comes first.</param>
    /// <param name="putNullValuesLast">Whether missing values come after all others, or before them.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public new DataFrame<TRow> OrderBy(string columnName, bool ascending = true, bool putNullValuesLast = true)
    {
        var column = this[columnName];
        var values = new object?[Count];
        for (var row = 0; row < values.Length; row++) values[row] = column[row] is var value && IsMissing(value) ? null : value;
        var rows = Enumerable.Range(0, Count).OrderBy(row => values[row] is null == putNullValuesLast);
        return Take([.. ascending ? rows.ThenBy(row => values[row], NaturalOrder.Comparer)
            : rows.ThenByDescending(row => values[row], NaturalOrder.Comparer)]);
    }

    /// <summary>
    /// The rows in the descending order of a column: text by code unit, equal values in row order. NaN counts as missing.
    /// </summary>
    /// <inheritdoc cref="OrderBy"/>
    public new DataFrame<TRow> OrderByDescending(string columnName, bool putNullValuesLast = true) =>
        OrderBy(columnName, ascending: false, putNullValuesLast);

    /// <summary>A frame with the same records and copies of the columns.</summary>
    public new DataFrame<TRow> Clone() => Take([.. Enumerable.Range(0, Count)]);

    /// <summary>The shown rows as plain text, the same under every culture.</summary>
    public override string ToString() => ((ITabular)this).ToTable().ToString();

    TableView ITabular.ToTable() => new([.. Enumerable.Range(0, Columns.Count).Select(Shown)], checked((int)Rows.Count), Note);

    private TableColumn Shown(int at) => _lazy.UnmadeAt(at) is { } number && RowColumns.Of<TRow>()[number] is var column
        ? TableColumn.Of(column, row => Records[row]) : TableColumn.Of(Columns[at]);

    private static bool IsMissing(object? value) => value is null or double.NaN or float.NaN;

    private DataFrame<TRow> Take(int[] rows)
    {
        if (Rows.Count != Count)
        {
            throw new InvalidOperationException(
                $"the columns were changed to {Rows.Count} rows, and there are {Count} records: "
                + "use Microsoft.Data.Analysis.DataFrame for frames that grow");
        }

        foreach (var row in rows) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(rows));
        var taken = new DataFrame<TRow>(Array.ConvertAll(rows, row => Records[row]), Note);
        var map = new Int32DataFrameColumn("row", rows);
        var isUnchanged = this.ColumnNames().SequenceEqual(taken.ColumnNames());
        if (!isUnchanged) taken.Columns.Clear();
        for (var at = 0; at < Columns.Count; at++)
        {
            if (!isUnchanged) taken.Columns.Add(Copy(at));
            else if (_lazy.UnmadeAt(at) is null) taken._lazy.Put(at, Copy(at));
        }

        return taken;

        // The package fails to clone a column without rows by a map.
        DataFrameColumn Copy(int at) => Count == 0 ? Columns[at].Clone() : Columns[at].Clone(map);
    }
}
