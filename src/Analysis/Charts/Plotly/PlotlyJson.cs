namespace Analysis;

/// <summary>
/// A chart of Plotly.NET as the JSON object that plotly.js draws. Plotly.NET's own writer turns NaN into a text, which plotly.js takes for
/// a category; it also loads Plotly.NET's HTML, whose F# assemblies a notebook engine may lack.
/// </summary>
/// <remarks>
/// Shown lines that begin in Arabic are isolated (see <see cref="Lettering.IsolateLines"/>), and characters that XML forbids become U+FFFD,
/// so that an exported SVG is well-formed. The texts in a figure's <c>meta</c> are data and stay as they are.
/// </remarks>
internal sealed class PlotlyJson
{
    private readonly HashSet<string> _leftOut;
    private Language _language = Language.English;

    private PlotlyJson(params IEnumerable<string> leftOut) => _leftOut = [.. leftOut];

    /// <summary>The whole chart: <c>data</c>, <c>layout</c> and <c>config</c>.</summary>
    /// <exception cref="NotSupportedException">
    /// An attribute holds an object that has no JSON form, such as a <c>StyleParam</c> that was not converted.
    /// </exception>
    public static JsonObject Of(GenericChart chart) => new PlotlyJson().Document(chart);

    /// <summary>What is needed to draw the chart once, without what it says when it is pointed at.</summary>
    /// <inheritdoc cref="Of"/>
    public static JsonObject ForDrawing(GenericChart chart) => new PlotlyJson("meta", "customdata", "hovertext").Document(chart);

    private JsonObject Document(GenericChart chart)
    {
        var layout = GenericChart.getLayout(chart);
        if (layout.Meta is FigureMeta { Figure.Language: var language }) _language = language;
        return new()
        {
            ["data"] = new JsonArray([.. GenericChart.getTraces(chart).Select(trace => Node(trace))]),
            ["layout"] = Node(layout),
            ["config"] = Node(GenericChart.getConfig(chart)),
        };
    }

    private JsonNode? Node(object? value, bool isShown = false) => value switch
    {
        null => null,
        string text => isShown ? _language.Digits(Lettering.IsolateLines(ShownText.WellFormed(text))) : ShownText.WellFormed(text),
        FigureMeta meta => meta.ToJson(),
        bool truth => truth,
        int number => number,
        double number => double.IsFinite(number) ? number : null,
        float number => float.IsFinite(number) ? number : null,
        long or short or byte or sbyte or ushort or uint or ulong or decimal => Convert.ToDecimal(value, null),
        DateTime { TimeOfDay.Ticks: 0 } day => InvariantText.Format(DateOnly.FromDateTime(day)),
        Color color => Node(color.Value),
        ARGB color => FormattableString.Invariant($"rgba({color.R}, {color.G}, {color.B}, {color.A / 255.0:0.###})"),
        DynamicObj.DynamicObj part => Object(part.GetProperties(true).Select(member => (member.Key, (object?)member.Value))),
        IDictionary members => Object(members.Keys.Cast<string>().Select(name => (name, members[name]))),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(item => Node(item, isShown))]),
        IFormattable or char => InvariantText.Format(value),
        _ => throw new NotSupportedException($"an attribute holds a {value.GetType()}: convert it to a text or a number"),
    };

    private JsonObject Object(IEnumerable<(string Name, object? Value)> members) => [.. from member in members
        where !_leftOut.Contains(member.Name)
        let isShown = member.Name is "text" or "ticktext" or "name" or "hovertext" or "title"
        select KeyValuePair.Create(member.Name, Node(member.Value, isShown))];
}
