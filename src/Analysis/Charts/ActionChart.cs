namespace Analysis;

/// <summary>A directed network of parties.</summary>
internal sealed record ActionChart(IReadOnlyList<Interaction> Interactions) : Chart
{
    private const double NodeRadius = 12;
    private const double CountSize = 20;
    private const double MostWidth = 7;
    private const double MostLabelWidth = 220;

    /// <summary>Pixels by which an arrow lies beside the straight line, so that those of both directions part.</summary>
    private const double Aside = 12;

    /// <summary>Conflict, neither, cooperation.</summary>
    private static readonly string[] Scale = ["#B35806", "#C9C9C9", "#0072B2"];

    private readonly string[] _parties = [.. Interactions.SelectMany(each => new[] { each.Actor, each.Target }).Distinct()];

    public override int HeightAt(int width) => Math.Clamp(380 + (_parties.Length * 14), 440, 900);

    public override IReadOnlyList<ChartMark> Marks => [.. Interactions.Select(MarkOf)];

    public override string Subtitle => Interactions.Count == 0 ? "" : Language.Text("actions-subtitle");

    public override string Describe() => Language.Text("actions", _parties.Length,
        Language.List(Marks.Zip(Interactions, (mark, each) =>
            $"{Language.Say(mark.Name)}: {each.Events} ({Language.Number(each.Goldstein)})")));

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        var margin = new Margin(0, 8, 84, 8);
        var (width, height) = FigureLayout.PlotSize(figure, margin);
        var numbers = _parties.Index().ToDictionary(party => party.Item, party => party.Index);
        var joined = Interactions.Select(each => (From: numbers[each.Actor], To: numbers[each.Target]))
            .Select(pair => (Math.Min(pair.From, pair.To), Math.Max(pair.From, pair.To), 1.0)).Distinct().ToArray();
        var (left, right) = Axes.IsNarrow(figure.Width) ? (30, 30) : (70, 100);
        var places = StressLayout.Place(joined, [.. _parties.Select(_ => 2 * CountSize)], new(left, 40, width - right, height - 40));
        Segment[] arrows = [.. Interactions.Select(each => Arrow(places[numbers[each.Actor]], places[numbers[each.Target]]))];
        Spot[] spots = [.. places.Select(place => new Spot(place.X, place.Y, NodeRadius))];
        string[] labels = [.. _parties.Select(party => Lettering.Fit(Name(party), Axes.LabelSize, MostLabelWidth))];
        Spot[] discs = [.. arrows.Select(arrow => { var at = Middle(arrow); return new Spot(at.X, at.Y, CountSize / 2); })];
        // As wide as their heads are.
        Segment[] wide = [.. arrows.SelectMany(arrow => new[] { -MostWidth, 0, MostWidth }.Select(by =>
            new Segment((arrow.From.X, arrow.From.Y + by), (arrow.To.X, arrow.To.Y + by))))];
        var chosen = LabelPlacement.Choose([.. spots, .. discs], [.. labels, .. discs.Select(_ => "")], Axes.LabelSize,
            new(0, 0, width, height), wide, drop: false);
        var nodes = Axes.Points(places, new() { Size = 2 * NodeRadius, Color = Palette.Ink });
        (nodes.HoverInfo, nodes.ShowLegend) = ("skip", false);
        var layout = new Layout
        {
            XAxis = Axes.Hidden(0, width), YAxis = Axes.Hidden(0, height), ShowLegend = false,
            Annotations =
            [
                .. Enumerable.Range(0, labels.Length).Where(node => chosen[node] is not null).Select(node =>
                    chosen[node]!.Value.Note(labels[node], Axes.LabelSize, Palette.Ink, spots[node], spots[node].X, spots[node].Y)),
            ],
        };
        return new([nodes, .. Interactions.Zip(arrows, Pointer), Discs(arrows, evidence)], layout, margin);
    }

    private ChartMark MarkOf(Interaction each) => new(each.Id, null, $"{NameOf(each.Actor)} → {NameOf(each.Target)}",
        ("Events", (double)each.Events), ("Mean Goldstein value", each.Events > 1 ? each.Goldstein : null),
        ("Goldstein value (n = 1)", each.Events == 1 ? each.Goldstein : null));

    private static string ColorOf(double goldstein) => Palette.Between(Scale, (Math.Clamp(goldstein, -10, 10) + 10) / 20);

    /// <summary>Before half of the way, so that the discs of both directions part.</summary>
    private static (double X, double Y) Middle(Segment arrow) =>
        (arrow.From.X + ((arrow.To.X - arrow.From.X) * 0.42), arrow.From.Y + ((arrow.To.Y - arrow.From.Y) * 0.42));

    /// <summary>From edge to edge of two nodes, a little to the right of the straight line.</summary>
    private static Segment Arrow((double X, double Y) from, (double X, double Y) to)
    {
        var (across, up) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(1, Math.Sqrt((across * across) + (up * up)));
        (across, up) = (across / length, up / length);
        (double X, double Y) At((double X, double Y) node, double along) =>
            (node.X + (up * Aside) + (across * along), node.Y - (across * Aside) + (up * along));
        return new(At(from, NodeRadius + 6), At(to, -NodeRadius - 6));
    }

    private Trace2D Pointer(Interaction each, Segment arrow)
    {
        var width = 1.5 + ((MostWidth - 1.5) * (each.Events - 1) / Math.Max(1, Interactions.Max(other => other.Events) - 1));
        var color = ColorOf(each.Goldstein);
        var head = new Marker { Symbol = "arrow", Size = new[] { 0, Math.Round(8 + (1.7 * width), 1) }, Color = color, Opacity = 1 };
        head.SetProperty("angleref", "previous");
        return new("scatter")
        {
            Mode = "lines+markers", HoverInfo = "skip", ShowLegend = false,
            X = Axes.Rounded(arrow.From.X, arrow.To.X), Y = Axes.Rounded(arrow.From.Y, arrow.To.Y),
            Line = new() { Color = color, Width = Math.Round(width, 2) }, Marker = head,
        };
    }

    /// <summary>The numbers on the arrows: they are what a reader points at.</summary>
    private Trace Discs(Segment[] arrows, EvidenceIndex evidence)
    {
        var marker = new Marker
        {
            Size = CountSize, Color = Interactions.Select(each => Axes.Round(each.Goldstein)).ToArray(), Opacity = 1,
            Line = new() { Color = Palette.Paper, Width = 1.5 },
        };
        Axes.Scale(marker, Scale, -10, 10, Language.Text("actions-scale"));
        var discs = Axes.Points([.. arrows.Select(Middle)], marker);
        (discs.Mode, discs.TextPosition) = ("markers+text", "middle center");
        discs.Text = Interactions.Select(each => Axes.Number(each.Events)).ToArray();
        discs.TextFont = new() { Size = 11, Color = Interactions.Select(each => Palette.TextOn(ColorOf(each.Goldstein))).ToArray() };
        return evidence.Attach(discs, Marks);
    }
}
