using System.Text;

namespace Analysis;

/// <summary>A line of JSON Lines input: a document, or what is wrong with the line.</summary>
internal readonly record struct DocumentLine(int Number, Document? Document, string? Problem)
{
    /// <summary>The problem of a line in another encoding.</summary>
    public const string NotUtf8 = "bytes that are not UTF-8, expected a JSON object in UTF-8";

    /// <summary>
    /// Reads lines one by one, holding no more than one; lines of white space alone are passed over. The stream is read as bytes, so that
    /// one line that is not UTF-8 spoils no other.
    /// </summary>
    public static IEnumerable<DocumentLine> Read(Stream input)
    {
        // Latin-1 gives each byte a character, so that lines are cut before they are decoded.
        var reader = new StreamReader(input, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (Parse(Encoding.Latin1.GetBytes(line), number) is { } read) yield return read;
        }
    }

    private static DocumentLine? Parse(byte[] bytes, int number)
    {
        try
        {
            var text = Utf8Text.Strict.GetString(bytes);
            if (number == 1) text = text.TrimStart('\uFEFF');
            return string.IsNullOrWhiteSpace(text) ? null : new DocumentLine(number, Document.FromJson(text), null);
        }
        catch (DecoderFallbackException)
        {
            return new DocumentLine(number, null, NotUtf8);
        }
        catch (FormatException error)
        {
            return new DocumentLine(number, null, error.Message);
        }
    }
}
