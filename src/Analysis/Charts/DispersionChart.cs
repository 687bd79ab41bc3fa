namespace Analysis;

public sealed partial record Figure
{
    /// <summary>
    /// A lexical dispersion plot: where in each document something occurs, a panel for each document, a tick for each occurrence. The mark
    /// of a
    /// tick is the occurrence's address (see <see cref="Evidence.Address"/>).
    /// </summary>
    /// <param name="occurrences">One row for each occurrence, such as a frame of mentions, with its place in the columns <c>Document</c>,
    /// <c>Start</c> and <c>End</c>.</param>
    /// <param name="documents">The documents, in the order of the panels; those where nothing occurs have an empty panel.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="of">Column of what occurs; rows where it is missing are passed over.</param>
    /// <param name="top">How many different things are drawn, the most frequent first.</param>
    /// <param name="name">Turns what occurs into the words drawn for it.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A row names no document of those given, or no offset in it.</exception>
    public static Figure Dispersion(
        DataFrame occurrences, IEnumerable<Document> documents, string title, string of = "Entity", int top = 12,
        Func<string, string>? name = null, string id = "") =>
        new(DispersionChart.Of(occurrences, [.. documents], of, top, name ?? (text => text)), title, id);
}

/// <summary>A thing at a place of a document.</summary>
internal readonly record struct Occurrence(string Thing, string Document, double Start, string Address);

/// <summary>Where in each document something occurs.</summary>
internal sealed record DispersionChart(IReadOnlyList<Document> Documents, IReadOnlyList<Occurrence> Occurrences, string[] Things,
    string Column, Func<string, string> Name) : Chart
{
    private const double MostPanelGap = 14;
    private const double MostGaps = 0.3;

    /// <summary>Narrowest panel with a heading of words and a scale; narrower ones bear the document's id alone, upright.</summary>
    private const double LeastPanel = 60;
    private const double HeadingSize = 12;

    public override int PreferredHeight => Math.Max(240, 190 + (Things.Length * 26));

    public override IReadOnlyList<ChartMark> Marks => [.. Occurrences.Select(MarkOf)];

    public static DispersionChart Of(DataFrame frame, IReadOnlyList<Document> documents, string of, int top, Func<string, string> name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var (things, places, starts, ends) = (frame.Texts(of), frame.Texts("Document"), frame.Numbers("Start"), frame.Numbers("End"));
        var lengths = documents.ToDictionary(text => text.Id, text => text.Text.Length);
        for (var row = 0; row < places.Length; row++)
        {
            if (!lengths.TryGetValue(places[row], out var length)) throw new ArgumentException(
                $"row {row} names the document '{places[row]}', which is not among those given", nameof(documents));
            if (starts[row] < 0 || starts[row] >= length) throw new ArgumentException(
                $"row {row}: document '{places[row]}' has {length} code units, found offset {FrameValues.Text(starts[row])}",
                nameof(frame));
        }
        string[] most = [.. things.Where(thing => thing.Length > 0).CountBy(thing => thing).Take(top).Select(thing => thing.Value)];
        Occurrence At(int row) =>
            new(things[row], places[row], starts[row], Evidence.AddressOf(places[row], (int)starts[row], (int)ends[row]));
        var drawn = Enumerable.Range(0, things.Length).Where(row => most.Contains(things[row]));
        return new(documents, [.. drawn.Select(At)], most, of, name);
    }

    public override string Describe() =>
        $"Dispersion plot over {Documents.Count} documents: {string.Join("; ", Things.Select(ToldOf))}.";

    private string ToldOf(string thing)
    {
        var found = Documents.Select(document => (document.Id, Count: Inside(document).Count(occurrence => occurrence.Thing == thing)));
        return $"{Name(thing)} {string.Join(", ", found.Where(each => each.Count > 0).Select(each => $"{each.Count} in {each.Id}"))}";
    }

    public override Drawing Draw(Figure figure, EvidenceIndex evidence)
    {
        string[] labels = [.. Things.Select(thing => Lettering.Fit(Name(thing), Axes.LabelSize, 200))];
        var margin = new Margin(Axes.Widest(labels) + 14, 40, 16, 56);
        var (width, _) = FigureLayout.PlotSize(figure, margin);
        var gap = Math.Min(MostPanelGap, MostGaps * width / Math.Max(1, Documents.Count));
        var panel = (width - (gap * (Documents.Count - 1))) / Math.Max(1, Documents.Count);
        var layout = new Layout { YAxis = Axes.Labels(labels, downwards: true), ShowLegend = false };
        List<Annotation> notes = [Notes.At("position in the document, % of its length", (0.5, "center"), (0.0, "top"), yShift: -28)];
        List<Trace> traces = [];
        for (var number = 0; number < Documents.Count; number++)
        {
            var left = Math.Round(number * (panel + gap) / width, 4);
            var axis = number == 0 ? "" : (number + 1).ToString(CultureInfo.InvariantCulture);
            layout.SetProperty($"xaxis{axis}", Panel(left, left + (panel / width), panel >= LeastPanel));
            notes.Add(Heading(Documents[number], panel, left));
            var threads = Things.Select((_, row) => ((0.0, (double)row), (100.0, (double)row)));
            traces.Add(On($"x{axis}", Axes.Lines(threads, new() { Color = Palette.Grid, Width = 1 })));
            if (Inside(Documents[number]).Length > 0)
                traces.Add(On($"x{axis}", Ticks(Documents[number], evidence)));
        }
        layout.Annotations = notes;
        return new(traces, layout, margin);
    }

    private static Trace On(string axis, Trace trace)
    {
        trace.SetProperty("xaxis", axis);
        return trace;
    }

    private static LinearAxis Panel(double left, double right, bool hasScale)
    {
        var axis = Axes.Hidden(-2, 102);
        if (hasScale) Axes.Name(axis, [0, 50, 100], ["0", "50", "100"]);
        (axis.Domain, axis.Anchor, axis.TickFont, axis.TickAngle) = (new[] { left, Math.Round(right, 4) }, "y", new() { Size = 11 }, 0);
        return axis;
    }

    private static Annotation Heading(Document document, double panel, double left)
    {
        var words = $"{document.Id} {(document.TitleEnglish.Length > 0 ? document.TitleEnglish : document.Title)}".TrimEnd();
        var heading = panel < LeastPanel ? document.Id : string.Join('\n', Lettering.Wrap(words, HeadingSize, panel - 4, 2));
        var note = Notes.At(heading, (left, "left"), (1.0, "bottom"), size: HeadingSize, color: Palette.Ink);
        if (panel < LeastPanel) note.TextAngle = -90;
        return note;
    }

    private Trace Ticks(Document document, EvidenceIndex evidence)
    {
        var inside = Inside(document);
        var line = new Line { Width = 2, Color = Palette.Color(0) };
        var marker = new Marker { Symbol = "line-ns-open", Size = 14, Color = Palette.Color(0), Line = line };
        var places = inside.Select(item => (item.Start * 100 / document.Text.Length, (double)Array.IndexOf(Things, item.Thing)));
        return evidence.Attach(Axes.Points(places, marker), [.. inside.Select(MarkOf)]);
    }

    private Occurrence[] Inside(Document document) => [.. Occurrences.Where(occurrence => occurrence.Document == document.Id)];

    private ChartMark MarkOf(Occurrence occurrence) => new(
        occurrence.Address, null, Name(occurrence.Thing),
        (Column, occurrence.Thing), ("Document", occurrence.Document), ("Offset", occurrence.Start));
}
