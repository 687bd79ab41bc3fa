namespace Analysis;

/// <summary>The resolution of a PNG, by which programs know its size on paper.</summary>
internal static class PngDensity
{
    // The signature, and the first chunk, which is always the header.
    private const int HeaderEnd = 8 + 12 + 13;

    // The chunks pHYs of 192 and 288 dots an inch, which are 7559 and 11339 a metre, each with its length before and its CRC after it.
    private static readonly byte[] Double = Convert.FromHexString("000000097048597300001D8700001D87018FE5F165");
    private static readonly byte[] Triple = Convert.FromHexString("000000097048597300002C4B00002C4B01A53D96A9");

    /// <summary>The picture with its resolution after the header.</summary>
    /// <param name="png">A picture without one.</param>
    /// <param name="scale">Its pixels to one CSS pixel, of which an inch has 96: 2 or 3.</param>
    public static byte[] Set(byte[] png, double scale) =>
        [.. png.AsSpan(0, HeaderEnd), .. scale == 2 ? Double : Triple, .. png.AsSpan(HeaderEnd)];
}
