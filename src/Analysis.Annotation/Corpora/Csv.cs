using System.Buffers;
using System.Text.RegularExpressions;

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
internal static partial class Csv
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
        var (at, line, width) = (text.StartsWith('\uFEFF') ? 1 : 0, 1, 0);
        while (at < text.Length)
        {
            var (fields, first) = (new List<string?>(), line);
            Match match;
            do
            {
                match = Field().Match(text, at);
                if (!match.Success)
                    throw Bad(source, line, $"field {fields.Count + 1} has a quote that is not closed, or one in it that is not doubled");
                var (quoted, plain) = (match.Groups["quoted"], match.Groups["plain"].Value);
                fields.Add(quoted.Success ? quoted.Value.Replace("\"\"", "\"", StringComparison.Ordinal) : plain.Length > 0 ? plain : null);
                line += LineBreaks(match.ValueSpan);
                at += match.Length;
            }
            while (match.Groups["end"].ValueSpan is ",");
            if (width == 0) width = fields.Count;
            if (width > 1 && fields is [null]) continue;
            if (fields.Count != width) throw Bad(source, first, $"{fields.Count} fields found, {width} expected as in the first record");
            yield return new CsvRecord([.. fields], first);
        }
    }

    /// <summary>Writes one record and a line feed. Null is written as an empty field, an empty text as <c>""</c>.</summary>
    public static void WriteRecord(TextWriter writer, ReadOnlySpan<string?> fields) =>
        writer.Write(string.Join(',', Array.ConvertAll(fields.ToArray(), Quote)) + "\n");

    private static string? Quote(string? field) => field is not "" && field.AsSpan().IndexOfAny(NeedsQuotes) < 0
        ? field
        : $"\"{field!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // CR LF is one line break.
    private static int LineBreaks(ReadOnlySpan<char> span) => span.Count('\n') + span.Count('\r') - span.Count("\r\n");

    private static InvalidDataException Bad(string source, int line, string what) => new($"{source}, line {line}: {what}");

    [GeneratedRegex("""\G(?:"(?<quoted>(?>[^"]|"")*)"|(?<plain>[^",\r\n]*))(?<end>,|\r\n|\r|\n|\z)""")]
    private static partial Regex Field();
}
