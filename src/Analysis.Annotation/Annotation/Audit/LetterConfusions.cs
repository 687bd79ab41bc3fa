namespace Analysis;

/// <summary>Letters that are put for one another, as groups.</summary>
internal sealed class LetterConfusions
{
    private readonly Dictionary<char, char> _groups = [];

    /// <summary>Reads the table.</summary>
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

    /// <summary>The first letter of the group that a letter belongs to; the letter itself where it belongs to none.</summary>
    public char GroupOf(char letter) => _groups.GetValueOrDefault(letter, letter);
}
