namespace Analysis;

/// <summary>Groups of letters that are often confused with one another.</summary>
internal sealed class LetterConfusions
{
    private readonly Dictionary<char, char> _groups = [];

    public LetterConfusions()
    {
        foreach (var row in Lexicon.Read("letter-confusions.tsv", "letters", "example"))
        {
            foreach (var letter in row[0])
            {
                if (!_groups.TryAdd(letter, row[0][0])) throw row.Error($"letter '{letter}' stands in another row already");
            }
        }
    }

    /// <summary>The first letter of the letter's group; the letter itself if it belongs to no group.</summary>
    public char GroupOf(char letter) => _groups.GetValueOrDefault(letter, letter);
}
