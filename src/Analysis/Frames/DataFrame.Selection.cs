using System.Linq.Expressions;

namespace Analysis;

public partial class DataFrame<TRow>
{
    /// <summary>The first rows.</summary>
    /// <param name="count">How many; all where there are fewer.</param>
    public DataFrame<TRow> Head(int count = 5) => Slice(0, Math.Min(count, Count));

    /// <summary>The last rows, in their order.</summary>
    /// <param name="count">How many; all where there are fewer.</param>
    public DataFrame<TRow> Tail(int count = 5) => Slice(Math.Max(0, Count - count), Count);

    /// <summary>The rows that a condition holds for.</summary>
    public DataFrame<TRow> Where(Func<TRow, bool> condition)
    {
        var rows = RowArray;
        return Take(RowsWhere(row => condition(rows[row])));
    }

    /// <summary>The rows whose value in one column meets a condition, which is asked once for each distinct value.</summary>
    /// <param name="column">A property of the row, an expression of one, or <c>new { … }</c> of several.</param>
    /// <param name="condition">Told of each distinct value; rows without a value are never taken.</param>
    public DataFrame<TRow> Where<TValue>(Expression<Func<TRow, TValue>> column, Func<TValue, bool> condition)
    {
        var codes = Key(column);
        var taken = new bool[codes.Count];
        for (var code = 0; code < taken.Length; code++) taken[code] = condition((TValue)codes.Values[code]!);
        return Take(RowsWhere(row => codes.Rows[row] >= 0 && taken[codes.Rows[row]]));
    }

    /// <summary>A frame of other rows, one made from each.</summary>
    /// <param name="result">Makes a record, or an object as in <c>mention => new { mention.Entity, mention.Type }</c>.</param>
    public DataFrame<TResult> Select<TResult>(Func<TRow, TResult> result) => new(Array.ConvertAll(RowArray, row => result(row)));

    /// <summary>The rows without those that equal an earlier one in every column (lists by their items).</summary>
    public DataFrame<TRow> Distinct() =>
        Count == 0 ? this : Take(CompositeCodes.Of(Array.ConvertAll(Stored, column => column.Codes), withMissing: true).Representatives);

    /// <summary>The first row for each value of a column, in row order.</summary>
    /// <param name="column">A property of the row, an expression of one, or <c>new { … }</c> of several.</param>
    public DataFrame<TRow> DistinctBy<TKey>(Expression<Func<TRow, TKey>> column) =>
        Count == 0 ? this : Take(CompositeCodes.Of([Key(column)], withMissing: true).Representatives);

    /// <summary>The rows with the greatest values of a column, in descending order; ties stay in row order.</summary>
    /// <param name="count">How many; all where there are fewer.</param>
    /// <param name="by">A property of the row or an expression of one.</param>
    public DataFrame<TRow> Top<TKey>(int count, Expression<Func<TRow, TKey>> by) => OrderByDescending(by).Head(count);

    /// <inheritdoc cref="Top{TKey}(int, Expression{Func{TRow, TKey}})"/>
    public DataFrame<TRow> Top(int count, string by) => OrderByDescending(by).Head(count);

    /// <inheritdoc/>
    public override DataFrame<TRow> Show(int rows) =>
        HeldRows is { } held && !_columns.IsValueCreated ? new(held) { RowsShown = rows } : new(Stored) { RowsShown = rows, _rows = HeldRows };

    private DataFrame<TRow> Slice(int start, int end)
    {
        var rows = new int[Math.Max(0, end - start)];
        for (var i = 0; i < rows.Length; i++) rows[i] = start + i;
        return Take(rows);
    }

    private int[] RowsWhere(Predicate<int> condition)
    {
        var rows = new List<int>();
        for (var row = 0; row < Count; row++)
            if (condition(row)) rows.Add(row);
        return [.. rows];
    }
}
