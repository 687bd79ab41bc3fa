using System.Runtime.InteropServices;

namespace Analysis;

/// <summary>
/// How many units hold an item, and how many hold two of them; an item counts once a unit, however often it stands there.
/// </summary>
internal sealed class JointCounts
{
    // The key of a pair is its smaller number times the number of items, plus its greater one; an item by itself is a pair of the same two.
    private readonly Dictionary<long, int> _counts = [];
    private readonly int _items;

    private JointCounts(int items) => _items = items;

    /// <summary>Pairs that occur together, each once; the first item has the smaller number.</summary>
    public IEnumerable<(int First, int Second, int Count)> Pairs => _counts
        .Select(count => (First: (int)(count.Key / _items), Second: (int)(count.Key % _items), count.Value))
        .Where(pair => pair.First != pair.Second);

    /// <summary>Counts occurrences. Both lists are put in the order of the units.</summary>
    /// <param name="units">For each occurrence the number of its unit, negative where it has none.</param>
    /// <param name="items">For each occurrence the number of its item, negative where it has none.</param>
    /// <param name="itemCount">Number of items.</param>
    public static JointCounts Of(int[] units, int[] items, int itemCount)
    {
        Array.Sort(units, items);
        var counts = new JointCounts(itemCount);
        var held = new List<int>();
        var current = -1;
        for (var i = 0; i < units.Length; i++)
        {
            if (units[i] < 0 || items[i] < 0) continue;
            if (units[i] != current) held.Clear();
            current = units[i];
            if (held.Contains(items[i])) continue;
            held.Add(items[i]);
            foreach (var other in held) CollectionsMarshal.GetValueRefOrAddDefault(counts._counts, counts.KeyOf(items[i], other), out _)++;
        }

        return counts;
    }

    /// <summary>Number of units that hold an item.</summary>
    public int UnitsWith(int item) => _counts.GetValueOrDefault(KeyOf(item, item));

    private long KeyOf(int one, int other) => (long)Math.Min(one, other) * _items + Math.Max(one, other);
}
