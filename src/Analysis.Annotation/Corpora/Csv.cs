using System.Buffers;
using System.Text;

namespace Analysis;

/// <summary>One record of a CSV file.</summary>
/// <param name="Fields">The fields without their quotes; as many as the first record of the file has.</param>
/// <param name="Quoted">For each field, whether it was quoted. This distinguishes an empty text from a missing value.</param>
/// <param name="Line">1-based line on which the record starts.</param>
internal readonly record struct CsvRecord(string[] Fields, bool[] Quoted, int Line)
{
    public string this[int field] => Fields[field];
}

/// <summary>
/// Reads and writes comma-separated values as defined by RFC 4180: fields that contain commas, quotes or line breaks are quoted, quotes are
/// doubled, and lines end with CR LF, LF or CR. A byte order mark at the beginning is ignored.
/// </summary>
internal static class Csv
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n\uFEFF");

    /// <summary>Reads all records, including the header. Blank lines are ignored, unless the records have a single field.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="source">Name of the file, for error messages.</param>
    /// <exception cref="InvalidDataException">
    /// A quote is not closed, occurs inside an unquoted field or is followed by text, or a record is longer or shorter than the first;
    /// the message names the source and the line.
    /// </exception>
    public static IEnumerable<CsvRecord> Read(TextReader reader, string source)
    {
        var scanner = new CsvScanner(reader, source);
        var width = 0;
        while (scanner.Next() is { } record)
        {
            if (width == 0)
                width = record.Fields.Length;
            else if (record is { Fields: [""], Quoted: [false] } && width > 1)
                continue;
            else if (record.Fields.Length != width)
                throw new InvalidDataException(
                    $"{source}, line {record.Line}: {record.Fields.Length} fields found, {width} expected as in the first record");
            yield return record;
        }
    }

    /// <summary>Writes one record and a line feed. Null is written as an empty field, an empty text as <c>""</c>.</summary>
    public static void WriteRecord(TextWriter writer, ReadOnlySpan<string?> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0) writer.Write(',');
            WriteField(writer, fields[i]);
        }
        writer.Write('\n');
    }

    private static void WriteField(TextWriter writer, string? field)
    {
        if (field is null) return;
        if (field.Length > 0 && field.AsSpan().IndexOfAny(NeedsQuotes) < 0)
        {
            writer.Write(field);
            return;
        }
        writer.Write('"');
        writer.Write(field.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}

/// <summary>Splits a text into records and counts its lines.</summary>
internal sealed class CsvScanner(TextReader reader, string source)
{
    private readonly char[] _buffer = new char[8192];
    private readonly StringBuilder _field = new();
    private readonly List<string> _fields = [];
    private readonly List<bool> _quoted = [];
    private int _position;
    private int _filled;
    private int _line = 1;
    private bool _started;

    /// <summary>The next record, or null at the end of the text.</summary>
    public CsvRecord? Next()
    {
        if (!_started && Peek() == '\uFEFF') _position++;
        _started = true;
        if (Peek() < 0) return null;

        _fields.Clear();
        _quoted.Clear();
        var line = _line;
        while (true)
        {
            var quoted = Peek() == '"';
            _fields.Add(quoted ? ReadQuoted() : ReadPlain());
            _quoted.Add(quoted);
            if (Peek() != ',') break;
            _position++;
        }
        if (Peek() >= 0) ReadLineBreak();
        return new CsvRecord([.. _fields], [.. _quoted], line);
    }

    private string ReadPlain()
    {
        _field.Clear();
        for (var next = Peek(); next >= 0 && next is not (',' or '\r' or '\n'); next = Peek())
        {
            if (next == '"')
                throw Bad(_line, $"a quote inside the unquoted field '{_field}'; the whole field should stand in quotes and the quote be doubled");
            var run = _buffer.AsSpan(_position, _filled - _position);
            var length = run.IndexOfAny(",\"\r\n");
            if (length < 0) length = run.Length;
            _field.Append(run[..length]);
            _position += length;
        }
        return _field.ToString();
    }

    private string ReadQuoted()
    {
        var line = _line;
        _field.Clear();
        _position++;
        for (var next = Peek(); next >= 0; next = Peek())
        {
            if (next == '"')
            {
                _position++;
                var after = Peek();
                if (after == '"')
                    _field.Append('"');
                else if (after < 0 || after is ',' or '\r' or '\n')
                    return _field.ToString();
                else
                    throw Bad(_line, $"'{(char)after}' after the quote that closes a field; a comma or the end of the line should follow");
                _position++;
            }
            else if (next is '\r' or '\n')
                _field.Append(ReadLineBreak());
            else
            {
                var run = _buffer.AsSpan(_position, _filled - _position);
                var length = run.IndexOfAny("\"\r\n");
                if (length < 0) length = run.Length;
                _field.Append(run[..length]);
                _position += length;
            }
        }
        throw Bad(line, "a quote is opened and never closed");
    }

    private string ReadLineBreak()
    {
        _line++;
        if (_buffer[_position++] == '\n') return "\n";
        if (Peek() != '\n') return "\r";
        _position++;
        return "\r\n";
    }

    private int Peek()
    {
        if (_position == _filled)
        {
            _position = 0;
            _filled = reader.Read(_buffer, 0, _buffer.Length);
            if (_filled == 0) return -1;
        }
        return _buffer[_position];
    }

    private InvalidDataException Bad(int line, string what) => new($"{source}, line {line}: {what}");
}
