namespace Analysis;

/// <summary>One file of Noto Sans, and the characters it is for.</summary>
/// <param name="Family">Name of the family.</param>
/// <param name="Weight">400, regular, or 700, bold.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Range">The characters that it is used for, as CSS writes them.</param>
internal sealed record FontFace(string Family, int Weight, string File, string Range)
{
    private const string Arabic = "Noto Sans Arabic";

    /// <summary>Every face that charts use.</summary>
    public static IReadOnlyList<FontFace> All { get; } =
    [
        .. from weight in new[] { 400, 700 }
           from face in new[]
           {
               new FontFace("Noto Sans", weight, $"noto-sans-latin-{weight}-normal.woff2",
                   "U+0000-00FF,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212"),
               new FontFace(Arabic, weight, $"noto-sans-arabic-{weight}-normal.woff2", "U+0600-06FF,U+0750-077F,U+FB50-FDFF,U+FE70-FEFC"),
           }
           select face,
    ];

    /// <summary>The font as WOFF2.</summary>
    public byte[] Bytes => ChartAssets.Read($"fonts/{File}");

    /// <summary>Style rules with the fonts themselves in them, for the faces that the text needs.</summary>
    public static string Embedded(string text, bool bold)
    {
        var isArabic = text.Any(letter => letter is >= '\u0600' and <= '\u077F' or >= '\uFB50' and <= '\uFEFC');
        var styles = new StringBuilder();
        foreach (var face in All.Where(face => (face.Weight == 400 || bold) && (face.Family != Arabic || isArabic)))
            styles.Append("@font-face{font-family:\"").Append(face.Family).Append("\";font-weight:").Append(face.Weight)
                .Append(";src:url(data:font/woff2;base64,").Append(Convert.ToBase64String(face.Bytes))
                .Append(") format(\"woff2\");unicode-range:").Append(face.Range).Append('}');
        return styles.ToString();
    }
}
