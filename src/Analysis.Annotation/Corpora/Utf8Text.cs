namespace Analysis;

/// <summary>
/// Decodes files strictly. A byte that is not UTF-8 is an error and never becomes a replacement character, because offsets would then
/// refer to a text that nobody wrote. A byte order mark stays in the text as U+FEFF, so that offsets equal those of any strict decoder.
/// </summary>
internal static class Utf8Text
{
    /// <summary>The encoding; it throws <see cref="DecoderFallbackException"/>.</summary>
    public static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file, without its byte order mark.</summary>
    /// <exception cref="InvalidDataException">As for <see cref="Decode"/>.</exception>
    public static string Read(string path, string source) => Decode(RegularFile.ReadAllBytes(path), source).TrimStart('\uFEFF');

    /// <summary>Decodes the bytes of a file.</summary>
    /// <exception cref="InvalidDataException">A byte is not UTF-8; the message names the source and the offset.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string source)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException error)
        {
            var guess = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? " (this looks like UTF-16)" : "";
            var place = $"{source}, byte offset {error.Index}";
            throw new InvalidDataException(
                $"{place}: byte 0x{bytes[error.Index]:X2} found, UTF-8 expected{guess}; save the file as UTF-8", error);
        }
    }
}
