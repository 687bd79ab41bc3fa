namespace Analysis;

/// <summary>Bars in panels.</summary>
internal sealed record MultiplesChart(SeriesTable Table) : SeriesChart(Table)
{
    private const double MostLabelWidth = 220;
    private const double LeastPanel = 180;
    private const int BarHeight = 28;
    private const double GapX = 0.04;

    /// <summary>Room for two lines above a panel.</summary>
    private const double HeadingHeight = 44;

    private readonly string[] _labels = [.. Table.Labels.OrderByDescending(Table.Total)];

    public override int HeightAt(int width) => 110 + (Rows(width) * ((_labels.Length * BarHeight) + (int)HeadingHeight));

    protected override IEnumerable<string> Labels => _labels;

    private double LabelWidth(int width) => Axes.Widest(Names(width));

    private IEnumerable<string> Names(int width) => _labels.Select(label => Axes.Beside(Name(label), width, MostLabelWidth));

    public override string Describe() => Language.Text("multiples", Language.Say(Table.Unit), Table.Series.Count,
        string.Join(". ", Table.Series.Select(part => $"{Language.Say(part)} – "
            + Language.List(MarksOf(part).Select(mark => $"{Name(mark.First)}: {Language.Number(mark.Number)}")))));

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        var rows = Rows(figure.Width);
        var margin = new Margin(LabelWidth(figure.Width) + 14, HeadingHeight, 24, 52);
        var (width, height) = FigureLayout.PlotSize(figure, margin);
        var grid = new PanelGrid(Columns(figure.Width), [.. Enumerable.Repeat(1.0 / rows, rows)], GapX, HeadingHeight / height);
        var layout = new Layout { ShowLegend = false, BarGap = 0.25 };
        string[] names = [.. Names(figure.Width)];
        List<Annotation> notes = [];
        List<Trace> traces = [];
        var (low, high) = Axes.FromZero(Table.Values);
        foreach (var (panel, part) in Table.Series.Index())
        {
            var isLowest = panel + grid.Columns >= Table.Series.Count;
            var horizontal = Axes.Values(isLowest ? Language.Say(Table.Unit) : "", low, high * 1.08, whole: Table.AreWhole);
            horizontal.ShowTickLabels = isLowest;
            var vertical = Axes.Labels(names, downwards: true);
            vertical.ShowTickLabels = panel % grid.Columns == 0;
            grid.Add(layout, panel, horizontal, vertical);
            var room = (grid.Share * width) - 8;
            notes.Add(grid.Heading(string.Join('\n', Lettering.Wrap(Language.Say(part), Axes.LabelSize, room, 2)), panel));
            traces.Add(PanelGrid.In(Bars(part, evidence), panel));
        }
        layout.Annotations = notes;
        return new(traces, layout, margin);
    }

    private int Columns(int width) =>
        (int)Math.Clamp((width - LabelWidth(width) - 60) / LeastPanel, 1, Math.Max(1, Table.Series.Count));

    private int Rows(int width) => (int)Math.Ceiling((double)Table.Series.Count / Columns(width));

    protected override ChartMark[] MarksOf(string series) =>
        Array.ConvertAll(base.MarksOf(series), mark => mark with { Name = $"{Name(mark.First)} – {Language.Say(series)}" });

    private Trace Bars(string part, EvidenceIndex evidence)
    {
        var marks = MarksOf(part);
        var bars = Bars(marks);
        bars.Marker = new() { Color = Palette.Color(0) };
        return evidence.Attach(bars, marks);
    }
}
