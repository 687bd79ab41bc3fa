using System.Collections;
using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using Microsoft.Data.Analysis;

namespace Analysis;

/// <summary>
/// The columns of a frame of records, each made when it is first asked for: most questions go to the records, and the columns of a large
/// corpus take seconds and hundreds of megabytes. The package has no such columns, so its collection gets this list in place of its own.
/// </summary>
internal sealed class LazyColumns : IList<DataFrameColumn>
{
    private readonly DataFrameColumnCollection _owner;
    private readonly List<DataFrameColumn> _columns;

    // What stands for each column that is not made yet, an empty one of its name and type, and how to make it.
    private readonly Dictionary<DataFrameColumn, Func<DataFrameColumn>> _unmade = new(ReferenceEqualityComparer.Instance);

    private LazyColumns(DataFrameColumnCollection owner) => (_owner, _columns) = (owner, [.. owner]);

    /// <summary>Makes the columns of a collection lazy.</summary>
    /// <param name="owner">The collection; its columns are empty and have the names and types of those to be made.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="make">Makes the column at a position.</param>
    public static LazyColumns In(DataFrameColumnCollection owner, int rows, Func<int, DataFrameColumn> make)
    {
        var lazy = new LazyColumns(owner);
        for (var at = 0; at < lazy.Count; at++)
        {
            var number = at;
            lazy._unmade.Add(lazy._columns[at], () => make(number));
        }

        SetRowCount(owner, rows);
        Items<DataFrameColumn>.Of(owner) = lazy;
        return lazy;
    }

    /// <summary>Whether no column was asked for, added or removed.</summary>
    public bool AreUnmade { get; private set; } = true;

    /// <summary>The columns, empty ones for those that are not made.</summary>
    public IReadOnlyList<DataFrameColumn> AsTheyAre => _columns;

    public int Count => _columns.Count;

    public bool IsReadOnly => false;

    public DataFrameColumn this[int index]
    {
        get
        {
            lock (_unmade)
            {
                if (_unmade.TryGetValue(_columns[index], out var make))
                {
                    AreUnmade = false;
                    var made = make();
                    _unmade.Remove(_columns[index]);
                    // The collection says whose column it is, and puts it here.
                    _owner[index] = made;
                }

                return _columns[index];
            }
        }

        set => Changed()[index] = value;
    }

    /// <summary>The names of columns, lazy or not; none is made for them.</summary>
    public static string[] NamesOf(DataFrameColumnCollection columns)
    {
        var known = Items<DataFrameColumn>.Of(columns) is LazyColumns lazy ? lazy._columns : (IList<DataFrameColumn>)columns;
        return [.. Enumerable.Range(0, known.Count).Select(at => known[at].Name)];
    }

    public IEnumerator<DataFrameColumn> GetEnumerator()
    {
        for (var index = 0; index < Count; index++) yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Insert(int index, DataFrameColumn item) => Changed().Insert(index, item);

    public void Add(DataFrameColumn item) => Changed().Add(item);

    public void RemoveAt(int index) => Changed().RemoveAt(index);

    public bool Remove(DataFrameColumn item) => Changed().Remove(item);

    public void Clear()
    {
        Changed().Clear();
        _unmade.Clear();
    }

    public bool Contains(DataFrameColumn item) => _columns.Contains(item);

    public int IndexOf(DataFrameColumn item) => _columns.IndexOf(item);

    public void CopyTo(DataFrameColumn[] array, int arrayIndex)
    {
        foreach (var column in this) array[arrayIndex++] = column;
    }

    private List<DataFrameColumn> Changed()
    {
        AreUnmade = false;
        return _columns;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_RowCount")]
    private static extern void SetRowCount(DataFrameColumnCollection columns, long rows);

    private static class Items<T>
    {
        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "items")]
        public static extern ref IList<T> Of(Collection<T> collection);
    }
}
