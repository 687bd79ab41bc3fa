namespace Analysis;

// Extension blocks are no names that could differ by case.
#pragma warning disable CA1708

/// <summary>
/// Attributes of plotly.js as properties of Plotly.NET's types, for object initializers:
/// <c>new Layout { BarMode = "stack", XAxis = new() { ShowGrid = false } }</c>. From C#, Plotly.NET 6 itself offers them as positional
/// arguments only, none of them optional. A property has the name and the values of plotly.js's attribute (<c>ShowGrid</c> is
/// <c>showgrid</c>; see https://plotly.com/javascript/reference); it is null, false or 0 until it is set. The attributes that several
/// parts of a chart have in common are properties of all of them.
/// </summary>
public static partial class PlotlyMembers
{
    private static T Get<T>(this DynamicObj.DynamicObj part, [CallerMemberName] string name = "") =>
        part.Properties.TryGetValue(Attribute(name), out var value) && value is T found ? found : default!;

    private static void Set(this DynamicObj.DynamicObj part, object? value, [CallerMemberName] string name = "") =>
        part.SetProperty(Attribute(name), value);

    // ShowGrid → showgrid
    private static string Attribute(string name) => name.ToLowerInvariant();
}
