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

    public bool IsDates => _dates;

    /// <summary>Whether the places are labels, each of which is named.</summary>
    public bool IsLabels => Labels.Count > 0 && !_dates && !_numbers;

    public JsonNode? Place(string label) =>
        _dates ? Written(Day(label)!.Value)
        : _numbers ? double.Parse(label, CultureInfo.InvariantCulture)
        : Ordered.TakeWhile(other => other != label).Count();

    /// <param name="title">Name of the axis.</param>
    /// <param name="pad">Room before the first and behind the last place, as a share of what lies between.</param>
    public JsonObject Axis(string title, double pad)
    {
        var axis = _dates || _numbers ? new JsonObject { ["type"] = _dates ? "date" : "linear", ["range"] = Range(pad), ["showgrid"] = false } : Axes.Labels([.. Ordered], downwards: false);
        // A few dates are all named; many leave the choice of ticks to plotly.js.
        if (_dates && Labels.Count <= 14)
        {
            axis["tickmode"] = "array";
            axis["tickvals"] = new JsonArray([.. Ordered.Select(Place)]);
            // The year stands on a line of its own, so that the names of neighbouring months don't touch.
            axis["ticktext"] = Axes.Texts(Ordered.Select(label => label.Length == 7 ? Name(label).Replace(" ", "<br>", StringComparison.Ordinal) : Name(label)));
        }
        else if (_dates)
        {
            axis["tickformat"] = "%b\n%Y";
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

    private JsonArray Range(double pad)
    {
        if (_numbers)
        {
            var places = Labels.Select(label => double.Parse(label, CultureInfo.InvariantCulture)).ToArray();
            var reach = Math.Max(1, places.Max() - places.Min()) * pad;
            return Axes.Array([places.Min() - reach, places.Max() + reach]);
        }
        var days = Labels.Select(label => Day(label)!.Value).ToArray();
        var around = (int)Math.Ceiling(Math.Max(1, days.Max().DayNumber - days.Min().DayNumber) * pad);
        return [Written(days.Min().AddDays(-around)), Written(days.Max().AddDays(around))];
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>First day of a date written as <c>2020-01-03</c> or <c>2020-01</c>.</summary>
    private static DateOnly? Day(string label) =>
        DateOnly.TryParseExact(label, ["yyyy-MM-dd", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
