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
        var letters = Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(letter => !char.IsSurrogate(letter)).ToLookup(KindOf);
        return new
        {
            from = string.Concat(letters[Change.Other]),
            to = string.Concat(letters[Change.Other].Select(letter => Letters.Table[letter].Key)),
            gone = Ranges(letters[Change.Deleted]),
            several = letters[Change.Several].ToDictionary(letter => letter.ToString(), letter => Letters.KeyOf([letter])),
            article = WordFamily.Article,
            stem = WordFamily.ShortestStem,
        };
    }

    private enum Change
    {
        None,
        Deleted,
        Several,
        Other,
    }

    private static Change KindOf(char letter) => Letters.Table[letter].Key switch
    {
        '\0' => Change.Deleted,
        Letters.Several => Change.Several,
        var key => key == letter ? Change.None : Change.Other,
    };

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
