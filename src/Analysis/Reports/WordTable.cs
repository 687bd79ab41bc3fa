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
        var (widths, areTight) = WordColumns.Of(heads, cells);
        var style = areTight ? "TightTableText" : "TableText";
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
        TableRow RowOf(Func<int, string> text, bool keepsNext) =>
            Row(columns.Select((column, at) => Cell(text(at), style, column, widths[at], isRightToLeft)), keepsNext);
        var head = RowOf(at => heads[at], keepsNext: true);
        head.TableRowProperties!.Append(new TableHeader());
        return new(
        [
            properties,
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })),
            head,
            .. Enumerable.Range(0, table.ShownRows).Select(row => RowOf(at => cells[at][row], KeepsNext(row, table.ShownRows))),
        ]);
    }

    // No page has fewer than three rows of a table.
    private static bool KeepsNext(int row, int rows) => row < 2 || (row >= rows - 3 && row < rows - 1);

    private static TableRow Row(IEnumerable<TableCell> cells, bool keepsNext)
    {
        TableRow row = new([new TableRowProperties(new CantSplit()), .. cells]);
        if (!keepsNext) return row;
        foreach (var paragraph in row.Descendants<ParagraphProperties>()) paragraph.KeepNext = new();
        return row;
    }

    private static TableCell Cell(string text, string style, TableColumn column, int width, bool isRightToLeft)
    {
        // A number or a date runs from left to right in every table.
        var paragraph = WordParagraph.Of(text, style, isRightToLeft: false);
        var properties = paragraph.ParagraphProperties!;
        // Texts stand where the table begins, numbers at the other side. In a paragraph from right to left, left means where it begins.
        var isAtRight = column.IsNumber != isRightToLeft;
        if (column.IsNumber || isRightToLeft)
            properties.Justification = new()
            { Val = isAtRight == properties.BiDi is null ? JustificationValues.Right : JustificationValues.Left };
        return new(new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }), paragraph);
    }
}
