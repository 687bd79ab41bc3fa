using System.Linq.Expressions;

namespace Analysis;

public partial class DataFrame<TRow>
{
    /// <summary>
    /// How often each value of a column occurs, most frequent first, ties in the order of the values (text by code unit). Rows without a
    /// value are not counted.
    /// </summary>
    /// <param name="column">A property of the row, an expression of one, or <c>new { … }</c> of several.</param>
    public DataFrame<ValueCount<TValue>> CountBy<TValue>(Expression<Func<TRow, TValue>> column) => ValueCounts.Of<TValue>(Key(column));

    /// <inheritdoc cref="CountBy{TValue}(Expression{Func{TRow, TValue}})"/>
    /// <param name="column">Name of the column; its values stand in the result with their own type.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public DataFrame<ValueCount<object>> CountBy(string column) => ValueCounts.Of<object>(Find(column).Codes);

    /// <summary>
    /// Joint counts: in how many units two items occur together. An item counts once a unit, however often it stands there; a pair is
    /// unordered, its first item before its second in the order of the values. Most frequent first, ties by first, then by second item.
    /// Rows without a unit or an item are not counted.
    /// </summary>
    /// <param name="unit">What holds the items, such as <c>m => new { m.Document, m.Sentence }</c>.</param>
    /// <param name="item">What is counted, such as <c>m => m.Entity</c>.</param>
    public DataFrame<PairCount<TItem>> CountPairs<TUnit, TItem>(
        Expression<Func<TRow, TUnit>> unit, Expression<Func<TRow, TItem>> item)
    {
        var items = Key(item);
        return JointCounts.Of(Key(unit), items).ToFrame<TItem>(items);
    }

    /// <summary>
    /// A table of counts: a row for each value of one key, a column for each value of another, both in ascending order (text by code unit),
    /// zero where they do not meet. Rows without a value for either key are not counted.
    /// </summary>
    /// <param name="rows">A property of the row or an expression of one, such as <c>e => e.Date.YearMonth()</c>.</param>
    /// <param name="columns">Another one.</param>
    /// <exception cref="ArgumentException">The table would have more than 100 million cells.</exception>
    public PivotTable Pivot<TRowKey, TColumnKey>(Expression<Func<TRow, TRowKey>> rows, Expression<Func<TRow, TColumnKey>> columns) =>
        PivotTable.Of(KeyExpression.Of(rows).Name, Key(rows), Key(columns));

    /// <inheritdoc cref="Pivot{TRowKey, TColumnKey}"/>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public PivotTable Pivot(string rows, string columns) => PivotTable.Of(rows, Find(rows).Codes, Find(columns).Codes);
}

/// <summary>How often a value occurs.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">Number of rows that have it; at least 1.</param>
public sealed record ValueCount<TValue>(TValue Value, int Count);

/// <summary>In how many units two items occur together.</summary>
/// <param name="First">The item that comes first in the order of the values.</param>
/// <param name="Second">The other item.</param>
/// <param name="Count">Number of units that hold both; at least 1.</param>
public sealed record PairCount<TItem>(TItem First, TItem Second, int Count);

/// <summary>Counts of a key's values as a frame.</summary>
internal static class ValueCounts
{
    public static DataFrame<ValueCount<TValue>> Of<TValue>(Codes codes)
    {
        var counts = codes.CountRows();
        var order = codes.Sorted().Where(code => counts[code] > 0).ToArray();
        order = [.. order.OrderByDescending(code => counts[code])];
        return new([
            codes.Values.Take(order).Rename("Value"),
            new ArrayColumn<int>("Count", Array.ConvertAll(order, code => counts[code])),
        ]);
    }
}
