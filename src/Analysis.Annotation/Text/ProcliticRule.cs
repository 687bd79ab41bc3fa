namespace Analysis;

/// <summary>
/// Removes proclitics from a word without a lexicon (<see cref="Clitics"/> uses one): by length and letters only, with a reviewed list of
/// words that merely look as if they had a proclitic. The article stays.
/// </summary>
internal static class ProcliticRule
{
    /// <summary>Search keys of the words from which nothing is removed.</summary>
    public static readonly HashSet<string> Exceptions = [.. Lexicon.Read("proclitic-exceptions.tsv", "words")
        .SelectMany(row => row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(word => Letters.KeyOf(word))];

    /// <summary>Length of the proclitics before a word, each one letter.</summary>
    /// <param name="key">Search key of the word.</param>
    /// <param name="restored">Whether the stem begins with the alef of the article, which is not written after ل.</param>
    /// <returns>The number of letters before the stem.</returns>
    public static int Length(ReadOnlySpan<char> key, out bool restored)
    {
        restored = false;
        var exceptions = Exceptions.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var taken = 0; ; taken++)
        {
            var rest = key[taken..];
            if (rest.StartsWith("ال") || exceptions.Contains(rest)) return taken;
            restored = rest.Length >= 5 && rest.StartsWith("لل");
            if (restored) return taken + 1;
            if (!HasProclitic(rest)) return taken;
        }
    }

    // و and ف may precede any word, the prepositions a noun of some length or its article, س a verb in the present.
    private static bool HasProclitic(ReadOnlySpan<char> word) => word.Length >= 4 && word[0] switch
    {
        'و' or 'ف' => true,
        'ب' or 'ك' or 'ل' => word.Length >= 5,
        'س' => word.Length >= 5 && word[1] is 'ي' or 'ت' or 'ن',
        _ => false,
    };
}
