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
    private readonly Func<int, DataFrameColumn> _make;

    // What stands for each column that is not made yet, an empty one of its name and type, with its number.
    private readonly Dictionary<DataFrameColumn, int> _unmade;

    /// <summary>Makes the columns of a collection lazy.</summary>
    /// <param name="owner">The collection; its columns are empty and have the names and types of those to be made.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="make">Makes the column of a number, its position in the collection at first.</param>
    public LazyColumns(DataFrameColumnCollection owner, int rows, Func<int, DataFrameColumn> make)
        : base(owner)
    {
        (_owner, _make) = (owner, make);
        _unmade = new(owner.Index().Select(column => KeyValuePair.Create(column.Item, column.Index)), ReferenceEqualityComparer.Instance);
        SetRowCount(owner, rows);
        Items<DataFrameColumn>.Of(owner) = this;
    }

    /// <summary>The number of the column that was not asked for yet at a position; null where one is made.</summary>
    public int? UnmadeAt(int position)
    {
        lock (_unmade) return _unmade.TryGetValue(this[position], out var number) ? number : null;
    }

    /// <summary>Puts a column at a position where none is made yet.</summary>
    public void Put(int position, DataFrameColumn made)
    {
        lock (_unmade)
        {
            // The collection looks at what it replaces, says whose column it is, and puts it here.
            _unmade.Remove(this[position]);
            _owner[position] = made;
        }
    }

    DataFrameColumn IList<DataFrameColumn>.this[int index]
    {
        get
        {
            lock (_unmade)
            {
                if (UnmadeAt(index) is { } number) Put(index, _make(number));

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
