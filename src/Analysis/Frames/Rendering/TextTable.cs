namespace Analysis;

/// <summary>A frame as plain text in columns; texts over 40 characters are cut.</summary>
internal static class TextTable
{
    private const int Widest = 40;

    public static void Write(DataFrame frame, TextWriter writer)
    {
        var cells = new TableCells(frame);
        var lines = new string[cells.Rows + 1][];
        lines[0] = [.. cells.Columns.Select(column => Fit(column.Name))];
        for (var row = 0; row < cells.Rows; row++)
            lines[row + 1] = [.. cells.Columns.Select(column => Fit(TableCells.Text(column, row)))];
        var widths = cells.Columns.Select((_, i) => lines.Max(line => line[i].Length)).ToArray();
        var numeric = cells.Columns.Select(column => InvariantText.IsNumber(column.Type)).ToArray();
        foreach (var line in lines)
        {
            var padded = line.Select((text, i) => numeric[i] ? text.PadLeft(widths[i]) : text.PadRight(widths[i]));
            writer.Write(string.Join("  ", padded).TrimEnd());
            writer.Write('\n');
        }
        if (cells.Caption.Length > 0) writer.Write($"({cells.Caption})\n");
    }

    private static string Fit(string text)
    {
        text = text.ReplaceLineEndings(" ").Replace('\t', ' ');
        if (text.Length <= Widest) return text;
        var end = char.IsHighSurrogate(text[Widest - 2]) ? Widest - 2 : Widest - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
