namespace Analysis;

/// <summary>
/// Widths of the columns of a table on paper, in twentieths of a point, as a browser finds them: each as wide as its longest text where all
/// have room, else at least as wide as its longest word, so that no word is broken.
/// </summary>
internal static class WordColumns
{
    private const int LineWidth = 9638;
    private const int CellMargins = 216;
    private const double LetterSize = 9 * 20;

    // Heads are bold.
    private const double Generous = 1.08;

    private static readonly char[] Breaks = [' ', '\u200B', '-', '/', '–'];

    /// <param name="columns">The texts of each column, the head first.</param>
    public static int[] Widths(IEnumerable<IReadOnlyList<string>> columns)
    {
        var needs = columns.Select(texts => (Least: texts.Max(LongestWord), Most: Math.Min(LineWidth, texts.Max(Width)))).ToList();
        var (least, most) = (needs.Sum(need => need.Least), needs.Sum(need => need.Most));
        // What is left over goes to each column as it needs more.
        var share = most <= LineWidth ? 1 : least >= LineWidth ? 0 : (LineWidth - least) / (most - least);
        var scale = Math.Min(1, LineWidth / Math.Max(1, least));
        return [.. needs.Select(need => (int)((need.Least + ((need.Most - need.Least) * share)) * (share > 0 ? 1 : scale)))];
    }

    private static double LongestWord(string text) => text.Split(Breaks).Max(Width);

    private static double Width(string text) => (Lettering.Width(text, LetterSize) * Generous) + CellMargins;
}
