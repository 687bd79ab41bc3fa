namespace Analysis.Notebooks;

/// <summary>
/// The rules by which a page folds what is typed into a key of the index, as data: those of <see cref="Letters"/> and
/// <see cref="WordFamily"/>, so that the page has none of its own.
/// </summary>
internal static class SearchFolding
{
    /// <summary>
    /// <c>{ from, to, gone, several, article, stem }</c>: each letter of <c>from</c> becomes the one at its place in <c>to</c>; those in
    /// the ranges <c>gone</c> are deleted; a ligature becomes several. A word with the article is looked up without it too, if the rest
    /// has at least <c>stem</c> letters.
    /// </summary>
    public static object Rules()
    {
        var all = Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(letter => !char.IsSurrogate(letter)).ToArray();
        var other = all.Where(letter => KeyOf(letter) is not ('\0' or Letters.Several) && KeyOf(letter) != letter).ToArray();
        return new
        {
            from = new string(other),
            to = string.Concat(other.Select(KeyOf)),
            gone = Ranges(all.Where(letter => KeyOf(letter) == '\0')),
            several = all.Where(letter => KeyOf(letter) == Letters.Several)
                .ToDictionary(letter => $"{letter}", letter => Letters.KeyOf([letter])),
            article = WordFamily.Article,
            stem = WordFamily.ShortestStem,
        };
    }

    private static char KeyOf(char letter) => Letters.Table[letter].Key;

    private static List<int[]> Ranges(IEnumerable<char> letters)
    {
        List<int[]> ranges = [];
        foreach (var letter in letters)
        {
            if (ranges is [.., var last] && last[1] == letter - 1) last[1] = letter;
            else ranges.Add([letter, letter]);
        }

        return ranges;
    }
}
