using Microsoft.Data.Analysis;

namespace Analysis;

/// <summary>Makes frames of sequences, and verbs for every frame of Microsoft.Data.Analysis.</summary>
public static class DataFrameExtensions
{
    /// <summary>
    /// A frame of records, with a column for each property in the order of the record's parameters. Objects of anonymous types are records
    /// too; of single values, such as text, the column is called <c>Value</c>.
    /// </summary>
    /// <param name="rows">The records; they are read once.</param>
    /// <exception cref="ArgumentException">The type of the records has no public properties.</exception>
    public static DataFrame<TRow> ToDataFrame<TRow>(this IEnumerable<TRow> rows) => new([.. rows]);

    /// <summary>The counts of a dictionary as a frame, most frequent first, ties in the order of the keys (text by code unit).</summary>
    public static DataFrame<ValueCount<TKey>> ToDataFrame<TKey>(this IEnumerable<KeyValuePair<TKey, int>> counts) =>
        ValueCounts.Sort(counts.Select(count => new ValueCount<TKey>(count.Key, count.Value)), "");

    /// <summary>Copies of some of the columns, in the order of their names.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="columns">Names of the columns.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public static DataFrame Select(this DataFrame frame, params string[] columns) =>
        new(columns.Select(name => frame.Column(name).Clone()));

    /// <summary>The frame as a table that shows another number of rows than 20.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="rows">Most rows that are shown.</param>
    public static TableView Show(this DataFrame frame, int rows) => TableView.TryCreate(frame)!.Show(rows);

    /// <summary>
    /// Writes the frame as CSV (RFC 4180, UTF-8, lines end with LF) under every culture alike: dates as <c>yyyy-MM-dd</c>, numbers so that
    /// they read back exactly. A missing value is an empty field, an empty text <c>""</c>.
    /// </summary>
    /// <param name="frame">The frame.</param>
    /// <param name="path">File to write; it is replaced, whole or not at all. Folders are made.</param>
    /// <param name="byteOrderMark">Whether the file is for Excel: it begins with a byte order mark, and a <c>'</c> stands before what
    /// Excel would take for a formula.</param>
    public static void ToCsv(this DataFrame frame, string path, bool byteOrderMark = false) =>
        TableView.TryCreate(frame)!.ToCsv(path, byteOrderMark);

    /// <summary>The column of that name (ordinal comparison).</summary>
    /// <exception cref="KeyNotFoundException">There is no such column; the message lists those there are.</exception>
    internal static DataFrameColumn Column(this DataFrame frame, string name)
    {
        var names = frame.ColumnNames();
        return Array.IndexOf(names, name) is >= 0 and var at ? frame.Columns[at]
            : throw new KeyNotFoundException($"no column '{name}'; the columns are {string.Join(", ", names)}");
    }

    /// <summary>The names of the columns; no column is made for them.</summary>
    internal static string[] ColumnNames(this DataFrame frame) => LazyColumns.NamesOf(frame.Columns);
}
