using Deedle;

namespace Analysis;

/// <summary>Frames and series of Deedle as tables to be shown or written.</summary>
public static class DeedleExtensions
{
    /// <summary>
    /// The frame as a table with its row keys in the first column, called <c>Key</c>; it shows at most the given number of rows.
    /// </summary>
    public static TableView Show<TRow, TColumn>(this Frame<TRow, TColumn> frame, int rows) => DeedleTable.TryCreate(frame)!.Show(rows);

    /// <summary>The series as a table with the columns <c>Key</c> and <c>Value</c>; it shows at most the given number of rows.</summary>
    public static TableView Show<TKey, TValue>(this Series<TKey, TValue> series, int rows) => DeedleTable.TryCreate(series)!.Show(rows);

    /// <summary>
    /// Writes the frame as CSV in UTF-8, with its row keys in a first column called <c>Key</c>; see
    /// <see cref="DataFrameExtensions.ToCsv"/>.
    /// </summary>
    public static void ToCsv<TRow, TColumn>(this Frame<TRow, TColumn> frame, string path, bool byteOrderMark = false) =>
        DeedleTable.TryCreate(frame)!.ToCsv(path, byteOrderMark);

    /// <summary>
    /// Writes the series as CSV in UTF-8, with the columns <c>Key</c> and <c>Value</c>; see <see cref="DataFrameExtensions.ToCsv"/>.
    /// </summary>
    public static void ToCsv<TKey, TValue>(this Series<TKey, TValue> series, string path, bool byteOrderMark = false) =>
        DeedleTable.TryCreate(series)!.ToCsv(path, byteOrderMark);
}
