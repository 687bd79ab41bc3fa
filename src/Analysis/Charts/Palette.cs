namespace Analysis;

/// <summary>
/// The looks that tell series apart: Okabe and Ito's colours (Color Universal Design, 2008) without the yellow, which is lost on white,
/// then four of Tol's muted ones (Colour Schemes, 2021) and a grey, each with a symbol and a pattern of its own, so that colour
/// never stands alone. The order puts the colours that differ most first.
/// </summary>
internal static class Palette
{
    public const string Ink = "#222222";
    public const string Muted = "#5A5A5A";
    /// <summary>What charts stand on.</summary>
    public const string Paper = "#FFFFFF";
    public const string Grid = "#E4E4E4";
    public const string Band = "#F5F5F5";

    private static readonly string[] Colors =
    [
        "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#882255", "#999933", "#332288", "#888888", "#AA4499",
    ];

    private static readonly string[] Symbols =
    [
        "circle", "square", "diamond", "triangle-up", "cross", "x", "star", "hexagon", "triangle-down", "bowtie", "star-diamond",
        "pentagon",
    ];

    private static readonly string[] Patterns = ["", "/", ".", "x", "-", "\\", "|", "+"];

    /// <summary>Number of colours.</summary>
    public static int Count => Colors.Length;

    public static string Color(int series) => Colors[series % Colors.Length];

    /// <summary>A filled symbol; past the twelfth series the same ones come in other colours.</summary>
    public static string Symbol(int series) => Symbols[(series + (series / Symbols.Length)) % Symbols.Length];

    /// <summary>
    /// Black or white, whichever contrasts more with a colour. Written short: on a dark page colours of seven characters change, but not
    /// what stands on a mark.
    /// </summary>
    /// <param name="background">The colour, such as <c>#0072B2</c>.</param>
    public static string TextOn(string background) => IsLight(background) ? "#000" : "#FFF";

    /// <summary>Whether black contrasts more with a colour than white, by the contrast ratio of WCAG 2.2.</summary>
    public static bool IsLight(string background)
    {
        var (red, green, blue) = (Linear(Channel(background, 0)), Linear(Channel(background, 1)), Linear(Channel(background, 2)));
        var luminance = 0.05 + (0.2126 * red) + (0.7152 * green) + (0.0722 * blue);
        return luminance / 0.05 >= 1.05 / luminance;
    }

    /// <summary>The colour at a share of a scale of three stops, mixed as plotly.js mixes them.</summary>
    public static string Between(string[] scale, double share)
    {
        var (from, to, way) = share < 0.5 ? (scale[0], scale[1], 2 * share) : (scale[1], scale[2], (2 * share) - 1);
        return "#" + string.Concat(Enumerable.Range(0, 3).Select(channel =>
            Hex((Channel(from, channel) * (1 - way)) + (Channel(to, channel) * way))));
    }

    /// <summary>White marks over the series' colour, as bars and columns take them.</summary>
    public static Pattern Hatching(int series) =>
        new()
        {
            Shape = Patterns[series % Patterns.Length], Size = 7, Solidity = 0.25,
            FillMode = "overlay", FgColor = "#FFFFFF", FgOpacity = 0.4,
        };

    /// <summary>Red, green or blue from 0 to 255.</summary>
    private static double Channel(string color, int channel) =>
        int.Parse(color.AsSpan(1 + (2 * channel), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Hex(double channel) => ((int)Math.Round(channel)).ToString("X2", CultureInfo.InvariantCulture);

    private static double Linear(double channel) =>
        channel / 255 <= 0.04045 ? channel / 255 / 12.92 : Math.Pow(((channel / 255) + 0.055) / 1.055, 2.4);
}
