using System.Buffers;

namespace Analysis;

/// <summary>Writes comma-separated values that <see cref="Csv"/> reads back.</summary>
internal static class CsvOutput
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n\uFEFF");

    /// <summary>Writes one record and a line feed. Null is written as an empty field, an empty text as <c>""</c>.</summary>
    public static void WriteRecord(TextWriter writer, ReadOnlySpan<string?> fields)
    {
        for (var at = 0; at < fields.Length; at++)
        {
            if (at > 0) writer.Write(',');
            writer.Write(Quote(fields[at]));
        }

        writer.Write('\n');
    }

    /// <summary>A field that no spreadsheet takes for a formula: what it would take for one, without any <c>'</c>
    /// before it, gets a <c>'</c> in front.</summary>
    public static string? Inert(string? field) => Csv.IsFormula(field.AsSpan().TrimStart('\'')) ? $"'{field}" : field;

    private static string? Quote(string? field) => field is not "" && field.AsSpan().IndexOfAny(NeedsQuotes) < 0
        ? field
        : $"\"{field!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
