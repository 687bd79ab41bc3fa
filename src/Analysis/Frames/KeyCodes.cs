namespace Analysis;

/// <summary>Numbers keys from 0 in the order in which they first occur, so that counts can stand in arrays.</summary>
internal sealed class KeyCodes<TKey>
{
    /// <summary>Places for keys seen lately, a power of two; 64 KB, which a core's own cache holds.</summary>
    private const int Recent = 4096;

    private readonly Dictionary<Key, int> _codes = [];
    private readonly List<TKey> _keys = [];
    private readonly (TKey? Key, int Code)[] _recent = typeof(TKey).IsValueType ? [] : new (TKey?, int)[Recent];
    private readonly int _first;

    /// <param name="first">Keys that come before all others and keep their order.</param>
    public KeyCodes(IEnumerable<TKey>? first = null)
    {
        foreach (var key in first ?? []) Of(key);
        _first = _keys.Count;
    }

    /// <summary>The keys, each at its number.</summary>
    public IReadOnlyList<TKey> Keys => _keys;

    /// <summary>
    /// The number of a key. Texts that rows share, such as ids of a gazetteer, are known by reference, which saves comparing them.
    /// </summary>
    public int Of(TKey key)
    {
        if (typeof(TKey).IsValueType) return Find(key);
        ref var recent = ref _recent[RuntimeHelpers.GetHashCode(key) & (Recent - 1)];
        if (!ReferenceEquals(recent.Key, key)) recent = (key, Find(key));
        return recent.Code;
    }

    /// <summary>The number of a key; -1 where it has none.</summary>
    public int Known(TKey key) => _codes.GetValueOrDefault(new(key), -1);

    /// <summary>The numbers of the keys in <see cref="NaturalOrder"/> of the keys, those given first before.</summary>
    public int[] Sorted() => [.. Enumerable.Range(0, _first), .. Enumerable.Range(_first, _keys.Count - _first)
        .OrderBy(code => (object?)_keys[code], NaturalOrder.Comparer)];

    private int Find(TKey key)
    {
        var known = new Key(key);
        if (_codes.TryGetValue(known, out var code)) return code;
        _codes.Add(known, _keys.Count);
        _keys.Add(key);
        return _keys.Count - 1;
    }

    // A dictionary takes no type that may be null as it is.
    private readonly record struct Key(TKey Value);
}
