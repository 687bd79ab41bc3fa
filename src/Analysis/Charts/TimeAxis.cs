using System.Globalization;
using System.Text.Json.Nodes;

namespace Analysis;

/// <summary>The horizontal axis of a course over time: dates, numbers, or labels in the frame's order.</summary>
internal sealed record TimeAxis(IReadOnlyList<string> Labels)
{
    private readonly bool _dates = Labels.Count > 0 && Labels.All(label => Day(label) is not null);
    private readonly bool _numbers = Labels.Count > 0 && Labels.All(label => double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    /// <summary>The labels in order of time; in the frame's order where they are neither dates nor numbers.</summary>
    public IReadOnlyList<string> Ordered =>
        _dates ? [.. Labels.OrderBy(Day)] : _numbers ? [.. Labels.OrderBy(label => double.Parse(label, CultureInfo.InvariantCulture))] : Labels;

    public JsonNode? Place(string label) =>
        _dates ? Day(label)!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : _numbers ? double.Parse(label, CultureInfo.InvariantCulture)
        : Ordered.TakeWhile(other => other != label).Count();

    public JsonObject Axis(string title)
    {
        var axis = _dates ? new JsonObject { ["type"] = "date", ["showgrid"] = false } : _numbers ? new JsonObject { ["showgrid"] = false } : Axes.Labels([.. Ordered], downwards: false);
        // A few dates are all named; many leave the choice of ticks to plotly.js.
        if (_dates && Labels.Count <= 14)
        {
            axis["tickmode"] = "array";
            axis["tickvals"] = new JsonArray([.. Ordered.Select(Place)]);
            axis["ticktext"] = Axes.Texts(Ordered.Select(Name));
        }
        else if (_dates)
        {
            axis["tickformat"] = "%b %Y";
        }
        axis["title"] = Axes.Title(title);
        axis["automargin"] = false;
        axis["tickangle"] = 0;
        axis["linecolor"] = Palette.Muted;
        axis["ticks"] = "outside";
        return axis;
    }

    /// <summary>The label as people read it: <c>Jan 2020</c> for <c>2020-01</c>.</summary>
    public static string Name(string label) => (Day(label), label.Length) switch
    {
        ({ } day, 7) => day.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        ({ } day, 10) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        _ => label,
    };

    /// <summary>First day of a date written as <c>2020-01-03</c> or <c>2020-01</c>.</summary>
    private static DateOnly? Day(string label) =>
        DateOnly.TryParseExact(label, ["yyyy-MM-dd", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
