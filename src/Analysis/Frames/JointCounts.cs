namespace Analysis;

/// <summary>How many units hold an item, and how many hold two of them; an item counts once a unit, however often it stands there.</summary>
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

    /// <param name="units">For each occurrence the number of its unit, −1 where it has none.</param>
    /// <param name="items">For each occurrence the number of its item, −1 where it has none.</param>
    /// <param name="itemCount">Number of items.</param>
    public static JointCounts Of(int[] units, int[] items, int itemCount)
    {
        var counts = new JointCounts(itemCount);

        // Text comes unit by unit as a rule; only occurrences in another order must be sorted first.
        if (!IsSorted(units))
        {
            (units, items) = ([.. units], [.. items]);
            Array.Sort(units, items);
        }

        counts.Count(units, items);
        return counts;
    }

    /// <summary>Pairs that occur together, each once; the first item has the smaller number.</summary>
    public IEnumerable<(int First, int Second, int Count)> Pairs()
    {
        if (_table is null) return _pairs.Select(pair => ((int)(pair.Key / _items), (int)(pair.Key % _items), pair.Value));
        return from first in Enumerable.Range(0, _items)
               from second in Enumerable.Range(first + 1, _items - first - 1)
               let count = _table[first * _items + second] + _table[second * _items + first]
               where count > 0
               select (first, second, count);
    }

    private void Count(int[] units, int[] items)
    {
        var lastUnitWith = new int[_items];
        var held = new int[16];
        var (length, current) = (0, -1);
        for (var i = 0; i < units.Length; i++)
        {
            var (unit, item) = (units[i], items[i]);
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

    private static bool IsSorted(int[] units)
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
