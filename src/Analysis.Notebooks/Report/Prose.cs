using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Analysis.Notebooks;

/// <summary>
/// Markdown as HTML. Each block takes its direction from the letters that prevail in it, so that Arabic and English paragraphs can
/// alternate and an English one may begin with an Arabic word.
/// </summary>
internal static class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseEmphasisExtras().UseFootnotes().UseDefinitionLists().UseAutoIdentifiers().UseTaskLists().Build();

    /// <summary>The markup of a text; links to notebooks that have a page lead to the page.</summary>
    public static string Render(string markdown, IReadOnlyList<PageLink> pages) => Render(Markdown.Parse(markdown, Pipeline), pages);

    /// <summary>
    /// What readers of a language see of a text: of one in English an Arabic report has the headings that are known in Arabic.
    /// </summary>
    public static string In(Language language, string markdown)
    {
        if (!language.IsRightToLeft || DirectionOf(markdown) == "rtl") return markdown;
        return string.Join("\n\n", markdown.Split('\n').Where(line => line.StartsWith('#')).Select(line => line.Split(' ', 2))
            .Where(line => line.Length == 2 && DirectionOf(language.Say(line[1])) == "rtl")
            .Select(line => $"{line[0]} {language.Say(line[1])}"));
    }

    /// <summary>The paragraphs after the first heading, of the first cell of prose that has any.</summary>
    public static string RenderFinding(Notebook notebook, IReadOnlyList<PageLink> pages) =>
        notebook.Cells.TakeWhile(cell => cell.Kind == "markdown")
            .Select(cell => Markdown.Parse(cell.Source, Pipeline))
            .Select(blocks => blocks.SkipWhile(block => block is HeadingBlock).TakeWhile(block => block is ParagraphBlock))
            .Select(paragraphs => paragraphs.Where(paragraph => !IsNote(paragraph)))
            .Select(paragraphs => string.Concat(paragraphs.Select(paragraph => Render(paragraph, pages))))
            .FirstOrDefault(finding => finding.Length > 0, "");

    /// <summary>The paragraphs of a text without headings and mark-up, one a line; one that is wholly emphasized is a note and left
    /// out.</summary>
    public static string Plain(string markdown) => string.Join('\n', Markdown.Parse(markdown, Pipeline)
        .Where(block => block is ListBlock || (block is ParagraphBlock && !IsNote(block)))
        .Select(block => Markdown.ToPlainText(markdown.Substring(block.Span.Start, block.Span.Length), Pipeline).Trim()));

    private static bool IsNote(Block block) => block is ParagraphBlock { Inline.FirstChild: EmphasisInline { NextSibling: null } };

    private static string Render(MarkdownObject part, IReadOnlyList<PageLink> pages)
    {
        foreach (var block in part.Descendants<Block>().Append(part as Block))
        {
            if (block is ParagraphBlock or HeadingBlock or ListBlock or ListItemBlock or QuoteBlock or TableCell
                && DirectionOf(block) is { } direction)
                block.GetAttributes().AddPropertyIfNotExist("dir", direction);
        }

        // Markdown has no table without a header: an empty one is none.
        foreach (var row in part.Descendants<TableRow>().Where(row => row.IsHeader && !InlinesOf<LeafInline>(row).Any()).ToList())
            row.Parent!.Remove(row);

        foreach (var link in InlinesOf<LinkInline>(part).ToList())
        {
            if ((link.Url ?? "").Split('#', 2) is not [var target, .. var fragment]
                || !target.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase)) continue;
            if (pages.FirstOrDefault(page => page.Name == Path.GetFileNameWithoutExtension(target)) is { } page)
                link.Url = string.Join('#', [page.Href, .. fragment]);
            else link.ReplaceBy(new ContainerInline()); // The notebook was not run, so its words lead nowhere.
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(part);
        return writer.ToString();
    }

    // Code is quoted and has no say; a block without letters stands as what is around it.
    private static string? DirectionOf(Block block) =>
        DirectionOf(string.Concat(InlinesOf<LiteralInline>(block).Select(literal => literal.Content)));

    private static string? DirectionOf(string text)
    {
        var letters = text.EnumerateRunes().Where(Rune.IsLetter).ToList();
        if (letters.Count == 0) return null;
        return 2 * letters.Count(letter => ShownText.IsRightToLeft(letter.Value)) > letters.Count ? "rtl" : "ltr";
    }

    // A leaf's own descendants do not count its inlines.
    private static IEnumerable<T> InlinesOf<T>(MarkdownObject part)
        where T : Inline => part is LeafBlock leaf ? leaf.Inline?.Descendants<T>() ?? [] : part.Descendants<T>();
}
