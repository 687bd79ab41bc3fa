using System.Globalization;

namespace Analysis;

/// <summary>What a UTF-16 code unit is to the tokenizer.</summary>
internal enum LetterClass : byte
{
    /// <summary>Anything that is none of the others; each is a token of its own.</summary>
    Symbol = 0,

    /// <summary>White space other than a line break.</summary>
    Blank,

    /// <summary>A line break.</summary>
    LineBreak,

    /// <summary>A letter of any script.</summary>
    Letter,

    /// <summary>A decimal digit: ASCII, Arabic-Indic or Persian.</summary>
    Digit,

    /// <summary>A diacritic, tatweel, zero-width or bidi control: part of the word it stands in, and of no form.</summary>
    Mark,
}

/// <summary>
/// The tables by which raw characters become tokens and search keys: the ladder of normalization L0–L4 in one look-up a character
/// (see <see cref="Normalizer"/> for the ladder level by level).
/// </summary>
internal static class Letters
{
    /// <summary>In <see cref="Key"/>: the character stands for several letters, which <see cref="Expand"/> gives.</summary>
    public const char Several = '\uFFFF';

    // L1 Persian letters, L3 alef and final alef maqsura, L4 ta marbuta and seated hamzas.
    private static readonly (string From, char To)[] Folds =
    [
        ("أإآٱ", 'ا'), ("ىیېۍ", 'ي'), ("ةۀەہھ", 'ه'), ("ؤۋ", 'و'), ("ئ", 'ي'),
        ("کگڪ", 'ك'), ("پ", 'ب'), ("چ", 'ج'), ("ڤ", 'ف'), ("ژ", 'ز'),
    ];

    /// <summary>Class of every UTF-16 code unit.</summary>
    public static readonly LetterClass[] Class = Classes();

    /// <summary>Search key of every UTF-16 code unit; <c>'\0'</c> where it is deleted, <see cref="Several"/> where it becomes several letters.</summary>
    public static readonly char[] Key = Keys();

    /// <summary>The letters that a ligature stands for, as search keys.</summary>
    public static ReadOnlySpan<char> Expand(char ligature) => PresentationForms.Letters(ligature);

    /// <summary>The search key of a word: marks deleted, letters folded.</summary>
    public static string KeyOf(ReadOnlySpan<char> word)
    {
        Span<char> buffer = word.Length <= 64 ? stackalloc char[256] : new char[word.Length * 4];
        var length = 0;
        foreach (var letter in word)
        {
            var key = Key[letter];
            if (key == '\0') continue;
            if (key == Several)
            {
                foreach (var each in Expand(letter)) buffer[length++] = each;
            }
            else
            {
                buffer[length++] = key;
            }
        }

        return new string(buffer[..length]);
    }

    /// <summary>Value of a decimal digit of class <see cref="LetterClass.Digit"/>, 0 to 9.</summary>
    public static int DigitValue(char digit) => Key[digit] - '0';

    private static LetterClass[] Classes()
    {
        var classes = new LetterClass[0x10000];
        for (var code = 0; code < classes.Length; code++)
        {
            var letter = (char)code;
            classes[code] = CharUnicodeInfo.GetUnicodeCategory(letter) switch
            {
                UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                    or UnicodeCategory.OtherLetter => LetterClass.Letter,
                UnicodeCategory.ModifierLetter => letter == '\u0640' ? LetterClass.Mark : LetterClass.Letter,
                UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => LetterClass.Mark,
                UnicodeCategory.DecimalDigitNumber => IsKnownDigit(letter) ? LetterClass.Digit : LetterClass.Letter,
                UnicodeCategory.SpaceSeparator => LetterClass.Blank,
                UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => LetterClass.LineBreak,
                UnicodeCategory.Surrogate => LetterClass.Letter,
                _ => LetterClass.Symbol,
            };
        }

        classes['\t'] = LetterClass.Blank;
        classes['\n'] = classes['\r'] = classes['\f'] = classes['\v'] = classes['\u0085'] = LetterClass.LineBreak;
        return classes;
    }

    private static bool IsKnownDigit(char letter) =>
        letter is (>= '0' and <= '9') or (>= '\u0660' and <= '\u0669') or (>= '\u06F0' and <= '\u06F9');

    private static char[] Keys()
    {
        var keys = new char[0x10000];
        for (var code = 0; code < keys.Length; code++)
        {
            keys[code] = Class[code] == LetterClass.Mark ? '\0' : char.ToLowerInvariant((char)code);
        }

        for (var digit = 0; digit < 10; digit++)
        {
            keys[0x0660 + digit] = keys[0x06F0 + digit] = (char)('0' + digit);
        }

        foreach (var (from, to) in Folds)
        {
            foreach (var letter in from) keys[letter] = to;
        }

        foreach (var (form, letters) in PresentationForms.All)
        {
            keys[form] = letters.Length == 1 ? keys[letters[0]] : Several;
        }

        return keys;
    }
}
