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
    // On a line of 170 mm the letters of a chart of this width have 8 points.
    private const int UsualWidth = 720;
    private const double LineWidth = 170;
    private const double PixelWidth = 25.4 / 96;
    private const double UsualHeight = 105;
    private const double MostHeight = 195;
    private const double LeastScale = 0.78;

    /// <summary>
    /// Its width on paper in millimetres. A high one is made smaller, as far as it can still be read, so that it leaves no page half empty.
    /// </summary>
    public double Width
    {
        get
        {
            var width = Math.Min(LineWidth, Figure.Width * PixelWidth);
            var height = width * Figure.Height / Figure.Width;
            return Math.Round(width * Math.Min(Math.Min(1, MostHeight / height), Math.Max(LeastScale, UsualHeight / height)), 1);
        }
    }

    /// <summary>Its height on paper in millimetres.</summary>
    public double Height => Width * Figure.Height / Figure.Width;

    /// <summary>
    /// A figure as a document has it: its source stands below it, and it is laid out for a narrower page, for one of a screen would have
    /// small letters on paper.
    /// </summary>
    public static Figure OnPaper(Figure figure)
    {
        figure = figure with { Source = "" };
        var narrow = figure.At(Math.Max(UsualWidth, figure.Drawn.LeastWidth));
        return narrow.Width < figure.Width && PlainChart.Pixels(GenericChart.getLayout(narrow.Chart).Width) == narrow.Width
            ? narrow : figure;
    }
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
