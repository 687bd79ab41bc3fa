namespace Analysis;

/// <summary>
/// The words of names, indexed so that a misspelling leads to them: each word is stored under its own letters and under those that are left
/// when one letter is missing. A misspelling has the same first and last letter and differs by one letter that is missing, extra or
/// different, by two adjacent letters in the other order, or by ض for ظ.
/// </summary>
internal sealed class NearNames
{
    // Shorter words resemble too many others. A missing or extra long vowel of a surname in ي resembles fewer.
    private const int Shortest = 6;
    private const int ShortestByVowel = 5;
    private const int Longest = 32;

    private readonly Dictionary<int, List<int>> _words = [];
    private readonly HashSet<int> _known = [];

    /// <summary>Adds a word of a name.</summary>
    public void Add(int form, ReadOnlySpan<char> key)
    {
        if (!_known.Add(form)) return;
        Span<char> letters = stackalloc char[Longest];
        var word = Bare(key, letters);
        if (word.Length < ShortestByVowel - 1) return;
        Span<char> shorter = stackalloc char[Longest];
        Put(word, form);
        for (var gap = 1; gap + 1 < word.Length; gap++) Put(Without(word, gap, shorter), form);
    }

    /// <summary>Forms of the words of names that an unknown word may stand for.</summary>
    public List<int> Of(ReadOnlySpan<char> key, Vocabulary vocabulary)
    {
        var near = new List<int>();
        Span<char> letters = stackalloc char[Longest];
        Span<char> other = stackalloc char[Longest];
        Span<char> shorter = stackalloc char[Longest];
        var word = Bare(key, letters);
        if (word.Length < ShortestByVowel - 1) return near;
        for (var gap = 0; gap + 1 < word.Length; gap++)
        {
            if (!_words.TryGetValue(string.GetHashCode(gap == 0 ? word
                : Without(word, gap, shorter), StringComparison.Ordinal), out var forms)) continue;
            foreach (var form in forms)
            {
                var name = vocabulary.Forms[form];
                if (IsDefinite(name) == IsDefinite(key) && !near.Contains(form) && IsNear(word, Bare(name, other))) near.Add(form);
            }
        }

        return near;
    }

    /// <summary>Uses of an unknown word: those of a name if it resembles one or is one after the question particle.</summary>
    public WordUses UsesOf(ReadOnlySpan<char> key, Vocabulary vocabulary)
    {
        if (_words.Count == 0) return WordUses.None;
        var asked = key[0] == 'ا' && key.Length > 3 && (vocabulary.UsesOf(vocabulary.Forms.Find(key[1..])) & (WordUses.Name | WordUses.Lead)) != 0;
        return asked || Of(key, vocabulary).Count > 0 ? WordUses.Name | WordUses.Inner : WordUses.None;
    }

    private void Put(ReadOnlySpan<char> letters, int form)
    {
        var hash = string.GetHashCode(letters, StringComparison.Ordinal);
        if (!_words.TryGetValue(hash, out var forms)) _words.Add(hash, forms = new List<int>(1));
        forms.Add(form);
    }

    private static bool IsNear(ReadOnlySpan<char> word, ReadOnlySpan<char> name)
    {
        if (word.Length < ShortestByVowel - 1 || name[0] != word[0] || name[^1] != word[^1]) return false;
        if (word.SequenceEqual(name)) return true;
        var shorter = word.Length < name.Length ? word : name;
        var longer = word.Length < name.Length ? name : word;
        var start = shorter.CommonPrefixLength(longer);
        var end = 0;
        while (end < shorter.Length - start && shorter[^(end + 1)] == longer[^(end + 1)]) end++;
        var left = shorter[start..^end];
        var right = longer[start..^end];
        if (left.Length == 0 && right.Length == 1) return longer.Length >= (right[0] is 'ا' or 'و' or 'ي'
            && longer[^1] == 'ي' ? ShortestByVowel : Shortest);
        if (longer.Length < Shortest) return false;
        return (left.Length == 1 && right.Length == 1) || (left.Length == 2 && right.Length == 2 && left[0] == right[1]
            && left[1] == right[0]);
    }

    private static bool IsDefinite(ReadOnlySpan<char> key) => key is ['ا', 'ل', _, _, _, ..];

    // The letters after the article, with ض as ظ: most speakers pronounce them alike.
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> key, Span<char> letters)
    {
        if (IsDefinite(key)) key = key[2..];
        if (key.Length > letters.Length) return [];
        key.CopyTo(letters);
        letters[..key.Length].Replace('ض', 'ظ');
        return letters[..key.Length];
    }

    private static ReadOnlySpan<char> Without(ReadOnlySpan<char> word, int gap, Span<char> shorter)
    {
        word[..gap].CopyTo(shorter);
        word[(gap + 1)..].CopyTo(shorter[gap..]);
        return shorter[..(word.Length - 1)];
    }
}
