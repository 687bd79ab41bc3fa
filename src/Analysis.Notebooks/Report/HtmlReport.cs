namespace Analysis.Notebooks;

/// <summary>
/// Executed notebooks as a set of HTML pages: an index with each notebook's question, finding and first picture, and a page for each. It
/// opens from disk and needs no network: plotly.js, fonts, styles and pictures lie beside the pages.
/// </summary>
public sealed record HtmlReport
{
    /// <summary>Heading of the index page.</summary>
    public string Title { get; init; } = "Notebooks";

    /// <summary>What the report is about, as plain text: a paragraph each, below the heading of the index page.</summary>
    public IReadOnlyList<string> Introduction { get; init; } = [];

    /// <summary>
    /// Language of title and introduction: a BCP 47 tag. The frame is in that language where there are texts in it, else in English. A
    /// report in Arabic leaves out the prose that is not Arabic.
    /// </summary>
    public string Language { get; init; } = "en";

    /// <summary>The language of the frame.</summary>
    internal Language Shown => Analysis.Language.Known(Language) ?? Analysis.Language.English;

    /// <summary>What the report was made from, in one line; stands below each page.</summary>
    public string Provenance { get; init; } = "";

    /// <summary>Whether <see cref="ReportTexts"/> has written the articles beside the pages, which then link to them.</summary>
    public bool HasArticles { get; init; }

    /// <summary>The concordances that <see cref="ReportTexts"/> has written beside the pages: <c>page/table</c>.</summary>
    public IReadOnlySet<string> Concordances { get; init; } = new HashSet<string>();

    /// <summary>
    /// Whether cells tagged <c>finding</c> are left out but for their headings of the first level: they are true of one corpus only.
    /// </summary>
    public bool WithoutFindings { get; init; }

    /// <summary>Name of a notebook's page without <c>.html</c>: the name of the notebook's file.</summary>
    public static string PageName(string file) => Path.GetFileNameWithoutExtension(file);

    /// <summary>Writes the report, each file whole or not at all.</summary>
    /// <param name="folder">The folder to write to; made when it is missing.</param>
    /// <param name="runs">The notebooks, in the order of the index; their page names differ from each other and from <c>index</c>.</param>
    /// <returns>The files written, the index page last.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public IReadOnlyList<string> Write(string folder, IReadOnlyList<NotebookRun> runs)
    {
        var files = new List<string>();
        var links = runs.Select(run => new PageLink(PageName(run.Notebook.File), Shown.Say(run.Notebook.Title)));
        var layout = new PageLayout(this, [.. links]);
        var pages = runs.Zip(layout.Pages, (run, link) => NotebookPage.Of(run, link, layout)).ToList();
        foreach (var page in pages)
        {
            foreach (var (file, png) in page.Pictures) Save(file, png);
            Save(page.Link.Name + ".html", Encoding.UTF8.GetBytes(page.Html));
        }

        foreach (var (name, content) in ReportAssets.All(Shown)) Save("assets/" + name, content);
        Save("index.html", Encoding.UTF8.GetBytes(IndexPage.Render(pages, layout)));
        return files;

        void Save(string name, byte[] content)
        {
            files.Add(Path.Combine(folder, name));
            AtomicFile.Write(files[^1], content);
        }
    }
}
