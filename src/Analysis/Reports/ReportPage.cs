namespace Analysis;

/// <summary>A report as a page that needs no other file and runs no script, laid out for screens and for paper.</summary>
/// <param name="language">The language.</param>
/// <param name="pictures">SVG of each figure by its id; a figure without one is described in words.</param>
internal sealed class ReportPage(Language language, IReadOnlyDictionary<string, byte[]> pictures)
{
    // Nothing is loaded but what is in the page.
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:";

    public string Write(string title, IReadOnlyList<ReportBlock> blocks)
    {
        var headings = blocks.OfType<ReportHeading>().Where(heading => heading.Level < ReportHeading.Lowest);
        var body = string.Concat(blocks.Select(block => block is ReportContents ? Contents(headings) : Render(block)));
        return $"""
            <!DOCTYPE html>
            <html lang="{language.Tag}" dir="{language.Direction}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(title)}</title>
            <style>{FontFace.EmbeddedForPrint(body)}
            {ChartAssets.ReadText("report-page.css").Replace("{sheet}", SheetNumber, StringComparison.Ordinal)}</style>
            </head>
            <body>
            <main>
            <h1 class="title" dir="auto">{Encode(title)}</h1>
            {body}</main>
            </body>
            </html>

            """;
    }

    /// <summary>The number of a page and of all, for the style sheet.</summary>
    private string SheetNumber
    {
        get
        {
            var digits = language.HasArabicDigits ? ", arabic-indic" : "";
            var words = language.Text("report-sheet").Split(["{0}", "{1}"], StringSplitOptions.None);
            return $"direction: {language.Direction}; content: counter(page{digits}) \"{words[1]}\" counter(pages{digits})";
        }
    }

    private string Contents(IEnumerable<ReportHeading> headings)
    {
        var entries = headings.Select(heading =>
            FormattableString.Invariant($"<li class=\"level{heading.Level}\" dir=\"auto\"><a href=\"#{heading.Anchor}\">")
            + $"{Encode(heading.Text)}</a></li>\n");
        var title = language.Text("report-contents");
        return $"<nav aria-label=\"{title}\">\n<p class=\"TOCHeading\">{title}</p>\n<ul>\n{string.Concat(entries)}</ul>\n</nav>\n";
    }

    private string Render(ReportBlock block) => block switch
    {
        ReportHeading heading => FormattableString.Invariant($"<h{heading.Level} id=\"{heading.Anchor}\" dir=\"auto\">")
            + $"{Encode(heading.Text)}</h{heading.Level}>\n",
        ReportText text => $"<p class=\"{text.Style}\" dir=\"{DirectionOf(text.Text)}\">{Encode(text.Text)}</p>\n",
        ReportCaption caption => $"<p class=\"Caption{(caption.IsOfTable ? " above" : "")}\" dir=\"auto\">"
            + $"{caption.Label} {language.Digits($"{caption.Number}")}{(caption.Text.Length > 0 ? ". " : "")}{Encode(caption.Text)}</p>\n",
        ReportPicture { Figure: var figure } picture when pictures.TryGetValue(figure.Id, out var svg) =>
            InlineSvg.Of(svg, picture) + "\n",
        ReportPicture { Figure: var figure } =>
            $"<p class=\"BodyText\" dir=\"auto\">{Encode(language.Text("no-picture", figure.Alt))}</p>\n",
        ReportGrid { Table: var table } => Table(table),
        ReportLinks { Files: var files } =>
            $"<p class=\"Files\">{language.Text("report-files")} {string.Join(" · ", files.Select(Link))}</p>\n",
        _ => "",
    };

    private string Table(TableView table)
    {
        var (heads, cells, _, fit) = WordColumns.Of(table, language);
        var isSmall = WordColumns.AreTogether(table.ShownRows, fit);
        return $"<div class=\"table{(isSmall ? " small" : "")}\">{HtmlTable.Of(table, language, (heads, cells))}</div>\n";
    }

    private static string Link(string file)
    {
        var name = Path.GetFileName(file);
        var format = file.Contains('/', StringComparison.Ordinal) ? name[name.IndexOfAny(['.', '@'])..].TrimStart('.') : name;
        return $"<a href=\"{string.Join('/', file.Split('/').Select(Uri.EscapeDataString))}\"><bdi>{Encode(format)}</bdi></a>";
    }

    // A text without letters runs as the page does.
    private string DirectionOf(string text) => text.Any(char.IsLetter) ? "auto" : language.Direction;

    private static string Encode(string text) => WebUtility.HtmlEncode(ShownText.Contained(text));
}
