using System.Text.Unicode;

namespace Analysis;

/// <summary>A table as HTML that takes its colours from the page around it.</summary>
internal static class HtmlTable
{
    private const string Edge = "border-bottom:1px solid rgba(128,128,128,.35)";
    private const string Cell = $"padding:.2em .7em;vertical-align:top;{Edge}";

    /// <summary>Longest number, date or interval that is kept in one line, in characters.</summary>
    private const int LongestUnbroken = 24;

    /// <summary>Longest text that is shown whole, in characters: a long sentence is, a document is not.</summary>
    private const int LongestText = 600;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The shown rows as markup.</summary>
    /// <param name="table">The table.</param>
    /// <param name="language">Language of heads, kinds and names.</param>
    /// <param name="printed">Heads and cells, by column, for a report, which has a caption of its own. Default: as on a screen.</param>
    public static string Of(TableView table, Language language, (string[] Heads, string[][] Cells)? printed = null)
    {
        var forReport = printed is not null;
        string[] heads = printed?.Heads ?? [.. table.ShownColumns.Select(column => Head(column, language))];
        string[][] cells = printed?.Cells ?? [.. table.ShownColumns.Select(column => Shown(column, table.ShownRows, language))];
        var rightToLeft = Array.ConvertAll(cells, IsArabic);
        TableColumn[] columns = [.. table.ShownColumns];
        ColumnAlign EdgeAt(int at) => EdgeOf(columns[at], table.IsRightToLeft || language.IsRightToLeft || rightToLeft[at]);
        string Row(string tag, Func<int, string> text) => $"<tr>{string.Concat(columns.Select((column, at) => CellOf(
            tag, text(at), column, EdgeAt(at), rightToLeft[at] && (forReport || tag == "td"), language, forReport)))}</tr>";
        var rows = string.Concat(Enumerable.Range(0, table.ShownRows).Select(row => Row("td", at => cells[at][row])));
        var caption = forReport ? "" : table.CaptionIn(language);
        var direction = table.IsRightToLeft ? " dir=\"rtl\"" : "";
        return $"<table{direction} style=\"border-collapse:collapse;color:inherit;background:transparent\">"
            + $"<thead>{Row("th", at => heads[at])}</thead><tbody>{rows}</tbody></table>"
            + (caption.Length == 0 ? "" : $"<p style=\"opacity:.75;margin:.3em 0\">{Encoder.Encode(language.Digits(caption))}</p>");
    }

    /// <summary>The cells of a column in the language.</summary>
    internal static string[] Shown(TableColumn column, int rows, Language language)
    {
        string[] texts = [.. Enumerable.Range(0, rows).Select(column.Text)];
        // Of passages none is glossed, short ones neither; those before and after a word are passages.
        var isContext = column.Align is ColumnAlign.Left or ColumnAlign.Right;
        if (language.Glossary is { } glossary && !isContext && texts.All(glossary.StandsAlone))
            texts = Array.ConvertAll(texts, text => glossary.Of(text) ?? text);
        return Array.ConvertAll(texts, text => TextTable.Cut(Shown(column, text, language), LongestText));
    }

    /// <summary>
    /// A cell in the language: its digits, and where it is no text in Arabic its words. What the corpus says stays as it is, documents have
    /// their names, even where an entity has the same id, and a provisional id is the name that it is made of.
    /// </summary>
    internal static string Shown(TableColumn column, string text, Language language) => column switch
    {
        { IsNumber: true } => language.Power(text) ?? language.Digits(text),
        { Align: ColumnAlign.Left or ColumnAlign.Right or ColumnAlign.Center }
            or { Name: "Title" or "Outlet" or "Text" or "Surface" or "Sentence" or "Word" } => text,
        { Name: "Document" or "Documents" } => language.List(text.Split("; ").Select(id =>
            language.Documents.GetValueOrDefault(id) is { } name ? language.Digits(name) : id)),
        _ when language.IsRightToLeft && UnlistedName.NameOf(text) is { } name => name,
        _ when text.Length > 0 && (char.IsAsciiLetterOrDigit(text[0]) || text[0] == '.') => language.SayCell(text),
        _ => language.Digits(text),
    };

    /// <summary>The head of a column in the language.</summary>
    internal static string Head(TableColumn column, Language language) => language.Digits(language.Say(column.Name));

    /// <summary>A head with invisible places to break in the names of columns: <c>AdjustedPValue</c> is wider than its numbers.</summary>
    internal static string Breakable(string head)
    {
        const char ZeroWidthSpace = '\u200B';
        return !head.All(char.IsAsciiLetterOrDigit) ? head : string.Concat(head.Select((letter, at) =>
            at > 1 && char.IsUpper(letter) && char.IsLower(head[at - 1]) ? $"{ZeroWidthSpace}{letter}" : $"{letter}"));
    }

    private static string CellOf(
        string tag, string text, TableColumn column, ColumnAlign edge, bool isRightToLeft, Language language, bool forReport)
    {
        var align = edge.ToString().ToLowerInvariant();
        var digits = column.IsNumber ? ";font-variant-numeric:tabular-nums" : "";
        var isContext = column.Align is ColumnAlign.Left or ColumnAlign.Right;
        var unbroken = (isContext && !forReport) || IsUnbroken(text) || IsDateInWords(text) ? ";white-space:nowrap" : "";
        var direction = (tag, isRightToLeft) switch
        {
            ("td", true) => " dir=\"rtl\" lang=\"ar\"",
            // A minus would change sides in a page from right to left.
            (_, false) when language.IsRightToLeft && column.IsNumber => " dir=\"ltr\"",
            _ => "",
        };
        var words = Encoder.Encode(ShownText.Contained(text));
        // A name in another direction than its cell must not pull the punctuation around it along.
        if (!isRightToLeft && HasArabic(text)) words = $"<bdi>{words}</bdi>";
        return $"<{tag}{direction} style=\"text-align:{align};{Cell}{digits}{unbroken}\">{words}</{tag}>";
    }

    /// <summary>Where the texts of a column stand: numbers at the right in every table, so that units are below units.</summary>
    internal static ColumnAlign EdgeOf(TableColumn column, bool isRightToLeft) =>
        column.Align ?? (isRightToLeft || column.IsNumber ? ColumnAlign.Right : ColumnAlign.Left);

    /// <summary>
    /// Whether a text is a number, a date or an interval of dates, which a browser would break after a hyphen: one short word that does not
    /// begin with a letter.
    /// </summary>
    internal static bool IsUnbroken(string text) =>
        text.Length is > 0 and <= LongestUnbroken && !char.IsLetter(text[0])
        && text.Any(char.IsAsciiDigit) && !text.Any(char.IsWhiteSpace);

    /// <summary>Whether a text may be a date in words: a short one without commas that ends in a digit.</summary>
    internal static bool IsDateInWords(string text) =>
        text.Length is > 0 and <= LongestUnbroken && char.IsDigit(text[^1]) && !text.AsSpan().ContainsAny(",،");

    /// <summary>A column is Arabic where most of its shown texts have a letter that is written from right to left.</summary>
    internal static bool IsArabic(IReadOnlyCollection<string> cells) => 2 * cells.Count(HasArabic) > cells.Count(text => text.Length > 0);

    // The digits ٠–٩ run from left to right.
    private static bool HasArabic(string text) => text.Any(letter => char.IsLetter(letter) && ShownText.IsRightToLeft(letter));
}
