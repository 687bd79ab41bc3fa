namespace Analysis;

/// <summary>
/// The words of names, indexed so that a misspelling leads to them. A misspelling has the same first and last letter and differs by one
/// letter that is missing, extra or different, by two adjacent letters in the other order, or by ض for ظ. The article stays the same.
/// </summary>
internal sealed class NearNames
{
    // Shorter words resemble too many others. A missing or extra long vowel of a surname in ي resembles fewer.
    private const int Shortest = 6;
    private const int ShortestByVowel = 5;

    // The letters of each form, by the article, the first and the last letter.
    private readonly Dictionary<(bool Definite, char First, char Last), Dictionary<int, string>> _names = [];

    /// <summary>Adds a word of a name.</summary>
    public void Add(int form, ReadOnlySpan<char> key)
    {
        if (Bare(key) is not { Length: >= ShortestByVowel - 1 } word) return;
        var place = PlaceOf(key, word);
        if (!_names.TryGetValue(place, out var names)) _names.Add(place, names = []);
        names[form] = word;
    }

    /// <summary>Forms of the words of names that an unknown word may stand for.</summary>
    public int[] Of(ReadOnlySpan<char> key)
    {
        if (Bare(key) is not { Length: >= ShortestByVowel - 1 } word || !_names.TryGetValue(PlaceOf(key, word), out var names)) return [];
        return [.. names.Where(name => IsNear(word, name.Value)).Select(name => name.Key)];
    }

    private static bool IsNear(string word, string name)
    {
        if (word == name) return true;
        var (shorter, longer) = word.Length < name.Length ? (word, name) : (name, word);
        var at = shorter.AsSpan().CommonPrefixLength(longer);

        // After the letters with which both begin, one letter is extra or different, or two stand in the other order.
        var rest = shorter.AsSpan(at);
        var other = longer.AsSpan(at);
        var isExtra = shorter.Length < longer.Length;
        var byVowel = isExtra && longer[^1] == 'ي' && longer[at] is 'ا' or 'و' or 'ي';
        if (longer.Length < (byVowel ? ShortestByVowel : Shortest)) return false;
        return rest[(isExtra ? 0 : 1)..].SequenceEqual(other[1..])
            || (rest is [var one, var two, ..] && other is [var first, var second, ..] && (one, two) == (second, first)
                && rest[2..].SequenceEqual(other[2..]));
    }

    private static (bool Definite, char First, char Last) PlaceOf(ReadOnlySpan<char> key, string word) =>
        (IsDefinite(key), word[0], word[^1]);

    // The letters after the article, with ض as ظ: most speakers pronounce them alike.
    private static string Bare(ReadOnlySpan<char> key) => key[(IsDefinite(key) ? 2 : 0)..].ToString().Replace('ض', 'ظ');

    private static bool IsDefinite(ReadOnlySpan<char> key) => key is ['ا', 'ل', _, _, _, ..];
}
