using System.Reflection;
using System.Text;

namespace Analysis.Notebooks;

/// <summary>
/// Writes executed notebooks as a set of HTML pages: an index with each notebook's question, finding and first picture, and a page
/// for each. It opens from disk and needs no network: plotly.js, fonts, styles and pictures lie beside the pages.
/// </summary>
public static class HtmlReport
{
    /// <summary>Writes the report, each file as one step; files of an earlier report of the same name are replaced.</summary>
    /// <param name="folder">The folder to write to; made when it is missing.</param>
    /// <param name="runs">The notebooks, in the order of the index.</param>
    /// <param name="options">Title, fonts and such; null for the defaults.</param>
    /// <returns>The index page.</returns>
    /// <exception cref="ArgumentException">Two notebooks have the same file name.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static string Write(string folder, IReadOnlyList<NotebookRun> runs, HtmlReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(runs);
        options ??= new HtmlReportOptions();
        var names = runs.Select(run => PageName(run.Notebook)).ToList();
        if (names.Append("index").GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"more than one page would be named '{twice.Key}.html'", nameof(runs));

        WriteAssets(Path.Combine(folder, "assets"), options);
        var layout = new PageLayout(options, [.. runs.Zip(names, (run, name) => new PageLink(name, run.Notebook.Title))]);
        var cards = new List<IndexCard>();
        foreach (var (run, name) in runs.Zip(names))
        {
            var page = NotebookPage.Render(run, name, layout);
            foreach (var (file, png) in page.Pictures)
                AtomicFile.WriteBytes(Path.Combine(folder, file), png);
            AtomicFile.WriteText(Path.Combine(folder, name + ".html"), page.Html);
            cards.Add(new IndexCard(name, run, page.Pictures.Count > 0 ? page.Pictures[0].File : null));
        }

        var index = Path.Combine(folder, "index.html");
        AtomicFile.WriteText(index, IndexPage.Render(cards, layout));
        return index;
    }

    private static string PageName(NotebookDocument notebook) => Path.GetFileNameWithoutExtension(notebook.File);

    private static void WriteAssets(string folder, HtmlReportOptions options)
    {
        AtomicFile.WriteText(Path.Combine(folder, "report.css"), Faces(options.Fonts) + Resource("report.css"));
        AtomicFile.WriteText(Path.Combine(folder, "report.js"), Resource("report.js"));
        if (options.PlotlyScript is { } script)
            AtomicFile.WriteBytes(Path.Combine(folder, "plotly.min.js"), File.ReadAllBytes(script));
        foreach (var file in options.Fonts.Select(font => font.File).Distinct(StringComparer.Ordinal))
            AtomicFile.WriteBytes(Path.Combine(folder, Path.GetFileName(file)), File.ReadAllBytes(file));
    }

    private static string Faces(IReadOnlyList<ReportFont> fonts)
    {
        var css = new StringBuilder();
        foreach (var font in fonts)
        {
            css.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"@font-face {{ font-family: \"{font.Family}\"; font-weight: {font.Weight}; font-display: swap; src: url(\"{Uri.EscapeDataString(Path.GetFileName(font.File))}\") format(\"woff2\");");
            if (font.UnicodeRange is { } range)
                css.Append(" unicode-range: ").Append(range).Append(';');
            css.Append(" }\n");
        }

        return css.ToString();
    }

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Analysis.Notebooks.Report.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
