using System.Globalization;
using System.Text.Json.Nodes;

namespace Analysis;

public sealed partial record Figure
{
    /// <summary>A lexical dispersion plot: where in each document something occurs, a panel for each document, a tick for each occurrence.</summary>
    /// <param name="occurrences">One row an occurrence, such as a frame of mentions.</param>
    /// <param name="documents">The documents, in the order of the panels; those where nothing occurs have an empty panel.</param>
    /// <param name="id">The figure's <see cref="Id"/>.</param>
    /// <param name="title">The figure's <see cref="Title"/>.</param>
    /// <param name="of">Column of what occurs; rows where it is missing are passed over.</param>
    /// <param name="document">Column of document ids.</param>
    /// <param name="start">Column of offsets in UTF-16 code units.</param>
    /// <param name="top">How many different things are drawn, the most frequent first.</param>
    /// <param name="name">Turns what occurs into the words drawn for it.</param>
    /// <param name="documentName">Heading of a document's panel, cut to two lines; its id with its English title, else with its title, unless given.</param>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    /// <exception cref="ArgumentException">A row names no document of those given, or no offset in it.</exception>
    public static Figure Dispersion(
        DataFrame occurrences, IEnumerable<Document> documents, string id, string title, string of = "Entity", string document = "Document", string start = "Start",
        int top = 12, Func<string, string>? name = null, Func<Document, string>? documentName = null) =>
        new(DispersionChart.Of(occurrences, [.. documents], of, document, start, top, name ?? (text => text), documentName ?? DispersionChart.Titled), occurrences, id, title);
}

/// <summary>Where in each document something occurs.</summary>
internal sealed record DispersionChart(
    IReadOnlyList<Document> Documents, string[] Things, string[] Places, double[] Starts, IReadOnlyList<string> Top, Func<string, string> Name,
    Func<Document, string> DocumentName) : Chart
{
    private const double MostPanelGap = 14;
    private const double MostGaps = 0.3;

    /// <summary>Narrowest panel with a heading of words and a scale; narrower ones bear the document's id alone, upright.</summary>
    private const double LeastPanel = 60;
    private const double HeadingSize = 12;

    public override int PreferredHeight => Math.Max(240, 190 + (Top.Count * 26));

    public static DispersionChart Of(DataFrame frame, IReadOnlyList<Document> documents, string of, string document, string start, int top, Func<string, string> name, Func<Document, string> documentName)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var (things, places, starts) = (frame.Texts(of), frame.Texts(document), frame.Numbers(start));
        var lengths = documents.ToDictionary(text => text.Id, text => text.Text.Length);
        for (var row = 0; row < places.Length; row++)
        {
            if (!lengths.TryGetValue(places[row], out var length)) throw new ArgumentException($"row {row} names the document '{places[row]}', which is not among those given", nameof(documents));
            if (starts[row] < 0 || starts[row] >= length) throw new ArgumentException($"row {row}: document '{places[row]}' has {length} code units, found offset {FrameValues.Text(starts[row])}", nameof(frame));
        }
        string[] most = [.. things.Where(thing => thing.Length > 0).GroupBy(thing => thing).OrderByDescending(thing => thing.Count()).Take(top).Select(thing => thing.Key)];
        return new(documents, things, places, starts, most, name, documentName);
    }

    public override Drawing Draw(Figure figure)
    {
        var evidence = new EvidenceIndex(figure.Evidence);
        string[] labels = [.. Top.Select(thing => $"{Lettering.Fit(Name(thing), Axes.LabelSize, 200)}")];
        var margin = new Margin(Axes.Widest(labels) + 14, 40, 16, 56);
        var (width, _) = PlotlyDocument.PlotSize(figure, margin);
        var gap = Math.Min(MostPanelGap, MostGaps * width / Math.Max(1, Documents.Count));
        var panel = (width - (gap * (Documents.Count - 1))) / Math.Max(1, Documents.Count);
        var layout = new JsonObject { ["yaxis"] = Axes.Labels(labels, downwards: true), ["showlegend"] = false };
        var notes = new JsonArray();
        for (var number = 0; number < Documents.Count; number++)
        {
            var left = number * (panel + gap) / width;
            var right = left + (panel / width);
            layout[AxisName(number)] = Axis(left, right, panel >= LeastPanel);
            notes.Add(Heading(Documents[number], panel, left));
        }
        notes.Add(Axes.Note("position in the document, % of its length", Axes.LabelSize, Palette.Muted, new JsonObject
        {
            ["xref"] = "paper",
            ["x"] = 0.5,
            ["xanchor"] = "center",
            ["yref"] = "paper",
            ["y"] = 0,
            ["yanchor"] = "top",
            ["yshift"] = -28,
        }));
        layout["annotations"] = notes;
        layout["shapes"] = new JsonArray([.. Enumerable.Range(0, Documents.Count).SelectMany(number => Top.Select((_, row) => (JsonNode)Thread(number, row)))]);
        return new(new JsonArray([.. Documents.Select((document, number) => Trace(document, number, evidence)).OfType<JsonNode>()]), layout, margin);
    }

    public override string Describe(Figure figure) =>
        $"Dispersion plot over {Documents.Count} documents: " + string.Join("; ", Top.Select(thing => $"{Name(thing)} " + string.Join(", ", Documents
            .Select(document => (document.Id, Count: Things.Zip(Places).Count(row => row.First == thing && row.Second == document.Id))).Where(found => found.Count > 0)
            .Select(found => $"{found.Count} in {found.Id}")))) + ".";

    public override IEnumerable<Mark> MarksOf(int row) => [];

    private static string AxisName(int number) => number == 0 ? "xaxis" : $"xaxis{(number + 1).ToString(CultureInfo.InvariantCulture)}";

    private static string AxisReference(int number) => number == 0 ? "x" : $"x{(number + 1).ToString(CultureInfo.InvariantCulture)}";

    private static JsonObject Axis(double left, double right, bool hasScale) => new()
    {
        ["domain"] = new JsonArray(Math.Round(left, 4), Math.Round(right, 4)),
        ["anchor"] = "y",
        ["range"] = new JsonArray(-2, 102),
        ["tickmode"] = "array",
        ["tickvals"] = new JsonArray(0, 50, 100),
        ["ticktext"] = new JsonArray("0", "50", "100"),
        ["showticklabels"] = hasScale,
        ["tickfont"] = new JsonObject { ["size"] = 11 },
        ["tickangle"] = 0,
        ["showgrid"] = false,
        ["zeroline"] = false,
        ["automargin"] = false,
    };

    public static string Titled(Document document) =>
        $"{document.Id} {(document.TitleEnglish.Length > 0 ? document.TitleEnglish : document.Title)}".TrimEnd();

    private JsonObject Heading(Document document, double panel, double left)
    {
        IReadOnlyList<string> lines = panel < LeastPanel ? [document.Id] : Lettering.Wrap(DocumentName(document), HeadingSize, panel - 4, 2);
        var note = Axes.Note(string.Join("<br>", lines.Select(Lettering.Escape)), HeadingSize, Palette.Ink,
            new JsonObject { ["xref"] = "paper", ["x"] = Math.Round(left, 4), ["xanchor"] = "left", ["yref"] = "paper", ["y"] = 1, ["yanchor"] = "bottom" });
        if (panel < LeastPanel) note["textangle"] = -90;
        return note;
    }

    /// <summary>A line along which the ticks of one thing in one document stand.</summary>
    private static JsonObject Thread(int number, int row) => new()
    {
        ["type"] = "line",
        ["layer"] = "below",
        ["xref"] = AxisReference(number),
        ["x0"] = 0,
        ["x1"] = 100,
        ["yref"] = "y",
        ["y0"] = row,
        ["y1"] = row,
        ["line"] = new JsonObject { ["color"] = Palette.Grid, ["width"] = 1 },
    };

    /// <summary>The ticks of a panel; null where nothing occurs.</summary>
    private JsonObject? Trace(Document document, int number, EvidenceIndex evidence)
    {
        int[] rows = [.. Enumerable.Range(0, Things.Length).Where(row => Places[row] == document.Id && Top.Contains(Things[row]))];
        if (rows.Length == 0) return null;
        var passages = rows.Select(row => evidence.Of(Things[row]).Where(passage => passage.Document == document.Id && passage.Span.Start == (int)Starts[row]).ToArray()).ToArray();
        return new JsonObject
        {
            ["type"] = "scatter",
            ["mode"] = "markers",
            ["xaxis"] = AxisReference(number),
            ["yaxis"] = "y",
            ["x"] = Axes.Array(rows.Select(row => Starts[row] * 100 / document.Text.Length)),
            ["y"] = Axes.Array(rows.Select(row => (double)Array.IndexOf([.. Top], Things[row]))),
            ["marker"] = new JsonObject { ["symbol"] = "line-ns-open", ["size"] = 14, ["color"] = Palette.Color(0), ["line"] = new JsonObject { ["width"] = 2, ["color"] = Palette.Color(0) } },
            ["hoverinfo"] = "text",
            ["hovertext"] = Axes.Texts(rows.Select((row, index) => EvidenceIndex.Hover(Name(Things[row]), [$"document {document.Id}, offset {Axes.Number(Starts[row])}"], passages[index]))),
            ["customdata"] = new JsonArray([.. passages.Select(EvidenceIndex.Addresses)]),
        };
    }
}
