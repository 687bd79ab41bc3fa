using System.IO.Pipelines;

namespace Analysis;

/// <summary>
/// Recognizes the encodings in which Arabic texts are found, by strict rules and not by frequencies: a byte order mark; zero bytes, as in
/// UTF-16 and UTF-32; valid UTF-8; else the bytes of Arabic letters in Windows-1256 or ISO 8859-6. Damaged UTF-8 is none of these.
/// </summary>
internal static class TextEncodings
{
    private const int FewestBytes = 8; // of a legacy encoding that are not ASCII
    private const int Sample = 1 << 18;
    private const int Windows1256 = 1256;
    private const int Iso88596 = 28596;

    private static readonly (byte[] Mark, Encoding Encoding)[] Marked = [.. new Encoding[]
    {
        new UTF32Encoding(false, true, true), new UTF32Encoding(true, true, true), new UnicodeEncoding(false, true, true),
        new UnicodeEncoding(true, true, true),
    }.Select(encoding => (encoding.GetPreamble(), encoding))];

    /// <summary>The encoding of a text; null if it is UTF-8, or none that is known.</summary>
    /// <param name="bytes">The text, or its beginning.</param>
    public static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, encoding) in Marked)
            if (bytes.StartsWith(mark)) return encoding;

        if (bytes.StartsWith(Encoding.UTF8.Preamble)) return null;
        return bytes.Contains((byte)0) || bytes.Count((byte)6) * 4 > bytes.Length ? Wide(bytes) : Legacy(bytes);
    }

    /// <summary>Decodes the bytes of a text strictly.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="source">Name of the file, for messages.</param>
    /// <param name="encoding">The encoding, if it is not UTF-8; its byte order mark is then left out of the text.</param>
    /// <exception cref="InvalidDataException">The bytes are no text of a known encoding; the message names the byte offset.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string source, out Encoding? encoding)
    {
        encoding = Of(bytes);
        if (encoding is null) return Utf8Text.Decode(bytes, source);
        try
        {
            return encoding.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException error)
        {
            throw new InvalidDataException(
                $"{source}, byte offset {error.Index}: bytes found that are not {encoding.WebName}, in which the text begins", error);
        }
    }

    /// <summary>A stream of lines as UTF-8.</summary>
    /// <param name="input">The stream; it is closed with the one that is returned.</param>
    /// <param name="encoding">The encoding that it was in, if that is not UTF-8.</param>
    public static Stream ToUtf8(Stream input, out Encoding? encoding)
    {
        // What is examined stays in the pipe, which is read at the beginning again.
        var pipe = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: Sample));
        var beginning = pipe.ReadAsync().AsTask().GetAwaiter().GetResult().Buffer;
        encoding = Of(beginning.FirstSpan);
        pipe.AdvanceTo(beginning.Start);
        var whole = pipe.AsStream();
        return encoding is null ? whole : Encoding.CreateTranscodingStream(whole, encoding, Utf8Text.Strict);
    }

    /// <summary>A sentence on the encoding of a file; null for UTF-8.</summary>
    public static string? Note(string source, Encoding? encoding) =>
        encoding is null ? null : $"{source} is read as {encoding.WebName}, not UTF-8";

    // Without a byte order mark. Of four bytes of Arabic UTF-32 two are zero; of two bytes of UTF-16 one is 6, or 0 in a space.
    private static Encoding? Wide(ReadOnlySpan<byte> bytes)
    {
        var counts = (stackalloc int[4]);
        for (var at = 0; at < bytes.Length; at++) counts[at & 3] += bytes[at] is 0 or 6 ? 1 : 0;
        var most = bytes.Length / 4 * 9 / 10;
        var (last, first) = (counts[1] + counts[3], counts[0] + counts[2]);
        return most == 0 ? null
            : counts[2] > most && counts[3] > most ? Marked[0].Encoding
            : counts[0] > most && counts[1] > most ? Marked[1].Encoding
            : last > 2 * most && last > first ? Marked[2].Encoding
            : first > 2 * most ? Marked[3].Encoding : null;
    }

    // In UTF-8 half of the bytes of Arabic are from 80 to BF; in the others next to none.
    private static Encoding? Legacy(ReadOnlySpan<byte> bytes)
    {
        var (high, trailing, isIso) = (0, 0, true);
        foreach (var each in bytes)
        {
            if (each < 0x80) continue;
            high++;
            if (each < 0xC0) trailing++;
            isIso &= each is 0xA0 or 0xA4 or 0xAC or 0xAD or 0xBB or 0xBF or (>= 0xC1 and <= 0xDA) or (>= 0xE0 and <= 0xF2);
        }

        if (high < FewestBytes || trailing * 5 > high) return null;
        var windows = Arabic(bytes, Windows1256);
        return isIso && Arabic(bytes, Iso88596) > windows ? Strict(Iso88596) : windows * 5 > high * 4 ? Strict(Windows1256) : null;
    }

    private static int Arabic(ReadOnlySpan<byte> bytes, int codePage) =>
        Strict(codePage).GetString(bytes).Count(letter => letter is >= '\u0600' and <= '\u06FF');

    private static Encoding Strict(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(
        codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ReplacementFallback)!;
}
