namespace Analysis;

/// <summary>One record of a CSV file.</summary>
/// <param name="Fields">
/// The fields without their quotes; as many as the first record of the file has. Null is a missing value; an empty text is quoted.
/// </param>
/// <param name="Line">1-based line on which the record starts.</param>
/// <param name="Problem">What is wrong with the record, which then has no fields; null if it is sound.</param>
internal readonly record struct CsvRecord(string?[] Fields, int Line, string? Problem = null);

/// <summary>
/// Reads comma-separated values as defined by RFC 4180: fields that contain commas, quotes or line breaks are quoted, quotes are
/// doubled, and lines end with CR LF, LF or CR. A byte order mark at the beginning is ignored.
/// </summary>
internal static partial class Csv
{
    /// <summary>Reads all records, including the header. Blank lines are ignored, unless the records have a single field.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">Name of the file, for error messages.</param>
    /// <param name="separator"><c>,</c> or <c>;</c>.</param>
    /// <exception cref="InvalidDataException">
    /// A quote is not closed, occurs inside an unquoted field or is followed by text, or a record is longer or shorter than the first;
    /// the message names the source and the line.
    /// </exception>
    public static IEnumerable<CsvRecord> Read(string text, string source, char separator = ',') =>
        Scan(text, separator).Select(record => record.Problem is null ? record
            : throw new InvalidDataException($"{source}, line {record.Line}: {record.Problem}"));

    /// <summary>As <see cref="Read"/>; a record that is malformed is told of, and the one on the next line is read.</summary>
    public static IEnumerable<CsvRecord> Scan(string text, char separator = ',')
    {
        var field = separator == ';' ? SemicolonField() : CommaField();
        var (at, line, width) = (text.StartsWith('\uFEFF') ? 1 : 0, 1, 0);
        while (at < text.Length)
        {
            var (fields, first) = (new List<string?>(), line);
            var match = field.Match(text, at);
            for (; match.Success; match = field.Match(text, at))
            {
                var (quoted, plain) = (match.Groups["quoted"], match.Groups["plain"].Value);
                fields.Add(quoted.Success ? quoted.Value.Replace("\"\"", "\"", StringComparison.Ordinal) : plain.Length > 0 ? plain : null);
                line += LineBreaks(match.ValueSpan);
                at += match.Length;
                if (match.Groups["end"].ValueSpan is not ("," or ";")) break;
            }

            if (!match.Success)
            {
                yield return Bad(line, $"field {fields.Count + 1} has a quote that is not closed, or one in it that is not doubled");
                at = text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;
                line++;
                continue;
            }

            if (width == 0) width = fields.Count;
            if (width > 1 && fields is [null]) continue;
            yield return fields.Count == width ? new CsvRecord([.. fields], first)
                : Bad(first, $"{fields.Count} fields found, {width} expected as in the first record");
        }
    }

    /// <summary>What separates the columns of the first line: a semicolon, as some spreadsheets write, or a comma.</summary>
    public static char SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text.AsSpan(0, end);
        return header.Count(';') > header.Count(',') ? ';' : ',';
    }

    /// <summary>Whether a spreadsheet would take a field for a formula: it begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, a tab or
    /// a carriage return.</summary>
    public static bool IsFormula(ReadOnlySpan<char> field) => field is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    // CR LF is one line break.
    private static int LineBreaks(ReadOnlySpan<char> span) => span.Count('\n') + span.Count('\r') - span.Count("\r\n");

    private static CsvRecord Bad(int line, string problem) => new([], line, problem);

    [GeneratedRegex("""\G(?:"(?<quoted>(?>(?:[^"]+|"")*))"|(?<plain>[^",\r\n]*))(?<end>,|\r\n|\r|\n|\z)""")]
    private static partial Regex CommaField();

    [GeneratedRegex("""\G(?:"(?<quoted>(?>(?:[^"]+|"")*))"|(?<plain>[^";\r\n]*))(?<end>;|\r\n|\r|\n|\z)""")]
    private static partial Regex SemicolonField();
}
