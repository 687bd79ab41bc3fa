using System.Net;
using System.Text;

namespace Analysis;

/// <summary>Figures as HTML.</summary>
internal static class FigureHtml
{
    /// <summary>A page that needs no other file: plotly.js and the fonts are in it.</summary>
    public static string Page(Figure figure, WebFolder web)
    {
        var json = ScriptSafe(figure.ToPlotlyJson());
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"").Append(Lettering.StartsRightToLeft(figure.Title) ? "ar\" dir=\"rtl" : "en").Append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
            .Append(Encode(figure.Title)).Append("</title>\n<style>").Append(FontFace.Embedded(web, json, bold: true))
            .Append("body{margin:16px;font-family:").Append(Lettering.Family).Append("}figure{margin:0;direction:ltr}figcaption{max-width:60em;color:#5A5A5A}</style>\n<script>")
            .Append(File.ReadAllText(web.ScriptFile)).Append("</script>\n</head>\n<body>\n<figure>\n<div id=\"").Append(figure.Id).Append("\" role=\"img\" aria-label=\"")
            .Append(Encode(figure.Alt)).Append("\"></div>\n<figcaption dir=\"auto\">").Append(Encode(figure.Caption)).Append("</figcaption>\n</figure>\n<script>document.fonts.ready.then(() => { const figure = ")
            .Append(json).Append("; return Plotly.newPlot(\"").Append(figure.Id).Append("\", figure.data, figure.layout, figure.config); });</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    /// <summary>
    /// A fragment for a page that other outputs share: a picture, if one can be made, that the live chart replaces once plotly.js is there.
    /// </summary>
    /// <param name="figure">The figure.</param>
    /// <param name="picture">PNG at double resolution; null where none can be made.</param>
    /// <param name="script">plotly.js, for the first figure on the page; null for the others, which wait for it.</param>
    public static string Fragment(Figure figure, byte[]? picture, string? script)
    {
        var alt = Encode(figure.Alt);
        var still = picture is null ? $"<pre>{Encode(figure.ToString())}</pre>"
            : FormattableString.Invariant($"<img width=\"{figure.Width}\" height=\"{figure.Height}\" alt=\"{alt}\" src=\"data:image/png;base64,{Convert.ToBase64String(picture)}\">");
        var id = $"figure-{figure.Id}";
        // A function around plotly.js hides the module loaders that some notebook pages define, which it would otherwise register with.
        var loader = script is null ? "" : $"<script>if (!window.Plotly) (function () {{ var define, module, exports;\n{script}\n}}).call(window);</script>\n";
        return $$"""
            <figure style="margin:0" dir="ltr"><div id="{{id}}" role="img" aria-label="{{alt}}">{{still}}</div><figcaption dir="auto">{{Encode(figure.Caption)}}</figcaption></figure>
            {{loader}}<script>(function () {
              var figure = {{ScriptSafe(figure.ToPlotlyJson())}};
              var hosts = document.querySelectorAll("#{{id}}"), host = hosts[hosts.length - 1], tries = 0;
              (function draw() {
                if (window.Plotly) { host.replaceChildren(); window.Plotly.newPlot(host, figure.data, figure.layout, figure.config); }
                else if (tries++ < 50) setTimeout(draw, 200);
              })();
            })();</script>

            """;
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>JSON in a script must not close it.</summary>
    private static string ScriptSafe(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);
}
