using System.Text.Unicode;

namespace Analysis;

/// <summary>A line of input, such as JSON Lines: a document, or what is wrong with the line.</summary>
internal readonly record struct DocumentLine(int Number, Document? Document, string? Problem)
{
    /// <summary>The problem of a line in another encoding.</summary>
    public const string NotUtf8 = "bytes that are not UTF-8, expected a JSON object in UTF-8";

    /// <summary>
    /// Reads lines one by one, in bounded memory; lines of white space alone are passed over. The stream is read as bytes, so that one
    /// line that is not UTF-8 spoils no other.
    /// </summary>
    /// <param name="input">The lines.</param>
    /// <param name="fields">The names of the properties; null for the project's own form.</param>
    public static IEnumerable<DocumentLine> Read(Stream input, FieldNames? fields = null) =>
        LineBlock.Read(input).SelectMany(block => block.Documents(fields));

    /// <summary>The line of a document, or of the <see cref="FormatException"/> that reading it throws.</summary>
    public static DocumentLine Of(int number, Func<Document> read)
    {
        try
        {
            return new DocumentLine(number, read(), null);
        }
        catch (FormatException error)
        {
            return new DocumentLine(number, null, error.Message);
        }
    }

    /// <summary>Reads one line; null if it is white space alone.</summary>
    /// <param name="line">The bytes, without the line feed.</param>
    /// <param name="number">1-based number of the line.</param>
    /// <param name="fields">The names of the properties; null for the project's own form.</param>
    public static DocumentLine? Parse(ReadOnlyMemory<byte> line, int number, FieldNames? fields)
    {
        if (number == 1 && line.Span.StartsWith(Encoding.UTF8.Preamble)) line = line[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(line.Span)) return new DocumentLine(number, null, NotUtf8);
        return line.Span.Trim(" \t\r"u8).IsEmpty ? null : Of(number, () => DocumentJson.Parse(line.Span, fields));
    }
}
