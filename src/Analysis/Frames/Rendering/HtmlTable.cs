using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Analysis;

/// <summary>A frame as an HTML table that needs neither script nor style sheet and takes its colours from the page around it.</summary>
internal static class HtmlTable
{
    private const string Edge = "border-bottom:1px solid rgba(128,128,128,.35)";
    private const string Cell = $"padding:.2em .7em;vertical-align:top;{Edge}";

    /// <summary>Longest number, date or interval that is kept in one line, in characters.</summary>
    private const int LongestUnbroken = 24;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static void Write(DataFrame frame, TextWriter writer)
    {
        var cells = new TableCells(frame);
        writer.Write("<table style=\"border-collapse:collapse;color:inherit;background:transparent\"><thead><tr>");
        foreach (var column in cells.Columns)
            WriteCell(writer, "th", column.Name, IsNumber(column), isRightToLeft: false);
        writer.Write("</tr></thead><tbody>");
        var rightToLeft = cells.Columns.Select(column => IsArabic(column, cells.Rows)).ToArray();
        for (var row = 0; row < cells.Rows; row++)
        {
            writer.Write("<tr>");
            for (var i = 0; i < cells.Columns.Count; i++)
                WriteCell(writer, "td", TableCells.Text(cells.Columns[i], row), IsNumber(cells.Columns[i]), rightToLeft[i]);
            writer.Write("</tr>");
        }
        writer.Write("</tbody></table>");
        if (cells.Caption.Length > 0) writer.Write($"<p style=\"opacity:.75;margin:.3em 0\">{Encoder.Encode(cells.Caption)}</p>");
    }

    private static void WriteCell(TextWriter writer, string tag, string text, bool isNumber, bool isRightToLeft)
    {
        var align = isNumber || isRightToLeft ? "right" : "left";
        var digits = isNumber ? ";font-variant-numeric:tabular-nums" : "";
        var unbroken = IsUnbroken(text) ? ";white-space:nowrap" : "";
        writer.Write($"<{tag}{(isRightToLeft ? " dir=\"rtl\" lang=\"ar\"" : "")} style=\"text-align:{align};{Cell}{digits}{unbroken}\">");
        // A name in another direction than its cell must not pull the punctuation around it along.
        var isolate = !isRightToLeft && TableCells.IsRightToLeft(text);
        writer.Write(isolate ? $"<bdi>{Encoder.Encode(text)}</bdi>" : Encoder.Encode(text));
        writer.Write($"</{tag}>");
    }

    /// <summary>Whether a text is a number, a date or an interval of dates, which a browser would break behind a hyphen: one short word that does not begin with a letter.</summary>
    private static bool IsUnbroken(string text) =>
        text.Length is > 0 and <= LongestUnbroken && !char.IsLetter(text[0]) && text.AsSpan().ContainsAnyInRange('0', '9') && !text.Any(char.IsWhiteSpace);

    private static bool IsNumber(Column column) => InvariantText.IsNumber(column.Type);

    /// <summary>A column is Arabic where most of the texts shown that have a letter of either direction are.</summary>
    private static bool IsArabic(Column column, int rows)
    {
        var (arabic, filled) = (0, 0);
        for (var row = 0; row < rows; row++)
        {
            var text = TableCells.Text(column, row);
            if (text.Length > 0) filled++;
            if (TableCells.IsRightToLeft(text)) arabic++;
        }
        return 2 * arabic > filled;
    }
}
