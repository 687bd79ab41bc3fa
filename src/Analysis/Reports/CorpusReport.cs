namespace Analysis;

/// <summary>
/// A report to send: sections, figures and tables in the order in which they are added, written as a Word document, a page and a print of
/// it, with the files of every figure and table, a citation and a manifest by which each figure can be made again. Each verb returns a
/// report that is changed; the one before stays as it is.
/// </summary>
/// <example>
/// <code>
/// corpus.Report("Who is named").Add(figure).Add(corpus.Entities.Head(10), "The first entities").Write("report")
/// </code>
/// </example>
public sealed record CorpusReport
{
    internal CorpusReport(Corpus corpus, string title)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        (Corpus, Title, Language) = (corpus, title, corpus.Language);
    }

    /// <summary>Title of the report and of its files.</summary>
    public string Title { get; init; }

    /// <summary>What the report is about, a paragraph a line; empty for nothing.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>The language of the report; its figures and tables are shown in it. Default: that of the corpus.</summary>
    public Language Language { get; init; }

    /// <summary>What the figures were made with, such as options of the command line, for the manifest.</summary>
    internal IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    internal Corpus Corpus { get; }

    /// <summary>The report with its title and figures in its language, each with a source, and Arabic words that stand alone in English
    /// too.</summary>
    internal CorpusReport Shown
    {
        get
        {
            var corpus = Corpus.In(Language);
            var documents = corpus.Texts.ToDictionary(text => text.Id, text => corpus.DocumentName(text.Id));
            var language = Language.OfReport(Corpus.EnglishNames(), documents);
            return this with
            {
                Language = language,
                Title = Language.Say(Title),
                Items = [.. Items.Select(item =>
                    item is ReportFigure figure ? figure with { Figure = Sourced(figure.Figure.In(language)) } : item)],
            };
        }
    }

    internal IReadOnlyList<ReportItem> Items { get; private init; } = [];

    /// <summary>Begins a section.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="text">Its first paragraphs, one a line; empty for none.</param>
    public CorpusReport AddSection(string title, string text = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        return With(new ReportSection(OwnId("section"), title, text));
    }

    /// <summary>Adds a figure.</summary>
    /// <param name="figure">The figure; its id names its files, with a number where it is used already.</param>
    /// <param name="text">What is to be read in it, a paragraph a line; empty for nothing.</param>
    public CorpusReport Add(Figure figure, string text = "")
    {
        ArgumentNullException.ThrowIfNull(figure);
        var id = OwnId(figure.Id.Length > 0 ? figure.Id : Figure.IdOf(figure.Title));
        return With(new ReportFigure(id, figure with { Id = id }, text));
    }

    /// <summary>Adds a table; the documents show as many rows as a notebook does, the files hold all.</summary>
    /// <param name="table">
    /// A frame or column of Microsoft.Data.Analysis, a frame or series of Deedle, a sequence of records, or what <c>Show</c> makes of one.
    /// </param>
    /// <param name="title">Its heading.</param>
    /// <param name="text">What is to be read in it, a paragraph a line; empty for nothing.</param>
    /// <param name="id">Name of its files; default: made from the title.</param>
    /// <exception cref="ArgumentException">The value is no table.</exception>
    public CorpusReport Add(object table, string title, string text = "", string id = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        var view = TableView.TryCreate(table)
            ?? throw new ArgumentException($"{table?.GetType().Name ?? "null"} is no table", nameof(table));
        return With(new ReportTable(OwnId(Figure.IdOf(id.Length > 0 ? id : $"table-{title}")), title, view, text));
    }

    /// <summary>
    /// Writes <c>report.docx</c>, <c>report.html</c>, <c>report.pdf</c>, the folders <c>figures</c> and <c>tables</c>, the workbook
    /// <c>tables.xlsx</c>, <c>citation.bib</c> and <c>manifest.json</c>. Where no picture can be made, the rest is written all the same.
    /// </summary>
    /// <param name="folder">The folder; made where it is not there. Files of the same names are replaced.</param>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public SavedReport Write(string folder) => Task.Run(() => WriteAsync(folder)).GetAwaiter().GetResult();

    /// <inheritdoc cref="Write(string)"/>
    public Task<SavedReport> WriteAsync(string folder, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new ReportFolder(this, folder, PictureExporter.Shared).WriteAsync(cancellation);
    }

    /// <summary>The title and how much there is.</summary>
    public override string ToString()
    {
        var (figures, tables) = (Items.OfType<ReportFigure>().Count(), Items.OfType<ReportTable>().Count());
        return Language.Digits($"{Language.Say(Title)} ({Language.Text("report-size", figures, tables)})");
    }

    // Where a figure names no source, it is the corpus. Many subtitles say how large that is.
    private Figure Sourced(Figure figure)
    {
        if (figure.Source.Length > 0) return figure;
        string[] source = [CorpusDescription.Of(Corpus.Folder).In(Language).Title, Corpus.In(Language).Extent];
        return figure with
        {
            Source = Language.List(source.Where(words => words.Length > 0 && !figure.Subtitle.Contains(words, StringComparison.Ordinal))),
        };
    }

    private CorpusReport With(ReportItem item) => this with { Items = [.. Items, item] };

    private string OwnId(string id) => Items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal).Take(id);
}

/// <summary>Makes reports.</summary>
public static class CorpusReports
{
    /// <summary>A report without figures and tables yet.</summary>
    /// <param name="corpus">The corpus that it is about.</param>
    /// <param name="title">Title of the report.</param>
    public static CorpusReport Report(this Corpus corpus, string title)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        return new(corpus, title);
    }
}

/// <summary>The files of a report.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Files">The files in the order in which they were written, relative to the folder, with <c>/</c> between the parts.</param>
/// <param name="Warning">What was not made and why, in one sentence; empty where everything was.</param>
public sealed record SavedReport(string Folder, IReadOnlyList<string> Files, string Warning)
{
    internal Language Language { get; init; } = Language.English;

    /// <summary>
    /// A picture of a sheet of the report, to be shown in a notebook: a piece of the page, laid out for paper, as high as a sheet. Null
    /// after the last, and where no picture can be made.
    /// </summary>
    /// <param name="number">Number of the sheet, from 1.</param>
    public ReportSheet? Sheet(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        var page = Path.Combine(Folder, ReportFolder.Page);
        var png = Task.Run(() => PictureExporter.Shared.SheetAsync(page, number)).GetAwaiter().GetResult();
        return png is null ? null : new(number, png) { Language = Language };
    }
}

/// <summary>A picture of a sheet of a report.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Png">The picture as PNG.</param>
public sealed record ReportSheet(int Number, IReadOnlyList<byte> Png)
{
    internal Language Language { get; init; } = Language.English;

    /// <summary>The number in words, in the language of the report.</summary>
    public override string ToString() => Language.Digits(Language.Text("report-picture", Number));
}
