using System.Globalization;
using System.Runtime.CompilerServices;

namespace Analysis;

/// <summary>What a UTF-16 code unit is to the tokenizer.</summary>
internal enum LetterClass : byte
{
    /// <summary>Anything that is none of the others; each is a token of its own, and so is each pair of surrogates.</summary>
    Symbol = 0,

    /// <summary>White space other than a line break.</summary>
    Blank,

    /// <summary>A line break.</summary>
    LineBreak,

    /// <summary>A letter of any script in the Basic Multilingual Plane.</summary>
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

    /// <summary>Class of every UTF-16 code unit.</summary>
    public static readonly LetterClass[] Class = Classes();

    /// <summary>Search key of every UTF-16 code unit; <c>'\0'</c> where it is deleted, <see cref="Several"/> where it becomes several letters.</summary>
    public static readonly char[] Key = Keys();

    /// <summary>The letters that a ligature stands for, as search keys.</summary>
    public static ReadOnlySpan<char> Expand(char ligature) => PresentationForms.Letters(ligature);

    /// <summary>The search key of a word: marks deleted, letters folded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string KeyOf(ReadOnlySpan<char> word)
    {
        var size = 0;
        foreach (var letter in word) size += Key[letter] == Several ? Expand(letter).Length : 1;
        var buffer = size <= 256 ? stackalloc char[256] : new char[size];
        var length = 0;
        foreach (var letter in word)
        {
            var key = Key[letter];
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
    public static int DigitValue(char digit) => Key[digit] - '0';

    /// <summary>
    /// Whether a character of class <see cref="LetterClass.Mark"/> can't be seen: zero-width characters and the controls of direction and
    /// format. They have no place at the edge of a word.
    /// </summary>
    public static bool IsInvisible(char mark) => mark is '\u00AD' or '\u061C' or '\u180E' or (>= '\u200B' and <= '\u200F')
        or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or (>= '\u2066' and <= '\u206F') or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB');

    // Compiled at once to good code: the loop is run a single time, over 65,536 characters, when a process first reads a text.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static LetterClass[] Classes()
    {
        var classes = new LetterClass[0x10000];
        for (var code = 0; code < classes.Length; code++)
        {
            var letter = (char)code;
            classes[code] = CharUnicodeInfo.GetUnicodeCategory(letter) switch
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
            if (PresentationForms.LettersAsWritten(form) is { } letters) classes[form] = classes[letters[0]];
        }

        classes['\u0640'] = LetterClass.Mark;
        classes['\t'] = LetterClass.Blank;
        classes['\n'] = classes['\r'] = classes['\f'] = classes['\v'] = classes['\u0085'] = LetterClass.LineBreak;
        return classes;
    }

    private static bool IsKnownDigit(char letter) => LetterFolds.Digit(letter) is >= '0' and <= '9';

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static char[] Keys()
    {
        var keys = new char[0x10000];
        for (var code = 0; code < keys.Length; code++)
        {
            keys[code] = Class[code] switch
            {
                LetterClass.Mark => '\0',
                LetterClass.Blank => ' ',
                _ => LetterFolds.Digit(LetterFolds.Small((char)code)),
            };
        }

        // NUL and U+FFFF have a meaning in this table, and none in a text.
        keys['\0'] = keys[Several] = '\uFFFD';

        foreach (var pair in Compositions.Latin) keys[pair[0]] = LetterFolds.Small(pair[1]);
        Fold(keys, LetterFolds.Unified);
        Fold(keys, LetterFolds.Alef);
        Fold(keys, LetterFolds.Key);
        for (var form = PresentationForms.First; form <= PresentationForms.Last; form++)
        {
            if (PresentationForms.LettersAsWritten(form) is { } letters)
                keys[form] = Class[form] == LetterClass.Mark ? '\0' : letters.Length == 1 ? keys[letters[0]] : Several;
        }

        return keys;
    }

    private static void Fold(char[] keys, (string From, char To)[] folds)
    {
        foreach (var (from, to) in folds)
        {
            foreach (var letter in from) keys[letter] = to;
        }
    }
}
