using System.Collections;
using System.Linq.Expressions;

namespace Analysis;

public partial class DataFrame<TRow>
{
    /// <summary>The rows by the value of a key, groups in ascending order of it. Rows without a value are in no group.</summary>
    /// <param name="key">A property of the row, an expression of one, or <c>new { … }</c> of several.</param>
    public GroupedFrame<TRow, TKey> GroupBy<TKey>(Expression<Func<TRow, TKey>> key) => new(this, Key(key));

    /// <summary>The rows of both frames that agree in a key, each pair made into one row: in the order of this frame, then of the other.</summary>
    /// <param name="other">The frame to look rows up in.</param>
    /// <param name="key">This frame's key: a property of the row or an expression of one.</param>
    /// <param name="otherKey">The other frame's key. Rows whose key is missing agree with none.</param>
    /// <param name="result">Makes the row of the result.</param>
    public DataFrame<TResult> Join<TOther, TKey, TResult>(
        DataFrame<TOther> other, Expression<Func<TRow, TKey>> key, Expression<Func<TOther, TKey>> otherKey, Func<TRow, TOther, TResult> result)
    {
        var (left, right) = (RowArray, other.RowArray);
        var matches = Matches(Key(key), other.Key(otherKey));
        var rows = new List<TResult>();
        for (var row = 0; row < left.Length; row++)
            foreach (var match in matches(row)) rows.Add(result(left[row], right[match]));
        return new([.. rows]);
    }

    /// <summary>As <see cref="Join"/>, with every row of this frame: one that agrees with no row of the other is given its default, null for records.</summary>
    /// <inheritdoc cref="Join"/>
    public DataFrame<TResult> LeftJoin<TOther, TKey, TResult>(
        DataFrame<TOther> other, Expression<Func<TRow, TKey>> key, Expression<Func<TOther, TKey>> otherKey, Func<TRow, TOther?, TResult> result)
    {
        var (left, right) = (RowArray, other.RowArray);
        var matches = Matches(Key(key), other.Key(otherKey));
        var rows = new List<TResult>();
        for (var row = 0; row < left.Length; row++)
        {
            var found = matches(row);
            if (found.Count == 0) rows.Add(result(left[row], default));
            foreach (var match in found) rows.Add(result(left[row], right[match]));
        }
        return new([.. rows]);
    }

    private static Func<int, ArraySegment<int>> Matches(Codes left, Codes right)
    {
        var known = new Dictionary<object, int>();
        for (var code = 0; code < right.Count; code++) known.Add(right.Values[code]!, code);
        var groups = Groups.Of(right.Rows, right.Count);
        var codes = new int[left.Count];
        for (var code = 0; code < codes.Length; code++)
            codes[code] = known.TryGetValue(left.Values[code]!, out var match) ? match : -1;
        return row => left.Rows[row] is var code and >= 0 && codes[code] is var match and >= 0 ? groups.Rows(match) : ArraySegment<int>.Empty;
    }
}

/// <summary>Rows of a frame by the value of a key; a sequence of groups in ascending order of it.</summary>
/// <typeparam name="TRow">Type of the rows.</typeparam>
/// <typeparam name="TKey">Type of the key.</typeparam>
public sealed class GroupedFrame<TRow, TKey> : IEnumerable<Group<TRow, TKey>>
{
    private readonly DataFrame<TRow> _frame;
    private readonly Codes _codes;
    private readonly Groups _groups;
    private readonly int[] _order;

    internal GroupedFrame(DataFrame<TRow> frame, Codes codes)
    {
        (_frame, _codes) = (frame, codes);
        _groups = Groups.Of(codes.Rows, codes.Count);
        _order = Array.FindAll(codes.Sorted(), code => _groups.Rows(code).Count > 0);
    }

    /// <summary>Number of groups.</summary>
    public int Count => _order.Length;

    /// <summary>A frame with one row for each group.</summary>
    /// <param name="result">Makes the row, as in <c>group => new { group.Key, Mean = group.Mean(e => e.Goldstein) }</c>.</param>
    public DataFrame<TResult> Aggregate<TResult>(Func<Group<TRow, TKey>, TResult> result) => new([.. this.Select(result)]);

    /// <inheritdoc/>
    public IEnumerator<Group<TRow, TKey>> GetEnumerator()
    {
        foreach (var code in _order) yield return new(_frame, (TKey)_codes.Values[code]!, _groups.Rows(code));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The rows of a frame that share the value of a key. Its measures read columns, not rows, and leave missing values out.</summary>
/// <typeparam name="TRow">Type of the rows.</typeparam>
/// <typeparam name="TKey">Type of the key.</typeparam>
public sealed class Group<TRow, TKey>
{
    private readonly DataFrame<TRow> _frame;
    private readonly ArraySegment<int> _rows;

    internal Group(DataFrame<TRow> frame, TKey key, ArraySegment<int> rows) => (_frame, Key, _rows) = (frame, key, rows);

    /// <summary>The value that the rows share.</summary>
    public TKey Key { get; }

    /// <summary>Number of rows; at least 1.</summary>
    public int Count => _rows.Count;

    /// <summary>The rows, in the order of the frame.</summary>
    public IEnumerable<TRow> Rows => _rows.Select(row => _frame[row]);

    /// <summary>Sum of a column of numbers; 0 where all are missing.</summary>
    /// <exception cref="ArgumentException">The column holds no numbers.</exception>
    public double Sum<TValue>(Expression<Func<TRow, TValue>> column) => Numbers(column).Sum();

    /// <summary>Arithmetic mean of a column of numbers; NaN where all are missing.</summary>
    /// <exception cref="ArgumentException">The column holds no numbers.</exception>
    public double Mean<TValue>(Expression<Func<TRow, TValue>> column) => Numbers(column).DefaultIfEmpty(double.NaN).Average();

    /// <summary>Least value of a column (text by code unit); default where all are missing.</summary>
    public TValue? Min<TValue>(Expression<Func<TRow, TValue>> column) => Extreme(column, -1);

    /// <summary>Greatest value of a column (text by code unit); default where all are missing.</summary>
    public TValue? Max<TValue>(Expression<Func<TRow, TValue>> column) => Extreme(column, 1);

    /// <summary>Number of distinct values of a column.</summary>
    public int CountDistinct<TValue>(Expression<Func<TRow, TValue>> column)
    {
        var codes = _frame.Key(column).Rows;
        return _rows.Where(row => codes[row] >= 0).Select(row => codes[row]).Distinct().Count();
    }

    private IEnumerable<double> Numbers<TValue>(Expression<Func<TRow, TValue>> column)
    {
        var stored = _frame.ColumnOf(column);
        var numbers = stored.Numbers
            ?? throw new ArgumentException($"column '{stored.Name}' holds {InvariantText.Describe(stored.Type)}, not numbers");
        return _rows.Select(row => numbers[row]).Where(number => !double.IsNaN(number));
    }

    private TValue? Extreme<TValue>(Expression<Func<TRow, TValue>> column, int direction)
    {
        var stored = _frame.ColumnOf(column);
        var best = -1;
        foreach (var row in _rows)
            if (!stored.IsMissing(row) && (best < 0 || direction * stored.Compare(row, best) > 0)) best = row;
        return best < 0 ? default : (TValue)stored[best]!;
    }
}
