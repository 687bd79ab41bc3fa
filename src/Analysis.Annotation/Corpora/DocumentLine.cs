using System.Text;

namespace Analysis;

/// <summary>A line of input, such as JSON Lines: a document, or what is wrong with the line.</summary>
internal readonly record struct DocumentLine(int Number, Document? Document, string? Problem)
{
    /// <summary>The problem of a line in another encoding.</summary>
    public const string NotUtf8 = "bytes that are not UTF-8, expected a JSON object in UTF-8";

    /// <summary>
    /// Reads lines one by one, holding no more than one; lines of white space alone are passed over. The stream is read as bytes, so that
    /// one line that is not UTF-8 spoils no other.
    /// </summary>
    /// <param name="input">The lines.</param>
    /// <param name="fields">The names of the properties; null for the project's own form.</param>
    public static IEnumerable<DocumentLine> Read(Stream input, FieldNames? fields = null)
    {
        // Latin-1 gives each byte a character, so that lines are cut before they are decoded.
        var reader = new StreamReader(input, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (Parse(Encoding.Latin1.GetBytes(line), number, fields) is { } read) yield return read;
        }
    }

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

    private static DocumentLine? Parse(byte[] bytes, int number, FieldNames? fields)
    {
        try
        {
            var text = Utf8Text.Strict.GetString(bytes);
            if (number == 1) text = text.TrimStart('\uFEFF');
            return string.IsNullOrWhiteSpace(text) ? null : Of(number, () => DocumentJson.Parse(text, fields));
        }
        catch (DecoderFallbackException)
        {
            return new DocumentLine(number, null, NotUtf8);
        }
    }
}
