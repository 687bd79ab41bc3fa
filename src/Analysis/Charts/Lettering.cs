using System.Xml;

namespace Analysis;

/// <summary>Texts on charts: their width in Noto Sans, line breaks, the mark-up that plotly.js reads, and isolation of right-to-left
/// lines.</summary>
internal static class Lettering
{
    /// <summary>Latin before Arabic: a family that holds both scripts would draw Latin digits and brackets in the Arabic face.</summary>
    public const string Family = "\"Noto Sans\", \"Noto Sans Arabic\", \"Segoe UI\", Tahoma, sans-serif";

    private const char Isolate = '\u2067';
    private const char PopIsolate = '\u2069';
    private const string Break = "<br>";
    private const char Ellipsis = '…';

    /// <summary>Width in pixels, estimated from the advance widths of Noto Sans on the generous side; exact enough to leave room.</summary>
    public static double Width(string text, double size)
    {
        double ems = 0;
        foreach (var letter in text) ems += Advance(letter);
        return ems * size;
    }

    /// <summary>Lines no wider than <paramref name="width"/> where blanks allow it; what does not fit the last one ends in an
    /// ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int most)
    {
        List<string> lines = [];
        var line = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && Width($"{line} {word}", size) > width)
            {
                if (lines.Count == most - 1)
                {
                    lines.Add(Cut(line.ToString(), size, width));
                    return lines;
                }
                lines.Add(line.ToString());
                line.Clear();
            }
            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }
        if (line.Length > 0) lines.Add(line.ToString());
        return lines;
    }

    /// <summary>The line with an ellipsis after the last word that leaves room for it.</summary>
    private static string Cut(string line, double size, double width)
    {
        while (line.LastIndexOf(' ') is > 0 and var blank && Width($"{line} {Ellipsis}", size) > width) line = line[..blank];
        return $"{line} {Ellipsis}";
    }

    /// <summary>The text, cut after a letter with an ellipsis where it is wider than <paramref name="width"/>.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Width(text, size) <= width) return text;
        var end = text.Length;
        while (end > 1 && Width(text[..end], size) + size > width) end--;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end].TrimEnd() + Ellipsis;
    }

    /// <summary>Data as plotly.js shows it literally, its lines isolated: the texts of plotly.js are a small HTML. A line feed breaks a
    /// line.</summary>
    public static string Escape(string text) => IsolateLines(
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\n", Break, StringComparison.Ordinal));

    /// <summary>
    /// Each line whose first letter is Arabic, put between U+2067 and U+2069: a browser otherwise lays it out from the left, and brackets,
    /// digits and Latin words in it change places. For output only; lines that are isolated stay as they are.
    /// </summary>
    public static string IsolateLines(string text) =>
        text.Contains(Break, StringComparison.Ordinal) ? string.Join(Break, text.Split(Break).Select(IsolateLine)) : IsolateLine(text);

    /// <summary>The text with U+FFFD for each character that XML forbids, such as the control characters of a damaged PDF.</summary>
    public static string WellFormed(string text) =>
        text.All(IsXml) ? text : string.Concat(text.Select(letter => IsXml(letter) ? letter : '\uFFFD'));

    private static bool IsXml(char letter) => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter);

    /// <summary>Whether the first letter, mark-up aside, is of a right-to-left script.</summary>
    public static bool StartsRightToLeft(string line) => FirstOutsideTags(line, char.IsLetter) is { } letter && IsRightToLeft(letter);

    private static string IsolateLine(string line) =>
        StartsRightToLeft(line) && FirstOutsideTags(line, _ => true) != Isolate ? $"{Isolate}{line}{PopIsolate}" : line;

    private static char? FirstOutsideTags(string line, Func<char, bool> wanted)
    {
        var inTag = false;
        foreach (var letter in line)
        {
            if (letter is '<' or '>') inTag = letter == '<';
            else if (!inTag && wanted(letter)) return letter;
        }
        return null;
    }

    private static bool IsRightToLeft(char letter) =>
        letter is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';

    private static double Advance(char letter) => letter switch
    {
        >= '\u064B' and <= '\u0652' or >= '\u2066' and <= '\u2069' => 0,
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' or 'ا' => 0.29,
        'f' or 't' or 'r' or '(' or ')' or '-' or 'د' or 'ر' or 'و' => 0.4,
        'm' or 'w' or 'M' or 'W' or '%' or 'س' or 'ش' or 'ص' or 'ض' => 0.93,
        >= 'A' and <= 'Z' => 0.68,
        >= '\u0600' and <= '\u06FF' => 0.58,
        _ => 0.6,
    };
}
