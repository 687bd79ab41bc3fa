namespace Analysis;

/// <summary>
/// Texts on charts: their width in Noto Sans, line breaks, the mark-up that plotly.js reads, and the isolation of right-to-left lines.
/// </summary>
internal static partial class Lettering
{
    /// <summary>Latin before Arabic: a family that holds both scripts would draw Latin digits and brackets in the Arabic face.</summary>
    public const string Family = "\"Noto Sans\", \"Noto Sans Arabic\", \"Segoe UI\", Tahoma, sans-serif";

    private const char RightToLeftIsolate = '\u2067';
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';
    private const char LeftToRightMark = '\u200E';
    private const string Break = "<br>";
    private const char Ellipsis = '…';

    /// <summary>Width in pixels, estimated from the advance widths of Noto Sans on the generous side; exact enough to leave room.</summary>
    public static double Width(string text, double size) => text.Sum(Advance) * size;

    /// <summary>
    /// Lines no wider than <paramref name="width"/> where blanks allow it; what does not fit the last one ends in an ellipsis. A date after
    /// the last comma then has the last line: it tells labels of one name apart.
    /// </summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int most)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || Width(longer, size) <= width)
            {
                line = longer;
                continue;
            }
            if (lines.Count == most - 1)
                return most > 1 && Parted(text) is (var words, { Length: > 0 } date) && Width(date, size) <= width
                    ? [.. Wrap(words, size, width, most - 1), date.TrimStart(',', '،', ' ')] : [.. lines, Cut(line, size, width)];
            lines.Add(line);
            line = word;
        }
        return line.Length > 0 ? [.. lines, line] : lines;
    }

    /// <summary>The text, cut with an ellipsis where it is wider than <paramref name="width"/>: after a word, unless that leaves too little
    /// of it. A date after the last comma stays where it leaves room for a few letters.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Width(text, size) <= width) return text;
        var (words, date) = Parted(text);
        if (date.Length > 0 && width - Width(date, size) > 3 * size) return Fit(words, size, width - Width(date, size)) + date;
        var end = text.Length;
        while (end > 1 && Width(text[..end], size) + size > width) end--;
        if (text.LastIndexOf(' ', end) is var blank && blank > end / 3) end = blank;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        // A mark at the end keeps the direction of what follows.
        return text[..end].TrimEnd(' ', '.', ',', '،', ':', '(', Ellipsis) + Ellipsis
            + (text[^1] == LeftToRightMark ? LeftToRightMark : "");
    }

    /// <summary>
    /// Data as plotly.js shows it literally, its lines isolated: the texts of plotly.js are a small HTML. A line feed breaks a line.
    /// </summary>
    public static string Escape(string text) => IsolateLines(
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\n", Break, StringComparison.Ordinal));

    /// <summary>
    /// Each line whose first letter is Arabic, put between U+2067 and U+2069: a browser otherwise lays it out from the left, and brackets,
    /// digits and Latin words in it change places. For output only; lines that are isolated stay as they are.
    /// </summary>
    public static string IsolateLines(string text) => string.Join(Break, text.Split(Break)
        .Select(line => StartsRightToLeft(line) ? $"{RightToLeftIsolate}{line}{PopIsolate}" : line));

    /// <summary>
    /// A part of a line, put between U+2068 and U+2069 where its first letter is Arabic, so that it does not turn the words around it.
    /// </summary>
    public static string Isolate(string part) => StartsRightToLeft(part) ? $"{FirstStrongIsolate}{part}{PopIsolate}" : part;

    /// <summary>
    /// Whether a line of prose runs from right to left: its first letter is Arabic, and it is no sentence in Latin letters that an Arabic
    /// name begins.
    /// </summary>
    public static bool RunsRightToLeft(string line, Language language) => StartsRightToLeft(line)
        && (language.IsRightToLeft || line.Count(letter => ShownText.IsRightToLeft(letter)) >= line.Count(char.IsAsciiLetter));

    /// <summary>The line, with U+200E before a name in Arabic that begins it and must not turn it.</summary>
    public static string Anchor(string line, Language language) =>
        StartsRightToLeft(line) && !RunsRightToLeft(line, language) ? LeftToRightMark + line : line;

    /// <summary>Whether the first letter is of a right-to-left script, mark-up and isolated parts aside.</summary>
    public static bool StartsRightToLeft(string line)
    {
        var (inTag, isolates) = (false, 0);
        foreach (var letter in line)
            if (letter == LeftToRightMark) return false;
            else if (letter is '<' or '>') inTag = letter == '<';
            else if (letter is >= '\u2066' and <= FirstStrongIsolate) isolates++;
            else if (letter == PopIsolate) isolates = Math.Max(0, isolates - 1);
            else if (!inTag && isolates == 0 && char.IsLetter(letter)) return ShownText.IsRightToLeft(letter);
        return false;
    }

    /// <summary>What stands before the last comma and blank, and these with what follows them, where that ends in a digit, or in the
    /// number of one of several documents: <c>Al Jazeera, 3 Jan 2020 (2)</c>.</summary>
    private static (string Words, string Date) Parted(string text) =>
        Date().Match(text) is { Success: true, Index: > 0 and var comma } ? (text[..comma], text[comma..]) : (text, "");

    [GeneratedRegex(@"[,،] [^,،]*\d(?: \(\d+\))?\z")]
    private static partial Regex Date();

    /// <summary>The line with an ellipsis after the last word that leaves room for it.</summary>
    private static string Cut(string line, double size, double width)
    {
        while (line.LastIndexOf(' ') is > 0 and var blank && Width($"{line} {Ellipsis}", size) > width) line = line[..blank];
        return $"{line} {Ellipsis}";
    }

    private static double Advance(char letter) => letter switch
    {
        >= '\u064B' and <= '\u0652' or >= '\u2066' and <= '\u2069' or LeftToRightMark => 0,
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' or 'ا' => 0.29,
        'f' or 't' or 'r' or '(' or ')' or '-' or 'د' or 'ر' or 'و' => 0.4,
        'm' or 'w' or 'M' or 'W' or '%' or 'س' or 'ش' or 'ص' or 'ض' => 0.93,
        >= 'A' and <= 'Z' => 0.68,
        >= '\u0600' and <= '\u06FF' => 0.58,
        _ => 0.6,
    };
}
