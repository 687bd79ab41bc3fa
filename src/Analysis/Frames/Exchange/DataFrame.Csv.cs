using System.Text;

namespace Analysis;

public abstract partial class DataFrame
{
    /// <summary>
    /// Writes the frame as CSV (RFC 4180, UTF-8, lines end with LF): a header with the names of the columns, numbers and dates in invariant
    /// form, lists with their items joined by <c>; </c>. A missing value is an empty field, an empty text <c>""</c>.
    /// </summary>
    /// <param name="path">File to write; it is replaced, whole or not at all. Folders are made.</param>
    /// <param name="byteOrderMark">Whether a byte order mark stands in front, by which Excel knows UTF-8.</param>
    public void ToCsv(string path, bool byteOrderMark = false) => AtomicFile.WriteText(path, new UTF8Encoding(byteOrderMark), ToCsv);

    /// <inheritdoc cref="ToCsv(string, bool)"/>
    /// <param name="writer">Where the text goes; it stays open.</param>
    public void ToCsv(TextWriter writer)
    {
        var columns = Columns.Select(StoredColumn.Of).ToArray();
        Csv.WriteRecord(writer, [.. columns.Select(column => column.Name)]);
        var fields = new string?[columns.Length];
        for (var row = 0; row < Count; row++)
        {
            for (var i = 0; i < fields.Length; i++) fields[i] = columns[i].Text(row);
            Csv.WriteRecord(writer, fields);
        }
    }

    /// <summary>
    /// Reads a frame from a CSV file as <see cref="ToCsv(string, bool)"/> writes it. Columns are found by name, whatever their order and
    /// letter case; those that the row type lacks are passed over; one that is absent takes its parameter's default.
    /// </summary>
    /// <typeparam name="TRow">A record with a parameter for each column.</typeparam>
    /// <param name="path">File to read, UTF-8 with or without a byte order mark.</param>
    /// <exception cref="InvalidDataException">
    /// A column is absent, a value is not of its type, or the file is no CSV; the message names file, line, column, what was found and what
    /// was expected.
    /// </exception>
    public static DataFrame<TRow> ReadCsv<TRow>(string path)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return ReadCsv<TRow>(reader, path);
    }

    /// <inheritdoc cref="ReadCsv{TRow}(string)"/>
    /// <param name="reader">Where the text comes from; it stays open.</param>
    /// <param name="source">What error messages call it.</param>
    public static DataFrame<TRow> ReadCsv<TRow>(TextReader reader, string source = "CSV")
    {
        var gatherer = new RowGatherer<TRow>(source);
        int[]? positions = null;
        foreach (var record in Csv.Read(reader, source))
        {
            if (positions is null)
            {
                positions = gatherer.Locate(record.Fields, record.Line);
                continue;
            }
            for (var i = 0; i < positions.Length; i++)
            {
                var position = positions[i];
                if (position < 0) gatherer.AddDefault(i);
                else if (record.Fields[position].Length == 0 && !record.Quoted[position]) gatherer.AddMissing(i, record.Line);
                else gatherer.AddText(i, record.Fields[position], record.Line);
            }
        }
        return positions is null
            ? throw new InvalidDataException($"{source}, line 1: no header found, names of columns expected")
            : gatherer.Build();
    }
}
