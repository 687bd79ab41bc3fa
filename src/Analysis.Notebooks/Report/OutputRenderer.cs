using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Analysis.Notebooks;

/// <summary>Renders the outputs of one page's cells, the richest representation of each that a page can show.</summary>
/// <param name="page">Name of the page; its pictures bear it.</param>
/// <param name="layout">The report.</param>
internal sealed class OutputRenderer(string page, PageLayout layout)
{
    private const string Png = "image/png";

    // Enough to judge a chart by; a large corpus has a page's weight of them.
    private const int MaxPassages = 200;

    private readonly List<(string File, byte[] Png)> _pictures = [];

    /// <summary>The pictures met so far: files relative to the report's folder.</summary>
    public IReadOnlyList<(string File, byte[] Png)> Pictures => _pictures;

    /// <summary>Appends an output of a cell.</summary>
    public void Append(StringBuilder html, CellOutput output, string cell)
    {
        if (output.Type is "stream" or "error")
        {
            var (name, text) = output.Texts.First();
            AppendText(html, name, output.Type == "stream" ? text : string.Join('\n', output.Json["traceback"]!.AsArray().Select(JsonText.Of)));
        }
        else if (output.Data["application/vnd.plotly.v1+json"] is JsonObject || output.Data.ContainsKey(Png))
            AppendChart(html, output, cell);
        else if (output.Text("text/html") is { } markup)
            html.Append("<div class=\"table\" role=\"region\" aria-label=\"Output\" tabindex=\"0\">\n").Append(markup).Append("\n</div>\n");
        else if (output.Text("text/markdown") is { } prose)
            html.Append(Prose.Render(prose, layout.Pages));
        else if (output.Text("image/svg+xml") is { } drawing)
            html.Append("<figure>").Append(drawing).Append("</figure>\n");
        else if (output.Texts.Select(representation => representation.Text).LastOrDefault() is { } other)
            AppendText(html, "result", other);
    }

    private static void AppendText(StringBuilder html, string kind, string text) =>
        html.Append("<pre class=\"").Append(HtmlText.Escape(kind)).Append("\" dir=\"auto\">").Append(HtmlText.Escape(text)).Append("</pre>\n");

    // The picture stands until the script has drawn the chart, and on paper; without a picture the words alone do.
    private void AppendChart(StringBuilder html, CellOutput output, string cell)
    {
        var figure = output.Data["application/vnd.plotly.v1+json"] as JsonObject;
        var text = output.Text("text/plain") ?? "Chart";
        var words = HtmlText.Escape(text.ReplaceLineEndings(" ").Trim());
        html.Append("<figure class=\"chart\">\n");
        if (output.Text(Png) is { } base64) AppendPicture(html, base64, words, output.Json["metadata"]?[Png], cell);
        else AppendText(html, "picture", text);
        if (figure is not null)
        {
            // Inside a script element only < could end it early.
            html.Append("<div class=\"plot\" role=\"group\" aria-label=\"").Append(words).Append("\" hidden=\"hidden\"></div>\n<script type=\"application/json\">")
                .Append(figure.ToJsonString().Replace("<", "\\u003c", StringComparison.Ordinal)).Append("</script>\n");
        }

        // plotly.js leaves layout.meta to those who make a figure: here it holds the caption and the passages behind the marks.
        var meta = (figure?["layout"] as JsonObject)?["meta"] as JsonObject;
        if (meta?["caption"]?.ToString() is { Length: > 0 } caption)
            html.Append("<figcaption dir=\"auto\">").Append(HtmlText.Escape(caption)).Append("</figcaption>\n");
        html.Append("</figure>\n");
        if (meta?["evidence"] is JsonArray { Count: > 0 } evidence) AppendEvidence(html, evidence);
    }

    private static void AppendEvidence(StringBuilder html, JsonArray evidence)
    {
        html.Append("<details class=\"evidence\">\n<summary>Passages behind the marks (").Append(evidence.Count).Append(")</summary>\n<ul>\n");
        foreach (var passage in evidence.Take(MaxPassages))
        {
            html.Append("<li dir=\"auto\"><b><bdi>").Append(Part("mark")).Append("</bdi></b> ").Append(Part("text"))
                .Append(" <span class=\"document\"><bdi>").Append(Part("document")).Append("</bdi></span></li>\n");

            string Part(string name) => HtmlText.Escape(passage?[name]?.ToString() ?? "");
        }

        html.Append("</ul>\n");
        if (evidence.Count > MaxPassages) html.Append("<p>").Append(MaxPassages).Append(" of ").Append(evidence.Count).Append(" passages</p>\n");
        html.Append("</details>\n");
    }

    private void AppendPicture(StringBuilder html, string base64, string words, JsonNode? size, string cell)
    {
        var name = $"pictures/{page}-{cell}";
        var number = _pictures.Count(picture => picture.File == name + ".png" || picture.File.StartsWith(name + "-", StringComparison.Ordinal));
        var file = number == 0 ? name + ".png" : string.Create(CultureInfo.InvariantCulture, $"{name}-{number + 1}.png");
        _pictures.Add((file, Convert.FromBase64String(base64)));
        html.Append("<img class=\"picture\" src=\"").Append(Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal))
            .Append("\" alt=\"").Append(words).Append('"');
        if (size?["width"] is JsonValue width && size["height"] is JsonValue height)
            html.Append(" width=\"").Append(width).Append("\" height=\"").Append(height).Append('"');
        html.Append("/>\n");
    }
}
