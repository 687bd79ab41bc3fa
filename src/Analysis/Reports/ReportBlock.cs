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
internal sealed record ReportPicture(Figure Figure) : ReportBlock;

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
