namespace Analysis;

/// <summary>Rules for a name and the next word written as one token because the space between them is missing.</summary>
internal static class GluedWords
{
    /// <summary>Minimum letters of the name's last word.</summary>
    public const int ShortestWord = 4;

    /// <summary>Minimum letters of the word after the name.</summary>
    public const int ShortestRest = 3;

    /// <summary>Minimum letters of the token if at least two words of the name precede it.</summary>
    public const int Shortest = ShortestWord + ShortestRest;

    /// <summary>Minimum letters of the token if only one word of the name precedes it.</summary>
    public const int ShortestBehindOne = 10;

    private static readonly string[] Endings = ["تين", "تان", "ات", "ين", "ون", "ان", "يه", "ها", "هم", "هما", "نا", "كم", "ها"];

    /// <summary>Whether the letters after a word form a word of their own, rather than an ending of that word.</summary>
    public static bool IsWordLike(ReadOnlySpan<char> rest)
    {
        foreach (var ending in Endings)
        {
            if (rest.EndsWith(ending, StringComparison.Ordinal) && rest.Length <= ending.Length + 1) return false;
        }

        return true;
    }
}
