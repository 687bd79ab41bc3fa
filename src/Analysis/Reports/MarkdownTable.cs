namespace Analysis;

/// <summary>A table in Markdown, all rows; nothing in its texts is mark-up.</summary>
internal static class MarkdownTable
{
    private const string Special = @"\`*_{}[]<>|&~!#$@";

    public static string Of(TableView table)
    {
        var rule = string.Join('|', table.Numeric.Select(isNumber => isNumber ? " ---: " : " --- "));
        var rows = Enumerable.Range(0, table.RowCount)
            .Select(row => Line(table.Values(row).Select(value => InvariantText.Format(value) ?? "")));
        return $"{Line(table.Columns)}|{rule}|\n{string.Concat(rows)}";
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(Escape))} |\n";

    /// <summary>A text in one line of Markdown, in which nothing is mark-up, HTML or a link.</summary>
    public static string Escape(string text) => string.Concat(ShownText.Contained(text).ReplaceLineEndings(" ")
        .Select(letter => Special.Contains(letter, StringComparison.Ordinal) ? $@"\{letter}" : $"{letter}"))
        .Replace("://", @":\//", StringComparison.Ordinal).Replace("www.", @"www\.", StringComparison.Ordinal);
}
