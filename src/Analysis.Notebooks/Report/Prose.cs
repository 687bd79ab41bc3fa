using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Analysis.Notebooks;

/// <summary>
/// Markdown as HTML. Each block takes its direction from the letters that prevail in it, so that Arabic and English paragraphs can alternate and an
/// English one may begin with an Arabic word.
/// </summary>
internal static class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseEmphasisExtras().UseFootnotes().UseDefinitionLists().UseAutoIdentifiers().UseTaskLists().Build();

    /// <summary>The markup of a text; links to notebooks that have a page lead to the page.</summary>
    public static string Render(string markdown, IReadOnlyList<PageLink> pages)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        return Render(document, document, pages);
    }

    /// <summary>The paragraphs between the first heading and the next block of another kind; of the first cells of prose that have any.</summary>
    public static string RenderFinding(Notebook notebook, IReadOnlyList<PageLink> pages)
    {
        foreach (var cell in notebook.Cells.TakeWhile(cell => cell.Kind == "markdown"))
        {
            var document = Markdown.Parse(cell.Source, Pipeline);
            var paragraphs = document.SkipWhile(block => block is HeadingBlock).TakeWhile(block => block is ParagraphBlock).ToList();
            if (paragraphs.Count > 0)
                return string.Concat(paragraphs.Select(paragraph => Render(document, paragraph, pages)));
        }

        return "";
    }

    private static string Render(MarkdownDocument document, MarkdownObject part, IReadOnlyList<PageLink> pages)
    {
        foreach (var block in part.Descendants<Block>().Append(part as Block).OfType<Block>())
        {
            if (block is ParagraphBlock or HeadingBlock or ListBlock or ListItemBlock or QuoteBlock or TableCell
                && DirectionOf(block) is { } direction)
                block.GetAttributes().AddPropertyIfNotExist("dir", direction);
        }

        foreach (var link in InlinesOf<LinkInline>(part))
        {
            var (target, fragment) = (link.Url ?? "").Split('#', 2) is [var before, var behind] ? (before, "#" + behind) : (link.Url ?? "", "");
            if (target.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase)
                && pages.FirstOrDefault(page => page.Name == Path.GetFileNameWithoutExtension(target)) is { } page)
                link.Url = PageLayout.Href(page.Name) + fragment;
        }

        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(part);
        return writer.ToString();
    }

    // Code is quoted and has no say; a block without letters stands as what is around it.
    private static string? DirectionOf(Block block)
    {
        var (rightToLeft, leftToRight) = (0, 0);
        foreach (var literal in InlinesOf<LiteralInline>(block))
        {
            foreach (var letter in literal.Content.AsSpan().EnumerateRunes())
            {
                if (!Rune.IsLetter(letter)) continue;
                if (IsRightToLeft(letter.Value)) rightToLeft++;
                else leftToRight++;
            }
        }

        return rightToLeft + leftToRight == 0 ? null : rightToLeft > leftToRight ? "rtl" : "ltr";
    }

    // A leaf's own descendants do not count its inlines.
    private static IEnumerable<T> InlinesOf<T>(MarkdownObject part)
        where T : Inline => part is LeafBlock leaf ? leaf.Inline?.Descendants<T>() ?? [] : part.Descendants<T>();

    // The blocks of Unicode from Hebrew to Arabic Extended-A, and their presentation forms.
    private static bool IsRightToLeft(int letter) => letter is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF);
}
