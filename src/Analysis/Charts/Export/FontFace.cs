namespace Analysis;

/// <summary>One file of Noto Sans, and the characters it is for.</summary>
/// <param name="Family">Name of the family.</param>
/// <param name="Weight">400, regular, or 700, bold.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Range">The characters that it is used for, as CSS writes them.</param>
internal sealed record FontFace(string Family, int Weight, string File, string Range)
{
    private const string Arabic = "Noto Sans Arabic";
    private const string PrintedArabic = "Amiri";

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

    /// <summary>
    /// The Arabic of what is printed to PDF. Noto draws the points of a letter apart from it, and text that is copied from such a PDF has
    /// blanks in its words.
    /// </summary>
    public static IReadOnlyList<FontFace> Printed { get; } =
        [.. All.Where(face => face.Family == Arabic).Select(face =>
            face with { Family = PrintedArabic, File = face.File.Replace("noto-sans-arabic", "amiri-arabic", StringComparison.Ordinal) })];

    /// <summary>The font as WOFF2.</summary>
    public byte[] Bytes => ChartAssets.Read($"fonts/{File}");

    /// <summary>Markup with the family of printed Arabic in the place of that of screens.</summary>
    public static string ForPrint(string markup) => markup.Replace(Arabic, PrintedArabic, StringComparison.Ordinal);

    /// <summary>Style rules with the fonts themselves in them, for the scripts of a text; titles are bold, so both weights.</summary>
    public static string Embedded(string text) => Embedded(All, text);

    /// <summary>As <see cref="Embedded(string)"/>, for a page that is printed.</summary>
    public static string EmbeddedForPrint(string text) =>
        Embedded(All.Where(face => face.Family != Arabic).Concat(Printed), text);

    private static string Embedded(IEnumerable<FontFace> faces, string text)
    {
        var isArabic = text.Any(letter => letter is >= '\u0600' and <= '\u077F' or >= '\uFB50' and <= '\uFEFC');
        return string.Concat(faces
            .Where(face => isArabic || face.Family is not (Arabic or PrintedArabic))
            .Select(face => FormattableString.Invariant($"@font-face{{font-family:\"{face.Family}\";font-weight:{face.Weight}")
                + (face.Family == PrintedArabic ? ";size-adjust:118%" : "")
                + $";src:url(data:font/woff2;base64,{Convert.ToBase64String(face.Bytes)}) format(\"woff2\");unicode-range:{face.Range}}}"));
    }
}
