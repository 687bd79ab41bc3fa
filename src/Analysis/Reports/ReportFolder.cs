namespace Analysis;

/// <summary>The folder of a report: writes every file of it.</summary>
/// <param name="report">The report.</param>
/// <param name="folder">The folder.</param>
/// <param name="exporter">Draws figures and prints the page.</param>
internal sealed class ReportFolder(CorpusReport report, string folder, PictureExporter exporter)
{
    public const string Page = "report.html";
    public const string Manifest = "manifest.json";
    private const string Print = "report.pdf";
    private const string WorkbookFile = "tables.xlsx";

    private static readonly (string Format, string Suffix)[] Pictures =
        [("png", ".png"), ("png3", "@3x.png"), ("svg", ".svg"), ("outlines", ".outlines.svg"), ("pdf", ".pdf")];

    private readonly CorpusReport _report = report.Shown;
    private readonly List<(string Path, string Sha256)> _files = [];
    private readonly Dictionary<string, IReadOnlyList<byte[]>> _alone = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _png = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _svg = new(StringComparer.Ordinal);
    private string _warning = "";

    public async Task<SavedReport> WriteAsync(CancellationToken cancellation)
    {
        // The browser draws while the data are written.
        var drawing = DrawAsync(cancellation);
        try
        {
            foreach (var item in _report.Items)
            {
                if (item is ReportFigure figure) Write(figure);
                if (item is ReportTable table) Write(table);
            }

            Save(WorkbookFile, Workbook.Write(Tables(), _report.Language));
        }
        finally
        {
            await drawing.ConfigureAwait(false);
        }

        foreach (var (id, pictures) in _alone)
            foreach (var ((_, suffix), picture) in Pictures.Zip(pictures).Where(each => each.Second.Length > 0))
                Save($"figures/{id}{suffix}", picture);
        var blocks = new ReportOutline(_report, FilesOf).Blocks();
        Save("report.docx", new WordReport(_report.Language, _png).Write(_report.Title, blocks));
        Save(Page, Encoding.UTF8.GetBytes(new ReportPage(_report.Language, _svg).Write(_report.Title, blocks)));
        var print = await TryAsync(() => exporter.PrintAsync(Full(Page), cancellation)).ConfigureAwait(false);
        if (print is not null) Save(Print, print);
        DeleteOldPictures();
        Save("citation.bib", Encoding.UTF8.GetBytes(Citation.Of(_report)));
        var manifest = ReportManifest.Of(report, _files);
        AtomicFile.Write(Full(Manifest), Encoding.UTF8.GetBytes(manifest.ToJson()));
        return new(Path.GetFullPath(folder), [.. _files.Select(file => file.Path), Manifest], _warning) { Language = _report.Language };
    }

    private async Task DrawAsync(CancellationToken cancellation)
    {
        string[] formats = [.. Pictures.Select(each => each.Format)];
        foreach (var item in _report.Items.OfType<ReportFigure>())
        {
            var alone = await TryAsync(() => exporter.DrawAsync(item.Figure.WithCaptionInside, formats, cancellation))
                .ConfigureAwait(false);
            if (alone is not null) _alone[item.Id] = alone;
            var within = await TryAsync(() => exporter.DrawAsync(
                ReportPicture.OnPaper(item.Figure), ["png", "svg-for-print"], cancellation)).ConfigureAwait(false);
            if (within is not null) (_png[item.Id], _svg[item.Id]) = (within[0], within[1]);
        }
    }

    private void Write(ReportFigure item)
    {
        var figure = item.Figure;
        Save($"figures/{item.Id}.csv", MarkTable.WithAddresses(figure).ToCsvBytes(forExcel: true));
        Save($"figures/{item.Id}.json", Encoding.UTF8.GetBytes(figure.ToPlotlyJson() + "\n"));
    }

    private void Write(ReportTable item)
    {
        Save($"tables/{item.Id}.csv", item.Table.ToCsvBytes(forExcel: true));
        Save($"tables/{item.Id}.md", Encoding.UTF8.GetBytes(MarkdownTable.Of(item.Table.In(_report.Language))));
    }

    private IEnumerable<(string Name, TableView Table)> Tables() =>
        from item in _report.Items
        where item is not ReportSection
        select (item.Id, item is ReportTable table ? table.Table.In(_report.Language)
            : TableView.TryCreate(((ReportFigure)item).Figure.Data)!.In(_report.Language));

    private string[] FilesOf(ReportItem item) =>
    [
        .. _files.Select(file => file.Path).Where(path => path.IndexOf($"/{item.Id}.", StringComparison.Ordinal) > 0
            || path.IndexOf($"/{item.Id}@", StringComparison.Ordinal) > 0),
        WorkbookFile,
    ];

    // Pictures and a print of an earlier report in the folder, where this one has none.
    private void DeleteOldPictures()
    {
        var made = _files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        if (!made.Contains(Print)) _warning += $" There is no {Print}.";
        var pictures = _report.Items.OfType<ReportFigure>().SelectMany(
            item => Pictures, (item, picture) => $"figures/{item.Id}{picture.Suffix}");
        foreach (var name in pictures.Append(Print).Where(name => !made.Contains(name) && File.Exists(Full(name))))
            File.Delete(Full(name));
    }

    // Where a browser is missing, its pictures are; the first reason is told.
    private async Task<T?> TryAsync<T>(Func<Task<T>> draw)
    {
        var (drawn, warning) = await PictureExporter.TryAsync(draw).ConfigureAwait(false);
        if (_warning.Length == 0) _warning = warning;
        return drawn;
    }

    private void Save(string name, byte[] content)
    {
        AtomicFile.Write(Full(name), content);
        _files.Add((name, Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    private string Full(string name) => Path.GetFullPath(Path.Combine(folder, name));
}
