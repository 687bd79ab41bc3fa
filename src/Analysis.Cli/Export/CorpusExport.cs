namespace Analysis.Cli;

/// <summary>Writes a corpus in the formats of other programs.</summary>
internal sealed class CorpusExport(Corpus corpus, ExportFolder folder, bool byMonth = false)
{
    private static readonly (string Format, Func<CorpusExport, string> Write)[] Writers =
    [
        ("csv", export => export.Csv()),
        ("jsonl", export => export.JsonLines()),
        ("parquet", export => export.Parquet()),
        ("brat", export => export.Brat()),
        ("gexf", export => export.Network("network.gexf", (network, output) => network.WriteGexf(output))),
        ("graphml", export => export.Network("network.graphml", (network, output) => network.WriteGraphMl(output))),
        ("edges", export => export.Edges()),
        ("timelinejs", export => export.Timeline()),
        ("timeline", export => export.TimelinePage()),
        ("acled", export => export.Acled()),
    ];

    private readonly Lazy<EntityNetwork> _network = new(() => EntityNetwork.Of(corpus));
    private readonly Lazy<DataFrame<ChronologyEntry>> _chronology = new(() => Chronology.Joined(corpus));

    /// <summary>Names of the formats, in the order in which they are written.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. Writers.Select(writer => writer.Format)];

    private CorpusDescription Description => CorpusDescription.Of(corpus.Folder).In(corpus.Language);

    private IReadOnlyList<(string Name, DataFrame Frame)> Tables =>
        [
            .. corpus.Frames.Select(each => (each.Name, each.Frame())),
            ("Chronology", ChronologyRows),
        ];

    /// <summary>The events of the joined chronology, each with the addresses of all its reports, <c>document:start-end</c>.</summary>
    private DataFrame ChronologyRows => _chronology.Value.Select(entry => new
    {
        date = entry.Date, earliest = entry.Earliest, latest = entry.Latest, date_basis = entry.DateBasis, kind = entry.Kind,
        cameo = entry.Cameo, goldstein = entry.Goldstein, plover = entry.Plover, actors = entry.Actors, targets = entry.Targets,
        place = entry.Place, headline = entry.Headline, text = entry.Text, events = string.Join(';', entry.Reports),
    }).ToDataFrame();

    /// <summary>Name of a frame as a file is called: <c>co-mentions</c> for <c>CoMentions</c>.</summary>
    public static string FileNameOf(string frame) => JsonNamingPolicy.KebabCaseLower.ConvertName(frame);

    /// <summary>Writes the formats of these names, and one line about each.</summary>
    public void Write(IReadOnlyCollection<string> formats, TextWriter output, TextWriter error)
    {
        foreach (var correction in corpus.CorrectionsIdle) error.WriteLine("warning: " + correction.ToWarning());
        foreach (var (format, write) in Writers)
            if (formats.Contains(format)) output.WriteLine($"{format,-10} {write(this)}");
    }

    private string Csv() => TablesAs("csv", folder.WriteCsv);

    private string JsonLines() => TablesAs(
        "jsonl", (name, frame) => folder.Write(name, ((IEnumerable<object>)frame).WriteJsonLines));

    private string TablesAs(string format, Action<string, DataFrame> write)
    {
        var tables = Tables;
        foreach (var (name, frame) in tables) write($"{format}/{FileNameOf(name)}.{format}", frame);
        return $"{folder.Shown(format)}: {Counted.Of(tables.Count, "table")}";
    }

    private string Parquet()
    {
        corpus.Annotations.WriteParquet(folder.PathOf("parquet"), byMonth);
        return $"{folder.Shown("parquet")}: {Counted.Of(corpus.Annotations.Count, "document")}";
    }

    private string Brat()
    {
        foreach (var annotations in corpus.Annotations)
        {
            var name = "brat/" + ExportFolder.FileNameOf(annotations.Document.Id);
            folder.Write(name + ".txt", output => output.Write(Encoding.UTF8.GetBytes(annotations.Document.Text)));
            folder.WriteText(name + ".ann", writer => writer.Write(annotations.ToBratStandoff()));
        }

        folder.WriteText("brat/annotation.conf", writer => writer.Write(corpus.Annotations.ToBratConfiguration()));
        return $"{folder.Shown("brat")}: {Counted.Of(corpus.Annotations.Count, "document")}";
    }

    private string Network(string file, Action<EntityNetwork, Stream> write)
    {
        folder.Write(file, output => write(_network.Value, output));
        return Size(folder.Shown(file));
    }

    private string Edges()
    {
        folder.WriteCsv("network-nodes.csv", _network.Value.Nodes);
        // The columns that Gephi knows, then the measures of the pair.
        folder.WriteCsv("network-edges.csv", _network.Value.Edges.Select(edge => new
        {
            Source = edge.First, Target = edge.Second, Type = "Undirected", Weight = edge.Both, edge.Expected, edge.LogDice, edge.Npmi,
            edge.FirstDate, edge.LastDate, edge.Documents,
        }).ToDataFrame());
        return Size(folder.Shown("network-nodes.csv") + ", " + folder.Shown("network-edges.csv"));
    }

    private string Size(string shown) =>
        string.Create(CultureInfo.InvariantCulture, $"{shown}: {_network.Value.Nodes.Count} nodes, {_network.Value.Edges.Count} edges");

    private string Timeline()
    {
        ChronologyCounts counts = default;
        folder.Write("timeline.json", output => counts = _chronology.Value.WriteTimelineJs(
            output, Description.Title, Description.Intro, Published(), SourceOf, corpus.Language));
        var undated = counts.LeftOut > 0 ? $"; {counts.LeftOut} without a date are left out" : "";
        return $"{folder.Shown("timeline.json")}: {Counted.Of(counts.Written, "event")}{undated}";
    }

    private (DateOnly First, DateOnly Last, string Name)? Published()
    {
        var days = corpus.Documents.Select(document => document.Published).OfType<DateOnly>().ToList();
        return days.Count == 0 ? null : (days.Min(), days.Max(),
            corpus.Language.Digits(corpus.Language.Text("timeline-from", days.Min(), days.Max())));
    }

    // A card and a page have room for what a label has none for.
    private string SourceOf(string document) => corpus[document].NameIn(corpus.Language);

    private string TimelinePage()
    {
        folder.Write("timeline.html", output => _chronology.Value.WriteTimelinePage(
            output, Description.Title, corpus.Language, SourceOf));
        return $"{folder.Shown("timeline.html")}: {Counted.Of(_chronology.Value.Count, "event")}";
    }

    private string Acled()
    {
        var dyads = AcledTables.Dyads(_chronology.Value);
        folder.WriteCsv("acled-events.csv", AcledTables.Events(_chronology.Value, corpus));
        folder.WriteCsv("acled-dyads.csv", dyads);
        var shown = $"{folder.Shown("acled-events.csv")}, {folder.Shown("acled-dyads.csv")}";
        return $"{shown}: {Counted.Of(_chronology.Value.Count, "event")}, {Counted.Of((int)dyads.Rows.Count, "dyad")}";
    }
}
