using System.Numerics;

namespace Analysis;

/// <summary>
/// The words of names, indexed for approximate search. Buckets by article, first letter and length keep the number of comparisons small.
/// </summary>
internal sealed class NearWords
{
    private const string Article = "ال";

    // Shorter words resemble too many others. The thresholds, in letters,
    // permit first a confusion of similar letters, then one edit, then two.
    private const int Shortest = 4;
    private const int ShortestWithOne = 5;
    private const int ShortestWithTwo = 8;

    private readonly LetterConfusions _confusions = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(bool Article, char First, int Length), List<Word>> _buckets = [];

    /// <summary>Number of a word, from 0; a new word is added.</summary>
    /// <param name="key">Search key.</param>
    public int Add(string key)
    {
        if (_numbers.TryGetValue(key, out var number)) return number;
        _numbers.Add(key, number = _numbers.Count);
        var (article, bare) = Bare(key);
        if (bare.Length < Shortest) return number;
        var place = (article, _confusions.GroupOf(bare[0]), bare.Length);
        if (!_buckets.TryGetValue(place, out var words)) _buckets.Add(place, words = []);
        words.Add(new Word(bare, LettersOf(bare), number));
        return number;
    }

    /// <summary>The word itself if it belongs to a name; otherwise nothing.</summary>
    public IReadOnlyList<Near> Same(string key) => _numbers.TryGetValue(key, out var number) ? [new Near(number, 0)] : [];

    /// <summary>
    /// The words of names that a word may stand for: only the word itself if it is one of them, otherwise those a few letters away.
    /// </summary>
    public IReadOnlyList<Near> To(string key)
    {
        if (_numbers.ContainsKey(key)) return Same(key);
        var (article, bare) = Bare(key);
        if (bare.Length == 0) return [];
        var near = new List<Near>();
        var letters = LettersOf(bare);
        for (var length = Math.Max(Shortest, bare.Length - 2); length <= bare.Length + 2; length++)
        {
            if (!_buckets.TryGetValue((article, _confusions.GroupOf(bare[0]), length), out var words)) continue;
            var most = Math.Max(length, bare.Length) switch
            {
                >= ShortestWithTwo => 2,
                >= ShortestWithOne => 1,
                _ => 0,
            };
            foreach (var word in words)
            {
                var distance = most == 0 ? Confused(bare, word.Bare)
                    : BitOperations.PopCount(letters ^ word.Letters) > 2 * most ? int.MaxValue
                    : EditDistance.Between(bare, word.Bare);
                if (distance <= Math.Max(most, 1)) near.Add(new Near(word.Number, distance));
            }
        }

        return near;
    }

    // Number of letters replaced by a similar one; int.MaxValue if the words differ in any other way.
    private int Confused(string left, string right)
    {
        if (left.Length != right.Length) return int.MaxValue;
        var differences = 0;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] == right[i]) continue;
            if (_confusions.GroupOf(left[i]) != _confusions.GroupOf(right[i])) return int.MaxValue;
            differences++;
        }

        return differences;
    }

    private static (bool Article, string Bare) Bare(string key) =>
        key.Length > Article.Length + 1 && key.StartsWith(Article, StringComparison.Ordinal) ? (true, key[Article.Length..]) : (false, key);

    // Bit set of the letters that occur: one edit changes at most two bits.
    private static ulong LettersOf(string word)
    {
        var letters = 0UL;
        foreach (var letter in word) letters |= 1UL << (letter & 63);
        return letters;
    }

    private readonly record struct Word(string Bare, ulong Letters, int Number);
}

/// <summary>A word of a name that another word may stand for.</summary>
/// <param name="Word">Number of the name's word.</param>
/// <param name="Distance">Edit distance between the two; 0 if they are equal.</param>
internal readonly record struct Near(int Word, int Distance);
