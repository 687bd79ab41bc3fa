namespace Analysis;

/// <summary>
/// A drawn chart for readers of a right-to-left script: what is named stands at the right, and a mirrored chart's values grow from there to
/// the left. Time stays from left to right, as charts in the Arabic press have it.
/// </summary>
internal static class RightToLeft
{
    /// <summary>The drawing, changed in place.</summary>
    /// <param name="drawing">As it is drawn for readers of English.</param>
    /// <param name="isMirrored">Whether the horizontal axes run from right to left.</param>
    /// <param name="hasArabicDigits">Whether axes need ticks with texts: the numbers that plotly.js itself writes have the digits
    /// 0–9.</param>
    public static Drawing Of(Drawing drawing, bool isMirrored, bool hasArabicDigits)
    {
        var (layout, margin) = (drawing.Layout, drawing.Margin);
        foreach (var (name, member) in layout.Properties.ToArray())
        {
            if (member is not LinearAxis axis) continue;
            if (hasArabicDigits && axis.TickFormat == "," && axis.Range is double[] ends) SetTicks(axis, ends[0], ends[1]);
            Turn(axis, name.StartsWith('x'), isMirrored);
        }
        foreach (var note in layout.Annotations ?? []) Turn(note, isMirrored);
        foreach (var trace in drawing.Traces) Turn(trace, isMirrored, hasArabicDigits);
        if (layout.Legend is { } legend)
            (legend.X, legend.XAnchor, legend.TraceOrder) = (1 - Convert.ToDouble(legend.X, null), "right", "reversed");
        return drawing with { Margin = new(margin.Right, margin.Top, margin.Left, margin.Bottom) };
    }

    private static void Turn(LinearAxis axis, bool isHorizontal, bool isMirrored)
    {
        if (!isHorizontal) axis.Side = "right";
        if (isHorizontal && axis.Domain is double[] domain) axis.Domain = Axes.Rounded(1 - domain[1], 1 - domain[0]);
        if (!isHorizontal || !isMirrored) return;
        if (axis.Range is double[] range) axis.Range = new[] { range[1], range[0] };
        // Leaning labels lean to the other side; upright ones stay.
        if (axis.TickAngle is -45) axis.TickAngle = 45;
    }

    private static void Turn(Annotation note, bool isMirrored)
    {
        note.Align = "right";
        if (note.XRef == "paper") note.X = Axes.Round(1 - Convert.ToDouble(note.X, CultureInfo.InvariantCulture));
        else if (!isMirrored) return;
        (note.XAnchor, note.XShift, note.AX) = (Other(note.XAnchor), 0 - note.XShift, 0 - note.AX);
    }

    public static void Turn(Trace trace, bool isMirrored, bool hasArabicDigits)
    {
        double? Number(string name) => trace.Marker?.Properties.GetValueOrDefault(name) as double?;
        var marked = trace.Marker?.Properties.GetValueOrDefault("colorbar") as ColorBar;
        if ((trace.ColorBar ?? marked) is { } bar)
        {
            (bar.X, bar.XAnchor) = (0, "right");
            if (hasArabicDigits) SetTicks(bar, Number("cmin") ?? trace.ZMin, Number("cmax") ?? trace.ZMax);
        }
        if (!isMirrored) return;
        if (trace.TextPosition is string position) trace.TextPosition = Other(position);
    }

    /// <summary>Round numbers from one end of a scale to the other, five to ten of them.</summary>
    public static void SetTicks(DynamicObj.DynamicObj scale, double low, double high)
    {
        var least = (high - low) / 10;
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var step = power * ((least / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
        // Where there is room for whole numbers, counts need no others.
        if (high - low >= 2) step = Math.Max(1, step);
        var first = (int)Math.Ceiling(low / step);
        double[] places = Axes.Rounded(Enumerable.Range(first, (int)Math.Floor(high / step) - first + 1).Select(each => each * step));
        scale.SetProperty("tickmode", "array");
        scale.SetProperty("tickvals", places);
        scale.SetProperty("ticktext", Array.ConvertAll(places, Axes.Number));
    }

    private static string Other(string? side) => (side ?? "").Contains("left", StringComparison.Ordinal)
        ? side!.Replace("left", "right", StringComparison.Ordinal)
        : (side ?? "").Replace("right", "left", StringComparison.Ordinal);
}
