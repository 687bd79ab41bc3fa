namespace Analysis.Notebooks;

/// <summary>Renders the outputs of one page's cells, the richest representation of each that a page can show.</summary>
/// <param name="page">Name of the page; its pictures bear it.</param>
/// <param name="layout">The report's language, and its pages, which prose may link to.</param>
internal sealed class OutputRenderer(string page, PageLayout layout)
{
    private const string Png = "image/png";

    private readonly List<(string File, byte[] Png)> _pictures = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);

    /// <summary>The pictures met so far: files relative to the report's folder.</summary>
    public IReadOnlyList<(string File, byte[] Png)> Pictures => _pictures;

    /// <summary>The markup of an output of a cell.</summary>
    public string Render(CellOutput output, string cell) => output switch
    {
        { Type: "stream" } => Text(output.Texts.First().Name, output.Texts.First().Text),
        { Type: "error" } => Text("error", string.Join('\n', output.Json["traceback"]!.AsArray().Select(JsonText.Of))),
        _ when output.Data["application/vnd.plotly.v1+json"] is JsonObject || output.Data.ContainsKey(Png) => Chart(output, cell),
        _ when output.Text("text/html") is { } markup => Table(markup, output.Text("text/plain") is null ? "" : cell),
        _ when output.Text("text/markdown") is { } prose => Prose.Render(prose, layout.Pages),
        _ when output.Text("image/svg+xml") is { } drawing => $"<figure>{drawing}</figure>\n",
        _ => Text("result", output.Texts.Select(representation => representation.Text).LastOrDefault("")),
    };

    // The script puts the list of lines in the place of a concordance's table.
    private string Table(string markup, string cell)
    {
        var name = $"{page}/{_tables.Take(cell)}";
        var concordance = cell.Length > 0 && layout.Report.Concordances.Contains(name) ? $" data-concordance=\"{HtmlEncode(name)}\"" : "";
        var output = layout.Report.Shown.Text("output");
        return $"<div class=\"table\" role=\"group\" aria-label=\"{output}\" tabindex=\"0\"{concordance}>\n{markup}\n</div>\n";
    }

    private static string Text(string kind, string text) =>
        $"<pre class=\"{HtmlEncode(kind)}\" dir=\"auto\" tabindex=\"0\">{HtmlEncode(text)}</pre>\n";

    // The picture stands until the script has drawn the chart, and on paper; without a picture the words alone do.
    private string Chart(CellOutput output, string cell)
    {
        var text = output.Text("text/plain") ?? layout.Report.Shown.Text("chart");
        // A title is a sentence of its own, whatever brackets, quotation marks or isolates end it.
        var words = HtmlEncode(Regex.Replace(text.ReplaceLineEndings("\n").Trim(), @"(?<![.!?؟…:؛;]\W*)\n", ". ").Replace('\n', ' '));
        var picture = output.Text(Png) is { } base64 ? Picture(base64, words, output.Json["metadata"]?[Png], cell) : Text("picture", text);
        if (output.Data["application/vnd.plotly.v1+json"] is not JsonObject figure)
            return $"<figure class=\"chart\">\n{picture}</figure>\n";
        // plotly.js leaves layout.meta to those who make a figure: here it holds id, caption and marks.
        var meta = figure["layout"]?["meta"] as JsonObject;
        var caption = Part(meta, "caption") is { Length: > 0 } note ? $"<figcaption dir=\"auto\">{note}</figcaption>\n" : "";
        // Inside a script element only < could end it early.
        return ReportAssets.Fill(
            "chart.html", layout.Report.Shown, ("name", $"{HtmlEncode(page)}/{Part(meta, "id")}"), ("picture", picture), ("words", words),
            ("json", figure.ToJsonString().Replace("<", "\\u003c", StringComparison.Ordinal)), ("caption", caption));
    }

    private static string Part(JsonNode? meta, string name) => HtmlEncode(meta?[name]?.ToString() ?? "");

    private string Picture(string base64, string words, JsonNode? size, string cell)
    {
        var file = $"pictures/{_names.Take($"{page}-{cell}")}.png";
        _pictures.Add((file, Convert.FromBase64String(base64)));
        var pixels = size?["width"] is { } width && size["height"] is { } height ? $" width=\"{width}\" height=\"{height}\"" : "";
        return $"<img class=\"picture\" src=\"pictures/{Uri.EscapeDataString(Path.GetFileName(file))}\" alt=\"{words}\"{pixels}/>\n";
    }
}
