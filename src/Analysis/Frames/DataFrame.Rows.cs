using System.Collections;

namespace Analysis;

/// <summary>
/// A table whose rows are records and whose columns are stored as typed arrays, text as indexes into a dictionary. Verbs that take a column
/// (its name, or a property as in <c>mention => mention.Entity</c>) work on the columns alone; <see cref="Rows"/> and the verbs that take
/// a function see typed rows.
/// </summary>
/// <typeparam name="TRow">A record, or another type with public properties.</typeparam>
public partial class DataFrame<TRow> : DataFrame, IReadOnlyList<TRow>
{
    private readonly Lazy<StoredColumn[]> _columns;
    private readonly DataFrame<TRow>? _source;
    private readonly Lazy<int[]>? _order;
    private TRow[]? _rows;

    internal DataFrame(TRow[] rows)
    {
        _rows = rows;
        // Columns are made when first asked for: a frame that only carries rows onward costs nothing.
        _columns = new(() => RowShape<TRow>.ToColumns(rows));
        Count = rows.Length;
    }

    internal DataFrame(StoredColumn[] columns)
    {
        _columns = new(columns);
        Count = columns.Length == 0 ? 0 : columns[0].Count;
    }

    private protected DataFrame(DataFrame<TRow> source, Lazy<int[]> order)
    {
        (_source, _order) = (source, order);
        _columns = new(() => Array.ConvertAll(source.Stored, column => column.Take(order.Value)));
        Count = source.Count;
    }

    /// <inheritdoc/>
    public override int Count { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Column> Columns => _columns.Value;

    /// <summary>The rows, for LINQ. A frame read from a file or cut out of another makes them when they are first asked for.</summary>
    /// <exception cref="InvalidOperationException">The frame was made from columns and its row type has no constructor that takes them.</exception>
    public IReadOnlyList<TRow> Rows => RowArray;

    /// <summary>The row at a 0-based position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public TRow this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
            return HeldRows is { } rows ? rows[row] : RowShape<TRow>.ToRow(Stored, row);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<TRow> GetEnumerator() => Rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal StoredColumn[] Stored => _columns.Value;

    /// <summary>The rows if the frame, or the one whose order it changes, was made of rows.</summary>
    private TRow[]? HeldRows => _rows ??=
        _source?.HeldRows is { } rows ? Array.ConvertAll(_order!.Value, row => rows[row]) : null;

    private TRow[] RowArray => HeldRows ?? (_rows = MakeRows());

    private TRow[] MakeRows()
    {
        var rows = new TRow[Count];
        for (var row = 0; row < rows.Length; row++) rows[row] = RowShape<TRow>.ToRow(Stored, row);
        return rows;
    }

    /// <summary>The rows with these numbers, from whatever the frame holds already.</summary>
    private DataFrame<TRow> Take(int[] rows)
    {
        var held = HeldRows is { } all ? Array.ConvertAll(rows, row => all[row]) : null;
        return held is not null && !_columns.IsValueCreated
            ? new(held)
            : new(Array.ConvertAll(Stored, column => column.Take(rows))) { _rows = held };
    }
}

/// <summary>Makes frames of sequences.</summary>
public static class DataFrameExtensions
{
    /// <inheritdoc cref="DataFrame.Of{TRow}"/>
    public static DataFrame<TRow> ToDataFrame<TRow>(this IEnumerable<TRow> rows) => DataFrame.Of(rows);
}
