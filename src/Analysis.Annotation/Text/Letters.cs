using System.Globalization;
using System.Runtime.CompilerServices;

namespace Analysis;

/// <summary>Character classes of the tokenizer.</summary>
internal enum LetterClass : byte
{
    /// <summary>Any other character. Each is a token of its own; so is a surrogate pair.</summary>
    Symbol = 0,

    /// <summary>White space other than a line break.</summary>
    Blank,

    /// <summary>A line break.</summary>
    LineBreak,

    /// <summary>A letter of any script in the Basic Multilingual Plane.</summary>
    Letter,

    /// <summary>A decimal digit: ASCII, Arabic-Indic or Persian.</summary>
    Digit,

    /// <summary>
    /// A diacritic, tatweel, zero-width character or bidi control: part of the word around it, but not of the search key.
    /// </summary>
    Mark,
}

/// <summary>Table entry of one UTF-16 code unit.</summary>
internal struct LetterEntry
{
    /// <summary>Its letter in search keys; see <see cref="Letters.Key"/>.</summary>
    public char Key;

    /// <summary>
    /// Code of that letter, as in <see cref="Forms.Code(char)"/>; 0 if the key is not a single letter or the letter is rare.
    /// </summary>
    public byte Code;

    public LetterClass Class;
}

/// <summary>
/// The table that maps raw characters to tokens and search keys: normalization levels L0–L4 in one look-up per character
/// (see <see cref="Normalizer"/> for the separate levels).
/// </summary>
internal static class Letters
{
    /// <summary>Key of a character that stands for several letters; see <see cref="Expand"/>.</summary>
    public const char Several = '\uFFFF';

    /// <summary>The entries of all UTF-16 code units.</summary>
    public static readonly LetterEntry[] Table = Read();

    public static LetterClass Class(char letter) => Table[letter].Class;

    /// <summary>Search key of a code unit; <c>'\0'</c> if it is deleted, <see cref="Several"/> if it becomes several letters.</summary>
    public static char Key(char letter) => Table[letter].Key;

    /// <summary>The letters of a ligature, as search keys.</summary>
    public static ReadOnlySpan<char> Expand(char ligature) => PresentationForms.Letters(ligature);

    /// <summary>The search key of a word: marks are deleted and letters folded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string KeyOf(ReadOnlySpan<char> word)
    {
        var size = 0;
        foreach (var letter in word) size += Key(letter) == Several ? Expand(letter).Length : 1;
        var buffer = size <= 256 ? stackalloc char[256] : new char[size];
        var length = 0;
        foreach (var letter in word)
        {
            var key = Key(letter);
            if (key == '\0') continue;
            if (key == Several)
            {
                Expand(letter).CopyTo(buffer[length..]);
                length += Expand(letter).Length;
            }
            else
            {
                buffer[length++] = key;
            }
        }

        return new string(buffer[..length]);
    }

    /// <summary>Value of a decimal digit of class <see cref="LetterClass.Digit"/>, 0 to 9.</summary>
    public static int DigitValue(char digit) => Key(digit) - '0';

    /// <summary>
    /// Whether a character of class <see cref="LetterClass.Mark"/> is invisible: a zero-width character or a control of direction or
    /// format. These are never part of a token at its edges.
    /// </summary>
    public static bool IsInvisible(char mark) => mark is '\u00AD' or '\u061C' or '\u180E' or (>= '\u200B' and <= '\u200F')
        or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u206F') or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB');

    // Optimized on the first call, because the loops run only once, over 65,536 characters, when a process first reads a text.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static LetterEntry[] Read()
    {
        var table = new LetterEntry[0x10000];
        ReadClasses(table);
        ReadKeys(table);
        for (var code = 0; code < table.Length; code++)
        {
            if (table[code].Key != Several && table[code].Class != LetterClass.Blank) table[code].Code = Forms.Code(table[code].Key);
        }

        return table;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadClasses(LetterEntry[] table)
    {
        for (var code = 0; code < table.Length; code++)
        {
            var letter = (char)code;
            table[code].Class = CharUnicodeInfo.GetUnicodeCategory(letter) switch
            {
                UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                    or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.SpacingCombiningMark => LetterClass.Letter,
                UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => LetterClass.Mark,
                UnicodeCategory.DecimalDigitNumber => IsKnownDigit(letter) ? LetterClass.Digit : LetterClass.Letter,
                UnicodeCategory.SpaceSeparator => LetterClass.Blank,
                UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => LetterClass.LineBreak,
                _ => LetterClass.Symbol,
            };
        }

        for (var form = PresentationForms.First; form <= PresentationForms.Last; form++)
        {
            if (PresentationForms.LettersAsWritten(form) is { } letters) table[form].Class = table[letters[0]].Class;
        }

        table['\u0640'].Class = LetterClass.Mark;
        table['\t'].Class = LetterClass.Blank;
        table['\n'].Class = table['\r'].Class = table['\f'].Class = table['\v'].Class = table['\u0085'].Class = LetterClass.LineBreak;
    }

    private static bool IsKnownDigit(char letter) => LetterFolds.Digit(letter) is >= '0' and <= '9';

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadKeys(LetterEntry[] table)
    {
        for (var code = 0; code < table.Length; code++)
        {
            table[code].Key = table[code].Class switch
            {
                LetterClass.Mark => '\0',
                LetterClass.Blank => ' ',
                _ => LetterFolds.Digit(LetterFolds.Small((char)code)),
            };
        }

        // NUL and U+FFFF have special meanings in this table and do not occur in texts.
        table['\0'].Key = table[Several].Key = '\uFFFD';

        foreach (var pair in Compositions.Latin) table[pair[0]].Key = LetterFolds.Small(pair[1]);
        Fold(table, LetterFolds.Unified);
        Fold(table, LetterFolds.Alef);
        Fold(table, LetterFolds.Key);
        for (var form = PresentationForms.First; form <= PresentationForms.Last; form++)
        {
            if (PresentationForms.LettersAsWritten(form) is { } letters)
                table[form].Key = table[form].Class == LetterClass.Mark ? '\0' : letters.Length == 1 ? table[letters[0]].Key : Several;
        }
    }

    private static void Fold(LetterEntry[] table, (string From, char To)[] folds)
    {
        foreach (var (from, to) in folds)
        {
            foreach (var letter in from) table[letter].Key = to;
        }
    }
}
