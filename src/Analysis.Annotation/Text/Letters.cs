namespace Analysis;

/// <summary>Character classes of the tokenizer. The first three are the kinds of token, in the order of <see cref="TokenKind"/>.</summary>
internal enum LetterClass : byte
{
    /// <summary>A letter of any script in the Basic Multilingual Plane.</summary>
    Letter,

    /// <summary>A decimal digit of any script.</summary>
    Digit,

    /// <summary>Any other character. Each is a token of its own; so is a surrogate pair.</summary>
    Symbol,

    /// <summary>White space other than a line break.</summary>
    Blank,

    /// <summary>A line break.</summary>
    LineBreak,

    /// <summary>
    /// A diacritic, tatweel, zero-width character or bidi control: part of the word around it, but not of the search key.
    /// </summary>
    Mark,
}

/// <summary>A UTF-16 code unit in <see cref="Letters.Table"/>.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Key">
/// Its search key: normalization up to <see cref="NormalizationLevel.Key"/>. <c>'\0'</c> if it is deleted,
/// <see cref="Letters.Several"/> if it becomes several letters.
/// </param>
internal record struct LetterEntry(LetterClass Class, char Key);

/// <summary>
/// What each UTF-16 code unit is to the tokenizer and to the levels of normalization: its Unicode category, and <c>letters.tsv</c>.
/// </summary>
internal static class Letters
{
    /// <summary>Key of a ligature, which stands for several letters; see <see cref="Spell"/>.</summary>
    public const char Several = '\uFFFF';

    /// <summary>Tatweel, which stretches a word.</summary>
    public const char Tatweel = '\u0640';

    /// <summary>Number of letters of the longest ligature, U+FDFA.</summary>
    public const int LongestLigature = 18;

    private const int LastLatin = 0x24F;

    private static readonly Dictionary<(char Letter, char Mark), char> Compositions = [];
    private static readonly Dictionary<char, string> Ligatures = [];
    private static readonly Dictionary<char, string>[] Levels = [[], [], [], [], [], []];

    /// <summary>The entries of all UTF-16 code units.</summary>
    public static readonly LetterEntry[] Table = ReadTable();

    // Static fields take their time until this is done: it works on local variables.
    private static LetterEntry[] ReadTable()
    {
        var (table, levels) = (new LetterEntry[0x10000], Levels);
        for (var code = 0; code < table.Length; code++) table[code] = EntryOf((char)code);
        foreach (var row in Lexicon.Read("letters.tsv", "level", "letters", "become")) AddRow(row, table);
        foreach (var letter in levels.SelectMany(level => level.Keys)) AddKey(letter, levels, table);
        return table;
    }

    /// <summary>What a character becomes at a level, after the levels before; null if it stays as it is.</summary>
    public static string? At(NormalizationLevel level, char letter) =>
        Table[letter].Key == letter ? null : Levels[(int)level].GetValueOrDefault(letter);

    /// <summary>The composition of a letter and a following mark; <c>'\0'</c> if they have none.</summary>
    public static char Compose(char letter, char mark) =>
        Class(mark) == LetterClass.Mark ? Compositions.GetValueOrDefault((letter, mark)) : '\0';

    public static LetterClass Class(char letter) => Table[letter].Class;

    /// <summary>A text with letters in place of their presentation forms, but for ligatures, so that offsets stay the same.</summary>
    public static string Plain(string text) =>
        text.AsSpan().ContainsAnyInRange('\uFB50', '\uFEFC') ? string.Concat(text.Select(Shown)) : text;

    private static char Shown(char letter) =>
        letter is >= '\uFB50' and <= '\uFEFC' && At(NormalizationLevel.Unified, letter) is [var plain] ? plain : letter;

    /// <summary>The search key of a word: marks are deleted and letters folded.</summary>
    public static string KeyOf(ReadOnlySpan<char> word)
    {
        var key = word.Length * LongestLigature <= 1024 ? stackalloc char[1024] : new char[word.Length * LongestLigature];
        var length = 0;
        foreach (var letter in word) length += Spell(letter, key[length..]);
        return new string(key[..length]);
    }

    /// <summary>Writes the search key of a character to a span that is not empty, and returns its length.</summary>
    public static int Spell(char letter, Span<char> key)
    {
        key[0] = Table[letter].Key;
        if (key[0] != Several) return key[0] == '\0' ? 0 : 1;
        Ligatures[letter].CopyTo(key);
        return Ligatures[letter].Length;
    }

    /// <summary>
    /// Whether a character of class <see cref="LetterClass.Mark"/> is invisible: a zero-width character or a control of direction or
    /// format. These are never part of a token at its edges.
    /// </summary>
    public static bool IsInvisible(char mark) => mark is '\u00AD' or '\u061C' or '\u180E' or (>= '\u200B' and <= '\u200F')
        or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u206F') or '\uFEFF'
        or (>= '\uFFF9' and <= '\uFFFB');

    // The entry of a letter by its category.
    private static LetterEntry EntryOf(char letter)
    {
        var category = CharUnicodeInfo.GetUnicodeCategory(letter);
        var letterClass = category switch
        {
            _ when letter is '\n' or '\r' or '\f' or '\v' or '\u0085' => LetterClass.LineBreak,
            _ when letter is '\t' => LetterClass.Blank,
            _ when letter is Tatweel => LetterClass.Mark,
            <= UnicodeCategory.OtherLetter or UnicodeCategory.SpacingCombiningMark => LetterClass.Letter,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => LetterClass.Mark,
            UnicodeCategory.DecimalDigitNumber => LetterClass.Digit,
            UnicodeCategory.SpaceSeparator => LetterClass.Blank,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => LetterClass.LineBreak,
            _ => LetterClass.Symbol,
        };
        if (letterClass == LetterClass.Blank) Add(NormalizationLevel.Unified, letter, " ");
        if (letterClass == LetterClass.Digit) Add(NormalizationLevel.Unified, letter, $"{CharUnicodeInfo.GetDecimalDigitValue(letter)}");
        if (letterClass == LetterClass.Mark) Add(NormalizationLevel.Undiacritized, letter, "");
        if (category == UnicodeCategory.UppercaseLetter) Add(NormalizationLevel.Key, letter, char.ToLowerInvariant(letter).ToString());

        // These have special meanings in the table of keys and do not occur in texts.
        if (letter is '\0' or Several) Add(NormalizationLevel.Unified, letter, "\uFFFD");
        return new LetterEntry(letterClass, letter);
    }

    private static void AddRow(LexiconRow row, LetterEntry[] table)
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
                table[letters[i]].Class = table[become[0]].Class;
            }
        }
    }

    private static void Add(NormalizationLevel level, char letter, string become)
    {
        if (become.Length != 1 || become[0] != letter) Levels[(int)level][letter] = become;
    }

    private static void AddKey(char letter, Dictionary<char, string>[] levels, LetterEntry[] table)
    {
        var key = letter.ToString();
        foreach (var level in levels.AsSpan((int)NormalizationLevel.Unified..))
            key = key is [var one] ? level.GetValueOrDefault(one, key)
                : string.Concat(key.Select(each => level.GetValueOrDefault(each, $"{each}")));

        table[letter].Key = key.Length switch { 0 => '\0', 1 => key[0], _ => Several };
        if (key.Length > 1) Ligatures[letter] = key;
    }
}
