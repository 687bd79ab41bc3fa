using DocumentFormat.OpenXml.Wordprocessing;

namespace Analysis;

/// <summary>The shown rows of a table in Word; the head is repeated on each page, no row is broken.</summary>
internal static class WordTable
{
    private const int LongestText = 600;

    public static Table Of(TableView table, Language language)
    {
        TableColumn[] columns = [.. table.ShownColumns];
        var properties = new TableProperties
        {
            TableStyle = new() { Val = "ReportTable" },
            TableWidth = new() { Width = "5000", Type = TableWidthUnitValues.Pct },
        };
        var isRightToLeft = language.IsRightToLeft || table.IsRightToLeft;
        if (isRightToLeft) properties.BiDiVisual = new();
        return new(
        [
            properties,
            new TableGrid(columns.Select(_ => new GridColumn())),
            Row(columns.Select(column => Cell(language.Say(column.Name), column, isRightToLeft)), isHead: true),
            .. Enumerable.Range(0, table.ShownRows).Select(row =>
                Row(columns.Select(column => Cell(Shown(column, row, language), column, isRightToLeft)), isHead: false)),
        ]);
    }

    private static string Shown(TableColumn column, int row, Language language) =>
        TextTable.Cut(HtmlTable.Shown(column.Text(row), language), LongestText);

    private static TableRow Row(IEnumerable<TableCell> cells, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        TableRow row = new([properties, .. cells]);
        if (!isHead) return row;
        properties.Append(new TableHeader());
        // A head without a row below it says nothing.
        foreach (var paragraph in row.Descendants<ParagraphProperties>()) paragraph.KeepNext = new();
        return row;
    }

    private static TableCell Cell(string text, TableColumn column, bool isRightToLeft)
    {
        var paragraph = WordParagraph.Of(text, "TableText", isRightToLeft);
        var properties = paragraph.ParagraphProperties!;
        // Texts stand where the table begins, numbers at the other side. In a paragraph from right to left, left means where it begins.
        var isAtRight = column.IsNumber != isRightToLeft;
        if (column.IsNumber || isRightToLeft)
            properties.Justification = new()
            { Val = isAtRight == properties.BiDi is null ? JustificationValues.Right : JustificationValues.Left };
        return new(paragraph);
    }
}
