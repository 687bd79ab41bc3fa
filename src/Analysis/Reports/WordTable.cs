using DocumentFormat.OpenXml.Wordprocessing;

namespace Analysis;

/// <summary>The shown rows of a table in Word; the head is repeated on each page, no row is broken.</summary>
internal static class WordTable
{
    private const int LongestText = 600;

    public static Table Of(TableView table, bool isRightToLeft)
    {
        TableColumn[] columns = [.. table.ShownColumns];
        var properties = new TableProperties
        {
            TableStyle = new() { Val = "ReportTable" },
            TableWidth = new() { Width = "5000", Type = TableWidthUnitValues.Pct },
        };
        if (isRightToLeft || table.IsRightToLeft) properties.BiDiVisual = new();
        return new(
        [
            properties,
            new TableGrid(columns.Select(_ => new GridColumn())),
            Row(columns.Select(column => Cell(column.Name, column)), isHead: true),
            .. Enumerable.Range(0, table.ShownRows).Select(row =>
                Row(columns.Select(column => Cell(TextTable.Cut(column.Text(row), LongestText), column)), isHead: false)),
        ]);
    }

    private static TableRow Row(IEnumerable<TableCell> cells, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead) properties.Append(new TableHeader());
        return new([properties, .. cells]);
    }

    private static TableCell Cell(string text, TableColumn column)
    {
        var paragraph = WordParagraph.Of(text, "TableText", isRightToLeft: false);
        if (column.IsNumber) paragraph.ParagraphProperties!.Justification = new() { Val = JustificationValues.Right };
        return new(paragraph);
    }
}
