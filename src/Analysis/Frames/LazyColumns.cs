using System.Collections.ObjectModel;
using Microsoft.Data.Analysis;

namespace Analysis;

/// <summary>
/// The columns of a frame of records, each made when it is first asked for: most questions go to the records, and the columns of a large
/// corpus take seconds and hundreds of megabytes. The package has no such columns, so its collection gets this list in place of its own.
/// </summary>
internal sealed class LazyColumns : List<DataFrameColumn>, IList<DataFrameColumn>
{
    private readonly DataFrameColumnCollection _owner;
    private readonly int _all;

    // What stands for each column that is not made yet, an empty one of its name and type, and how to make it.
    private readonly Dictionary<DataFrameColumn, Func<DataFrameColumn>> _unmade = new(ReferenceEqualityComparer.Instance);

    private LazyColumns(DataFrameColumnCollection owner)
        : base(owner) => (_owner, _all) = (owner, owner.Count);

    /// <summary>Makes the columns of a collection lazy.</summary>
    /// <param name="owner">The collection; its columns are empty and have the names and types of those to be made.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="make">Makes the column at a position.</param>
    public static LazyColumns In(DataFrameColumnCollection owner, int rows, Func<int, DataFrameColumn> make)
    {
        var lazy = new LazyColumns(owner);
        foreach (var (at, column) in owner.Index()) lazy._unmade.Add(column, () => make(at));
        SetRowCount(owner, rows);
        Items<DataFrameColumn>.Of(owner) = lazy;
        return lazy;
    }

    /// <summary>Whether no column was asked for, added or removed.</summary>
    public bool AreUnmade
    {
        get
        {
            lock (_unmade) return Count == _all && _unmade.Count == _all && TrueForAll(_unmade.ContainsKey);
        }
    }

    /// <summary>The types of the columns; none is made for them.</summary>
    public IEnumerable<Type> Types => ConvertAll(column => column.DataType);

    DataFrameColumn IList<DataFrameColumn>.this[int index]
    {
        get
        {
            lock (_unmade)
            {
                if (_unmade.TryGetValue(this[index], out var make))
                {
                    var made = make();
                    _unmade.Remove(this[index]);
                    // The collection says whose column it is, and puts it here.
                    _owner[index] = made;
                }

                return this[index];
            }
        }

        set => this[index] = value;
    }

    /// <summary>The names of columns, lazy or not; none is made for them.</summary>
    public static string[] NamesOf(DataFrameColumnCollection columns) => Items<DataFrameColumn>.Of(columns) is LazyColumns lazy
        ? [.. lazy.ConvertAll(column => column.Name)] : [.. columns.Select(column => column.Name)];

    IEnumerator<DataFrameColumn> IEnumerable<DataFrameColumn>.GetEnumerator()
    {
        for (var index = 0; index < Count; index++) yield return ((IList<DataFrameColumn>)this)[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<DataFrameColumn>)this).GetEnumerator();

    void ICollection<DataFrameColumn>.CopyTo(DataFrameColumn[] array, int arrayIndex)
    {
        foreach (var column in (IEnumerable<DataFrameColumn>)this) array[arrayIndex++] = column;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_RowCount")]
    private static extern void SetRowCount(DataFrameColumnCollection columns, long rows);

    private static class Items<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "items")]
        public static extern ref IList<T> Of(Collection<T> collection);
    }
}
