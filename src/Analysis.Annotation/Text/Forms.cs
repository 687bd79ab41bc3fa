using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Analysis;

/// <summary>
/// Search keys of words, each known by a number from 1 on: what the lexicons hold, then what a text adds. Comparing two words is
/// comparing two numbers, and what a lexicon says of a word is an array indexed by its number.
/// </summary>
/// <remarks>
/// A short word of common letters is its own <see cref="Code(ReadOnlySpan{char})">code</see>, which a table finds in one place of memory;
/// longer words and rare letters are found by a hash and compared letter by letter.
/// </remarks>
internal sealed class Forms
{
    /// <summary>Letters of the longest word that has a code.</summary>
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

    /// <summary>One more than the highest number in use; 0 is no form.</summary>
    public int Count { get; private set; }

    /// <summary>The letters of a form.</summary>
    public ReadOnlySpan<char> this[int form] => _letters.AsSpan(_ends[form - 1], _ends[form] - _ends[form - 1]);

    /// <summary>Code of a letter of a key, by which codes of words are put together; 0 where the letter is a rare one.</summary>
    public static byte Code(char letter) => letter < 0x80 ? (byte)letter : letter is >= '\u0600' and < '\u0680' ? (byte)(letter - 0x0580) : (byte)0;

    /// <summary>Code of a key: those of its letters side by side. 0 where the key has none, being empty, too long or of rare letters.</summary>
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

    /// <summary>A copy that grows by itself.</summary>
    public Forms Copy() => new(this);

    /// <summary>The number of a key; 0 when it is not there.</summary>
    public int Find(ReadOnlySpan<char> key) => Find(key, Code(key));

    /// <summary>The number of a word given as it is written, which is added when it is new.</summary>
    public int Intern(string word) => Add(Letters.KeyOf(word));

    /// <summary>The number of a key, which is added when it is new.</summary>
    public int Add(ReadOnlySpan<char> key) => Add(key, 0);

    /// <summary>The number of a key, which is added when it is new.</summary>
    /// <param name="key">The key.</param>
    /// <param name="code">Its <see cref="Code(ReadOnlySpan{char})"/>; 0 where that is not known or there is none.</param>
    public int Add(ReadOnlySpan<char> key, ulong code)
    {
        if (code == 0) code = Code(key);
        var found = Find(key, code);
        return found != 0 ? found : Append(key, code);
    }

    /// <summary>Forgets every form from <paramref name="count"/> on.</summary>
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

    // Where the table is looked through from, for a code or a hash.
    private int Start(ulong sign) => (int)((sign * Multiplier) >> _shift);

    // Four letters a step.
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

    // Makes the table anew, of the forms below the count.
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

    /// <summary>A place of the table.</summary>
    /// <param name="Sign">Code of the word, or its hash.</param>
    /// <param name="Form">The form; negative where the sign is a hash, 0 where the place is free.</param>
    private readonly record struct Slot(ulong Sign, int Form);
}
