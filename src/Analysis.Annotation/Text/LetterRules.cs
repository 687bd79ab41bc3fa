using System.Globalization;

namespace Analysis;

/// <summary>Fills <see cref="Letters.Table"/>, and holds the replacements that take more than one look-up.</summary>
internal sealed class LetterRules
{
    private const int LastLatin = 0x24F;

    /// <summary>Reads the Unicode categories and <c>letters.tsv</c>.</summary>
    /// <exception cref="InvalidDataException">The table is malformed; the message gives file and line.</exception>
    public LetterRules()
    {
        for (var code = 0; code < Table.Length; code++) AddCategory((char)code);
        foreach (var row in Lexicon.Read("letters.tsv", "level", "letters", "become")) AddRow(row);
        foreach (var letter in Levels.SelectMany(level => level.Keys)) AddKey(letter);
    }

    /// <summary>The entries of all UTF-16 code units.</summary>
    public LetterEntry[] Table { get; } = new LetterEntry[0x10000];

    /// <summary>The compositions of letters and marks.</summary>
    public Dictionary<(char Letter, char Mark), char> Compositions { get; } = [];

    /// <summary>The letters of each ligature.</summary>
    public Dictionary<char, string> Ligatures { get; } = [];

    /// <summary>What characters become at each <see cref="NormalizationLevel"/>, after the levels before.</summary>
    public Dictionary<char, string>[] Levels { get; } = [[], [], [], [], [], []];

    private void AddCategory(char letter)
    {
        var category = CharUnicodeInfo.GetUnicodeCategory(letter);
        var letterClass = category switch
        {
            _ when letter is '\n' or '\r' or '\f' or '\v' or '\u0085' => LetterClass.LineBreak,
            _ when letter is '\t' => LetterClass.Blank,
            _ when letter is Letters.Tatweel => LetterClass.Mark,
            <= UnicodeCategory.OtherLetter or UnicodeCategory.SpacingCombiningMark => LetterClass.Letter,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => LetterClass.Mark,
            UnicodeCategory.DecimalDigitNumber => LetterClass.Digit,
            UnicodeCategory.SpaceSeparator => LetterClass.Blank,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => LetterClass.LineBreak,
            _ => LetterClass.Symbol,
        };
        Table[letter] = new LetterEntry(letterClass, letter);
        if (letterClass == LetterClass.Blank) Add(NormalizationLevel.Unified, letter, " ");
        if (letterClass == LetterClass.Digit) Add(NormalizationLevel.Unified, letter, $"{CharUnicodeInfo.GetDecimalDigitValue(letter)}");
        if (letterClass == LetterClass.Mark) Add(NormalizationLevel.Undiacritized, letter, "");
        if (category == UnicodeCategory.UppercaseLetter) Add(NormalizationLevel.Key, letter, char.ToLowerInvariant(letter).ToString());

        // These have special meanings in the table of keys and do not occur in texts.
        if (letter is '\0' or Letters.Several) Add(NormalizationLevel.Unified, letter, "\uFFFD");
    }

    private void AddRow(LexiconRow row)
    {
        var (level, letters, become) = (Enum.Parse<NormalizationLevel>(row[0], ignoreCase: true), row[1], row[2]);
        for (var i = 0; i < letters.Length; i++)
        {
            if (level == NormalizationLevel.Composed)
            {
                Compositions.Add((become[i], become[^1]), letters[i]);
                if (letters[i] <= LastLatin) Add(NormalizationLevel.Undiacritized, letters[i], become[i].ToString());
            }
            else
            {
                Add(level, letters[i], become);
                Table[letters[i]].Class = Table[become[0]].Class;
            }
        }
    }

    private void Add(NormalizationLevel level, char letter, string become)
    {
        if (become.Length != 1 || become[0] != letter) Levels[(int)level][letter] = become;
    }

    private void AddKey(char letter)
    {
        var key = letter.ToString();
        foreach (var level in Levels.AsSpan((int)NormalizationLevel.Unified..))
        {
            key = key.Length == 1 ? level.GetValueOrDefault(key[0], key)
                : string.Concat(key.Select(each => level.GetValueOrDefault(each) ?? each.ToString()));
        }

        Table[letter].Key = key.Length switch { 0 => '\0', 1 => key[0], _ => Letters.Several };
        if (key.Length > 1) Ligatures[letter] = key;
    }
}
