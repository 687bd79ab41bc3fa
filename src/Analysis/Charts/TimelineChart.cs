namespace Analysis;

/// <summary>A chronology of events on lanes.</summary>
internal sealed record TimelineChart(IReadOnlyList<TimelineEvent> Events, int Outside, int Undated) : Chart
{
    public const int MostEvents = 300;
    public const int MostLanes = 40;
    private const string Inferred = "day inferred, not named in the text";
    private const double MostLaneWidth = 170;
    private const double MostNarrowLaneWidth = 100;

    /// <summary>Height of a bar as a share of its row.</summary>
    private const double BarHeight = 0.4;

    /// <summary>Opacity of a bar in two hexadecimal digits, which follow its colour.</summary>
    private const string BarOpacity = "66";

    /// <summary>Shares of an open bar from its known end, and their opacity.</summary>
    private static readonly (double From, double To, string Opacity)[] Fades = [(0, 0.35, BarOpacity), (0.35, 0.7, "40"), (0.7, 1, "1F")];

    /// <summary>The kinds of events from conflict to cooperation, by their CAMEO codes: a kind has its colour in every corpus.</summary>
    private static readonly Dictionary<string, int> Kinds = Lexicon.Read("event-kinds.tsv", "kind", "traits", "cue", "cameo", "plover")
        .OrderByDescending(row => row[3], StringComparer.Ordinal).Index().ToDictionary(row => row.Item[0], row => row.Index);

    /// <summary>The lanes, that of the earliest event first.</summary>
    private readonly IGrouping<string, TimelineEvent>[] _lanes =
        [.. Events.GroupBy(item => item.Lane).OrderBy(lane => lane.Min(item => item.Stretch.First))];

    public override int HeightAt(int width)
    {
        var names = LaneNames(width);
        var rows = Events.Count == 0 ? 0 : new TimelinePlan(_lanes, Language, width - Axes.Widest(names) - 60).Tops[^1];
        var rowHeight = names.Any(name => name.Contains('\n', StringComparison.Ordinal)) ? 36 : 23;
        return 160 + (Axes.IsNarrow(width) ? 44 : 0) + (rowHeight * rows);
    }

    public override IReadOnlyList<ChartMark> Marks => [.. Events.Select(MarkOf)];

    /// <summary>Whether it is known how each date is known.</summary>
    public bool HasBases { get; init; }

    /// <summary>What an event is: the key of a text for so many of them.</summary>
    public string Noun { get; init; } = "events";

    /// <summary>Number of events that are left out because a chart with them could not be read.</summary>
    public int Further { get; init; }

    private (string Meaning, string Symbol)[] Forms =>
    [
        (Language.Text(HasBases ? "timeline-named" : "timeline-known"), "circle"),
        (Language.Text(HasBases ? "timeline-inferred" : "timeline-about"), "circle-open"),
        (Language.Text("timeline-open"), "triangle-right"),
    ];

    private string[] LaneNames(int width) =>
        [.. _lanes.Select(lane => Axes.Beside(Name(lane.Key), width, Axes.IsNarrow(width) ? MostNarrowLaneWidth : MostLaneWidth))];

    public override string Remark => Outside + Undated + Further == 0 ? "" : Language.Text("not-drawn", Language.List(
        new[] { (Count: Outside, Why: "not-drawn-outside"), (Count: Undated, Why: "not-drawn-undated"),
                (Count: Further, Why: "not-drawn-further") }
            .Where(part => part.Count > 0)
            .Select(part => Language.Text(part.Why, Language.Text(Noun, part.Count), MostEvents, MostLanes)), ','));

    public override string Describe()
    {
        if (Events.Count == 0) return $"{Language.Text("timeline-empty")} {Remark}".TrimEnd();
        var lanes = Language.List(_lanes.Select(lane => $"{Name(lane.Key)}: {lane.Count()}"));
        var (first, last) = (Events.MinBy(item => item.Stretch.First)!.Date, Events.MaxBy(item => item.Stretch.Last)!.Date);
        var told = Language.Text("timeline", Language.Text(Noun, Events.Count), _lanes.Length, lanes,
            Language.Say($"{first}"), Language.Say($"{last}"));
        return $"{told} {Remark}".TrimEnd();
    }

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        var names = LaneNames(figure.Width);
        // On a phone the key needs the room above the lanes' names too.
        var isNarrow = Axes.IsNarrow(figure.Width);
        var room = figure.Width - 60 - (isNarrow ? 0 : Axes.Widest(names));
        var margin = new Margin(Axes.Widest(names) + 14, Axes.LegendHeight(Forms.Select(form => form.Meaning), room) + 2, 10, 46);
        var (width, _) = FigureLayout.PlotSize(figure, margin);
        var legend = Axes.Legend();
        if (isNarrow) legend.X = Math.Round(-margin.Left / width, 3);
        var plan = new TimelinePlan(_lanes, Language, width);
        var ticks = plan.Scale.Ticks(Language).ToArray();
        var horizontal = Axes.Named(0, width, ticks.Select(tick => tick.Place), ticks.Select(tick => tick.Label));
        (horizontal.TickAngle, horizontal.TickColor, horizontal.LineColor) = (0, Palette.Muted, Palette.Muted);
        var lanes = _lanes.Select((lane, number) =>
            (lane.Key, Top: plan.Tops[number] - 0.5, Bottom: plan.Tops[number + 1] - 0.5)).ToArray();
        var bands = lanes.Where((_, number) => number % 2 == 0)
            .Select(lane => Rectangle("paper", 0, 1, "y", lane.Top, lane.Bottom, Palette.Band));
        var cuts = plan.Scale.Breaks.Select(cut => Rectangle("x", cut.Left, cut.Right, "paper", 0, 1, "#EEEEEE"));
        var middles = plan.Scale.Breaks.Select(cut => Math.Round((cut.Left + cut.Right) / 2, 1));
        var layout = new Layout
        {
            XAxis = horizontal,
            YAxis = Axes.Named(plan.Tops[^1] - 0.5, -0.5, lanes.Select(lane => (lane.Top + lane.Bottom) / 2), names),
            ShowLegend = true, Legend = legend,
            Shapes = [.. bands, .. cuts],
            Annotations = [.. middles.Select(middle => Axes.Note("//", (middle, "center"), (0.0, "middle"), xRef: "x"))],
        };
        List<Trace> traces = [.. Key(), Markers(plan, evidence)];
        if (Events.Any(item => !item.IsDay)) traces.Add(Bars(plan));
        if (Events.Any(item => item.Label.Length > 0)) traces.Add(Labels(plan));
        return new(traces, layout, margin);
    }

    private ChartMark MarkOf(TimelineEvent item) => new(item.Mark, null, item.Label.Length > 0 ? item.Label : NameOf(item.Lane),
        ("Lane", NameOf(item.Lane)), ("Date", item.Date.ToString()),
        ("Meaning", (Language language) => item.IsInferred ? language.Say(Inferred) : DateWords.Of(item.Date, language)))
    {
        Facts = language => new[]
        {
            item.Label.Length > 0 ? NameOf(item.Lane) : "", DateWords.Of(item.Date, language), item.IsInferred ? Inferred : "",
        }.Where(words => words.Length > 0).Select(language.Say),
    };

    /// <summary>What the forms mean, in grey, for the legend alone.</summary>
    private IEnumerable<Trace> Key() =>
        from form in Forms
        select new Trace2D("scatter")
        {
            Mode = "markers",
            Name = form.Meaning,
            X = new object?[] { null }, Y = new object?[] { null },
            Marker = new() { Symbol = form.Symbol, Size = 10, Color = Palette.Muted, Line = new() { Width = 2 } },
        };

    private Trace2D Bars(TimelinePlan plan)
    {
        var parts = (from item in plan.Events
                     where !item.Event.IsDay
                     let date = item.Event.Date
                     let isOpen = date.Earliest is null || date.Latest is null
                     from part in isOpen ? Fades : [(From: 0, To: 1, Opacity: BarOpacity)]
                     let length = item.Right - item.Left
                     let left = date.Latest is null ? item.Left + (part.From * length) : item.Right - (part.To * length)
                     let color = Palette.Color(LookOf(item)) + part.Opacity
                     select (Left: left, Length: (part.To - part.From) * length, item.Row, Color: color)).ToArray();
        return new("bar")
        {
            Orientation = "h", Base = Axes.Rounded(parts.Select(part => part.Left)), X = Axes.Rounded(parts.Select(part => part.Length)),
            Y = parts.Select(part => part.Row).ToArray(), Width = BarHeight,
            Marker = new() { Color = parts.Select(part => part.Color).ToArray() },
            HoverInfo = "skip", ShowLegend = false,
        };
    }

    private Trace Markers(TimelinePlan plan, EvidenceIndex evidence)
    {
        string[] symbols = [.. plan.Events.Select(Symbol)];
        string[] colors = [.. plan.Events.Select(item => Palette.Color(LookOf(item)))];
        int[] widths = [.. symbols.Select(symbol => symbol.EndsWith("-open", StringComparison.Ordinal) ? 2 : 0)];
        var marker = new Marker { Symbol = symbols, Size = 11, Color = colors, Line = new() { Width = widths, Color = colors } };
        return evidence.Attach(Axes.Points([.. plan.Events.Select(item => (Middle(item), (double)item.Row))], marker),
            [.. plan.Events.Select(item => MarkOf(item.Event))]);
    }

    private static Trace Labels(TimelinePlan plan)
    {
        PlacedEvent[] labelled = [.. plan.Events.Where(item => item.Label.Length > 0)];
        static double At(PlacedEvent item) => item.LabelBefore ? item.Left - TimelinePlan.Clearance : item.Right + TimelinePlan.Clearance;
        return Axes.Texts([.. labelled.Select(item => (At(item), (double)item.Row, item.Label))],
            labelled.Select(item => item.LabelBefore ? "middle left" : "middle right").ToArray(),
            new() { Size = TimelinePlan.LabelSize, Color = Palette.Ink });
    }

    private static double Middle(PlacedEvent item) => item.Event.Date switch
    {
        { Earliest: null } => item.Left + 5,
        { Latest: null } => item.Right - 5,
        _ => (item.Left + item.Right) / 2,
    };

    /// <summary>Number of a lane's colour and symbol: that of its kind, else that of the lane.</summary>
    private int LookOf(PlacedEvent item) => _lanes.All(lane => Kinds.ContainsKey(lane.Key)) ? Kinds[item.Event.Lane] : item.Lane;

    private string Symbol(PlacedEvent item) => item.Event.Date switch
    {
        { Earliest: null } => "triangle-left",
        { Latest: null } => "triangle-right",
        { IsApproximate: false } when item.Event is { IsDay: true, IsNamed: true } => Palette.Symbol(LookOf(item)),
        _ => Palette.Symbol(LookOf(item)) + "-open",
    };

    private static Shape Rectangle(string across, double left, double right, string up, double from, double to, string color) => new()
    {
        Type = "rect", Layer = "below",
        XRef = across, X0 = Math.Round(left, 1), X1 = Math.Round(right, 1),
        YRef = up, Y0 = from, Y1 = to,
        FillColor = color, Line = new() { Width = 0 },
    };
}
