namespace Analysis;

/// <summary>
/// Interned search keys of words: each key has a number, its form, starting at 1. The words of the lexicons have one
/// such table, and those that texts bring another. Two words are compared by their numbers, and lexicon entries are arrays indexed by them.
/// </summary>
/// <remarks>
/// A hash table with linear probing: every token is looked up, and with a dictionary of strings reading tokens takes a third longer. The
/// hash is the runtime's, so that no text can choose keys that collide.
/// </remarks>
internal sealed class Forms
{
    private List<string> _keys = [""];

    // At most half full; a power of two long. Form 0 marks a free slot.
    private (int Hash, int Form)[] _slots = new (int Hash, int Form)[1 << 9];

    /// <summary>One more than the highest form in use; 0 is not a form.</summary>
    public int Count => _keys.Count;

    /// <summary>The letters of a form.</summary>
    public ReadOnlySpan<char> this[int form] => _keys[form];

    /// <summary>An independent copy.</summary>
    public Forms Copy() => new() { _keys = [.. _keys], _slots = [.. _slots] };

    /// <summary>The form of a key; 0 if there is none.</summary>
    public int Find(ReadOnlySpan<char> key) => _slots[SlotOf(key, string.GetHashCode(key, StringComparison.Ordinal))].Form;

    /// <summary>The form of a key; a new key is added.</summary>
    public int Add(ReadOnlySpan<char> key)
    {
        var hash = string.GetHashCode(key, StringComparison.Ordinal);
        var slot = SlotOf(key, hash);
        if (_slots[slot].Form != 0) return _slots[slot].Form;
        _slots[slot] = (hash, Count);
        _keys.Add(key.ToString());
        if (2 * Count > _slots.Length) Grow();
        return Count - 1;
    }

    // The slot of a key, or the free one where it belongs.
    private int SlotOf(ReadOnlySpan<char> key, int hash)
    {
        var slots = _slots;
        var slot = hash & (slots.Length - 1);
        while (slots[slot] is { Form: > 0 and var form } found && (found.Hash != hash || !this[form].SequenceEqual(key)))
            slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }

    private void Grow()
    {
        var slots = _slots;
        _slots = new (int Hash, int Form)[2 * slots.Length];
        foreach (var slot in slots.Where(slot => slot.Form > 0)) _slots[SlotOf(this[slot.Form], slot.Hash)] = slot;
    }
}
