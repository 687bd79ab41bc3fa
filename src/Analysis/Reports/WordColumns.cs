namespace Analysis;

/// <summary>
/// Widths of the columns of a table on paper, in twentieths of a point: each as wide as its longest text where all have room, else at least
/// as wide as its longest word, so that no word is broken, and beyond that so that the rows become low.
/// </summary>
internal static class WordColumns
{
    /// <summary>Margin at both sides of a cell of a tight table, in twentieths of a point.</summary>
    public const short TightMargin = 40;

    private const int Margin = 70;
    private const double TightShare = 7.0 / 8;
    private const int LineWidth = 9638;
    private const int Step = 40;
    private const int MostRowsTogether = 15;
    private const double LetterSize = 8 * 20;

    // Heads are bold. Arabic letters are larger, the last of a word most, and Word and LibreOffice take others where Arial is not there.
    private const double HeadBreadth = 1.1;
    private const double ArabicBreadth = 1.35;
    private const double LastLetter = 0.6 * LetterSize;

    private static readonly char[] Breaks = [' ', '\u200B', '-', '/', '–'];

    /// <summary>How the texts fit into their columns: each in one line, in several, or with smaller letters only.</summary>
    public enum Fit
    {
        OneLine,
        Lines,
        Tight,
    }

    /// <summary>The head and the other texts of each shown column as they are printed, with their widths.</summary>
    public static (string[] Heads, string[][] Cells, int[] Widths, Fit Fit) Of(TableView table, Language language)
    {
        string[] heads = [.. table.ShownColumns.Select(column => HtmlTable.Breakable(HtmlTable.Head(column, language)))];
        string[][] cells = [.. table.ShownColumns.Select(column => HtmlTable.Shown(column, table.ShownRows, language))];
        var (widths, fit) = Of(heads, cells);
        return (heads, cells, widths, fit);
    }

    /// <param name="heads">The head of each column.</param>
    /// <param name="columns">The other texts of each column.</param>
    /// <returns>The widths, and how the texts fit; words would be broken in a tight table if the letters were not smaller.</returns>
    public static (int[] Widths, Fit Fit) Of(IEnumerable<string> heads, IEnumerable<IReadOnlyList<string>> columns)
    {
        (string, IReadOnlyList<string>)[] texts = [.. heads.Zip(columns)];
        return Of(texts, 1, Margin) is { Fit: not Fit.Tight } wide ? wide : Of(texts, TightShare, TightMargin) with { Fit = Fit.Tight };
    }

    /// <summary>Whether a table is small enough to stand on one page as a whole.</summary>
    /// <param name="rows">Number of its rows.</param>
    /// <param name="fit">How its texts fit.</param>
    public static bool AreTogether(int rows, Fit fit) => rows <= MostRowsTogether && fit == Fit.OneLine;

    private static (int[] Widths, Fit Fit) Of((string Head, IReadOnlyList<string> Texts)[] columns, double share, int margin)
    {
        var needs = Array.ConvertAll(columns, column => Need(column.Head, column.Texts, share, 2 * margin));
        var (least, most) = (needs.Sum(need => need.Least), needs.Sum(need => need.Most));
        if (least >= LineWidth) return ([.. needs.Select(need => (int)(need.Least * LineWidth / least))], Fit.Tight);
        if (most <= LineWidth) return ([.. needs.Select(need => (int)need.Most)], Fit.OneLine);
        // A row is as high as its highest cell: the column that lowers all rows most becomes wider, step by step.
        double[] widths = [.. needs.Select(need => need.Least)];
        double Lines(int at, int row, double width) => Math.Max(1, needs[at].Lengths[row] / Math.Max(1, width - (2 * margin)));
        double Height(int wider) => Enumerable.Range(0, needs[0].Lengths.Length).Sum(row => Math.Cbrt(Enumerable.Range(0, widths.Length)
            .Sum(at => Math.Pow(Lines(at, row, widths[at] + (at == wider ? Step : 0)), 3))));
        for (var left = LineWidth - least; left > 0; left -= Step)
            widths[Enumerable.Range(0, widths.Length).Where(at => widths[at] < needs[at].Most).MinBy(Height)] += Math.Min(Step, left);
        return (Array.ConvertAll(widths, width => (int)width), Fit.Lines);
    }

    private static (double Least, double Most, double[] Lengths) Need(string head, IReadOnlyList<string> texts, double share, int margins)
    {
        // A date among other texts may be broken.
        var areWhole = texts.All(text => text.Length == 0 || HtmlTable.IsUnbroken(text) || HtmlTable.IsDateInWords(text));
        double Word(string text) => areWhole || HtmlTable.IsUnbroken(text) ? Width(text) : text.Split(Breaks).Max(Width);
        double[] lengths = [.. texts.Select(Width)];
        double Of(double ofHead, IEnumerable<double> ofTexts) =>
            (Math.Max(ofHead * HeadBreadth, ofTexts.DefaultIfEmpty().Max()) * share) + margins;
        return (Of(head.Split(Breaks).Max(Width), texts.Select(Word)), Of(Width(head), lengths),
            [.. texts.Select(text => Lettering.Width(text, LetterSize) * share)]);
    }

    private static double Width(string text)
    {
        var width = Lettering.Width(text, LetterSize);
        return text.Any(letter => ShownText.IsRightToLeft(letter)) ? (width * ArabicBreadth) + LastLetter : width;
    }
}
