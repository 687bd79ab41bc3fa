using System.Numerics;

namespace Analysis;

/// <summary>
/// Interned search keys of words: each key has a number, its form, starting at 1. Words of the lexicons come first, then those that a text
/// adds. Two words are compared by their numbers, and lexicon entries are arrays indexed by them.
/// </summary>
/// <remarks>
/// A hash table with linear probing, at most half full. Every token is looked up once; a Dictionary takes twice as long.
/// </remarks>
internal sealed class Forms
{
    private string[] _keys = new string[1 << 10];
    private Slot[] _slots = new Slot[1 << 11];

    /// <summary>One more than the highest form in use; 0 is not a form.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>The letters of a form.</summary>
    public ReadOnlySpan<char> this[int form] => _keys[form];

    /// <summary>An independent copy.</summary>
    public Forms Copy() => new() { _keys = [.. _keys], _slots = [.. _slots], Count = Count };

    /// <summary>The form of a key; 0 if there is none.</summary>
    public int Find(ReadOnlySpan<char> key) => SlotOf(key, Hash(key)).Form;

    /// <summary>The form of a key; a new key is added.</summary>
    public int Add(ReadOnlySpan<char> key)
    {
        var hash = Hash(key);
        ref var slot = ref SlotOf(key, hash);
        if (slot.Form != 0) return slot.Form;
        slot = new Slot(hash, Count);
        if (Count == _keys.Length) Array.Resize(ref _keys, Count * 2);
        _keys[Count++] = key.ToString();
        if (Count * 2 > _slots.Length) Grow();
        return Count - 1;
    }

    private static uint Hash(ReadOnlySpan<char> key)
    {
        var hash = (uint)key.Length;
        foreach (var letter in key) hash = BitOperations.RotateLeft(hash, 5) ^ (letter * 0x9E3779B9);
        return hash;
    }

    // The slot of a key, or the free one where it belongs.
    private ref Slot SlotOf(ReadOnlySpan<char> key, uint hash)
    {
        var slots = _slots;
        for (var at = hash >> 3; ; at++)
        {
            ref var slot = ref slots[at & (slots.Length - 1)];
            if (slot.Form == 0 || (slot.Hash == hash && key.SequenceEqual(_keys[slot.Form]))) return ref slot;
        }
    }

    private void Grow()
    {
        var slots = _slots;
        _slots = new Slot[slots.Length * 2];
        foreach (var slot in slots.Where(slot => slot.Form > 0)) SlotOf(_keys[slot.Form], slot.Hash) = slot;
    }

    private readonly record struct Slot(uint Hash, int Form);
}
