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
        var (heads, cells, widths, fit) = WordColumns.Of(table, language);
        var isTight = fit == WordColumns.Fit.Tight;
        var style = isTight ? "TightTableText" : "TableText";
        var properties = new TableProperties
        {
            TableStyle = new() { Val = "ReportTable" },
            TableWidth = new() { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
            // A narrow table in the middle is in its place in both directions.
            TableJustification = new() { Val = TableRowAlignmentValues.Center },
            TableLayout = new() { Type = TableLayoutValues.Fixed },
        };
        if (isTight) properties.TableCellMarginDefault = new(Margin<TableCellLeftMargin>(), Margin<TableCellRightMargin>());
        var isRightToLeft = language.IsRightToLeft || table.IsRightToLeft;
        if (isRightToLeft) properties.BiDiVisual = new();
        var keepsTogether = WordColumns.AreTogether(table.ShownRows, fit);
        TableRow RowOf(Func<int, string> text, bool keepsNext) =>
            Row(columns.Select((column, at) => Cell(text(at), style, column, widths[at], isRightToLeft)), keepsNext);
        var head = RowOf(at => heads[at], keepsNext: true);
        head.TableRowProperties!.Append(new TableHeader());
        return new(
        [
            properties,
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })),
            head,
            .. Enumerable.Range(0, table.ShownRows).Select(row =>
                RowOf(at => cells[at][row], KeepsNext(row, table.ShownRows, keepsTogether))),
        ]);
    }

    // No page has fewer than three rows of a table, and a small one is on one page.
    private static bool KeepsNext(int row, int rows, bool keepsTogether) => row < rows - 1 && (keepsTogether || row < 2 || row >= rows - 3);

    private static TMargin Margin<TMargin>()
        where TMargin : TableWidthDxaNilType, new() => new() { Width = WordColumns.TightMargin, Type = TableWidthValues.Dxa };

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
        var edge = HtmlTable.EdgeOf(column, isRightToLeft || properties.BiDi is not null);
        // In a paragraph from right to left, left means where it begins.
        var isAtEnd = (edge == ColumnAlign.Right) == properties.BiDi is null;
        properties.Justification = new()
        {
            Val = edge == ColumnAlign.Center ? JustificationValues.Center : isAtEnd ? JustificationValues.Right : JustificationValues.Left,
        };
        return new(new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }), paragraph);
    }
}
