namespace Analysis;

/// <summary>Texts on charts, as annotations without arrows.</summary>
internal static class Notes
{
    /// <summary>A text at a place.</summary>
    /// <param name="text">The text as it is read; it is escaped here.</param>
    /// <param name="x">Place across, and the side of the text that stands there: <c>left</c>, <c>center</c> or <c>right</c>.</param>
    /// <param name="y">Place upwards, and the edge of the text that stands there: <c>top</c>, <c>middle</c> or <c>bottom</c>.</param>
    /// <param name="xRef">The axis that <paramref name="x"/> is on; <c>paper</c> for shares of the plot's width.</param>
    /// <param name="yRef">The axis that <paramref name="y"/> is on; <c>paper</c> for shares of the plot's height.</param>
    /// <param name="xShift">Pixels to the right of the place.</param>
    /// <param name="yShift">Pixels above the place.</param>
    /// <param name="size">Size of the letters in pixels.</param>
    /// <param name="color">Colour of the letters.</param>
    public static Annotation At(
        string text, (object Place, string Anchor) x, (object Place, string Anchor) y, string xRef = "paper", string yRef = "paper",
        double xShift = 0, double yShift = 0, double size = Axes.LabelSize, string color = Palette.Muted) => new()
        {
            Text = Lettering.Escape(text), Font = new() { Size = size, Color = color }, Align = "left",
            ShowArrow = false,
            XRef = xRef, X = x.Place, XAnchor = x.Anchor, XShift = Math.Round(xShift),
            YRef = yRef, Y = y.Place, YAnchor = y.Anchor, YShift = Math.Round(yShift),
        };
}
