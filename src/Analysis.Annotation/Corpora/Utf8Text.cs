using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Analysis;

/// <summary>
/// Decodes files strictly. A byte that is not UTF-8 is an error and never becomes a replacement character, because offsets would then
/// refer to a text that nobody wrote. A byte order mark stays in the text as U+FEFF, so that offsets equal those of any strict decoder.
/// </summary>
internal static class Utf8Text
{
    /// <summary>Decodes the bytes of a file.</summary>
    /// <exception cref="InvalidDataException">A byte is not UTF-8; the message names the source and the offset.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, string source)
    {
        // Validated and decoded in one pass, then copied. A text never has more code units than bytes.
        var buffer = ArrayPool<char>.Shared.Rent(bytes.Length);
        var status = Utf8.ToUtf16(bytes, buffer, out _, out var length, replaceInvalidSequences: false);
        var text = status == OperationStatus.Done ? new string(buffer, 0, length) : null;
        ArrayPool<char>.Shared.Return(buffer);
        return text ?? throw Invalid(bytes, 0, source);
    }

    /// <summary>Opens a text that is too large to be held in memory. Invalid bytes throw <see cref="DecoderFallbackException"/>.</summary>
    public static StreamReader Open(string path) =>
        new(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));

    /// <summary>The error for a file that a reader of <see cref="Open"/> rejected, with the offset of the first invalid byte.</summary>
    public static InvalidDataException Invalid(string path, string source)
    {
        using var stream = File.OpenRead(path);
        var buffer = new byte[1 << 16];
        var kept = 0;
        var passed = 0L;
        while (true)
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            var filled = buffer.AsSpan(0, kept + read);
            var valid = ValidPrefix(filled);
            // Up to three bytes may be the beginning of a character that the next read completes.
            if (read == 0 || filled.Length - valid > 3) return Invalid(filled, passed, source);
            passed += valid;
            filled[valid..].CopyTo(buffer);
            kept = filled.Length - valid;
        }
    }

    private static InvalidDataException Invalid(ReadOnlySpan<byte> bytes, long passed, string source)
    {
        var at = ValidPrefix(bytes);
        var found = at < bytes.Length ? $"byte 0x{bytes[at]:X2}" : "the end of the file";
        var guess = passed + at == 0 && bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? " (this looks like UTF-16)" : "";
        return new InvalidDataException($"{source}, byte offset {passed + at}: {found} found, UTF-8 expected{guess}; save the file as UTF-8");
    }

    private static int ValidPrefix(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != OperationStatus.Done) break;
            at += length;
        }

        return at;
    }
}
