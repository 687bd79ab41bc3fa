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
    public static Drawing Of(Drawing drawing, bool isMirrored)
    {
        var (layout, margin) = (drawing.Layout, drawing.Margin);
        foreach (var (name, axis) in layout.Properties.Where(member => member.Value is LinearAxis).ToArray())
            Turn((LinearAxis)axis, name.StartsWith('x'), isMirrored);
        foreach (var note in layout.Annotations ?? []) Turn(note, isMirrored);
        foreach (var trace in drawing.Traces) Turn(trace, isMirrored);
        if (layout.Legend is { } legend) (legend.X, legend.XAnchor, legend.TraceOrder) = (1, "right", "reversed");
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

    private static void Turn(Trace trace, bool isMirrored)
    {
        foreach (var bar in new[] { trace.ColorBar, trace.Marker?.Properties.GetValueOrDefault("colorbar") as ColorBar })
            if (bar is not null) (bar.X, bar.XAnchor) = (0, "right");
        if (!isMirrored) return;
        if (trace.TextPosition is string position) trace.TextPosition = Other(position);
    }

    private static string Other(string? side) => (side ?? "").Contains("left", StringComparison.Ordinal)
        ? side!.Replace("left", "right", StringComparison.Ordinal)
        : (side ?? "").Replace("right", "left", StringComparison.Ordinal);
}
