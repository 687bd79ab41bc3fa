using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Analysis.Notebooks.Tests.Jupyter;

/// <summary>What a reader sees of an output, whatever form an engine gives it.</summary>
/// <param name="Kind">figure, table, text, stdout, stderr or error.</param>
/// <param name="Content">Data and layout of a figure as JSON; the texts of a table's cells, a line for each row; else the text.</param>
internal sealed partial record ShownOutput(string Kind, string Content)
{
    /// <summary>The outputs of a cell. The kernel's message at its start is left out; pieces of one stream are joined.</summary>
    public static IReadOnlyList<ShownOutput> Of(JsonNode cell)
    {
        var shown = new List<ShownOutput>();
        foreach (var output in cell["outputs"]!.AsArray().OfType<JsonNode>().Select(Read).OfType<ShownOutput>())
        {
            if (shown is [.., var last] && last.Kind == output.Kind && output.Kind.StartsWith("std", StringComparison.Ordinal))
                shown[^1] = last with { Content = last.Content + output.Content };
            else
                shown.Add(output);
        }

        return shown;
    }

    /// <summary>Whether a reader sees no difference; of figures numbers count, not the way they are written.</summary>
    public bool ShowsTheSameAs(ShownOutput other) => (Kind, other.Kind) == ("figure", "figure")
        ? JsonNode.DeepEquals(JsonNode.Parse(Content), JsonNode.Parse(other.Content))
        : this == other;

    /// <summary>The HTML of an output; empty where it has none.</summary>
    public static string Html(JsonNode output) => Text(output["data"]?["text/html"]);

    private static ShownOutput? Read(JsonNode output)
    {
        if ((string?)output["output_type"] == "stream")
        {
            // The kernels warn that Microsoft.Data.Analysis was built with an older System.Data.Common; the embedded engine is silent.
            var text = Text(output["text"]);
            return text.TrimStart().StartsWith("warning CS1701", StringComparison.Ordinal) ? null : new((string)output["name"]!, text);
        }

        if (output["data"] is not { } data) return new ShownOutput("error", $"{output["ename"]}: {output["evalue"]}");
        if (data["application/vnd.plotly.v1+json"] is { } figure) return Figure(figure);
        var html = Html(output);
        if (html.Length == 0) return new ShownOutput("text", Text(data["text/plain"]).Trim());
        if (html.Contains("dotnet-interactive-this-cell", StringComparison.Ordinal)) return null;
        if (FigureInScript().Match(html) is { Success: true } script) return Figure(FirstJson(html[(script.Index + script.Length)..]));
        if (!html.Contains("<table", StringComparison.Ordinal)) return new ShownOutput("text", Visible(html));
        var rows = Row().Matches(html).Select(row => string.Join('\t', Cell().Matches(row.Value).Select(cell => Visible(cell.Value))));
        return new ShownOutput("table", string.Join('\n', rows));
    }

    // A figure without an id is named after its cell by an engine that saves it.
    private static ShownOutput Figure(JsonNode figure)
    {
        var shown = new JsonObject { ["data"] = figure["data"]?.DeepClone(), ["layout"] = figure["layout"]?.DeepClone() };
        (shown["layout"]?["meta"] as JsonObject)?.Remove("id");
        return new("figure", shown.ToJsonString());
    }

    private static JsonNode FirstJson(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isFinalBlock: false, default);
        return JsonNode.Parse(ref reader)!;
    }

    private static string Visible(string html) => WebUtility.HtmlDecode(Tag().Replace(html, "")).Trim();

    // Notebooks hold a text or the list of its lines.
    private static string Text(JsonNode? node) =>
        node is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)node ?? "";

    [GeneratedRegex("""\)\((?=\{"data":)""")]
    private static partial Regex FigureInScript();

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd][ >].*?</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<style.*?</style>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Tag();
}
