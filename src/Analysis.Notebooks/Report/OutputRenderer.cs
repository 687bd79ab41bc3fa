using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Analysis.Notebooks;

/// <summary>Renders the outputs of one page's cells, the richest representation of each that a page can show.</summary>
/// <param name="page">Name of the page; its pictures bear it.</param>
/// <param name="layout">The report.</param>
internal sealed class OutputRenderer(string page, PageLayout layout)
{
    // Enough to judge a chart by; a large corpus has a page's weight of them.
    private const int MaxPassages = 200;

    private readonly List<(string File, byte[] Png)> _pictures = [];

    /// <summary>The pictures met so far.</summary>
    public IReadOnlyList<(string File, byte[] Png)> Pictures => _pictures;

    /// <summary>Appends an output of a cell.</summary>
    public void Append(StringBuilder html, CellOutput output, string cell)
    {
        switch (output)
        {
            case StreamOutput stream:
                html.Append("<pre class=\"").Append(stream.Name).Append("\" dir=\"auto\">").Append(Escape(stream.Text)).Append("</pre>\n");
                break;
            case ErrorOutput error:
                html.Append("<pre class=\"error\" dir=\"auto\">").Append(Escape(string.Join('\n', error.Traceback))).Append("</pre>\n");
                break;
            case RichOutput rich:
                AppendRich(html, rich, cell);
                break;
        }
    }

    private void AppendRich(StringBuilder html, RichOutput rich, string cell)
    {
        if (rich.Data[MimeFormatter.Plotly] is JsonObject || rich.Data.ContainsKey(MimeFormatter.Png))
            AppendChart(html, rich, cell);
        else if (rich.Text(MimeFormatter.Html) is { } markup)
            html.Append("<div class=\"table\" role=\"region\" aria-label=\"Output\" tabindex=\"0\">\n").Append(markup).Append("\n</div>\n");
        else if (rich.Text("text/markdown") is { } prose)
            html.Append(Prose.Render(prose, layout.Pages));
        else if (rich.Text("image/svg+xml") is { } drawing)
            html.Append("<figure>").Append(drawing).Append("</figure>\n");
        else if (rich.Text(MimeFormatter.Plain) is { } text)
            html.Append("<pre dir=\"auto\">").Append(Escape(text)).Append("</pre>\n");
        else if (rich.Data.FirstOrDefault().Value is { } other)
            html.Append("<pre dir=\"ltr\">").Append(Escape(other.ToJsonString())).Append("</pre>\n");
    }

    // The picture stands until the script has drawn the chart, and on paper; without a picture the words alone do.
    private void AppendChart(StringBuilder html, RichOutput rich, string cell)
    {
        var figure = layout.Options.PlotlyScript is null ? null : rich.Data[MimeFormatter.Plotly] as JsonObject;
        var text = rich.Text(MimeFormatter.Plain) ?? "Chart";
        var words = text.ReplaceLineEndings(" ").Trim();
        html.Append("<figure class=\"chart\">\n");
        if (rich.Text(MimeFormatter.Png) is { } base64)
            AppendPicture(html, base64, words, rich, cell);
        else
            html.Append("<pre class=\"picture\" dir=\"auto\">").Append(Escape(text)).Append("</pre>\n");
        if (figure is not null)
        {
            html.Append("<div class=\"plot\" role=\"group\" aria-label=\"").Append(Escape(words)).Append("\" hidden=\"hidden\"></div>\n")
                .Append("<script type=\"application/json\">").Append(Embed(figure)).Append("</script>\n");
        }

        // plotly.js leaves layout.meta to those who make a figure: here it may hold a caption, and the passages behind the marks.
        var meta = (rich.Data[MimeFormatter.Plotly]?["layout"] as JsonObject)?["meta"] as JsonObject;
        if (meta?["caption"]?.ToString() is { Length: > 0 } caption)
            html.Append("<figcaption dir=\"auto\">").Append(Escape(caption)).Append("</figcaption>\n");
        html.Append("</figure>\n");
        if (meta?["evidence"] is JsonArray { Count: > 0 } evidence)
            AppendEvidence(html, evidence);
    }

    private static void AppendEvidence(StringBuilder html, JsonArray evidence)
    {
        html.Append("<details class=\"evidence\">\n<summary>Passages behind the marks (").Append(evidence.Count).Append(")</summary>\n<ul>\n");
        foreach (var passage in evidence.OfType<JsonObject>().Take(MaxPassages))
        {
            html.Append("<li dir=\"auto\"><b><bdi>").Append(Escape(passage["mark"]?.ToString() ?? "")).Append("</bdi></b> ")
                .Append(Escape(passage["text"]?.ToString() ?? "")).Append(" <span class=\"document\"><bdi>")
                .Append(Escape(passage["document"]?.ToString() ?? "")).Append("</bdi></span></li>\n");
        }

        html.Append("</ul>\n");
        if (evidence.Count > MaxPassages)
            html.Append("<p>").Append(MaxPassages).Append(" of ").Append(evidence.Count).Append(" passages</p>\n");
        html.Append("</details>\n");
    }

    private void AppendPicture(StringBuilder html, string base64, string text, RichOutput rich, string cell)
    {
        var number = _pictures.Count(picture => picture.File.StartsWith($"pictures/{page}-{cell}", StringComparison.Ordinal));
        var suffix = number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{number + 1}");
        var file = $"pictures/{page}-{cell}{suffix}.png";
        _pictures.Add((file, Convert.FromBase64String(base64.ReplaceLineEndings(""))));
        html.Append("<img class=\"picture\" src=\"").Append(Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal))
            .Append("\" alt=\"").Append(Escape(text)).Append('"');
        if (rich.Metadata[MimeFormatter.Png] is JsonObject size && size["width"] is JsonValue width && size["height"] is JsonValue height)
            html.Append(" width=\"").Append(width.ToJsonString()).Append("\" height=\"").Append(height.ToJsonString()).Append('"');
        html.Append("/>\n");
    }

    // Inside a script element only this could end it early.
    private static string Embed(JsonObject figure) => figure.ToJsonString().Replace("<", "\\u003c", StringComparison.Ordinal);

    private static string Escape(string text) => DefaultHtml.Escape(text);
}
