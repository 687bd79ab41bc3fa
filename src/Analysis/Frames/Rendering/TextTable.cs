namespace Analysis;

/// <summary>A table as plain text in columns.</summary>
internal static class TextTable
{
    private const int Widest = 40;

    public static string Of(TableView table)
    {
        string[][] columns = [.. table.ShownColumns.Select(column => Pad(column, table.ShownRows))];
        var lines = Enumerable.Range(0, table.ShownRows + 1)
            .Select(line => string.Join("  ", columns.Select(column => column[line])).TrimEnd() + "\n");
        return string.Concat(lines) + (table.Caption.Length > 0 ? $"({table.Caption})\n" : "");
    }

    private static string[] Pad(TableColumn column, int rows)
    {
        string[] texts = [Fit(column.Name), .. Enumerable.Range(0, rows).Select(row => Fit(column.Text(row)))];
        var width = texts.Max(text => text.Length);
        return Array.ConvertAll(texts, text => column.IsNumber ? text.PadLeft(width) : text.PadRight(width));
    }

    /// <summary>A text of at most a number of characters; one that is longer ends with <c>…</c>.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static string Fit(string text) => Cut(text.ReplaceLineEndings(" ").Replace('\t', ' '), Widest);
}
