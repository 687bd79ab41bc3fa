namespace Analysis;

/// <summary>A thing at a place of a document.</summary>
internal readonly record struct Occurrence(string Thing, string Document, double Start, string Address);

/// <summary>Where in each document something occurs: panels side by side on one axis of pixels.</summary>
internal sealed record DispersionChart(IReadOnlyList<Document> Documents, IReadOnlyList<Occurrence> Occurrences,
    IReadOnlyList<string> Things, string Column) : Chart
{
    public const int MostPanels = 12;
    private const double PanelGap = 14;

    /// <summary>Share of a panel before its first and after its last tick.</summary>
    private const double Pad = 0.02;

    /// <summary>Narrowest panel, which has room for a date and for a scale; where panels would be narrower, they stand in rows.</summary>
    private const double LeastPanel = 72;
    private const double HeadingSize = 12;
    private const int HeadingHeight = 40;

    /// <summary>Rows of things in the height of a heading.</summary>
    private const int HeadingRows = 2;

    private static readonly (double Share, string Label)[] Scale = [(0, "0"), (0.5, "50"), (1, "100")];

    /// <summary>Number of documents, those that are not drawn included.</summary>
    public int Whole { get; init; } = Documents.Count;

    public override bool IsMirrored => true;

    public override string Remark => Whole == Documents.Count ? ""
        : Language.Text("dispersion-cut", Documents.Count, Whole);

    private readonly Dictionary<string, int> _numbers = Documents.Index().ToDictionary(each => each.Item.Id, each => each.Index);

    public override int HeightAt(int width)
    {
        var rows = RowOf((Documents.Count - 1) / PanelsAt(width).Columns, Things.Count);
        return Math.Max(240, 150 + HeadingHeight + (rows * (Axes.IsNarrow(width) ? 36 : 26)));
    }

    public override IReadOnlyList<ChartMark> Marks => [.. Occurrences.Select(each => new ChartMark(each.Address, null, NameOf(each.Thing),
        (Column, each.Thing), ("Document", each.Document), ("Offset", each.Start))
        { Facts = language => [Documents[_numbers[each.Document]].NameIn(language)] })];

    private string[] Labels(int width) => [.. Things.Select(thing => Axes.Beside(Name(thing), width, Axes.IsNarrow(width) ? 110 : 200))];

    /// <summary>Columns of panels in a figure of that width, the width of one, and the room around them.</summary>
    private (int Columns, double Panel, Margin Margin) PanelsAt(int figureWidth)
    {
        var margin = new Margin(Axes.Widest(Labels(figureWidth)) + 14, HeadingHeight, 16, 56);
        var width = FigureLayout.PlotWidth(figureWidth, margin);
        var columns = (int)Math.Clamp((width + PanelGap) / (LeastPanel + PanelGap), 1, Math.Max(1, Documents.Count));
        return (columns, ((width + PanelGap) / columns) - PanelGap, margin);
    }

    /// <summary>The row of a thing in a row of panels.</summary>
    private int RowOf(int panelRow, int thing) => (panelRow * (Things.Count + HeadingRows)) + thing;

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
        var (columns, panel, margin) = PanelsAt(figure.Width);
        double Left(int document) => document % columns * (panel + PanelGap);
        double Place(int document, double share) => Left(document) + (panel * (Pad + (share * (1 - (2 * Pad)))));
        int Row(int document, int thing) => RowOf(document / columns, thing);
        var panels = Enumerable.Range(0, Documents.Count).ToArray();
        var scales = panels.Take(columns).SelectMany(document => Scale.Select(tick => (Place: Place(document, tick.Share), tick.Label)));
        var horizontal = Axes.Named(0, (columns * (panel + PanelGap)) - PanelGap, scales.Select(tick => tick.Place),
            scales.Select(tick => tick.Label));
        (horizontal.Ticks, horizontal.TickAngle, horizontal.TickFont) = ("", 0, new() { Size = 11 });
        var names = Labels(figure.Width);
        var rows = panels.Where(document => document % columns == 0).SelectMany(document => names.Select((name, thing) =>
            (Place: (double)Row(document, thing), Name: name))).ToArray();
        var threads = panels.SelectMany(document => Things.Select((_, thing) =>
            new Segment((Place(document, 0), Row(document, thing)), (Place(document, 1), Row(document, thing)))));
        var things = Things.Index().ToDictionary(each => each.Item, each => each.Index);
        var places = Occurrences.Select(each => (Document: _numbers[each.Document], each.Start, Thing: things[each.Thing])).Select(each =>
            (Place(each.Document, each.Start / Documents[each.Document].Text.Length), (double)Row(each.Document, each.Thing)));
        var scale = Language.Text(Axes.IsNarrow(figure.Width) ? "position-short" : "position");
        var stroke = new Line { Width = 2, Color = Palette.Color(0) };
        var marker = new Marker { Symbol = "line-ns-open", Size = 14, Color = Palette.Color(0), Line = stroke };
        var layout = new Layout
        {
            XAxis = horizontal, ShowLegend = false,
            YAxis = Axes.Named(rows[^1].Place + 0.5, -0.5, rows.Select(row => row.Place), rows.Select(row => row.Name)),
            Annotations =
            [
                Axes.Note(scale, (0.5, "center"), (0.0, "top"), yShift: -28),
                .. panels.Select(document => Axes.Note(Heading(Documents[document], panel - 4), (Left(document), "left"),
                    (Row(document, 0) - 0.5, "bottom"), "x", "y", size: HeadingSize, color: Palette.Ink)),
            ],
        };
        return new([
            Axes.Lines([.. threads], new() { Color = Palette.Grid, Width = 1 }),
            evidence.Attach(Axes.Points([.. places], marker), Marks)], layout, margin);
    }

    /// <summary>Date and source of a document in two lines.</summary>
    private string Heading(Document document, double width)
    {
        var title = ShownText.Contained(document.Outlet.Length > 0 ? document.Outlet : document.TitleIn(Language));
        var date = document.Published is { } day ? Language.Say(InvariantText.Format(day)!) : document.Id;
        // The title has a direction of its own, which must not carry the date along.
        return string.Join('\n', Lettering.Wrap($"{date} {title}", HeadingSize, width, 2)
            .Select(line => !Language.IsRightToLeft && line.StartsWith($"{date} ", StringComparison.Ordinal)
                ? $"{date} {Lettering.Isolate(line[(date.Length + 1)..])}" : line));
    }
}
