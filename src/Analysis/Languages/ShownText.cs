using System.Xml;

namespace Analysis;

/// <summary>What every output needs to know of a text: its direction, and whether its characters can be written.</summary>
internal static class ShownText
{
    private const char PopIsolate = '\u2069';
    private static readonly string[] Overrides = ["LRE", "RLE", "PDF", "LRO", "RLO"];

    /// <summary>Whether a character is of a script that is written from right to left: the blocks from Hebrew to Arabic Extended-A, and
    /// their presentation forms.</summary>
    /// <param name="codePoint">The character's code point.</param>
    public static bool IsRightToLeft(int codePoint) =>
        codePoint is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFC;

    /// <summary>The words of a text, parted by single blanks.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A part of a line from right to left that runs from left to right, put between U+2066 and U+2069.</summary>
    public static string IsolateLeftToRight(string part) => $"\u2066{part}\u2069";

    /// <summary>A part of a line from left to right that runs from right to left, put between U+2067 and U+2069.</summary>
    public static string IsolateRightToLeft(string part) => $"\u2067{part}\u2069";

    /// <summary>
    /// A text that begins in Arabic, put between left-to-right marks (U+200E): in a line from left to right it does not turn a date or a
    /// number after it. Another text as it is.
    /// </summary>
    public static string Anchored(string text) =>
        IsRightToLeft(text.FirstOrDefault(char.IsLetter)) ? $"\u200E{text}\u200E" : text;

    /// <summary>The text without the characters that isolate its parts and keep its direction.</summary>
    public static string WithoutIsolates(string text) =>
        string.Concat(text.Where(letter => letter is (< '\u2066' or > PopIsolate) and not '\u200E'));

    /// <summary>
    /// The text with U+FFFD for each character that XML forbids: lone surrogates, and the control characters of a damaged PDF.
    /// </summary>
    public static string WellFormed(string text) => text.All(XmlConvert.IsXmlChar) ? text
        : string.Concat(text.EnumerateRunes().Select(letter => letter.IsBmp && !XmlConvert.IsXmlChar((char)letter.Value)
            ? Rune.ReplacementChar : letter));

    /// <summary>
    /// A well-formed text that turns nothing around it: U+202A to U+202E, which override directions, stand in it as their names, and each
    /// isolate that it opens is closed, each that it only closes left out.
    /// </summary>
    public static string Contained(string text)
    {
        if (!text.Any(letter => letter is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069')) return WellFormed(text);
        var (contained, open) = (new StringBuilder(), 0);
        foreach (var letter in WellFormed(text))
        {
            if (letter is >= '\u2066' and <= '\u2068') open++;
            if (letter == PopIsolate && open-- == 0) open = 0;
            else if (letter is >= '\u202A' and <= '\u202E') contained.Append('[').Append(Overrides[letter - '\u202A']).Append(']');
            else contained.Append(letter);
        }

        return contained.Append(PopIsolate, open).ToString();
    }
}
