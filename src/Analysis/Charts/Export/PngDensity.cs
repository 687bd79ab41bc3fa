using System.Buffers.Binary;

namespace Analysis;

/// <summary>The resolution of a PNG, by which programs know its size on paper.</summary>
internal static class PngDensity
{
    private const double PixelsPerInch = 96;
    private const double InchesPerMetre = 1 / 0.0254;

    // The signature, and the first chunk, which is always the header.
    private const int HeaderEnd = 8 + 12 + 13;

    /// <summary>The picture with a chunk <c>pHYs</c> after its header.</summary>
    /// <param name="png">A picture without one.</param>
    /// <param name="scale">Its pixels to one CSS pixel.</param>
    public static byte[] Set(byte[] png, double scale)
    {
        var perMetre = (uint)Math.Round(PixelsPerInch * scale * InchesPerMetre);
        var chunk = new byte[21];
        chunk[3] = 9;
        "pHYs"u8.CopyTo(chunk.AsSpan(4));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8), perMetre);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(12), perMetre);
        chunk[16] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(17), Checksum(chunk.AsSpan(4, 13)));
        return [.. png.AsSpan(0, HeaderEnd), .. chunk, .. png.AsSpan(HeaderEnd)];
    }

    // CRC-32 of ISO 3309, as PNG asks for; the framework has none in a package that is used here.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var next in bytes)
        {
            sum ^= next;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return ~sum;
    }
}
