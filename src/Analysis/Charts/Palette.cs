using System.Text.Json.Nodes;

namespace Analysis;

/// <summary>
/// The looks that tell series apart: Okabe and Ito's colours (Color Universal Design, 2008) without the yellow, which is lost on white, each with a symbol, a dash and a pattern of its
/// own, so that colour never stands alone. The order puts the colours with most contrast on white first.
/// </summary>
internal static class Palette
{
    public const string Ink = "#222222";
    public const string Muted = "#5A5A5A";
    public const string Grid = "#E4E4E4";
    public const string Band = "#F5F5F5";

    private static readonly string[] Colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"];
    private static readonly string[] Symbols = ["circle", "square", "diamond", "triangle-up", "cross", "x", "star", "hexagon"];
    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"];
    private static readonly string[] Patterns = ["", "/", ".", "x", "-", "\\", "|", "+"];

    public static string Color(int series) => Colors[series % Colors.Length];

    /// <summary>A symbol; past the eighth series the same ones come hollow.</summary>
    public static string Symbol(int series) => Symbols[series % Symbols.Length] + (series / Symbols.Length % 2 == 1 ? "-open" : "");

    public static string Dash(int series) => Dashes[series % Dashes.Length];

    /// <summary>White marks over the series' colour, as bars and areas take them.</summary>
    public static JsonObject Hatching(int series) => new()
    {
        ["shape"] = Patterns[series % Patterns.Length],
        ["fillmode"] = "overlay",
        ["fgcolor"] = "#FFFFFF",
        ["fgopacity"] = 0.4,
        ["size"] = 7,
        ["solidity"] = 0.25,
    };
}
