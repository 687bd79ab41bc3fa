using System.Runtime.CompilerServices;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using PlotMargin = Plotly.NET.LayoutObjects.Margin;

namespace Analysis;

// Each property is an attribute of plotly.js, whose reference documents it; the analyzers do not know extension blocks.
#pragma warning disable CS1591, CA1034, CA1708

/// <summary>
/// Attributes of plotly.js as properties of Plotly.NET's types, for object initializers: <c>new Layout { BarMode = "stack", XAxis = new() {
/// ShowGrid = false } }</c>.
/// From C#, Plotly.NET 6 itself offers them as positional arguments only, none of them optional. A property has the name and the values of
/// plotly.js's attribute (<c>ShowGrid</c> is <c>showgrid</c>; see https://plotly.com/javascript/reference); it is null, false or 0 until it
/// is set.
/// The attributes that several parts of a chart have in common are properties of all of them.
/// </summary>
public static class PlotlyMembers
{
    extension(DynamicObj.DynamicObj part)
    {
        public object? X { get => part.Get<object?>(); set => part.Set(value); }
        public object? Y { get => part.Get<object?>(); set => part.Set(value); }
        public string? XRef { get => part.Get<string?>(); set => part.Set(value); }
        public string? YRef { get => part.Get<string?>(); set => part.Set(value); }
        public string? XAnchor { get => part.Get<string?>(); set => part.Set(value); }
        public string? YAnchor { get => part.Get<string?>(); set => part.Set(value); }
        public object? Text { get => part.Get<object?>(); set => part.Set(value); }
        public double TextAngle { get => part.Get<double>(); set => part.Set(value); }
        public Font? Font { get => part.Get<Font?>(); set => part.Set(value); }
        public Title? Title { get => part.Get<Title?>(); set => part.Set(value); }
        public object? Color { get => part.Get<object?>(); set => part.Set(value); }
        public object? Size { get => part.Get<object?>(); set => part.Set(value); }
        public object? Height { get => part.Get<object?>(); set => part.Set(value); }
        public object? Width { get => part.Get<object?>(); set => part.Set(value); }
        public double Opacity { get => part.Get<double>(); set => part.Set(value); }
        public Line? Line { get => part.Get<Line?>(); set => part.Set(value); }
        public string? Dash { get => part.Get<string?>(); set => part.Set(value); }
        public object? Symbol { get => part.Get<object?>(); set => part.Set(value); }
        public Pattern? Pattern { get => part.Get<Pattern?>(); set => part.Set(value); }
        public string? Shape { get => part.Get<string?>(); set => part.Set(value); }
        public string? Orientation { get => part.Get<string?>(); set => part.Set(value); }
        public bool ShowLegend { get => part.Get<bool>(); set => part.Set(value); }
        public string? Side { get => part.Get<string?>(); set => part.Set(value); }
        public string? Type { get => part.Get<string?>(); set => part.Set(value); }
        public string? FillColor { get => part.Get<string?>(); set => part.Set(value); }
        public string? BgColor { get => part.Get<string?>(); set => part.Set(value); }
        public string? BorderColor { get => part.Get<string?>(); set => part.Set(value); }
        public string? TickFormat { get => part.Get<string?>(); set => part.Set(value); }
        public string? Align { get => part.Get<string?>(); set => part.Set(value); }
        public double Standoff { get => part.Get<double>(); set => part.Set(value); }
        public string? Family { get => part.Get<string?>(); set => part.Set(value); }
        public Padding? Pad { get => part.Get<Padding?>(); set => part.Set(value); }
        public double Thickness { get => part.Get<double>(); set => part.Set(value); }
        public double OutlineWidth { get => part.Get<double>(); set => part.Set(value); }
        public double Len { get => part.Get<double>(); set => part.Set(value); }
        public double XPad { get => part.Get<double>(); set => part.Set(value); }
        public string? ItemSizing { get => part.Get<string?>(); set => part.Set(value); }
        public string? TraceOrder { get => part.Get<string?>(); set => part.Set(value); }
        public string? FillMode { get => part.Get<string?>(); set => part.Set(value); }
        public string? FgColor { get => part.Get<string?>(); set => part.Set(value); }
        public double FgOpacity { get => part.Get<double>(); set => part.Set(value); }
        public double Solidity { get => part.Get<double>(); set => part.Set(value); }
    }

    extension(Trace part)
    {
        public string? Name { get => part.Get<string?>(); set => part.Set(value); }
        public object? Z { get => part.Get<object?>(); set => part.Set(value); }
        public string? Mode { get => part.Get<string?>(); set => part.Set(value); }
        public Marker? Marker { get => part.Get<Marker?>(); set => part.Set(value); }
        public object? TextPosition { get => part.Get<object?>(); set => part.Set(value); }
        public string? InsideTextAnchor { get => part.Get<string?>(); set => part.Set(value); }
        public Font? TextFont { get => part.Get<Font?>(); set => part.Set(value); }
        public Font? InsideTextFont { get => part.Get<Font?>(); set => part.Set(value); }
        public string? ConstrainText { get => part.Get<string?>(); set => part.Set(value); }
        public bool ClipOnAxis { get => part.Get<bool>(); set => part.Set(value); }
        public string? HoverInfo { get => part.Get<string?>(); set => part.Set(value); }
        public object? HoverText { get => part.Get<object?>(); set => part.Set(value); }
        public object? CustomData { get => part.Get<object?>(); set => part.Set(value); }
        public bool HoverOnGaps { get => part.Get<bool>(); set => part.Set(value); }
        public double XGap { get => part.Get<double>(); set => part.Set(value); }
        public double YGap { get => part.Get<double>(); set => part.Set(value); }
        public object? ColorScale { get => part.Get<object?>(); set => part.Set(value); }
        public double ZMin { get => part.Get<double>(); set => part.Set(value); }
        public double ZMax { get => part.Get<double>(); set => part.Set(value); }
        public ColorBar? ColorBar { get => part.Get<ColorBar?>(); set => part.Set(value); }
        public string? StackGroup { get => part.Get<string?>(); set => part.Set(value); }
        public Pattern? FillPattern { get => part.Get<Pattern?>(); set => part.Set(value); }
    }

    extension(LinearAxis part)
    {
        public object? Range { get => part.Get<object?>(); set => part.Set(value); }
        public bool ShowGrid { get => part.Get<bool>(); set => part.Set(value); }
        public string? GridColor { get => part.Get<string?>(); set => part.Set(value); }
        public bool ZeroLine { get => part.Get<bool>(); set => part.Set(value); }
        public string? ZeroLineColor { get => part.Get<string?>(); set => part.Set(value); }
        public string? LineColor { get => part.Get<string?>(); set => part.Set(value); }
        public bool AutoMargin { get => part.Get<bool>(); set => part.Set(value); }
        public object? DTick { get => part.Get<object?>(); set => part.Set(value); }
        public string? TickMode { get => part.Get<string?>(); set => part.Set(value); }
        public object? TickVals { get => part.Get<object?>(); set => part.Set(value); }
        public object? TickText { get => part.Get<object?>(); set => part.Set(value); }
        public string? Ticks { get => part.Get<string?>(); set => part.Set(value); }
        public double TickLen { get => part.Get<double>(); set => part.Set(value); }
        public string? TickColor { get => part.Get<string?>(); set => part.Set(value); }
        public bool ShowTickLabels { get => part.Get<bool>(); set => part.Set(value); }
        public double TickAngle { get => part.Get<double>(); set => part.Set(value); }
        public Font? TickFont { get => part.Get<Font?>(); set => part.Set(value); }
        public object? Domain { get => part.Get<object?>(); set => part.Set(value); }
        public string? Anchor { get => part.Get<string?>(); set => part.Set(value); }
    }

    extension(Annotation part)
    {
        public bool ShowArrow { get => part.Get<bool>(); set => part.Set(value); }
        public double XShift { get => part.Get<double>(); set => part.Set(value); }
        public double YShift { get => part.Get<double>(); set => part.Set(value); }
        public double AX { get => part.Get<double>(); set => part.Set(value); }
        public double AY { get => part.Get<double>(); set => part.Set(value); }
        public int ArrowHead { get => part.Get<int>(); set => part.Set(value); }
        public double ArrowWidth { get => part.Get<double>(); set => part.Set(value); }
        public string? ArrowColor { get => part.Get<string?>(); set => part.Set(value); }
    }

    extension(Shape part)
    {
        public string? Layer { get => part.Get<string?>(); set => part.Set(value); }
        public object? X0 { get => part.Get<object?>(); set => part.Set(value); }
        public object? X1 { get => part.Get<object?>(); set => part.Set(value); }
        public object? Y0 { get => part.Get<object?>(); set => part.Set(value); }
        public object? Y1 { get => part.Get<object?>(); set => part.Set(value); }
    }

    extension(Layout part)
    {
        public LinearAxis? XAxis { get => part.Get<LinearAxis?>(); set => part.Set(value); }
        public LinearAxis? YAxis { get => part.Get<LinearAxis?>(); set => part.Set(value); }
        public Legend? Legend { get => part.Get<Legend?>(); set => part.Set(value); }
        public PlotMargin? Margin { get => part.Get<PlotMargin?>(); set => part.Set(value); }
        public IEnumerable<Annotation>? Annotations { get => part.Get<IEnumerable<Annotation>?>(); set => part.Set(value); }
        public IEnumerable<Shape>? Shapes { get => part.Get<IEnumerable<Shape>?>(); set => part.Set(value); }
        public string? BarMode { get => part.Get<string?>(); set => part.Set(value); }
        public double BarGap { get => part.Get<double>(); set => part.Set(value); }
        public string? HoverMode { get => part.Get<string?>(); set => part.Set(value); }
        public Hoverlabel? HoverLabel { get => part.Get<Hoverlabel?>(); set => part.Set(value); }
        public object? Meta { get => part.Get<object?>(); set => part.Set(value); }
        public string? PaperBgColor { get => part.Get<string?>("paper_bgcolor"); set => part.Set(value, "paper_bgcolor"); }
        public string? PlotBgColor { get => part.Get<string?>("plot_bgcolor"); set => part.Set(value, "plot_bgcolor"); }
        public string[]? ColorWay { get => part.Get<string[]?>(); set => part.Set(value); }
        public Template? Template { get => part.Get<Template?>(); set => part.Set(value); }
    }

    extension(PlotMargin part)
    {
        public double Left { get => part.Get<double>("l"); set => part.Set(value, "l"); }
        public double Top { get => part.Get<double>("t"); set => part.Set(value, "t"); }
        public double Right { get => part.Get<double>("r"); set => part.Set(value, "r"); }
        public double Bottom { get => part.Get<double>("b"); set => part.Set(value, "b"); }
        public bool AutoExpand { get => part.Get<bool>(); set => part.Set(value); }
    }

    private static T Get<T>(this DynamicObj.DynamicObj part, [CallerMemberName] string name = "") =>
        part.Properties.TryGetValue(Attribute(name), out var value) && value is T found ? found : default!;

    private static void Set(this DynamicObj.DynamicObj part, object? value, [CallerMemberName] string name = "") =>
        part.SetProperty(Attribute(name), value);

    // ShowGrid → showgrid
    private static string Attribute(string name) => name.ToLowerInvariant();
}
