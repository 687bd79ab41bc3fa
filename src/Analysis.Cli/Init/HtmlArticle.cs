using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Analysis.Cli;

/// <summary>
/// The main text of a web page: its <c>article</c>, else its <c>main</c>, else the element that holds most text in paragraphs; without
/// navigation, forms and captions. Nothing is loaded, and no script runs.
/// </summary>
internal static partial class HtmlArticle
{
    private const string Unread = "script, style, noscript, template, nav, aside, footer, form, button, select, iframe, svg, figcaption, "
        + "caption, [hidden], [aria-hidden=true]";

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "ruby",
        "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    };

    static HtmlArticle() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a page, with its title, outlet and date where it names them.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="source">Name of the file, for error messages.</param>
    /// <exception cref="InvalidDataException">The page is not in its encoding, or there is no text in it.</exception>
    public static Document Read(byte[] bytes, string source)
    {
        using var page = new HtmlParser().ParseDocument(new MemoryStream(bytes));
        if (page.CharacterSet == "utf-8") Utf8Text.Decode(bytes, source);
        string?[] titles = [Meta(page, "og:title"), page.Title, page.QuerySelector("h1")?.TextContent];
        var title = Array.Find(titles, each => !string.IsNullOrWhiteSpace(each)) ?? "";
        (string? Date, string Source)[] dates =
        [
            (Meta(page, "article:published_time"), "article:published_time"),
            .. page.QuerySelectorAll("script[type='application/ld+json']")
                .Select(script => (DatePublished().Match(script.TextContent).Groups["date"].Value, "datePublished")),
            .. page.QuerySelectorAll("time[datetime]").Select(time => (time.GetAttribute("datetime"), "time")),
        ];
        var dated = Array.Find(dates, each => FieldNames.DayOf(each.Date) is not null);
        foreach (var part in page.QuerySelectorAll(Unread).ToList()) part.Remove();
        var text = MainParts(page).Select(TextOf).FirstOrDefault(text => text.Length > 0)
            ?? throw new InvalidDataException($"{source}: no text found in the page");
        return new Document(
            "", text, FieldNames.DayOf(dated.Date), PublishedBasis: dated.Source is null ? "" : $"given by the page: {dated.Source}",
            Title: ShownText.OneLine(title), Outlet: ShownText.OneLine(Meta(page, "og:site_name") ?? ""));
    }

    private static string? Meta(IHtmlDocument page, string property) =>
        page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content") is { Length: > 0 } content ? content : null;

    private static IEnumerable<IElement> MainParts(IHtmlDocument page)
    {
        var weights = new Dictionary<IElement, int>();
        foreach (var paragraph in page.QuerySelectorAll("p"))
        {
            // Where each paragraph is wrapped, they meet one level up.
            var parent = paragraph.ParentElement;
            foreach (var (holder, weight) in new[] { (parent, 3), (parent?.ParentElement, 2) })
                if (holder is not null) weights[holder] = weights.GetValueOrDefault(holder) + (weight * paragraph.TextContent.Length);
        }

        var densest = weights.Count > 0 ? weights.MaxBy(each => each.Value).Key : null;
        return new[] { Longest("article"), Longest("main, [role=main]"), densest, page.Body }.OfType<IElement>();

        IElement? Longest(string selector) => page.QuerySelectorAll(selector).MaxBy(each => each.TextContent.Length);
    }

    // A page may be nested as deep as it likes, so this is no recursion.
    private static string TextOf(IElement root)
    {
        var text = new StringBuilder();
        var open = new Stack<(INode Node, bool Ends)>([(root, false)]);
        while (open.TryPop(out var at))
        {
            if (at.Node is IText part) text.Append(part.Data.ReplaceLineEndings(" "));
            var isLine = at.Node is IElement element && !Inline.Contains(element.LocalName);
            if (isLine) text.Append('\n');
            if (at.Ends) continue;
            if (isLine) open.Push((at.Node, true));
            foreach (var child in at.Node.ChildNodes.Reverse()) open.Push((child, false));
        }

        return string.Join('\n', text.ToString().Split('\n').Select(ShownText.OneLine).Where(line => line.Length > 0));
    }

    [GeneratedRegex("""
        "datePublished"\s*:\s*"(?<date>[^"]*)"
        """)]
    private static partial Regex DatePublished();
}
