namespace Analysis;

/// <summary>
/// How many units hold an item, and how many hold two of them; an item counts once a unit, however often it stands there.
/// </summary>
internal sealed class JointCounts
{
    private readonly Dictionary<(int First, int Second), int> _pairs = [];
    private readonly Dictionary<int, int> _items = [];
    private readonly List<int> _held = [];

    /// <summary>Pairs that occur together, each once; the first item has the smaller number.</summary>
    public IEnumerable<(int First, int Second, int Count)> Pairs =>
        _pairs.Select(pair => (pair.Key.First, pair.Key.Second, pair.Value));

    /// <summary>Counts occurrences, on all processors. Both lists are put in the order of the units.</summary>
    /// <param name="units">For each occurrence the number of its unit, negative where it has none.</param>
    /// <param name="items">For each occurrence the number of its item, negative where it has none.</param>
    public static JointCounts Of(int[] units, int[] items)
    {
        Array.Sort(units, items);
        var starts = Array.ConvertAll([.. Enumerable.Range(0, Environment.ProcessorCount + 1)], StartOf);
        var parts = new JointCounts[Environment.ProcessorCount];
        Parallel.For(0, parts.Length, part => parts[part] = Of(units, items, starts[part], starts[part + 1]));
        return parts.Aggregate((all, part) => all.Add(part));

        // No unit is in two parts.
        int StartOf(int part)
        {
            var start = (int)((long)units.Length * part / Environment.ProcessorCount);
            while (start > 0 && start < units.Length && units[start] == units[start - 1]) start++;
            return start;
        }
    }

    /// <summary>Counts an occurrence in the unit at hand.</summary>
    public void Add(int item)
    {
        if (_held.Contains(item)) return;
        foreach (var other in _held)
            CollectionsMarshal.GetValueRefOrAddDefault(_pairs, item < other ? (item, other) : (other, item), out _)++;
        CollectionsMarshal.GetValueRefOrAddDefault(_items, item, out _)++;
        _held.Add(item);
    }

    /// <summary>What follows is in another unit.</summary>
    public void EndUnit() => _held.Clear();

    /// <summary>Number of units that hold an item.</summary>
    public int UnitsWith(int item) => _items.GetValueOrDefault(item);

    private static JointCounts Of(int[] units, int[] items, int start, int end)
    {
        var counts = new JointCounts();
        for (var i = start; i < end; i++)
        {
            if (i > start && units[i] != units[i - 1]) counts.EndUnit();
            if (units[i] >= 0 && items[i] >= 0) counts.Add(items[i]);
        }

        return counts;
    }

    private JointCounts Add(JointCounts other)
    {
        foreach (var (pair, count) in other._pairs) CollectionsMarshal.GetValueRefOrAddDefault(_pairs, pair, out _) += count;
        foreach (var (item, count) in other._items) CollectionsMarshal.GetValueRefOrAddDefault(_items, item, out _) += count;
        return this;
    }
}
