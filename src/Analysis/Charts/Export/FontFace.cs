using System.Text;

namespace Analysis;

/// <summary>One file of Noto Sans, and the characters it is for.</summary>
internal sealed record FontFace(string Family, int Weight, string File, string Range, Func<char, bool> Covers)
{
    private const string LatinRange = "U+0000-00FF,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212";
    private const string LatinExtendedRange = "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1E9F,U+1EF2-1EFF";
    private const string ArabicRange = "U+0600-06FF,U+0750-077F,U+FB50-FDFF,U+FE70-FEFC";

    /// <summary>Every face that charts use.</summary>
    public static IReadOnlyList<FontFace> All { get; } =
    [
        .. from weight in new[] { 400, 700 }
           from face in new[]
           {
               new FontFace("Noto Sans", weight, $"noto-sans-latin-{weight}-normal.woff2", LatinRange, _ => true),
               new FontFace("Noto Sans", weight, $"noto-sans-latin-ext-{weight}-normal.woff2", LatinExtendedRange, letter => letter is >= '\u0100' and <= '\u02FF' or >= '\u1E00' and <= '\u1EFF'),
               new FontFace("Noto Sans Arabic", weight, $"noto-sans-arabic-arabic-{weight}-normal.woff2", ArabicRange, letter => letter is >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\uFB50' and <= '\uFEFC'),
           }
           select face,
    ];

    /// <summary>Style rules with the fonts themselves in them, for the faces that the text needs.</summary>
    public static string Embedded(WebFolder web, string text, bool bold)
    {
        var styles = new StringBuilder();
        foreach (var face in All.Where(face => (face.Weight == 400 || bold) && text.Any(face.Covers)))
        {
            var file = Path.Combine(web.Folder, face.File);
            if (!System.IO.File.Exists(file)) continue;
            styles.Append("@font-face{font-family:\"").Append(face.Family).Append("\";font-weight:").Append(face.Weight)
                .Append(";src:url(data:font/woff2;base64,").Append(Convert.ToBase64String(System.IO.File.ReadAllBytes(file)))
                .Append(") format(\"woff2\");unicode-range:").Append(face.Range).Append('}');
        }
        return styles.ToString();
    }
}
