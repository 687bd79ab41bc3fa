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
        if (language.IsRightToLeft || table.IsRightToLeft) properties.BiDiVisual = new();
        return new(
        [
            properties,
            new TableGrid(columns.Select(_ => new GridColumn())),
            Row(columns.Select(column => Cell(language.Say(column.Name), column)), isHead: true),
            .. Enumerable.Range(0, table.ShownRows).Select(row =>
                Row(columns.Select(column => Cell(TextTable.Cut(HtmlTable.Shown(column.Text(row), language), LongestText), column)), isHead: false)),
        ]);
    }

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

    private static TableCell Cell(string text, TableColumn column)
    {
        var paragraph = WordParagraph.Of(text, "TableText", isRightToLeft: false);
        if (column.IsNumber) paragraph.ParagraphProperties!.Justification = new() { Val = JustificationValues.Right };
        return new(paragraph);
    }
}
