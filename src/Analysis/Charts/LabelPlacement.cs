namespace Analysis;

/// <summary>A line between two places in pixels.</summary>
internal readonly record struct Segment((double X, double Y) From, (double X, double Y) To);

/// <summary>A rectangle in pixels, the vertical axis upwards.</summary>
internal readonly record struct Box(double Left, double Bottom, double Right, double Top)
{
    public double Area => (Right - Left) * (Top - Bottom);

    public (double X, double Y) Middle => ((Left + Right) / 2, (Bottom + Top) / 2);

    /// <summary>Area that both cover.</summary>
    public double Overlap(Box other) =>
        Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left))
        * Math.Max(0, Math.Min(Top, other.Top) - Math.Max(Bottom, other.Bottom));

    /// <summary>Length of the part of a line that lies in the rectangle, by the clipping of Liang and Barsky.</summary>
    public double Overlap(Segment line)
    {
        var (across, up) = (line.To.X - line.From.X, line.To.Y - line.From.Y);
        var (left, right) = ((Left - line.From.X) / across, (Right - line.From.X) / across);
        var (bottom, top) = ((Bottom - line.From.Y) / up, (Top - line.From.Y) / up);
        var enters = Math.Max(0, Math.Max(Math.Min(left, right), Math.Min(bottom, top)));
        var leaves = Math.Min(1, Math.Min(Math.Max(left, right), Math.Max(bottom, top)));
        return leaves > enters ? (leaves - enters) * double.Hypot(across, up) : 0;
    }

    /// <summary>The point of the rectangle that is nearest to a place.</summary>
    public (double X, double Y) Nearest((double X, double Y) place) =>
        (Math.Clamp(place.X, Left, Right), Math.Clamp(place.Y, Bottom, Top));

    /// <summary>Pixels between a marker's edge and the rectangle; less than 0 where they touch.</summary>
    public double Distance(Spot marker)
    {
        var nearest = Nearest(marker.Place);
        return double.Hypot(nearest.X - marker.X, nearest.Y - marker.Y) - marker.Radius;
    }
}

/// <summary>A marker that bears a label, as a disc in pixels.</summary>
/// <param name="X">Place in pixels.</param>
/// <param name="Y">Place in pixels, upwards.</param>
/// <param name="Radius">Radius in pixels.</param>
/// <param name="Inner">Width in pixels of a text that the marker can hold; 0 where it holds none.</param>
internal readonly record struct Spot(double X, double Y, double Radius, double Inner = 0)
{
    public (double X, double Y) Place => (X, Y);

    public Box Bounds => new(X - Radius, Y - Radius, X + Radius, Y + Radius);
}

/// <summary>Where a label stands.</summary>
/// <param name="Box">What it covers.</param>
/// <param name="Across">Side of the label at which it is held: -1 its right end, 0 its middle, 1 its left end.</param>
/// <param name="IsInside">Whether it stands in its marker.</param>
/// <param name="Leader">The line that leads from its marker to a label that stands far off; else null.</param>
internal readonly record struct LabelPlace(Box Box, int Across, bool IsInside, Segment? Leader)
{
    /// <summary>The label as an annotation, held by its marker however the chart is zoomed.</summary>
    /// <param name="text">The text as it is read.</param>
    /// <param name="size">Size of the letters.</param>
    /// <param name="color">Colour of the letters.</param>
    /// <param name="marker">The marker in pixels.</param>
    /// <param name="x">The marker's place on the horizontal axis.</param>
    /// <param name="y">The marker's place on the vertical axis.</param>
    public Annotation Note(string text, double size, string color, Spot marker, double x, double y)
    {
        var (side, anchor) = Across switch { < 0 => ("right", Box.Right), > 0 => ("left", Box.Left), _ => ("center", Box.Middle.X) };
        // Adding 0 turns a negative zero into zero, which JSON writes differently.
        var (right, up) = (Math.Round(anchor - marker.X) + 0.0, Math.Round(Box.Middle.Y - marker.Y) + 0.0);
        var note = Axes.Note(text, (Axes.Round(x), side), (Axes.Round(y), "middle"), "x", "y", size: size, color: color);
        if (Leader is null)
        {
            (note.XShift, note.YShift) = (right, up);
            return note;
        }
        (note.ShowArrow, note.ArrowHead, note.ArrowWidth, note.ArrowColor) = (true, 0, 1, Palette.Muted);
        (note.AX, note.AY, note.Standoff) = (right, 0 - up, Math.Round(marker.Radius));
        return note;
    }
}

/// <summary>
/// Chooses a place for each label: beside its marker, in it where it fits, else farther off at the end of a line, so that labels cover one
/// another, markers and lines as little as can be and none stands where it would be taken for another marker's.
/// </summary>
internal static class LabelPlacement
{
    private const double Gap = 4;

    /// <summary>Pixels by which a label is nearer to its own marker than to any other.</summary>
    private const double Nearer = 8;

    /// <summary>What a pixel less than that costs.</summary>
    private const double TakenForAnother = 25;

    /// <summary>What it costs to lay a label or its line over another marker.</summary>
    private const double Covering = 300;

    /// <summary>What a line that strikes through a label costs: it is worse than a label that is left out.</summary>
    private const double Striking = 2000;

    /// <summary>What a corner costs beside a side.</summary>
    private const double Corner = 40;

    /// <summary>What a line to the marker costs, and each pixel of it.</summary>
    private const double Leader = 180;
    private const double LeaderPixel = 2;

    private static readonly double[] LeaderGaps = [16, 30, 46, 72];

    /// <summary>Directions from the marker by preference.</summary>
    private static readonly (int Across, int Up)[] Directions = [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1)];

    /// <summary>A place for each label, the larger markers' first; null where every place would cover another label or marker.</summary>
    /// <param name="markers">The markers, one to each label.</param>
    /// <param name="labels">Texts; an empty one has no place.</param>
    /// <param name="size">Size of the letters.</param>
    /// <param name="plot">Where labels may lie.</param>
    /// <param name="lines">Lines that labels had better not lie on.</param>
    /// <param name="drop">Whether a label that would cover another or a marker, or leave the plot, is left out; else the least bad
    /// place is taken.</param>
    public static LabelPlace?[] Choose(IReadOnlyList<Spot> markers, IReadOnlyList<string> labels, double size, Box plot,
        IReadOnlyList<Segment> lines, bool drop)
    {
        var chosen = new LabelPlace?[labels.Count];
        double Cost(LabelPlace place, int label) =>
            Standing(place, label, markers, plot) + (place.IsInside ? 0 : lines.Sum(place.Box.Overlap) * 8);
        var candidates = labels.Select((label, index) => Candidates(markers[index], Lettering.Width(label, size), size * 1.25)
            .Select(each => (each.Place, Cost: each.Cost + Cost(each.Place, index))).ToArray()).ToArray();
        int[] order = [.. Enumerable.Range(0, labels.Count).Where(label => labels[label].Length > 0)
            .OrderByDescending(label => markers[label].Radius)];
        // Later rounds let the first labels step aside for those placed after them.
        for (var round = 0; round < 3; round++)
            foreach (var label in order)
            {
                chosen[label] = null;
                var best = candidates[label].MinBy(place => place.Cost + Among(place.Place, chosen)).Place;
                chosen[label] = drop && (Covers(best.Box, label, chosen, markers) || IsOutside(best.Box, plot)) ? null : best;
            }
        return chosen;
    }

    private static bool IsOutside(Box box, Box plot) => box.Area - box.Overlap(plot) > 0.1 * box.Area;

    /// <summary>Whether a label would hide a part of another or another marker.</summary>
    private static bool Covers(Box box, int label, LabelPlace?[] chosen, IReadOnlyList<Spot> markers) =>
        chosen.Any(other => other is { } taken && taken.Box.Overlap(box) > 0.1 * Math.Min(taken.Box.Area, box.Area))
        || markers.Where((_, index) => index != label).Any(marker => box.Distance(marker) < -marker.Radius / 2);

    private static IEnumerable<(LabelPlace Place, double Cost)> Candidates(Spot marker, double width, double height)
    {
        if (width <= marker.Inner) yield return (new(BoxAt(marker.X, marker.Y, width, height, 0, 0), 0, IsInside: true, null), -Corner);
        for (var direction = 0; direction < Directions.Length; direction++)
        {
            var (across, up) = Directions[direction];
            var isCorner = across != 0 && up != 0;
            foreach (var gap in LeaderGaps.Prepend(isCorner ? 1 : Gap))
            {
                // At a corner the label clears a square marker; a longer way there is measured aslant.
                var reach = marker.Radius + (isCorner && gap > Gap ? gap * 0.7072 : gap);
                var cost = direction + (isCorner ? Corner : 0) + (gap > Gap ? Leader + (gap * LeaderPixel) : 0);
                var box = BoxAt(marker.X + (across * reach), marker.Y + (up * reach), width, height, across, up);
                Segment? leader = gap > Gap ? new(marker.Place, box.Nearest(marker.Place)) : null;
                yield return (new(box, across, IsInside: false, leader), cost);
            }
        }
    }

    private static Box BoxAt(double x, double y, double width, double height, int across, int up)
    {
        var (left, bottom) = (x + ((across - 1) * width / 2), y + ((up - 1) * height / 2));
        return new(left, bottom, left + width, bottom + height);
    }

    /// <summary>What a place costs by itself and beside the markers.</summary>
    private static double Standing(LabelPlace place, int label, IReadOnlyList<Spot> markers, Box plot)
    {
        var cost = (place.Box.Area - place.Box.Overlap(plot)) * 10;
        // A line tells whose the label is, so that such a label may stand farther from its marker than from others.
        var own = place.IsInside || place.Leader is not null ? 0 : Math.Max(0, place.Box.Distance(markers[label]));
        for (var other = 0; other < markers.Count; other++)
        {
            if (other == label) continue;
            var (marker, away) = (markers[other], place.Box.Distance(markers[other]));
            if (away < 0) cost += Covering + (marker.Bounds.Overlap(place.Box) * 4);
            if (!place.IsInside) cost += Math.Max(0, own + Nearer - Math.Max(0, away)) * TakenForAnother;
            if (place.Leader is { } leader && marker.Bounds.Overlap(leader) > 0) cost += Covering;
        }
        return cost;
    }

    /// <summary>What a place costs beside the labels already placed.</summary>
    private static double Among(LabelPlace place, LabelPlace?[] chosen)
    {
        static bool Crosses(LabelPlace one, LabelPlace other) => one.Leader is { } leader && other.Box.Overlap(leader) > 0;
        double cost = 0;
        foreach (var taken in chosen.OfType<LabelPlace>())
            cost += (taken.Box.Overlap(place.Box) * 6) + (Crosses(place, taken) || Crosses(taken, place) ? Striking : 0);
        return cost;
    }
}
