namespace Analysis;

/// <summary>How many units hold an item, and how many hold two of them.</summary>
internal sealed class JointCounts
{
    /// <summary>Up to this many items the pairs are counted in a square table (16 MB), beyond it in a hash table.</summary>
    private const int MostInTable = 2048;

    private readonly int _items;
    private readonly int[]? _table;
    private readonly Dictionary<long, int> _pairs = [];

    private JointCounts(int items)
    {
        _items = items;
        _table = items <= MostInTable ? new int[items * items] : null;
        UnitsWith = new int[items];
    }

    /// <summary>For each item the number of units that hold it.</summary>
    public int[] UnitsWith { get; }

    /// <summary>Pairs that occur together; the first code is smaller than the second.</summary>
    public IEnumerable<(int First, int Second, int Count)> Pairs()
    {
        if (_table is null)
        {
            foreach (var (pair, count) in _pairs) yield return ((int)(pair / _items), (int)(pair % _items), count);
            yield break;
        }
        for (var first = 0; first < _items; first++)
            for (var second = first + 1; second < _items; second++)
                if (_table[first * _items + second] + _table[second * _items + first] is var count and > 0)
                    yield return (first, second, count);
    }

    public static JointCounts Of(Codes units, Codes items) => Of(units.Rows, units.Count, items);

    /// <param name="units">For each row the number of its unit, −1 where it has none.</param>
    /// <param name="unitCount">Number of units.</param>
    /// <param name="items">The rows' items.</param>
    public static JointCounts Of(int[] units, int unitCount, Codes items)
    {
        var counts = new JointCounts(items.Count);
        counts.Count(units, unitCount, items.Rows);
        return counts;
    }

    /// <summary>The pairs as a frame, most frequent first, ties in the order of the items.</summary>
    public DataFrame<PairCount<TItem>> ToFrame<TItem>(Codes items)
    {
        var rank = new int[items.Count];
        var sorted = items.Sorted();
        for (var i = 0; i < sorted.Length; i++) rank[sorted[i]] = i;
        var pairs = Pairs()
            .Select(pair => rank[pair.First] < rank[pair.Second] ? pair : (First: pair.Second, Second: pair.First, pair.Count))
            .OrderByDescending(pair => pair.Count).ThenBy(pair => rank[pair.First]).ThenBy(pair => rank[pair.Second])
            .ToArray();
        return new([
            items.Values.Take(Array.ConvertAll(pairs, pair => pair.First)).Rename("First"),
            items.Values.Take(Array.ConvertAll(pairs, pair => pair.Second)).Rename("Second"),
            new ArrayColumn<int>("Count", Array.ConvertAll(pairs, pair => pair.Count)),
        ]);
    }

    private void Count(int[] units, int unitCount, int[] items)
    {
        // Text comes unit by unit as a rule; only rows in another order must be sorted first.
        var order = AreTogether(units) ? null : Groups.Of(units, unitCount).Order;
        var lastUnitWith = new int[_items];
        var held = new int[16];
        var (length, current) = (0, -1);
        var rows = order?.Length ?? units.Length;
        for (var i = 0; i < rows; i++)
        {
            var row = order is null ? i : order[i];
            var (unit, item) = (units[row], items[row]);
            if (unit < 0 || item < 0) continue;
            if (unit != current) (length, current) = (0, unit);
            if (lastUnitWith[item] == unit + 1) continue;
            lastUnitWith[item] = unit + 1;
            UnitsWith[item]++;
            for (var other = 0; other < length; other++) CountPair(held[other], item);
            if (length == held.Length) Array.Resize(ref held, 2 * length);
            held[length++] = item;
        }
    }

    private void CountPair(int one, int other)
    {
        if (_table is not null)
        {
            _table[one * _items + other]++;
            return;
        }
        var pair = (long)Math.Min(one, other) * _items + Math.Max(one, other);
        _pairs[pair] = _pairs.GetValueOrDefault(pair) + 1;
    }

    private static bool AreTogether(int[] units)
    {
        var last = -1;
        foreach (var unit in units)
        {
            if (unit < 0) continue;
            if (unit < last) return false;
            last = unit;
        }
        return true;
    }
}
