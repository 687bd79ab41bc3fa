namespace Analysis;

/// <summary>A block of a report's document, whatever the format: the documents differ in how they write blocks, not in which.</summary>
internal abstract record ReportBlock;

/// <summary>A heading.</summary>
/// <param name="Level">1, 2, or <see cref="Lowest"/>, which the contents leave out.</param>
/// <param name="Text">Its words.</param>
/// <param name="Anchor">Name by which the contents refer to it.</param>
internal sealed record ReportHeading(int Level, string Text, string Anchor) : ReportBlock
{
    public const int Lowest = 3;
}

/// <summary>The headings, each leading to its place.</summary>
internal sealed record ReportContents : ReportBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Style">Name of its style, the same in Word and in the style sheet.</param>
internal sealed record ReportText(string Text, string Style = ReportText.Body) : ReportBlock
{
    public const string Body = "BodyText";
    public const string Source = "Source";
    public const string Mark = "Mark";
    public const string Passage = "Passage";
}

/// <summary>The picture of a figure.</summary>
/// <param name="Figure">The figure, laid out for paper; see <see cref="OnPaper"/>.</param>
internal sealed record ReportPicture(Figure Figure) : ReportBlock
{
    // On a line of 170 mm the letters of a chart of this width have 8 points, those of the other 6.
    private const int UsualWidth = 720;
    private const int MostWidth = 900;
    private const double LineWidth = 170;
    private const double PixelWidth = 25.4 / 96;
    private const double UsualHeight = 58;
    private const double HalfPage = 125;
    private const double MostHeight = 190;
    private const double LeastShare = 0.8;
    private const double LeastShareOfHigh = 0.6;

    /// <summary>Its width on paper in millimetres.</summary>
    public double Width => Math.Round(
        Math.Min(Math.Min(LineWidth, Figure.Width * PixelWidth), MostHeight * Figure.Width / Figure.Height), 1);

    /// <summary>Its height on paper in millimetres.</summary>
    public double Height => Width * Figure.Height / Figure.Width;

    /// <summary>
    /// A figure as a document has it: heading and caption say what stands around its marks, and it is laid out for a narrower page, for
    /// one of a screen would have small letters on paper. A high figure is laid out lower, and wider where that is not enough. One higher
    /// than half a page is laid out lower still, so that it leaves no page half empty. A chart that the user has drawn anew stays as it is.
    /// </summary>
    public static Figure OnPaper(Figure figure)
    {
        var alone = Lowered(At(figure, UsualWidth));
        if (new ReportPicture(alone).Height > UsualHeight) alone = Lowered(At(figure, MostWidth));
        var layout = GenericChart.getLayout(alone.Chart);
        return (PlainChart.Pixels(layout.Width), PlainChart.Pixels(layout.Height)) == (alone.Width, alone.Height)
            ? alone : figure with { Source = "" };
    }

    private static Figure Lowered(Figure figure)
    {
        var height = new ReportPicture(figure).Height;
        var share = Math.Min(Math.Clamp(UsualHeight / height, LeastShare, 1), Math.Max(HalfPage / height, LeastShareOfHigh));
        return figure with { Height = (int)(figure.Height * share) };
    }

    private static Figure At(Figure figure, int width) =>
        figure.At(Math.Min(figure.Width, Math.Max(width, figure.Drawn.LeastWidth))).MarksAlone;
}

/// <summary>The words below a figure or above a table.</summary>
/// <param name="Label">What it is, in the report's language.</param>
/// <param name="Sequence">What it is counted among: <c>Figure</c> or <c>Table</c>.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">What follows label and number.</param>
internal sealed record ReportCaption(string Label, string Sequence, int Number, string Text) : ReportBlock
{
    public bool IsOfTable => Sequence == "Table";
}

/// <summary>The shown rows of a table.</summary>
internal sealed record ReportGrid(TableView Table) : ReportBlock;

/// <summary>Links to the files of a figure or table, for documents that lie beside them.</summary>
/// <param name="Files">Paths relative to the report's folder.</param>
internal sealed record ReportLinks(IReadOnlyList<string> Files) : ReportBlock;
