namespace Analysis;

/// <summary>A rectangle in pixels.</summary>
internal readonly record struct Box(double Left, double Bottom, double Right, double Top)
{
    public double Overlap(Box other) =>
        Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left)) * Math.Max(0, Math.Min(Top, other.Top) - Math.Max(Bottom, other.Bottom));

    public double Area => (Right - Left) * (Top - Bottom);
}

/// <summary>Chooses a side of its marker for each label, so that labels cover one another and markers as little as can be.</summary>
internal static class LabelPlacement
{
    private const double Gap = 4;

    /// <summary>What a corner costs beside a side: a label there stands farther from its marker.</summary>
    private const double Corner = 150;

    /// <summary>Sides by preference, as plotly.js names them, with the direction from the marker.</summary>
    private static readonly (string Position, int Across, int Up)[] Sides =
    [
        ("middle right", 1, 0), ("middle left", -1, 0), ("top center", 0, 1), ("bottom center", 0, -1),
        ("top right", 1, 1), ("top left", -1, 1), ("bottom right", 1, -1), ("bottom left", -1, -1),
    ];

    /// <summary>A side for each label, the larger markers' first; null where every side would cover another label.</summary>
    /// <param name="markers">Places and radii in pixels, the vertical axis upwards.</param>
    /// <param name="labels">Texts.</param>
    /// <param name="size">Size of the letters.</param>
    /// <param name="plot">Where labels may lie.</param>
    /// <param name="lines">Lines that labels had better not lie on.</param>
    /// <param name="drop">Whether a label that would cover another is left out; else the least bad side is taken.</param>
    public static string?[] Choose(
        IReadOnlyList<(double X, double Y, double Radius)> markers, IReadOnlyList<string> labels, double size, Box plot, IReadOnlyList<((double X, double Y) From, (double X, double Y) To)> lines, bool drop)
    {
        var chosen = new string?[labels.Count];
        var boxes = new Box?[labels.Count];
        var order = Enumerable.Range(0, labels.Count).Where(label => labels[label].Length > 0).OrderByDescending(label => markers[label].Radius).ToArray();
        // A second round lets the first labels step aside for those placed later.
        for (var round = 0; round < 2; round++)
            foreach (var label in order)
            {
                boxes[label] = null;
                var best = Sides.Select((side, rank) => (Side: side, Cost: Cost(BoxOf(markers[label], labels[label], size, side.Across, side.Up), label, markers, boxes, plot) + (Covered(BoxOf(markers[label], labels[label], size, side.Across, side.Up), lines) * 8) + rank + (rank < 4 ? 0 : Corner)))
                    .MinBy(candidate => candidate.Cost);
                var box = BoxOf(markers[label], labels[label], size, best.Side.Across, best.Side.Up);
                var covers = boxes.Any(other => other is { } taken && taken.Overlap(box) > 0.1 * Math.Min(taken.Area, box.Area));
                chosen[label] = drop && covers ? null : best.Side.Position;
                boxes[label] = drop && covers ? null : box;
            }
        return chosen;
    }

    private static double Cost(Box box, int label, IReadOnlyList<(double X, double Y, double Radius)> markers, Box?[] boxes, Box plot)
    {
        var cost = (box.Area - box.Overlap(plot)) * 10;
        foreach (var other in boxes)
            if (other is { } taken) cost += taken.Overlap(box) * 4;
        for (var marker = 0; marker < markers.Count; marker++)
        {
            if (marker == label) continue;
            var (x, y, radius) = markers[marker];
            cost += new Box(x - radius, y - radius, x + radius, y + radius).Overlap(box);
        }
        return cost;
    }

    /// <summary>Pixels of the lines that lie in the box, counted along every fourth.</summary>
    private static double Covered(Box box, IReadOnlyList<((double X, double Y) From, (double X, double Y) To)> lines)
    {
        const double Step = 4;
        double covered = 0;
        foreach (var (from, to) in lines)
        {
            if (Math.Max(from.X, to.X) < box.Left || Math.Min(from.X, to.X) > box.Right || Math.Max(from.Y, to.Y) < box.Bottom || Math.Min(from.Y, to.Y) > box.Top) continue;
            var (across, up) = (to.X - from.X, to.Y - from.Y);
            var steps = Math.Max(1, (int)(Math.Sqrt((across * across) + (up * up)) / Step));
            for (var step = 0; step <= steps; step++)
            {
                var (x, y) = (from.X + (across * step / steps), from.Y + (up * step / steps));
                if (x >= box.Left && x <= box.Right && y >= box.Bottom && y <= box.Top) covered += Step;
            }
        }
        return covered;
    }

    private static Box BoxOf((double X, double Y, double Radius) marker, string label, double size, int across, int up)
    {
        var (width, height) = (Lettering.Width(label, size), size * 1.3);
        var left = across switch { > 0 => marker.X + marker.Radius + Gap, < 0 => marker.X - marker.Radius - Gap - width, _ => marker.X - (width / 2) };
        var bottom = up switch { > 0 => marker.Y + marker.Radius + Gap, < 0 => marker.Y - marker.Radius - Gap - height, _ => marker.Y - (height / 2) };
        return new(left, bottom, left + width, bottom + height);
    }
}
