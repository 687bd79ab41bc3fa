namespace Analysis;

/// <summary>Axes, legends, lines and texts that charts share.</summary>
internal static class Axes
{
    public const double LabelSize = 13;

    /// <summary>Whether a figure is as narrow as a phone: labels then get two lines, and what the marks say anyway is left out.</summary>
    public static bool IsNarrow(int width) => width < 600;

    /// <summary>A value axis with a name and light grid lines.</summary>
    /// <param name="title">What is measured, with its unit.</param>
    /// <param name="low">Left or lower end.</param>
    /// <param name="high">Right or upper end.</param>
    /// <param name="whole">Whether the values are counts: a short axis then has no tick between two of them.</param>
    public static LinearAxis Values(string title, double low, double high, bool whole = false)
    {
        var axis = new LinearAxis
        {
            Title = Title(title),
            Range = Rounded(low, high),
            ShowGrid = true, GridColor = Palette.Grid,
            ZeroLine = low <= 0, ZeroLineColor = Palette.Muted,
            AutoMargin = false,
            TickFormat = ",",
        };
        if (whole && high - low < 6) axis.DTick = 1;
        return axis;
    }

    /// <summary>An axis of labels at 0, 1, 2 … A line feed in a label breaks it.</summary>
    public static LinearAxis Labels(IReadOnlyList<string> labels, bool downwards)
    {
        var (first, last) = (-0.5, labels.Count - 0.5);
        return Named(downwards ? last : first, downwards ? first : last, labels.Select((_, place) => (double)place), labels);
    }

    /// <summary>An axis that names places. Its ticks are white: they keep the names off the plot.</summary>
    public static LinearAxis Named(double low, double high, IEnumerable<double> places, IEnumerable<string> labels)
    {
        var axis = Hidden(low, high);
        (axis.ShowTickLabels, axis.TickMode, axis.TickVals) = (true, "array", Rounded(places));
        axis.TickText = labels.Select(Lettering.Escape).ToArray();
        (axis.Ticks, axis.TickLen, axis.TickColor) = ("outside", 6, Palette.Paper);
        return axis;
    }

    /// <summary>An axis that only places marks.</summary>
    public static LinearAxis Hidden(double low, double high) =>
        new() { Range = Rounded(low, high), ShowGrid = false, ZeroLine = false, ShowTickLabels = false, Ticks = "", AutoMargin = false };

    public static Title Title(string text) =>
        new() { Text = Lettering.Escape(text), Font = new() { Size = LabelSize, Color = Palette.Muted }, Standoff = 12 };

    /// <summary>A legend in one line between title and plot, left.</summary>
    public static Legend Legend() => new()
    {
        Orientation = "h",
        X = 0, XAnchor = "left", Y = 1, YAnchor = "bottom",
        Font = new() { Size = LabelSize },
        ItemSizing = "constant", TraceOrder = "normal",
    };

    /// <summary>Room that the legend needs above a plot of that width.</summary>
    public static double LegendHeight(IEnumerable<string> names, double width)
    {
        const double Symbol = 56;
        const double Row = 22;
        double[] widths = [.. names.Select(name => Lettering.Width(name, LabelSize) + Symbol)];
        // Where one line does not hold them, plotly.js sets them in columns as wide as the widest.
        var rows = widths.Sum() <= width ? 1 : Math.Ceiling(widths.Length / Math.Max(1, Math.Floor(width / widths.Max())));
        return 4 + (Row * rows);
    }

    /// <summary>Lines from place to place in one trace, without hover text.</summary>
    public static Trace Lines(IReadOnlyList<Segment> lines, Line line, double opacity = 1) => new Trace2D("scatter")
    {
        Mode = "lines",
        X = lines.SelectMany(each => new double?[] { Round(each.From.X), Round(each.To.X), null }).ToArray(),
        Y = lines.SelectMany(each => new double?[] { Round(each.From.Y), Round(each.To.Y), null }).ToArray(),
        Line = line, Opacity = opacity,
        HoverInfo = "skip", ShowLegend = false,
    };

    /// <summary>Markers at places in one trace.</summary>
    public static Trace Points(IReadOnlyList<(double X, double Y)> places, Marker marker, string name = "") => new Trace2D("scatter")
    {
        Mode = "markers",
        Name = Lettering.Escape(name), ShowLegend = name.Length > 0,
        X = Rounded(places.Select(place => place.X)), Y = Rounded(places.Select(place => place.Y)),
        ClipOnAxis = false,
        Marker = marker,
    };

    /// <summary>Colours markers by their numbers, with a bar that shows which colour stands for which.</summary>
    public static void Scale(Marker marker, string[] stops, double low, double high, string title)
    {
        var bar = Bar(title);
        if (high - low < 6) bar.SetProperty("dtick", 1);
        marker.SetProperty("cmin", low);
        marker.SetProperty("cmax", high);
        marker.SetProperty("showscale", true);
        marker.SetProperty("colorbar", bar);
        marker.SetProperty("colorscale", Stops(stops));
    }

    /// <summary>The bar that shows which colour stands for which number.</summary>
    public static ColorBar Bar(string title) => new()
    {
        Title = new() { Text = Lettering.Escape(title), Side = "right", Font = new() { Size = LabelSize, Color = Palette.Muted } },
        Thickness = 12, OutlineWidth = 0, Len = 1, TickFormat = ",",
        X = 1, XAnchor = "left", XPad = 14,
    };

    /// <summary>A scale of colours as plotly.js takes it: each with its place from 0 to 1.</summary>
    public static object[][] Stops(string[] colors) =>
        [.. colors.Select((color, stop) => new object[] { stop / (colors.Length - 1.0), color })];

    /// <summary>Texts at places in one trace, without hover text.</summary>
    /// <param name="texts">Place and text, which is escaped here.</param>
    /// <param name="position">Where each text stands at its place, such as <c>middle right</c>: one for all or one for each.</param>
    /// <param name="font">Size and colour, one for all or one for each.</param>
    public static Trace Texts(IReadOnlyList<(double X, double Y, string Text)> texts, object position, Font font) => new Trace2D("scatter")
    {
        Mode = "text",
        X = Rounded(texts.Select(text => text.X)), Y = Rounded(texts.Select(text => text.Y)),
        Text = texts.Select(text => Lettering.Escape(text.Text)).ToArray(), TextPosition = position, TextFont = font,
        ClipOnAxis = false,
        HoverInfo = "skip", ShowLegend = false,
    };

    /// <summary>A text at a place, as an annotation without an arrow.</summary>
    /// <param name="text">The text as it is read; it is escaped here.</param>
    /// <param name="x">Place across, and the side of the text that stands there: <c>left</c>, <c>center</c> or <c>right</c>.</param>
    /// <param name="y">Place upwards, and the edge of the text that stands there: <c>top</c>, <c>middle</c> or <c>bottom</c>.</param>
    /// <param name="xRef">The axis that <paramref name="x"/> is on; <c>paper</c> for shares of the plot's width.</param>
    /// <param name="yRef">The axis that <paramref name="y"/> is on; <c>paper</c> for shares of the plot's height.</param>
    /// <param name="xShift">Pixels to the right of the place.</param>
    /// <param name="yShift">Pixels above the place.</param>
    /// <param name="size">Size of the letters in pixels.</param>
    /// <param name="color">Colour of the letters.</param>
    public static Annotation Note(
        string text, (object Place, string Anchor) x, (object Place, string Anchor) y, string xRef = "paper", string yRef = "paper",
        double xShift = 0, double yShift = 0, double size = LabelSize, string color = Palette.Muted) => new()
        {
            Text = Lettering.Escape(text), Font = new() { Size = size, Color = color }, Align = x.Anchor == "right" ? "right" : "left",
            ShowArrow = false,
            XRef = xRef, X = x.Place, XAnchor = x.Anchor, XShift = Math.Round(xShift),
            YRef = yRef, Y = y.Place, YAnchor = y.Anchor, YShift = Math.Round(yShift),
        };

    /// <summary>Ends of an axis that holds the values, zero included, with room for what stands beyond them.</summary>
    public static (double Low, double High) FromZero(IEnumerable<double> values)
    {
        double[] ends = [0, .. values];
        var (low, high) = (ends.Min(), ends.Max());
        var pad = high == low ? 1 : (high - low) * 0.08;
        return (low < 0 ? low - pad : 0, high + pad);
    }

    /// <summary>Ends of an axis that holds the values, with room around them.</summary>
    public static (double Low, double High) Around(IEnumerable<double> values)
    {
        var (low, high) = (values.Min(), values.Max());
        var pad = high > low ? (high - low) * 0.06 : 1;
        return (low - pad, high + pad);
    }

    public static double[] Rounded(params IEnumerable<double> values) => [.. values.Select(Round)];

    /// <summary>Three decimals, enough for pixels and readers; never -0.</summary>
    public static double Round(double value) => Math.Round(value, 3) + 0.0;

    /// <summary>A number for reading: thousands parted, at most two decimals.</summary>
    public static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>A value of a mark for reading; empty where it is missing.</summary>
    public static string InWords(object? value) => value is double number ? Number(number) : FrameValues.Text(value);

    /// <summary>A label as it stands beside its mark: in one line, on a phone in two.</summary>
    public static string Beside(string label, int width, double most = 280)
    {
        if (!IsNarrow(width)) return Lettering.Fit(label, LabelSize, most);
        most = Math.Min(most, 0.36 * width);
        return string.Join('\n', Lettering.Wrap(label, LabelSize, most, 2).Select(line => Lettering.Fit(line, LabelSize, most)));
    }

    /// <summary>Width of the widest line of the labels.</summary>
    public static double Widest(IEnumerable<string> labels, double size = LabelSize) =>
        labels.SelectMany(label => label.Split('\n')).Select(label => Lettering.Width(label, size)).DefaultIfEmpty(0).Max();
}
