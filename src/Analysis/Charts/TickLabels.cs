namespace Analysis;

/// <summary>
/// Names of the places along a horizontal axis: side by side in up to three lines where they fit, else leaning where they may, else upright
/// and smaller.
/// </summary>
/// <param name="Texts">The words; a line feed breaks them.</param>
/// <param name="Angle">0, -45 or -90 degrees.</param>
/// <param name="Size">Size of the letters in pixels.</param>
/// <param name="Height">Room that they take in pixels.</param>
internal readonly record struct TickLabels(IReadOnlyList<string> Texts, double Angle, double Size, double Height)
{
    public const double MostWidth = 230;
    public const double LeastSize = 7;

    /// <summary>Sine and cosine of 45 degrees.</summary>
    public const double Slope = 0.7072;

    private const double LeastLeaning = 26;
    private const double Gap = 8;

    /// <param name="names">The words.</param>
    /// <param name="column">Pixels from one place to the next.</param>
    /// <param name="lean">Whether labels may lean, which needs room beside the last.</param>
    public static TickLabels Of(IEnumerable<string> names, double column, bool lean)
    {
        var wrapped = names.Select(name => Lettering.Wrap(name, Axes.LabelSize, column - Gap, 4)).ToArray();
        if (wrapped.All(lines => lines.Count <= 3 && Axes.Widest(lines) < column - Gap))
            return new([.. wrapped.Select(lines => string.Join('\n', lines))], 0, Axes.LabelSize,
                (wrapped.Select(lines => lines.Count).DefaultIfEmpty(1).Max() * Axes.LabelSize * 1.35) + 8);
        lean &= column >= LeastLeaning;
        var size = lean ? Axes.LabelSize : Math.Clamp(Math.Floor(column), LeastSize, Axes.LabelSize);
        var height = (Math.Min(MostWidth, Axes.Widest(names, size)) * (lean ? Slope : 1)) + 22;
        return new([.. names.Select(name => Lettering.Fit(name, Axes.LabelSize, MostWidth))], lean ? -45 : -90, size, height);
    }

    /// <summary>Sets the labels, their angle and their size.</summary>
    public void ApplyTo(LinearAxis axis) => (axis.TickText, axis.TickFont, axis.TickAngle) =
        (Texts.Select(Lettering.Escape).ToArray(), new() { Size = Size }, Angle);
}
