using System.Linq.Expressions;

namespace Analysis;

public partial class DataFrame<TRow>
{
    /// <summary>
    /// The rows in ascending order of a column: text by code unit, missing values last, equal ones in row order.
    /// </summary>
    /// <param name="column">A property of the row or an expression of one.</param>
    public OrderedDataFrame<TRow> OrderBy<TKey>(Expression<Func<TRow, TKey>> column) => new(this, [new(ColumnOf(column), false)]);

    /// <inheritdoc cref="OrderBy{TKey}(Expression{Func{TRow, TKey}})"/>
    public OrderedDataFrame<TRow> OrderBy(string column) => new(this, [new(Find(column), false)]);

    /// <summary>The rows in descending order of a column: missing values last, equal ones in row order.</summary>
    /// <param name="column">A property of the row or an expression of one.</param>
    public OrderedDataFrame<TRow> OrderByDescending<TKey>(Expression<Func<TRow, TKey>> column) => new(this, [new(ColumnOf(column), true)]);

    /// <inheritdoc cref="OrderByDescending{TKey}(Expression{Func{TRow, TKey}})"/>
    public OrderedDataFrame<TRow> OrderByDescending(string column) => new(this, [new(Find(column), true)]);
}

/// <summary>A frame in the order of some columns, to which further ones can be added that decide where those are equal.</summary>
/// <typeparam name="TRow">Type of the rows.</typeparam>
public sealed class OrderedDataFrame<TRow> : DataFrame<TRow>
{
    private readonly DataFrame<TRow> _source;
    private readonly OrderKey[] _keys;

    internal OrderedDataFrame(DataFrame<TRow> source, OrderKey[] keys)
        : base(source, new(() => OrderKey.Sort(keys, source.Count))) => (_source, _keys) = (source, keys);

    /// <summary>Orders rows that are equal so far by a further column, ascending; missing values last.</summary>
    /// <param name="column">A property of the row or an expression of one.</param>
    public OrderedDataFrame<TRow> ThenBy<TKey>(Expression<Func<TRow, TKey>> column) =>
        new(_source, [.. _keys, new(_source.ColumnOf(column), false)]);

    /// <inheritdoc cref="ThenBy{TKey}(Expression{Func{TRow, TKey}})"/>
    public OrderedDataFrame<TRow> ThenBy(string column) => new(_source, [.. _keys, new(_source.Find(column), false)]);

    /// <summary>Orders rows that are equal so far by a further column, descending; missing values last.</summary>
    /// <param name="column">A property of the row or an expression of one.</param>
    public OrderedDataFrame<TRow> ThenByDescending<TKey>(Expression<Func<TRow, TKey>> column) =>
        new(_source, [.. _keys, new(_source.ColumnOf(column), true)]);

    /// <inheritdoc cref="ThenByDescending{TKey}(Expression{Func{TRow, TKey}})"/>
    public OrderedDataFrame<TRow> ThenByDescending(string column) => new(_source, [.. _keys, new(_source.Find(column), true)]);
}

/// <summary>One column that rows are ordered by.</summary>
internal sealed record OrderKey(StoredColumn Column, bool Descending)
{
    /// <summary>Row numbers in order; ties keep the order of the rows.</summary>
    public static int[] Sort(OrderKey[] keys, int count)
    {
        var order = new int[count];
        for (var row = 0; row < count; row++) order[row] = row;
        Array.Sort(order, (left, right) =>
        {
            foreach (var key in keys)
            {
                var compared = key.Compare(left, right);
                if (compared != 0) return compared;
            }
            return left.CompareTo(right);
        });
        return order;
    }

    private int Compare(int left, int right)
    {
        var compared = Column.Compare(left, right);
        return Descending && !Column.IsMissing(left) && !Column.IsMissing(right) ? -compared : compared;
    }
}
