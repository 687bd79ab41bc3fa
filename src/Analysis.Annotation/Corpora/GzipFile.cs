using System.Buffers.Binary;
using System.IO.Compression;

namespace Analysis;

/// <summary>A file compressed by gzip, one part or several. The framework takes a file that is cut off for a whole one; this does
/// not.</summary>
internal sealed class GzipFile : GZipStream
{
    private readonly string _name;
    private readonly uint _lastPart;
    private long _length;

    private GzipFile(FileStream file) : base(file, CompressionMode.Decompress)
    {
        // A part ends with its length.
        var end = new byte[sizeof(uint)];
        _name = Path.GetFileName(file.Name);
        file.Seek(-Math.Min(sizeof(uint), file.Length), SeekOrigin.End);
        file.ReadAtLeast(end, end.Length, throwOnEndOfStream: false);
        file.Position = 0;
        _lastPart = BinaryPrimitives.ReadUInt32LittleEndian(end);
    }

    /// <summary>Opens a file.</summary>
    public static GzipFile Open(string path) => new(RegularFile.OpenRead(path));

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is cut off, or not compressed.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            var read = base.Read(buffer, offset, count);
            _length += read;
            if (read > 0 || _length >= _lastPart) return read;
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException(
                $"{_name}: after {_length} bytes what follows is not compressed by gzip: {error.Message}", error);
        }

        throw new InvalidDataException($"{_name}: the file is cut off after {_length} bytes of text");
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var bytes = new byte[buffer.Length];
        var read = Read(bytes, 0, bytes.Length);
        bytes.AsSpan(0, read).CopyTo(buffer);
        return read;
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(MemoryMarshal.TryGetArray<byte>(buffer, out var array)
            ? Read(array.Array!, array.Offset, array.Count) : Read(buffer.Span));
}
