using System.Net;
using System.Security.Cryptography;

namespace Analysis;

/// <summary>Figures as HTML. Texts of the figure stand in it as data only: none can close a script or start one.</summary>
internal static class FigureHtml
{
    /// <summary>A page that needs no other file: plotly.js and the fonts are in it.</summary>
    public static string Page(Figure figure)
    {
        var fragment = Fragment(figure, picture: null, withScript: true);
        return $$"""
            <!DOCTYPE html>
            <html {{(Lettering.StartsRightToLeft(figure.Title) ? "lang=\"ar\" dir=\"rtl\"" : "lang=\"en\"")}}>
            <head>
            <meta charset="utf-8">
            <title>{{Encode(figure.Title)}}</title>
            <style>{{FontFace.Embedded(figure.ToPlotlyJson(), bold: true)}}
            body{margin:16px;font-family:{{Lettering.Family}}}pre{font-family:inherit}figcaption{max-width:60em;color:#5A5A5A}</style>
            </head>
            <body>
            {{fragment}}</body>
            </html>

            """;
    }

    /// <summary>
    /// A fragment for a page that other outputs share: a picture, if one can be made, that the live chart replaces once plotly.js is there.
    /// </summary>
    /// <param name="figure">The figure.</param>
    /// <param name="picture">PNG at double resolution; null where none can be made.</param>
    /// <param name="withScript">Whether plotly.js is in it, for the first figure on the page; the others wait for it.</param>
    public static string Fragment(Figure figure, byte[]? picture, bool withScript)
    {
        var (alt, json) = (Encode(figure.Alt), ScriptSafe(figure.ToPlotlyJson()));
        var still = picture is null ? $"<pre>{Encode(figure.ToString())}</pre>"
            : FormattableString.Invariant($"<img width=\"{figure.Width}\" height=\"{figure.Height}\" alt=\"{alt}\" ")
                + $"src=\"data:image/png;base64,{Convert.ToBase64String(picture)}\">";
        // The same figure has the same element id in each run.
        var id = $"figure-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..12]}";
        // A function around plotly.js hides the module loaders that some notebook pages define, which it would otherwise register with.
        var hidden = $"(function () {{ var define, module, exports;\n{ChartAssets.PlotlyScript}\n}})";
        var loader = withScript ? $"<script>if (!window.Plotly) {hidden}.call(window);</script>\n" : "";
        // Where a page is narrower than the figure, that scrolls in its own frame: nothing of it is cut off.
        return $"""
            <figure style="margin:0;overflow-x:auto" dir="ltr"><div id="{id}" role="img" aria-label="{alt}">{still}</div>
            <figcaption dir="auto">{Encode(figure.WholeCaption)}</figcaption></figure>
            {loader}<script>({ChartAssets.ReadText("figure.js")})({json}, "{id}");</script>

            """;
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>JSON in a script must not close it.</summary>
    private static string ScriptSafe(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);
}
