using System.Globalization;
using System.Text.Json.Nodes;

namespace Analysis;

/// <summary>Parts of a plotly.js layout that charts share.</summary>
internal static class Axes
{
    public const double LabelSize = 13;

    /// <summary>A value axis with a name and light grid lines.</summary>
    /// <param name="title">What is measured, with its unit.</param>
    /// <param name="low">Left or lower end.</param>
    /// <param name="high">Right or upper end.</param>
    /// <param name="grid">Whether grid lines are drawn.</param>
    /// <param name="whole">Whether the values are counts: a short axis then has no tick between two of them.</param>
    public static JsonObject Values(string title, double low, double high, bool grid = true, bool whole = false)
    {
        var axis = Values(title, low, high, grid);
        if (whole && high - low < 6) axis["dtick"] = 1;
        return axis;
    }

    private static JsonObject Values(string title, double low, double high, bool grid) => new()
    {
        ["title"] = Title(title),
        ["range"] = Array([low, high]),
        ["showgrid"] = grid,
        ["gridcolor"] = Palette.Grid,
        ["zeroline"] = low <= 0,
        ["zerolinecolor"] = Palette.Muted,
        ["automargin"] = false,
        ["tickformat"] = ",",
        ["fixedrange"] = false,
    };

    /// <summary>An axis of labels at 0, 1, 2 … A line feed in a label breaks it. The labels stand in <c>ticktext</c> alone, so that isolates never get into data.</summary>
    public static JsonObject Labels(IReadOnlyList<string> labels, bool downwards) => new()
    {
        ["tickmode"] = "array",
        ["tickvals"] = Array(Enumerable.Range(0, labels.Count).Select(position => (double)position)),
        ["ticktext"] = Texts(labels.Select(label => Lettering.Escape(label).Replace("\n", "<br>", StringComparison.Ordinal))),
        ["range"] = downwards ? Array([labels.Count - 0.5, -0.5]) : Array([-0.5, labels.Count - 0.5]),
        ["showgrid"] = false,
        ["zeroline"] = false,
        ["ticks"] = "outside",
        ["ticklen"] = 6,
        ["tickcolor"] = "#FFFFFF",
        ["automargin"] = false,
    };

    /// <summary>An axis that only places marks.</summary>
    public static JsonObject Hidden(double low, double high) => new()
    {
        ["range"] = Array([low, high]),
        ["showgrid"] = false,
        ["zeroline"] = false,
        ["showticklabels"] = false,
        ["ticks"] = "",
        ["automargin"] = false,
    };

    public static JsonObject Title(string text) => new()
    {
        ["text"] = Lettering.Escape(text),
        ["font"] = new JsonObject { ["size"] = LabelSize, ["color"] = Palette.Muted },
        ["standoff"] = 12,
    };

    /// <summary>A legend in one line between title and plot, left.</summary>
    public static JsonObject Legend() => new()
    {
        ["orientation"] = "h",
        ["x"] = 0,
        ["xanchor"] = "left",
        ["y"] = 1,
        ["yanchor"] = "bottom",
        ["font"] = new JsonObject { ["size"] = LabelSize },
        ["itemsizing"] = "constant",
        ["traceorder"] = "normal",
    };

    /// <summary>Room that the legend needs above a plot of that width.</summary>
    public static double LegendHeight(IEnumerable<string> names, double width)
    {
        const double Marker = 56;
        const double Row = 22;
        double[] widths = [.. names.Select(name => Lettering.Width(name, LabelSize) + Marker)];
        // Where one line does not hold them, plotly.js sets them in columns as wide as the widest.
        var rows = widths.Sum() <= width ? 1 : Math.Ceiling(widths.Length / Math.Max(1, Math.Floor(width / widths.Max())));
        return 4 + (Row * rows);
    }

    /// <summary>A text at a place, without an arrow.</summary>
    public static JsonObject Note(string text, double size, string color, JsonObject place)
    {
        place["text"] = text;
        place["showarrow"] = false;
        place["align"] = "left";
        place["font"] = new JsonObject { ["size"] = size, ["color"] = color };
        return place;
    }

    public static JsonArray Array(IEnumerable<double> values) => new([.. values.Select(value => (JsonNode?)(Math.Round(value, 3) + 0.0))]); // + 0.0 turns -0 into 0

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    /// <summary>A number for reading: thousands parted, at most two decimals.</summary>
    public static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>Width of the widest label.</summary>
    public static double Widest(IEnumerable<string> labels, double size = LabelSize) =>
        labels.Select(label => Lettering.Width(label, size)).DefaultIfEmpty(0).Max();
}
