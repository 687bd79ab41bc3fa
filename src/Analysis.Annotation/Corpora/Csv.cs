using System.Buffers;

namespace Analysis;

/// <summary>One record of a CSV file.</summary>
/// <param name="Fields">
/// The fields without their quotes; as many as the first record of the file has. Null is a missing value; an empty text is quoted.
/// </param>
/// <param name="Line">1-based line on which the record starts.</param>
internal readonly record struct CsvRecord(string?[] Fields, int Line);

/// <summary>
/// Reads and writes comma-separated values as defined by RFC 4180: fields that contain commas, quotes or line breaks are quoted, quotes are
/// doubled, and lines end with CR LF, LF or CR. A byte order mark at the beginning is ignored.
/// </summary>
internal static class Csv
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n\uFEFF");

    /// <summary>Reads all records, including the header. Blank lines are ignored, unless the records have a single field.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">Name of the file, for error messages.</param>
    /// <exception cref="InvalidDataException">
    /// A quote is not closed, occurs inside an unquoted field or is followed by text, or a record is longer or shorter than the first;
    /// the message names the source and the line.
    /// </exception>
    public static IEnumerable<CsvRecord> Read(string text, string source)
    {
        var scanner = new CsvScanner(text, source);
        var width = 0;
        while (scanner.Next() is { } record)
        {
            if (width == 0) width = record.Fields.Length;
            if (width > 1 && record.Fields is [null]) continue;
            if (record.Fields.Length != width)
            {
                throw new InvalidDataException(
                    $"{source}, line {record.Line}: {record.Fields.Length} fields found, {width} expected as in the first record");
            }

            yield return record;
        }
    }

    /// <summary>Writes one record and a line feed. Null is written as an empty field, an empty text as <c>""</c>.</summary>
    public static void WriteRecord(TextWriter writer, ReadOnlySpan<string?> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) writer.Write(',');
            writer.Write(Quote(fields[i]));
        }

        writer.Write('\n');
    }

    private static string? Quote(string? field) => field is not "" && field.AsSpan().IndexOfAny(NeedsQuotes) < 0
        ? field
        : $"\"{field!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>Splits a text into records and counts its lines.</summary>
internal sealed class CsvScanner(string text, string source)
{
    private int _at = text.StartsWith('\uFEFF') ? 1 : 0;
    private int _line = 1;

    /// <summary>The next record, or null at the end of the text.</summary>
    public CsvRecord? Next()
    {
        if (_at == text.Length) return null;
        var (fields, line) = (new List<string?>(), _line);
        do fields.Add(IsAt('"') ? ReadQuoted() : ReadPlain());
        while (Skip(','));
        if (Skip('\r') | Skip('\n')) _line++;
        return new CsvRecord([.. fields], line);
    }

    private string? ReadPlain()
    {
        var length = text.AsSpan(_at).IndexOfAny(",\"\r\n");
        var field = length < 0 ? text[_at..] : text.Substring(_at, length);
        _at += field.Length;
        if (!IsAt('"')) return field.Length > 0 ? field : null;
        throw Bad(_line, $"a quote inside the unquoted field '{field}'; the whole field should stand in quotes and the quote be doubled");
    }

    private string ReadQuoted()
    {
        var (first, line) = (_at + 1, _line);
        do
        {
            var quote = text.IndexOf('"', _at + 1);
            if (quote < 0) throw Bad(line, "a quote is opened and never closed");
            _line += LineBreaks(text.AsSpan(_at, quote - _at));
            _at = quote + 1;
        }
        while (IsAt('"'));
        if (_at < text.Length && text[_at] is not (',' or '\r' or '\n'))
            throw Bad(_line, $"'{text[_at]}' after the quote that closes a field; a comma or the end of the line should follow");
        return text[first..(_at - 1)].Replace("\"\"", "\"", StringComparison.Ordinal);
    }

    // CR LF is one line break.
    private static int LineBreaks(ReadOnlySpan<char> span) => span.Count('\n') + span.Count('\r') - span.Count("\r\n");

    private bool IsAt(char letter) => _at < text.Length && text[_at] == letter;

    private bool Skip(char letter)
    {
        if (!IsAt(letter)) return false;
        _at++;
        return true;
    }

    private InvalidDataException Bad(int line, string what) => new($"{source}, line {line}: {what}");
}
