using System.Net;
using System.Security.Cryptography;

namespace Analysis;

/// <summary>Figures as HTML. Texts of the figure stand in it as data only: none can close a script or start one.</summary>
internal static class FigureHtml
{
    /// <summary>A page that needs no other file: plotly.js, the fonts and the passages behind the marks are in it.</summary>
    public static string Page(Figure figure)
    {
        var fragment = Fragment(figure, picture: null, withScript: true);
        var isRightToLeft = figure.Language.IsRightToLeft || Lettering.RunsRightToLeft(figure.Title, figure.Language);
        return $$"""
            <!DOCTYPE html>
            <html {{(isRightToLeft ? "lang=\"ar\" dir=\"rtl\"" : "lang=\"en\"")}}>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{Encode(figure.Title)}}</title>
            <style>{{FontFace.Embedded(fragment, bold: true)}}
            :root{color-scheme:light dark;background:light-dark(#fff,#17181b);color:light-dark(#1d1d1f,#e6e4df)}
            body{margin:16px;font-family:{{Lettering.Family}}}pre{font-family:inherit}figcaption{max-width:60em}
            h1{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}</style>
            </head>
            <body>
            <main>
            <h1>{{Encode(figure.Title)}}</h1>
            {{fragment}}</main>
            </body>
            </html>

            """;
    }

    /// <summary>
    /// A fragment for a page that other outputs share: a picture, if one can be made, that the live chart replaces once plotly.js is there.
    /// </summary>
    /// <param name="figure">The figure.</param>
    /// <param name="picture">PNG at double resolution; null where none can be made.</param>
    /// <param name="withScript">Whether plotly.js and the script of figures are in it, for the first figure on the page; the others
    /// wait for it.</param>
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
        var loader = !withScript ? "" : $"""
            <style>{ChartAssets.ReadText("figure.css")}</style>
            <script>if (!window.Plotly) {hidden}.call(window);
            {ChartAssets.FigureScript(figure.Language)}</script>

            """;
        var caption = figure.WholeCaption.Length == 0 ? ""
            : $"\n<figcaption dir=\"auto\">{Encode(figure.WholeCaption)}</figcaption>";
        return $"""
            <figure style="margin:0" dir="ltr"><div id="{id}" role="img" aria-label="{alt}">{still}</div>{caption}</figure>
            {loader}<script>({ChartAssets.ReadText("fragment.js")})({json}, "{id}", {ScriptSafe(PassageData.Inline(figure))});</script>

            """;
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>JSON in a script must not close it.</summary>
    private static string ScriptSafe(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);
}
