using System.Xml;

namespace Analysis;

/// <summary>What every output needs to know of a text: its direction, and whether its characters can be written.</summary>
internal static class ShownText
{
    /// <summary>Whether a character is of a script that is written from right to left: the blocks from Hebrew to Arabic Extended-A, and
    /// their presentation forms.</summary>
    /// <param name="codePoint">The character's code point.</param>
    public static bool IsRightToLeft(int codePoint) =>
        codePoint is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFC;

    /// <summary>A part of a line from right to left that runs from left to right, put between U+2066 and U+2069.</summary>
    public static string IsolateLeftToRight(string part) => $"\u2066{part}\u2069";

    /// <summary>
    /// The text with U+FFFD for each character that XML forbids: lone surrogates, and the control characters of a damaged PDF.
    /// </summary>
    public static string WellFormed(string text) => text.All(XmlConvert.IsXmlChar) ? text
        : string.Concat(text.EnumerateRunes().Select(letter => letter.IsBmp && !XmlConvert.IsXmlChar((char)letter.Value)
            ? Rune.ReplacementChar : letter));
}
