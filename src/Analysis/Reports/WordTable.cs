using DocumentFormat.OpenXml.Wordprocessing;

namespace Analysis;

/// <summary>
/// The shown rows of a table in Word: columns as wide as their texts need, the head repeated on each page, no row broken.
/// </summary>
internal static class WordTable
{
    public static Table Of(TableView table, Language language)
    {
        TableColumn[] columns = [.. table.ShownColumns];
        string[][] cells = [.. columns.Select(column => HtmlTable.Shown(column, table.ShownRows, language))];
        string[] heads = [.. columns.Select(column => HtmlTable.Breakable(language.Say(column.Name)))];
        var widths = WordColumns.Widths(heads, cells);
        var properties = new TableProperties
        {
            TableStyle = new() { Val = "ReportTable" },
            TableWidth = new() { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
            // A narrow table in the middle is in its place in both directions.
            TableJustification = new() { Val = TableRowAlignmentValues.Center },
            TableLayout = new() { Type = TableLayoutValues.Fixed },
        };
        var isRightToLeft = language.IsRightToLeft || table.IsRightToLeft;
        if (isRightToLeft) properties.BiDiVisual = new();
        TableRow RowOf(Func<int, string> text, bool isHead) =>
            Row(columns.Select((column, at) => Cell(text(at), column, widths[at], isRightToLeft)), isHead);
        return new(
        [
            properties,
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })),
            RowOf(at => heads[at], isHead: true),
            .. Enumerable.Range(0, table.ShownRows).Select(row => RowOf(at => cells[at][row], isHead: false)),
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

    private static TableCell Cell(string text, TableColumn column, int width, bool isRightToLeft)
    {
        // A number or a date runs from left to right in every table.
        var paragraph = WordParagraph.Of(text, "TableText", isRightToLeft: false);
        var properties = paragraph.ParagraphProperties!;
        // Texts stand where the table begins, numbers at the other side. In a paragraph from right to left, left means where it begins.
        var isAtRight = column.IsNumber != isRightToLeft;
        if (column.IsNumber || isRightToLeft)
            properties.Justification = new()
            { Val = isAtRight == properties.BiDi is null ? JustificationValues.Right : JustificationValues.Left };
        return new(new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }), paragraph);
    }
}
