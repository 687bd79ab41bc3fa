namespace Analysis;

/// <summary>
/// Widths of the columns of a table on paper, in twentieths of a point, as a browser finds them: each as wide as its longest text where all
/// have room, else at least as wide as its longest word, so that no word is broken.
/// </summary>
internal static class WordColumns
{
    private const int LineWidth = 9638;
    private const int MostLines = 4;
    private const int CellMargins = 140;
    private const double LetterSize = 8 * 20;

    // Heads are bold. Arabic letters are larger, the last of a word most, and Word and LibreOffice take others where Arial is not there.
    private const double HeadBreadth = 1.1;
    private const double ArabicBreadth = 1.35;
    private const double LastLetter = 0.6 * LetterSize;

    private static readonly char[] Breaks = [' ', '\u200B', '-', '/', '–'];

    /// <param name="heads">The head of each column.</param>
    /// <param name="columns">The other texts of each column.</param>
    /// <returns>The widths, and whether words are broken if the letters are not smaller.</returns>
    public static (int[] Widths, bool AreTight) Of(IEnumerable<string> heads, IEnumerable<IReadOnlyList<string>> columns)
    {
        var needs = heads.Zip(columns, Need).ToList();
        var (least, most) = (needs.Sum(need => need.Least), needs.Sum(need => need.Most));
        if (least >= LineWidth) return ([.. needs.Select(need => (int)(need.Least * LineWidth / least))], true);
        // What is left over goes to each column as it needs more.
        var share = most <= LineWidth ? 1 : (LineWidth - least) / (most - least);
        return ([.. needs.Select(need => (int)(need.Least + ((need.Most - need.Least) * share)))], false);
    }

    private static (double Least, double Most) Need(string head, IReadOnlyList<string> texts)
    {
        double Of(Func<string, double> width) => Math.Max(width(head) * HeadBreadth, texts.Select(width).DefaultIfEmpty().Max());
        return (Of(LongestWord) + CellMargins, Math.Min(MostLines * LineWidth, Of(Width) + CellMargins));
    }

    private static double LongestWord(string text) => HtmlTable.IsUnbroken(text) ? Width(text) : text.Split(Breaks).Max(Width);

    private static double Width(string text)
    {
        var width = Lettering.Width(text, LetterSize);
        return text.Any(letter => ShownText.IsRightToLeft(letter)) ? (width * ArabicBreadth) + LastLetter : width;
    }
}
