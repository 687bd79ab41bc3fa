namespace Analysis;

/// <summary>The part of a frame that is shown, as text.</summary>
internal sealed class TableCells
{
    /// <summary>Most columns that are shown; more cannot be read on a page.</summary>
    private const int MostColumns = 30;

    public TableCells(DataFrame frame)
    {
        Rows = Math.Min(frame.Count, frame.RowsShown);
        Columns = [.. frame.Columns.Take(MostColumns)];
        Caption = Cut(frame);
    }

    public IReadOnlyList<Column> Columns { get; }

    public int Rows { get; }

    /// <summary>What is not shown; empty where everything is.</summary>
    public string Caption { get; }

    /// <summary>A cell as text, empty where the value is missing; numbers with at most six significant decimals.</summary>
    public static string Text(Column column, int row) => column[row] switch
    {
        double number => Number(number),
        float number => Number(number),
        var value => InvariantText.Format(value) ?? "",
    };

    /// <summary>Whether a text holds a letter that is written from right to left (Hebrew, Arabic and their presentation forms).</summary>
    public static bool IsRightToLeft(string text)
    {
        foreach (var letter in text)
            if (letter is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC') return true;
        return false;
    }

    private static string Number(double number) => number == Math.Floor(number) && Math.Abs(number) < 1e15
        ? InvariantText.Format((FormattableString)$"{number:0}")!
        : Math.Abs(number) >= 1e-4
            ? InvariantText.Format((FormattableString)$"{number:0.####}")!
            : InvariantText.Format((FormattableString)$"{number:0.###e0}")!;

    private string Cut(DataFrame frame)
    {
        var rows = frame.Count > Rows ? (FormattableString)$"{Rows} of {frame.Count} rows" : null;
        var columns = frame.Columns.Count > Columns.Count ? (FormattableString)$"{Columns.Count} of {frame.Columns.Count} columns" : null;
        return string.Join(", ", new[] { rows, columns }.OfType<FormattableString>().Select(part => InvariantText.Format(part)));
    }
}
