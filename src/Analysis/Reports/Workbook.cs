using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analysis;

/// <summary>
/// Tables as a workbook of Excel, a sheet each: heads that stay in sight, numbers and dates as such, texts that are never formulas, and
/// sheets from right to left in Arabic, for concordances in every language.
/// </summary>
internal static class Workbook
{
    private const int LongestText = 32_767;
    private const int LongestName = 31;
    private const int Widest = 48;
    private const uint HeadStyle = 1;
    private const uint DateStyle = 2;
    private const uint ArabicStyle = 3;

    // The same styles again, for cells that stand at the right.
    private const uint AtRight = 4;

    private static readonly DateTime FirstDay = new(1899, 12, 30);

    public static byte[] Write(IEnumerable<(string Name, TableView Table)> tables, Language language)
    {
        using var file = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var main = package.AddWorkbookPart();
            main.AddNewPart<WorkbookStylesPart>().FeedData(new MemoryStream(ChartAssets.Read("workbook-styles.xml")));
            var (sheets, names) = (new Sheets(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
            foreach (var (number, (name, table)) in tables.Index())
            {
                var part = main.AddNewPart<WorksheetPart>();
                part.Worksheet = Sheet(table, language.IsRightToLeft || table.IsRightToLeft);
                sheets.Append(new Sheet { Name = names.Take(name, LongestName), SheetId = (uint)number + 1, Id = main.GetIdOfPart(part) });
            }

            main.Workbook = new(sheets);
        }

        return file.ToArray();
    }

    private static Worksheet Sheet(TableView table, bool isRightToLeft)
    {
        var pane = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        var view = new SheetView(pane) { WorkbookViewId = 0, RightToLeft = isRightToLeft ? true : null };
        var fitted = new SheetProperties(new PageSetupProperties { FitToPage = true });
        // A sheet without columns has the width of one.
        var columns = new Columns(Enumerable.Range(1, Math.Max(1, table.Columns.Count)).Select(number =>
            new Column { Min = (uint)number, Max = (uint)number, Width = WidthOf(table, number - 1), CustomWidth = true }));
        // A head stands above the numbers of its column. In a sheet from right to left a text would touch the number after it; a long one
        // from left to right would lose its beginning at the right.
        bool IsAtRight(object? value) =>
            isRightToLeft && (value is not string { Length: > Widest } text || Lettering.StartsRightToLeft(text));
        var head = new Row(table.Columns.Zip(table.Numeric, (name, isNumber) => Placed(Text(name, HeadStyle), isRightToLeft || isNumber)));
        var rows = Enumerable.Range(0, table.RowCount)
            .Select(row => new Row(table.Values(row).Select(value => Placed(Cell(value), IsAtRight(value)))));
        var print = new PageSetup { Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 };
        return new(fitted, new SheetViews(view), columns, new SheetData([head, .. rows]), print);
    }

    // In characters, so that the shown rows can be read; a passage is cut.
    private static double WidthOf(TableView table, int column) => Enumerable.Range(0, table.ShownRows)
        .Select(row => InvariantText.Format(table.Values(row).ElementAt(column))?.Length ?? 0)
        .Append(table.Columns.ElementAtOrDefault(column)?.Length ?? 0).Select(letters => Math.Clamp(letters + 3.0, 8, Widest)).Max();

    private static Cell Cell(object? value) => value switch
    {
        null or double.NaN => new(),
        bool flag => new() { DataType = CellValues.Boolean, CellValue = new(flag) },
        DateOnly day => Date(day.ToDateTime(default)),
        DateTime time => Date(time),
        not Enum when InvariantText.IsNumber(value.GetType()) && double.IsFinite(InvariantText.ToDouble(value)) =>
            new() { CellValue = new(InvariantText.Format(value)!) },
        _ => (InvariantText.Format(value) ?? "") is var text && Lettering.StartsRightToLeft(text) ? Text(text, ArabicStyle) : Text(text),
    };

    private static Cell Placed(Cell cell, bool atRight)
    {
        if (atRight) cell.StyleIndex = (cell.StyleIndex?.Value ?? 0) + AtRight;
        return cell;
    }

    // Excel has no days before 1900.
    private static Cell Date(DateTime time) => time.Year < 1900
        ? Text(InvariantText.Format(time)!)
        : new() { CellValue = new((time - FirstDay).TotalDays.ToString("R", CultureInfo.InvariantCulture)), StyleIndex = DateStyle };

    // An inline string is no formula, whatever it begins with. Excel reads _x0041_ in it as a letter.
    private static Cell Text(string text, uint style = 0)
    {
        var contained = ShownText.Contained(text).Replace("_x", "_x005F_x", StringComparison.Ordinal);
        return new(new InlineString(new Text(TextTable.Cut(contained, LongestText)) { Space = SpaceProcessingModeValues.Preserve }))
        { DataType = CellValues.InlineString, StyleIndex = style };
    }
}
