using System.Buffers;

namespace Analysis;

/// <summary>Some whole lines of a stream. The bytes are borrowed: <see cref="Dispose"/> gives them back.</summary>
internal sealed class LineBlock : IDisposable
{
    /// <summary>The longest line that is read, in bytes.</summary>
    public const int LongestLine = 1 << 26;

    private const int Size = 1 << 18;

    private byte[] _bytes;

    private LineBlock(byte[] bytes, int length, int firstLine, bool isCut) =>
        (_bytes, Length, FirstLine, IsCut) = (bytes, length, firstLine, isCut);

    /// <summary>1-based number of the first line.</summary>
    public int FirstLine { get; }

    /// <summary>Number of bytes.</summary>
    public int Length { get; }

    /// <summary>Number of lines.</summary>
    public int Count => Bytes.Count((byte)'\n') + (Bytes[^1] == '\n' ? 0 : 1);

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    // Whether the block is the beginning of one line that is too long.
    private bool IsCut { get; }

    /// <summary>
    /// Cuts a stream into blocks. What has come in is handed on at once, so that a program that writes a line can wait for the answer.
    /// </summary>
    public static IEnumerable<LineBlock> Read(Stream input)
    {
        var (buffer, length, line) = (ArrayPool<byte>.Shared.Rent(Size), 0, 1);
        while (true)
        {
            var read = input.Read(buffer, length, buffer.Length - length);
            var end = read == 0 ? length : buffer.AsSpan(length, read).LastIndexOf((byte)'\n') is >= 0 and var at ? length + at + 1 : 0;
            length += read;
            var isCut = end == 0 && length >= LongestLine;
            if (end > 0 || isCut)
            {
                var next = ArrayPool<byte>.Shared.Rent(Math.Max(Size, length - end));
                if (!isCut) buffer.AsSpan(end, length - end).CopyTo(next);
                var block = new LineBlock(buffer, isCut ? length : end, line, isCut);
                (buffer, length, line) = (next, isCut ? 0 : length - end, line + block.Count);
                yield return block;
                if (isCut && !SkipLine(input, buffer, ref length)) break;
            }
            else if (read > 0 && length == buffer.Length)
            {
                var longer = ArrayPool<byte>.Shared.Rent(2 * length);
                buffer.AsSpan(0, length).CopyTo(longer);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = longer;
            }

            if (read == 0) break;
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>The lines, without those of white space alone. After the last the bytes are given back.</summary>
    /// <param name="fields">The names of the properties; null for the project's own form.</param>
    public IEnumerable<DocumentLine> Documents(FieldNames? fields)
    {
        using var bytes = this;
        if (IsCut)
        {
            yield return new DocumentLine(
                FirstLine, null, FormattableString.Invariant($"more than {LongestLine} bytes found, a shorter line expected"));
            yield break;
        }

        var number = FirstLine;
        foreach (var line in Lines())
            if (DocumentLine.Parse(_bytes.AsMemory(line), number++, fields) is { } document) yield return document;
    }

    /// <summary>Where the lines are, without their line feeds.</summary>
    public IEnumerable<Range> Lines()
    {
        for (var at = 0; at < Length;)
        {
            var length = Bytes[at..].IndexOf((byte)'\n') is >= 0 and var end ? end : Length - at;
            yield return at..(at + length);
            at += length + 1;
        }
    }

    /// <summary>Gives the bytes back; the block is empty then.</summary>
    public void Dispose()
    {
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    // What stands after the line is left in the buffer. False at the end of the stream.
    private static bool SkipLine(Stream input, byte[] buffer, ref int length)
    {
        while (input.Read(buffer) is > 0 and var read)
        {
            if (buffer.AsSpan(0, read).IndexOf((byte)'\n') is not (>= 0 and var end)) continue;
            buffer.AsSpan(end + 1, read - end - 1).CopyTo(buffer);
            length = read - end - 1;
            return true;
        }

        return false;
    }
}
