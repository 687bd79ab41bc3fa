using System.Numerics;

namespace Analysis;

/// <summary>
/// The words of names, by what they look like: those with the article and those without apart, in buckets by first letter and length, so
/// that a word is compared with few of them.
/// </summary>
internal sealed class NearWords
{
    private const string Article = "ال";

    // Shorter words are near so many others that only equal ones count, then only a letter put for a similar one, then one edit, then two.
    private const int Shortest = 4;
    private const int ShortestWithOne = 5;
    private const int ShortestWithTwo = 8;

    private readonly LetterConfusions _confusions = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(bool Article, char First, int Length), List<Word>> _buckets = [];

    /// <summary>Number of a word, from 0 on; it is added when it is new.</summary>
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

    /// <summary>The word itself where it is one of the names', and nothing else.</summary>
    public IReadOnlyList<Near> Same(string key) => _numbers.TryGetValue(key, out var number) ? [new Near(number, 0)] : [];

    /// <summary>The names' words that a word may stand for: only the same where there is one, else those a few letters away.</summary>
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

    // 1 where one letter stands for a similar one; too far otherwise.
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

    // Which letters occur, as bits: an edit changes at most two of them.
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
/// <param name="Distance">How far it is from it; 0 for the same.</param>
internal readonly record struct Near(int Word, int Distance);
