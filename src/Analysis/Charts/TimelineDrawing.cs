using System.Text.Json.Nodes;

namespace Analysis;

/// <summary>The marks of a timeline as plotly.js traces.</summary>
internal sealed class TimelineDrawing(EvidenceIndex evidence, Func<string, string> laneName)
{
    /// <summary>Pixels from the middle of a marker, or the end of a bar, to its label.</summary>
    public const double LabelDistance = 11;

    private const double BarWidth = 9;
    private const double LabelSize = 12;
    private const double BarOpacity = 0.4;

    /// <summary>Shares of an open bar from its known end, and their opacity.</summary>
    private static readonly (double From, double To, double Opacity)[] Fades = [(0, 0.35, BarOpacity), (0.35, 0.7, 0.25), (0.7, 1, 0.12)];

    public JsonArray Traces(IReadOnlyList<PackedLane> lanes) =>
        new([.. Key(), .. lanes.SelectMany(Bars), .. lanes.Select(Markers), .. lanes.Select(Labels).OfType<JsonNode>()]);

    /// <summary>What the forms mean, in grey, for the legend alone.</summary>
    private static IEnumerable<JsonNode> Key()
    {
        (string Name, string Symbol)[] forms = [("day known", "circle"), ("approximate, or within the bar", "circle-open"), ("open interval", "triangle-right")];
        return forms.Select(form => new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["name"] = form.Name,
            ["x"] = new JsonArray((JsonNode?)null),
            ["y"] = new JsonArray((JsonNode?)null),
            ["marker"] = new JsonObject { ["symbol"] = form.Symbol, ["size"] = 10, ["color"] = Palette.Muted, ["line"] = new JsonObject { ["width"] = 2 } },
        });
    }

    private static IEnumerable<JsonNode> Bars(PackedLane lane)
    {
        var closed = lane.Events.Where(item => !item.Event.IsDay && !IsOpen(item)).Select(item => (item.Left, item.Right, item.Row)).ToArray();
        if (closed.Length > 0) yield return Bar(lane, closed, BarOpacity);
        foreach (var (from, to, opacity) in Fades)
        {
            var open = lane.Events.Where(IsOpen).Select(item => item.Event.Date.Latest is null
                ? (item.Left + (from * (item.Right - item.Left)), item.Left + (to * (item.Right - item.Left)), item.Row)
                : (item.Right - (to * (item.Right - item.Left)), item.Right - (from * (item.Right - item.Left)), item.Row)).ToArray();
            if (open.Length > 0) yield return Bar(lane, open, opacity);
        }
    }

    private static bool IsOpen(PlacedEvent item) => item.Event.Date.Earliest is null || item.Event.Date.Latest is null;

    private static JsonObject Bar(PackedLane lane, IReadOnlyList<(double Left, double Right, int Row)> bars, double opacity) => new()
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["x"] = new JsonArray([.. bars.SelectMany(bar => new JsonNode?[] { Math.Round(bar.Left, 1), Math.Round(bar.Right, 1), null })]),
        ["y"] = new JsonArray([.. bars.SelectMany(bar => new JsonNode?[] { bar.Row, bar.Row, null })]),
        ["line"] = new JsonObject { ["color"] = Palette.Color(lane.Number), ["width"] = BarWidth },
        ["opacity"] = opacity,
        ["hoverinfo"] = "skip",
        ["showlegend"] = false,
    };

    private JsonNode Markers(PackedLane lane)
    {
        var passages = lane.Events.Select(item => evidence.Of(item.Event.Mark)).ToArray();
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["name"] = Lettering.Escape(laneName(lane.Lane)),
            ["showlegend"] = false,
            ["x"] = Axes.Array(lane.Events.Select(At)),
            ["y"] = Axes.Array(lane.Events.Select(item => (double)item.Row)),
            ["marker"] = new JsonObject
            {
                ["symbol"] = Axes.Texts(lane.Events.Select(item => Symbol(lane, item.Event))),
                ["size"] = 11,
                ["color"] = Palette.Color(lane.Number),
                ["line"] = new JsonObject { ["width"] = Axes.Array(lane.Events.Select(item => Symbol(lane, item.Event).EndsWith("-open", StringComparison.Ordinal) ? 2.0 : 0)), ["color"] = Palette.Color(lane.Number) },
            },
            ["cliponaxis"] = false,
            ["hoverinfo"] = "text",
            ["hovertext"] = Axes.Texts(lane.Events.Select((item, index) => EvidenceIndex.Hover(
                item.Event.Label.Length > 0 ? item.Event.Label : laneName(lane.Lane), [laneName(lane.Lane), Told(item.Event.Date)], passages[index]))),
            ["customdata"] = new JsonArray([.. lane.Events.Select((item, index) => (JsonNode)new JsonObject
            {
                ["row"] = item.Event.Row, ["date"] = item.Event.Date.ToString(), ["evidence"] = EvidenceIndex.Addresses(passages[index]),
            })]),
        };
    }

    private static double At(PlacedEvent item) => item.Event.Date switch { { Earliest: null } => item.Left + 5, { Latest: null } => item.Right - 5, _ => (item.Left + item.Right) / 2 };

    private static string Symbol(PackedLane lane, TimelineEvent item) => item.Date switch
    {
        { Earliest: null } => "triangle-left",
        { Latest: null } => "triangle-right",
        { IsApproximate: false } when item.IsDay => Palette.Symbol(lane.Number),
        _ => Palette.Symbol(lane.Number).Replace("-open", "", StringComparison.Ordinal) + "-open",
    };

    private static JsonNode? Labels(PackedLane lane)
    {
        var labelled = lane.Events.Where(item => item.Label.Length > 0).ToArray();
        return labelled.Length == 0 ? null : new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "text",
            ["x"] = Axes.Array(labelled.Select(item => item.LabelBefore ? item.Left - LabelDistance : item.Right + LabelDistance)),
            ["y"] = Axes.Array(labelled.Select(item => (double)item.Row)),
            ["text"] = Axes.Texts(labelled.Select(item => Lettering.Escape(item.Label))),
            ["textposition"] = Axes.Texts(labelled.Select(item => item.LabelBefore ? "middle left" : "middle right")),
            ["textfont"] = new JsonObject { ["size"] = LabelSize, ["color"] = Palette.Ink },
            ["cliponaxis"] = false,
            ["hoverinfo"] = "skip",
            ["showlegend"] = false,
        };
    }

    private static string Told(Edtf date) => date switch
    {
        { Earliest: null, Latest: { } last } => $"on or before {FrameValues.Text(last)}",
        { Latest: null, Earliest: { } first } => $"on or after {FrameValues.Text(first)}",
        { Earliest: { } first, Latest: { } last } when first == last => (date.IsApproximate ? "about " : "") + FrameValues.Text(first),
        _ => $"{(date.IsApproximate ? "about " : "")}between {FrameValues.Text(date.Earliest)} and {FrameValues.Text(date.Latest)}",
    };
}
