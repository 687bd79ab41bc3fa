namespace Analysis;

/// <summary>What may stand behind a name inside one token, where the space between two words was lost.</summary>
internal static class GluedWords
{
    /// <summary>Fewest letters of the name's word inside the token.</summary>
    public const int ShortestWord = 4;

    /// <summary>Fewest letters of the word behind it.</summary>
    public const int ShortestRest = 3;

    /// <summary>Fewest letters of the token where at least two words of the name stand before it.</summary>
    public const int Shortest = ShortestWord + ShortestRest;

    /// <summary>Fewest letters of the token where only one does.</summary>
    public const int ShortestBehindOne = 10;

    private static readonly string[] Endings = ["تين", "تان", "ات", "ين", "ون", "ان", "يه", "ها", "هم", "هما", "نا", "كم", "ها"];

    /// <summary>Whether letters behind a word are a word of their own, not an ending that makes another word.</summary>
    public static bool IsWordLike(ReadOnlySpan<char> rest)
    {
        foreach (var ending in Endings)
        {
            if (rest.EndsWith(ending, StringComparison.Ordinal) && rest.Length <= ending.Length + 1) return false;
        }

        return true;
    }
}
