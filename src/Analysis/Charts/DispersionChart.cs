namespace Analysis;

/// <summary>A thing at a place of a document.</summary>
internal readonly record struct Occurrence(string Thing, string Document, double Start, string Address);

/// <summary>Where in each document something occurs: panels side by side on one axis of pixels.</summary>
internal sealed record DispersionChart(IReadOnlyList<Document> Documents, IReadOnlyList<Occurrence> Occurrences,
    IReadOnlyList<string> Things, string Column) : Chart
{
    public const int MostPanels = 12;
    private const double MostPanelGap = 14;
    private const double MostGaps = 0.3;

    /// <summary>Share of a panel before its first and after its last tick.</summary>
    private const double Pad = 0.02;

    /// <summary>Narrowest panel with a scale; narrower ones bear their heading upright.</summary>
    private const double LeastPanel = 60;
    private const double HeadingSize = 12;
    private const int UprightHeading = 150; // Room for a date and a few words, in pixels.
    private const int LevelHeading = 40;

    private static readonly (double Share, string Label)[] Scale = [(0, "0"), (0.5, "50"), (1, "100")];

    /// <summary>Number of documents, those that are not drawn included.</summary>
    public int Whole { get; init; } = Documents.Count;

    public override bool IsMirrored => true;

    public override string Cut => Whole == Documents.Count ? ""
        : Language.Text("dispersion-cut", Documents.Count, Whole);

    private readonly Dictionary<string, int> _numbers = Documents.Index().ToDictionary(each => each.Item.Id, each => each.Index);

    public override int HeightAt(int width) => Math.Max(240, 150 + (int)PanelsAt(width).Margin.Top + (Things.Count * 26));

    public override IReadOnlyList<ChartMark> Marks => [.. Occurrences.Select(each => new ChartMark(each.Address, null, NameOf(each.Thing),
        (Column, each.Thing), ("Document", each.Document), ("Offset", each.Start))
        { Facts = language => [Documents[_numbers[each.Document]].NameIn(language)] })];

    private string[] Labels => [.. Things.Select(thing => Lettering.Fit(Name(thing), Axes.LabelSize, 200))];

    /// <summary>Width of all panels in a figure of that width, of one and of the gap between two, and the room around them.</summary>
    private (double Width, double Panel, double Gap, Margin Margin) PanelsAt(int figureWidth)
    {
        var margin = new Margin(Axes.Widest(Labels) + 14, LevelHeading, 16, 56);
        var width = FigureLayout.PlotWidth(figureWidth, margin);
        var gap = Math.Min(MostPanelGap, MostGaps * width / Documents.Count);
        var panel = (width - (gap * (Documents.Count - 1))) / Documents.Count;
        return (width, panel, gap, panel < LeastPanel ? margin with { Top = UprightHeading } : margin);
    }

    public override string Describe()
    {
        var counts = Enumerable.CountBy(Occurrences, each => (each.Thing, each.Document)).ToDictionary();
        var told = Things.Select(thing => $"{Name(thing)} " + Language.List(Documents
            .Where(document => counts.ContainsKey((thing, document.Id)))
            .Select(document => Language.Text("dispersion-count", counts[(thing, document.Id)], document.Id)), ','));
        return Language.Text("dispersion", Documents.Count, Language.List(told));
    }

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        var (width, panel, gap, margin) = PanelsAt(figure.Width);
        double Place(int document, double share) => (document * (panel + gap)) + (panel * (Pad + (share * (1 - (2 * Pad)))));
        var panels = Enumerable.Range(0, Documents.Count).ToArray();
        var scales = panel < LeastPanel ? []
            : panels.SelectMany(document => Scale.Select(tick => (Place: Place(document, tick.Share), tick.Label))).ToArray();
        var horizontal = Axes.Named(0, width, scales.Select(tick => tick.Place), scales.Select(tick => tick.Label));
        (horizontal.Ticks, horizontal.TickAngle, horizontal.TickFont) = ("", 0, new() { Size = 11 });
        var threads = panels.SelectMany(document => Things.Select((_, row) =>
            new Segment((Place(document, 0), row), (Place(document, 1), row))));
        var rows = Things.Index().ToDictionary(each => each.Item, each => (double)each.Index);
        var places = Occurrences.Select(each =>
            (Place(_numbers[each.Document], each.Start / Documents[_numbers[each.Document]].Text.Length), rows[each.Thing]));
        var scale = Language.Text(Axes.IsNarrow(figure.Width) ? "position-short" : "position");
        var stroke = new Line { Width = 2, Color = Palette.Color(0) };
        var marker = new Marker { Symbol = "line-ns-open", Size = 14, Color = Palette.Color(0), Line = stroke };
        var layout = new Layout
        {
            XAxis = horizontal, YAxis = Axes.Labels(Labels, downwards: true), ShowLegend = false,
            Annotations =
            [
                Axes.Note(scale, (0.5, "center"), (0.0, "top"), yShift: -28),
                .. panels.Select(document => Heading(Documents[document], panel, document * (panel + gap))),
            ],
        };
        return new([
            Axes.Lines([.. threads], new() { Color = Palette.Grid, Width = 1 }),
            evidence.Attach(Axes.Points([.. places], marker), Marks)], layout, margin);
    }

    private Annotation Heading(Document document, double panel, double left)
    {
        var title = document.Outlet.Length > 0 ? document.Outlet : document.TitleIn(Language);
        var date = document.Published is { } day ? Language.Say(InvariantText.Format(day)!) : document.Id;
        // The title has a direction of its own, which must not carry the date along.
        var isUpright = panel < LeastPanel;
        var lines = Lettering.Wrap($"{date} {title}", HeadingSize, isUpright ? UprightHeading - 8 : panel - 4, isUpright ? 1 : 2)
            .Select(line => !Language.IsRightToLeft && line.StartsWith($"{date} ", StringComparison.Ordinal)
                ? $"{date} {Lettering.Isolate(line[(date.Length + 1)..])}" : line);
        var note = Axes.Note(string.Join('\n', lines), (left, "left"), (1.0, "bottom"), xRef: "x",
            size: HeadingSize, color: Palette.Ink);
        if (isUpright) note.TextAngle = -90;
        return note;
    }
}
