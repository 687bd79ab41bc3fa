using Verbs = Plotly.NET.Chart;

namespace Analysis;

/// <summary>
/// Plotly.NET's verbs that neither it nor Plotly.NET.CSharp offers to C#. As Plotly.NET's own, they change the chart in place and return
/// it; what they don't mention stays as it was.
/// </summary>
public static class PlotlyVerbs
{
    /// <summary>Replaces the title; its font and place stay.</summary>
    public static GenericChart WithTitle(this GenericChart chart, string title) => Verbs.withTitle(title, null).Invoke(chart);

    /// <summary>Adds texts, such as <c>new Annotation { Text = "truce", X = "2020-03-01", Y = 12 }</c>.</summary>
    public static GenericChart WithAnnotations(this GenericChart chart, params IEnumerable<Annotation> annotations) =>
        Verbs.withAnnotations(annotations, true).Invoke(chart);

    /// <summary>
    /// Adds lines, rectangles and circles, such as <c>new Shape { Type = "line", YRef = "paper", X0 = 3, X1 = 3, Y0 = 0, Y1 = 1 }</c>.
    /// </summary>
    public static GenericChart WithShapes(this GenericChart chart, params IEnumerable<Shape> shapes) =>
        Verbs.withShapes(shapes, true).Invoke(chart);

    /// <summary>Sets attributes of the layout, such as <c>new Layout { BarMode = "group" }</c>.</summary>
    public static GenericChart WithLayout(this GenericChart chart, Layout layout) => Verbs.withLayout(layout).Invoke(chart);

    /// <summary>Sets the defaults of fonts, colours and axes, such as <see cref="HouseTemplate.Template"/>.</summary>
    public static GenericChart WithTemplate(this GenericChart chart, Template template) => Verbs.withTemplate(template).Invoke(chart);

    /// <summary>Sets attributes of the horizontal axis.</summary>
    public static GenericChart WithXAxis(this GenericChart chart, LinearAxis axis) => Verbs.withXAxis(axis, null).Invoke(chart);

    /// <summary>Sets attributes of the vertical axis.</summary>
    public static GenericChart WithYAxis(this GenericChart chart, LinearAxis axis) => Verbs.withYAxis(axis, null).Invoke(chart);
}
