using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Analysis;

/// <summary>
/// Interned search keys of words: each key has a number, its form, starting at 1. Words of the lexicons come first, then those that a text
/// adds. Two words are compared by their numbers, and lexicon entries are arrays indexed by them.
/// </summary>
/// <remarks>
/// A short word of common letters is looked up by its <see cref="Code(ReadOnlySpan{char})">code</see>, which is unique, so one memory
/// access is enough. Longer words and rare letters are looked up by a hash and compared letter by letter.
/// </remarks>
internal sealed class Forms
{
    /// <summary>Maximum number of letters of a word that has a code.</summary>
    public const int LongestCoded = 8;

    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private char[] _letters;
    private int[] _ends;
    private Slot[] _slots;
    private int _shift;

    public Forms()
    {
        _letters = new char[1 << 12];
        _ends = new int[1 << 10];
        Count = 1;
        _slots = [];
        Resize(1 << 11);
    }

    private Forms(Forms other)
    {
        _letters = (char[])other._letters.Clone();
        _ends = (int[])other._ends.Clone();
        _slots = (Slot[])other._slots.Clone();
        _shift = other._shift;
        Count = other.Count;
    }

    /// <summary>One more than the highest form in use; 0 is not a form.</summary>
    public int Count { get; private set; }

    /// <summary>The letters of a form.</summary>
    public ReadOnlySpan<char> this[int form] => _letters.AsSpan(_ends[form - 1], _ends[form] - _ends[form - 1]);

    /// <summary>Code of a single letter of a key; 0 if the letter is rare.</summary>
    public static byte Code(char letter) => letter < 0x80 ? (byte)letter : letter is >= '\u0600' and < '\u0680' ? (byte)(letter - 0x0580) : (byte)0;

    /// <summary>Code of a key: the concatenated codes of its letters; 0 if the key is empty, too long or has rare letters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Code(ReadOnlySpan<char> key)
    {
        if (key.Length > LongestCoded) return 0;
        var code = 0UL;
        foreach (var letter in key)
        {
            var of = Code(letter);
            if (of == 0) return 0;
            code = (code << 8) | of;
        }

        return code;
    }

    /// <summary>An independent copy.</summary>
    public Forms Copy() => new(this);

    /// <summary>The form of a key; 0 if there is none.</summary>
    public int Find(ReadOnlySpan<char> key) => Find(key, Code(key));

    /// <summary>The form of a word in any spelling; a new word is added.</summary>
    public int Intern(string word) => Add(Letters.KeyOf(word));

    /// <summary>The form of a key; a new key is added.</summary>
    public int Add(ReadOnlySpan<char> key) => Add(key, 0);

    /// <summary>The form of a key; a new key is added.</summary>
    /// <param name="key">The key.</param>
    /// <param name="code">Its <see cref="Code(ReadOnlySpan{char})"/>; 0 if it is unknown or there is none.</param>
    public int Add(ReadOnlySpan<char> key, ulong code)
    {
        if (code == 0) code = Code(key);
        var found = Find(key, code);
        return found != 0 ? found : Append(key, code);
    }

    /// <summary>Removes all forms from <paramref name="count"/> on.</summary>
    public void Truncate(int count)
    {
        Count = count;
        Resize(_slots.Length);
    }

    private int Find(ReadOnlySpan<char> key, ulong code) => code != 0 ? FindCoded(code) : FindHashed(key, Hash(key));

    private int FindCoded(ulong code)
    {
        var slots = _slots;
        for (var at = Start(code); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            if (slot.Sign == code && slot.Form > 0) return slot.Form;
            if (slot.Form == 0) return 0;
        }
    }

    private int FindHashed(ReadOnlySpan<char> key, ulong hash)
    {
        var slots = _slots;
        for (var at = Start(hash); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            if (slot.Sign == hash && slot.Form < 0 && key.SequenceEqual(this[-slot.Form])) return -slot.Form;
            if (slot.Form == 0) return 0;
        }
    }

    // First slot to probe for a code or hash.
    private int Start(ulong sign) => (int)((sign * Multiplier) >> _shift);

    // Four letters per step.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Hash(ReadOnlySpan<char> key)
    {
        var hash = (ulong)key.Length;
        var fours = MemoryMarshal.Cast<char, ulong>(key);
        foreach (var four in fours) hash = BitOperations.RotateLeft((hash ^ four) * Multiplier, 29);
        foreach (var letter in key[(fours.Length * 4)..]) hash = BitOperations.RotateLeft((hash ^ letter) * Multiplier, 29);
        return hash;
    }

    private int Append(ReadOnlySpan<char> key, ulong code)
    {
        if (Count == _ends.Length) Array.Resize(ref _ends, Count * 2);
        var start = _ends[Count - 1];
        while (start + key.Length > _letters.Length) Array.Resize(ref _letters, _letters.Length * 2);
        key.CopyTo(_letters.AsSpan(start));
        _ends[Count] = start + key.Length;
        Count++;
        if (Count * 2 > _slots.Length) Resize(_slots.Length * 2);
        else Place(Count - 1, code);
        return Count - 1;
    }

    // Rebuilds the table from the forms below Count.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Resize(int size)
    {
        _slots = new Slot[size];
        _shift = 64 - BitOperations.Log2((uint)size);
        for (var form = 1; form < Count; form++) Place(form, Code(this[form]));
    }

    private void Place(int form, ulong code)
    {
        var sign = code != 0 ? code : Hash(this[form]);
        var at = Start(sign);
        while (_slots[at].Form != 0) at = (at + 1) & (_slots.Length - 1);
        _slots[at] = new Slot(sign, code != 0 ? form : -form);
    }

    /// <summary>A slot of the hash table.</summary>
    /// <param name="Sign">Code of the word, or its hash.</param>
    /// <param name="Form">The form; negative if <paramref name="Sign"/> is a hash, 0 if the slot is free.</param>
    private readonly record struct Slot(ulong Sign, int Form);
}
