namespace Analysis;

/// <summary>
/// Interned search keys of words: each key has a number, its form, starting at 1. Words of the lexicons come first, then those that a text
/// adds. Two words are compared by their numbers, and lexicon entries are arrays indexed by them.
/// </summary>
internal sealed class Forms
{
    // A hash table with open addressing, since every token is looked up in it: half of the slots at least are empty (0).
    private string[] _keys = new string[1 << 10];
    private int[] _slots = new int[1 << 11];

    /// <summary>One more than the highest form in use; 0 is not a form.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>The letters of a form.</summary>
    public ReadOnlySpan<char> this[int form] => _keys[form];

    /// <summary>An independent copy.</summary>
    public Forms Copy() => new() { _keys = [.. _keys], _slots = [.. _slots], Count = Count };

    /// <summary>The form of a key; 0 if there is none.</summary>
    public int Find(ReadOnlySpan<char> key) => _slots[SlotOf(key)];

    /// <summary>The form of a key; a new key is added.</summary>
    public int Add(ReadOnlySpan<char> key)
    {
        var slot = SlotOf(key);
        if (_slots[slot] != 0) return _slots[slot];
        _keys[Count] = key.ToString();
        _slots[slot] = Count++;
        if (Count == _keys.Length) Grow();
        return Count - 1;
    }

    private void Grow()
    {
        Array.Resize(ref _keys, 2 * Count);
        _slots = new int[2 * _slots.Length];
        for (var form = 1; form < Count; form++) _slots[SlotOf(_keys[form])] = form;
    }

    // Slot of a key, or the empty one where it belongs.
    private int SlotOf(ReadOnlySpan<char> key)
    {
        var hash = 0u;
        foreach (var letter in key) hash = (hash + letter) * 0x9E3779B1;
        var slots = _slots;
        for (var at = (int)(hash >> 8); ; at++)
        {
            var form = slots[at &= slots.Length - 1];
            if (form == 0 || key.SequenceEqual(_keys[form])) return at;
        }
    }
}
