using System.Text;

namespace Analysis;

/// <summary>A line of JSON Lines input: a document, or what is wrong with the line.</summary>
internal readonly record struct DocumentLine(int Number, Document? Document, string? Problem)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads lines one by one, holding no more than one; lines of white space alone are passed over. The stream is read as bytes, so that one line that is not UTF-8
    /// spoils no other.
    /// </summary>
    public static IEnumerable<DocumentLine> Read(Stream input)
    {
        var buffer = new byte[1 << 16];
        var (start, end, number) = (0, 0, 0);
        while (true)
        {
            var newLine = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (newLine >= 0)
            {
                if (Parse(buffer.AsMemory(start, newLine), ++number) is { } line) yield return line;
                start += newLine + 1;
                continue;
            }

            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = input.Read(buffer, end, buffer.Length - end);
            if (read == 0) break;
            end += read;
        }

        if (end > start && Parse(buffer.AsMemory(start, end - start), ++number) is { } last) yield return last;
    }

    private static DocumentLine? Parse(ReadOnlyMemory<byte> bytes, int number)
    {
        try
        {
            var text = Strict.GetString(bytes.Span);
            if (number == 1) text = text.TrimStart('\uFEFF');
            return string.IsNullOrWhiteSpace(text) ? null : new DocumentLine(number, Document.FromJson(text), null);
        }
        catch (DecoderFallbackException)
        {
            return new DocumentLine(number, null, "bytes that are not UTF-8, expected a JSON object in UTF-8");
        }
        catch (FormatException error)
        {
            return new DocumentLine(number, null, error.Message);
        }
    }
}
