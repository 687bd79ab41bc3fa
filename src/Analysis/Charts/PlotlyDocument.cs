using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analysis;

/// <summary>A figure as the JSON object that plotly.js draws.</summary>
internal static class PlotlyDocument
{
    private const double TitleSize = 19;
    private const double SourceSize = 11;
    private const double Edge = 16;

    /// <summary>One line, Arabic unescaped.</summary>
    public static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Indented by two, Arabic unescaped, <c>\n</c> everywhere.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    public static JsonObject Of(Figure figure)
    {
        var drawing = figure.Data.Rows.Count == 0 || figure.Chart.HasNoMarks ? Nothing() : figure.Chart.Draw(figure);
        var document = new JsonObject
        {
            ["data"] = drawing.Traces,
            ["layout"] = Layout(figure, drawing),
            // plotly.js 4 offers to send charts to a service; these stay with the reader.
            ["config"] = new JsonObject
            {
                ["displaylogo"] = false,
                ["responsive"] = false,
                ["modeBarButtonsToRemove"] = new JsonArray("sendChartToCloud"),
                ["plotlyServerURL"] = "",
            },
        };
        Isolate(document);
        return document;
    }

    // A corpus need not have what a notebook asks for; a chart that says so is no failure.
    private static Drawing Nothing()
    {
        var note = Axes.Note("There is nothing to draw: no row of the data makes a mark.", Axes.LabelSize, Palette.Muted, new JsonObject
        {
            ["xref"] = "paper",
            ["x"] = 0.5,
            ["xanchor"] = "center",
            ["yref"] = "paper",
            ["y"] = 0.5,
            ["yanchor"] = "middle",
        });
        return new([], new JsonObject { ["xaxis"] = Axes.Hidden(0, 1), ["yaxis"] = Axes.Hidden(0, 1), ["annotations"] = new JsonArray(note) }, default);
    }

    /// <summary>Pixels between the margins of a figure, in which its marks are placed.</summary>
    public static (double Width, double Height) PlotSize(Figure figure, Margin margin)
    {
        var outer = Outer(figure, margin);
        return (figure.Width - outer.Left - outer.Right, figure.Height - outer.Top - outer.Bottom);
    }

    private static JsonObject Layout(Figure figure, Drawing drawing)
    {
        var layout = drawing.Layout;
        var margin = Outer(figure, drawing.Margin);
        var rightToLeft = Lettering.StartsRightToLeft(figure.Title);
        layout["title"] = new JsonObject
        {
            ["text"] = string.Join("<br>", TitleLines(figure).Select(line => $"<b>{Lettering.Escape(line)}</b>")),
            ["font"] = new JsonObject { ["size"] = TitleSize, ["color"] = Palette.Ink },
            ["xref"] = "container",
            ["x"] = rightToLeft ? 1 : 0,
            ["xanchor"] = rightToLeft ? "right" : "left",
            ["yref"] = "container",
            ["y"] = 1,
            ["yanchor"] = "top",
            ["pad"] = new JsonObject { ["t"] = Edge, ["l"] = Edge, ["r"] = Edge },
        };
        layout["font"] = new JsonObject { ["family"] = Lettering.Family, ["size"] = 13, ["color"] = Palette.Ink };
        layout["width"] = figure.Width;
        layout["height"] = figure.Height;
        layout["margin"] = new JsonObject
        {
            ["l"] = Math.Round(margin.Left),
            ["t"] = Math.Round(margin.Top),
            ["r"] = Math.Round(margin.Right),
            ["b"] = Math.Round(margin.Bottom),
            ["autoexpand"] = false,
        };
        layout["paper_bgcolor"] = "#FFFFFF";
        layout["plot_bgcolor"] = "#FFFFFF";
        layout["hovermode"] = "closest";
        layout["hoverlabel"] = new JsonObject
        {
            ["align"] = "left",
            ["bgcolor"] = "#FFFFFF",
            ["bordercolor"] = Palette.Muted,
            ["font"] = new JsonObject { ["family"] = Lettering.Family, ["size"] = 13, ["color"] = Palette.Ink },
        };
        AddSource(figure, layout, margin);
        layout["meta"] = Meta(figure);
        return layout;
    }

    private static IReadOnlyList<string> TitleLines(Figure figure) => Lettering.Wrap(figure.Title, TitleSize * 1.04, figure.Width - (2 * Edge), 3);

    private static Margin Outer(Figure figure, Margin inner) => new(
        inner.Left + Edge,
        inner.Top + Edge + (TitleLines(figure).Count * TitleSize * 1.3) + 14,
        inner.Right + Edge,
        inner.Bottom + (figure.Source.Length > 0 ? (SourceSize * 1.6) + 12 : 6));

    private static void AddSource(Figure figure, JsonObject layout, Margin margin)
    {
        if (figure.Source.Length == 0) return;
        var line = Lettering.Fit($"Source: {figure.Source}", SourceSize, figure.Width - (2 * Edge));
        var annotations = layout["annotations"] as JsonArray ?? [];
        annotations.Add(Axes.Note(Lettering.Escape(line), SourceSize, Palette.Muted, new JsonObject
        {
            ["xref"] = "paper",
            ["x"] = 0,
            ["xanchor"] = "left",
            ["xshift"] = Math.Round(Edge - margin.Left),
            ["yref"] = "paper",
            ["y"] = 0,
            ["yanchor"] = "bottom",
            ["yshift"] = Math.Round(6 - margin.Bottom),
        }));
        layout["annotations"] = annotations;
    }

    private static JsonObject Meta(Figure figure) => new()
    {
        ["id"] = figure.Id,
        ["title"] = figure.Title,
        ["caption"] = figure.Caption,
        ["alt"] = figure.Alt,
        ["source"] = figure.Source,
        ["evidence"] = new JsonArray([.. figure.Evidence.Select(passage => (JsonNode)new JsonObject
        {
            ["mark"] = passage.Mark, ["document"] = passage.Document, ["start"] = passage.Span.Start, ["end"] = passage.Span.End, ["text"] = passage.Text,
        })]),
    };

    /// <summary>Isolates what plotly.js shows; <c>meta</c> and <c>customdata</c> are data and stay as they are.</summary>
    private static void Isolate(JsonNode? node, bool shown = false)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (key, value) in members.ToArray())
                {
                    if (key is "meta" or "customdata") continue;
                    var text = key is "text" or "ticktext" or "name" or "hovertext";
                    if (text && Shown(value) is { } isolated) members[key] = isolated;
                    else Isolate(value, text);
                }
                break;
            case JsonArray items:
                for (var item = 0; item < items.Count; item++)
                {
                    if (shown && Shown(items[item]) is { } isolated) items[item] = isolated;
                    else Isolate(items[item], shown);
                }
                break;
        }
    }

    private static string? Shown(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? Lettering.IsolateLines(text) : null;
}
