using System.Numerics;
using System.Runtime.CompilerServices;

namespace Analysis;

/// <summary>
/// Search keys of words, each known by a number from 1 on: what the lexicons hold, then what a text adds. Comparing two words is
/// comparing two numbers, and what a lexicon says of a word is an array indexed by its number.
/// </summary>
internal sealed class Forms
{
    private const uint Multiplier = 0x9E3779B1;

    private char[] _letters;
    private int[] _ends;
    private uint[] _hashes;
    private int[] _slots;

    public Forms()
    {
        _letters = new char[1 << 12];
        _ends = new int[1 << 10];
        _hashes = new uint[1 << 10];
        _slots = new int[1 << 11];
        Count = 1;
    }

    private Forms(Forms other)
    {
        _letters = (char[])other._letters.Clone();
        _ends = (int[])other._ends.Clone();
        _hashes = (uint[])other._hashes.Clone();
        _slots = (int[])other._slots.Clone();
        Count = other.Count;
    }

    /// <summary>One more than the highest number in use; 0 is no form.</summary>
    public int Count { get; private set; }

    /// <summary>The letters of a form.</summary>
    public ReadOnlySpan<char> this[int form] => _letters.AsSpan(_ends[form - 1], _ends[form] - _ends[form - 1]);

    /// <summary>The hash of the empty key, to be continued with <see cref="Hash(uint, char)"/>.</summary>
    public const uint EmptyHash = 0x811C9DC5;

    /// <summary>Continues a hash by one letter.</summary>
    public static uint Hash(uint hash, char letter) => BitOperations.RotateLeft(hash ^ letter, 5) * Multiplier;

    /// <summary>The hash of a key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Hash(ReadOnlySpan<char> key)
    {
        var hash = EmptyHash;
        foreach (var letter in key) hash = Hash(hash, letter);
        return hash;
    }

    /// <summary>A copy that grows by itself.</summary>
    public Forms Copy() => new(this);

    /// <summary>The number of a key; 0 when it is not there.</summary>
    public int Find(ReadOnlySpan<char> key) => Find(key, Hash(key));

    /// <summary>The number of a key whose hash is known; 0 when it is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<char> key, uint hash)
    {
        var mask = _slots.Length - 1;
        for (var slot = Slot(hash) & mask; ; slot = (slot + 1) & mask)
        {
            var form = _slots[slot];
            if (form == 0) return 0;
            if (_hashes[form] == hash && key.SequenceEqual(this[form])) return form;
        }
    }

    /// <summary>The number of a word given as it is written, which is added when it is new.</summary>
    public int Intern(string word) => Add(Letters.KeyOf(word));

    /// <summary>The number of a key, which is added when it is new.</summary>
    public int Add(ReadOnlySpan<char> key) => Add(key, Hash(key));

    /// <summary>The number of a key whose hash is known; it is added when it is new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ReadOnlySpan<char> key, uint hash)
    {
        var found = Find(key, hash);
        if (found != 0) return found;

        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Count * 2);
            Array.Resize(ref _hashes, Count * 2);
        }

        var start = _ends[Count - 1];
        while (start + key.Length > _letters.Length) Array.Resize(ref _letters, _letters.Length * 2);
        key.CopyTo(_letters.AsSpan(start));
        _ends[Count] = start + key.Length;
        _hashes[Count] = hash;
        if (Count * 2 >= _slots.Length) Rehash(_slots.Length * 2);
        Place(Count);
        return Count++;
    }

    /// <summary>Forgets every form from <paramref name="count"/> on.</summary>
    public void Truncate(int count)
    {
        Count = count;
        Rehash(_slots.Length);
    }

    private static int Slot(uint hash) => (int)(hash ^ (hash >> 15));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Rehash(int size)
    {
        _slots = new int[size];
        for (var form = 1; form < Count; form++) Place(form);
    }

    private void Place(int form)
    {
        var mask = _slots.Length - 1;
        var slot = Slot(_hashes[form]) & mask;
        while (_slots[slot] != 0) slot = (slot + 1) & mask;
        _slots[slot] = form;
    }
}
