namespace Analysis;

/// <summary>Figures as HTML. Texts of the figure stand in it as data only: none can close a script or start one.</summary>
internal static class FigureHtml
{
    /// <summary>A page that needs no other file: plotly.js, the fonts and the passages behind the marks are in it.</summary>
    public static string Page(Figure figure)
    {
        var fragment = Fragment(figure, picture: null, withScript: true);
        var isRightToLeft = figure.Language.IsRightToLeft || Lettering.RunsRightToLeft(figure.Title, figure.Language);
        return ChartAssets.Fill(ChartAssets.ReadText("figure-page.html"), part => part switch
        {
            "language" => isRightToLeft ? "lang=\"ar\" dir=\"rtl\"" : "lang=\"en\"",
            "title" => Encode(figure.Title),
            "fonts" => FontFace.Embedded(fragment),
            "family" => Lettering.Family,
            _ => fragment,
        });
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
