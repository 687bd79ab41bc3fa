namespace Analysis;

/// <summary>Two scales of escalation by month.</summary>
internal sealed record EscalationChart(IReadOnlyList<EscalationMonth> Months) : Chart
{
    private const double Limit = 10.5;
    private const double TickRoom = 46;
    private const double HalfStep = 0.3;
    private const double NumberRoom = 18; // Pixels of a month, below which the numbers of its neighbours would touch.
    private const double Column = 0.7;

    private static readonly PanelGrid Grid = new(Columns: 2, RowShares: [0.68, 0.32], GapX: 0.05, GapY: 0.07);

    private static readonly (string Name, Func<EscalationMonth, (double? Mean, double? Low, double? High, int Events)> Of)[] Scales =
    [
        ("Goldstein", month => (month.Goldstein, month.GoldsteinLow, month.GoldsteinHigh, month.Events)),
        ("PLOVER", month => (month.Plover, month.PloverLow, month.PloverHigh, month.PloverEvents)),
    ];

    private readonly ChartMark[] _marks = [.. Months.Where(month => month.Events > 0).Select(MarkOf)];

    public override int HeightAt(int width) => 540;

    public override IReadOnlyList<ChartMark> Marks => _marks;

    public override string Subtitle => Months.Count == 0 ? ""
        : Language.Text("escalation-subtitle", Months.Sum(month => month.Events),
            Language.Month(Months[0].Month), Language.Month(Months[^1].Month));

    public override string Describe() => Language.Text("escalation",
        Language.List(_marks.Select(mark => $"{Language.Say(mark.Name)} – {Language.List(mark.Told(Language), ',')}")));

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        var key = Lettering.Wrap(Language.Text("escalation-key"), 12, figure.Width - 90, 4);
        var margin = new Margin(56, 24, 8, 52 + (key.Count * 16));
        var (width, _) = FigureLayout.PlotSize(figure, margin);
        var layout = new Layout { ShowLegend = false };
        var panelWidth = width * Grid.Share;
        var isNumbered = panelWidth / Months.Count >= NumberRoom;
        List<Trace> traces = [];
        List<Annotation> notes =
        [
            Axes.Note(string.Join('\n', key), (0.0, "left"), (0.0, "top"), yShift: -48, size: 12),
        ];
        foreach (var (panel, (name, values)) in Scales.Index())
        {
            var counted = Months.Sum(month => values(month).Events);
            var heading = Language.Text("escalation-scale", Language.Say(name), counted);
            notes.Add(Grid.Heading(Lettering.Fit(heading, Axes.LabelSize, panelWidth), panel));
            var level = Level(Language.Text("escalation-level"), (-Limit, Limit), panel);
            Grid.Add(layout, panel, Time(panelWidth, labelled: false), level);
            var most = Months.Max(month => month.Events) * 1.25;
            Grid.Add(layout, panel + 2, Time(panelWidth, labelled: true), Level(Language.Text("escalation-events"), (0, most), panel));
            var bands = Runs(month => values(month).Low is not null).Select(run => Band(panel, values, run));
            traces.AddRange(bands.Concat(Means(panel, values, evidence))
                .Select(trace => PanelGrid.In(trace, panel)));
            traces.Add(PanelGrid.In(Counts(panel, values, isNumbered, evidence), panel + 2));
        }
        layout.Annotations = notes;
        layout.Shapes = [.. Enumerable.Range(0, 4).SelectMany(Gaps)];
        return new(traces, layout, margin);
    }

    private static string Name(EscalationMonth month) => TimeAxis.Name(month.Month.YearMonth());

    private static ChartMark MarkOf(EscalationMonth month) => new(month.Month.YearMonth(), null, Name(month),
        ("Events", (double)month.Events), ("Goldstein", month.Goldstein), ("Goldstein 95 % from", month.GoldsteinLow),
        ("Goldstein 95 % to", month.GoldsteinHigh), ("PLOVER", month.Plover), ("PLOVER 95 % from", month.PloverLow),
        ("PLOVER 95 % to", month.PloverHigh), ("PLOVER events", (double)month.PloverEvents));

    /// <summary>Months in a row, as many named as have room beside each other and beside the first of the next panel.</summary>
    private LinearAxis Time(double width, bool labelled)
    {
        var step = (int)Math.Ceiling(Months.Count * TickRoom / width);
        // From the month to the first one of the next panel there is the gap between the panels too.
        bool HasRoom(int month) => ((Months.Count - month) * width / Months.Count) + (Grid.GapX / Grid.Share * width) >= TickRoom;
        var named = Months.Index().Where(month => labelled && month.Index % step == 0 && HasRoom(month.Index)).ToArray();
        var axis = Axes.Named(-0.6, Months.Count - 0.4, named.Select(month => (double)month.Index),
            named.Select(month => Language.Month(month.Item.Month).Replace(' ', '\n')));
        (axis.TickAngle, axis.LineColor) = (0, Palette.Muted);
        return axis;
    }

    private static LinearAxis Level(string title, (double Low, double High) ends, int panel)
    {
        var axis = Axes.Values(panel == 0 ? title : "", ends.Low, ends.High, whole: ends.Low == 0);
        axis.ShowTickLabels = panel == 0;
        if (ends.Low < 0) axis.DTick = 5;
        return axis;
    }

    private IEnumerable<Shape> Gaps(int panel) => Runs(month => month.Events == 0).Select(gap => new Shape
    {
        Type = "rect", Layer = "below", FillColor = "#EEEEEE", Line = new() { Width = 0 },
        XRef = PanelGrid.Name("x", panel), X0 = gap[0] - 0.5, X1 = gap[^1] + 0.5,
        YRef = $"{PanelGrid.Name("y", panel)} domain", Y0 = 0, Y1 = 1,
    });

    /// <summary>The intervals as areas, from month to month; one month alone has the width of a step.</summary>
    private Trace2D Band(int scale, Func<EscalationMonth, (double? Mean, double? Low, double? High, int)> values, IReadOnlyList<int> run)
    {
        var inner = run.Select(place => (X: (double)place, values(Months[place]).Low, values(Months[place]).High)).ToArray();
        (double X, double? Low, double? High)[] edge =
            [inner[0] with { X = run[0] - HalfStep }, .. inner, inner[^1] with { X = run[^1] + HalfStep }];
        var band = new Trace2D("scatter")
        {
            Mode = "lines", Line = new() { Width = 0 }, FillColor = Palette.Color(scale) + "33", HoverInfo = "skip",
            X = Axes.Rounded(edge.Select(at => at.X).Concat(edge.Reverse().Select(at => at.X))),
            Y = Axes.Rounded(edge.Select(at => at.High!.Value).Concat(edge.Reverse().Select(at => at.Low!.Value))),
        };
        band.SetProperty("fill", "toself");
        return band;
    }

    /// <summary>The places of some months, in runs without a gap.</summary>
    private IEnumerable<IReadOnlyList<int>> Runs(Func<EscalationMonth, bool> belongs) =>
        Enumerable.Range(0, Months.Count).Where(place => belongs(Months[place])).Index()
            .GroupBy(each => each.Item - each.Index, each => each.Item).Select(run => run.ToArray());

    /// <summary>Points, joined where one month follows the other.</summary>
    private Trace[] Means(int scale, Func<EscalationMonth, (double? Mean, double?, double?, int)> values, EvidenceIndex evidence)
    {
        var rated = Months.Index().Where(month => values(month.Item).Mean is not null)
            .Select(month => (X: (double)month.Index, Y: values(month.Item).Mean!.Value, Mark: MarkAt(month.Item))).ToArray();
        var steps = rated.Zip(rated.Skip(1)).Where(step => step.Second.X - step.First.X == 1)
            .Select(step => new Segment((step.First.X, step.First.Y), (step.Second.X, step.Second.Y)));
        var marker = new Marker { Size = 9, Color = Palette.Color(scale), Symbol = Palette.Symbol(scale) };
        return
        [
            Axes.Lines([.. steps], new() { Color = Palette.Color(scale), Width = 2.5 }),
            evidence.Attach(Axes.Points([.. rated.Select(at => (at.X, at.Y))], marker), [.. rated.Select(at => at.Mark)]),
        ];
    }

    /// <summary>Columns with a width of their own: plotly.js would widen those of months without neighbours.</summary>
    private Trace Counts(
        int scale, Func<EscalationMonth, (double?, double?, double?, int Events)> values, bool isNumbered, EvidenceIndex evidence)
    {
        var counted = Months.Index().Where(month => values(month.Item).Events > 0).ToArray();
        var color = Palette.Color(scale);
        return evidence.Attach(new Trace2D("bar")
        {
            X = counted.Select(month => month.Index).ToArray(), Y = counted.Select(month => values(month.Item).Events).ToArray(),
            Text = counted.Select(month => isNumbered ? Axes.Number(values(month.Item).Events) : "").ToArray(),
            TextPosition = "outside", TextAngle = 0, TextFont = new() { Size = 11 }, ClipOnAxis = false, Width = Column,
            Marker = new()
            {
                Color = counted.Select(month => values(month.Item).Events > 1 ? color : Palette.Paper).ToArray(),
                Line = new() { Color = color, Width = 1.5 },
            },
        }, [.. counted.Select(month => MarkAt(month.Item))]);
    }

    private ChartMark MarkAt(EscalationMonth month) => _marks.First(mark => mark.First == month.Month.YearMonth());
}
