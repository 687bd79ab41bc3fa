namespace Analysis;

/// <summary>
/// Reads the annotators' data: tab-separated tables embedded in the library,
/// with a header row. Lines that start with <c>#</c> are comments.
/// </summary>
internal static class Lexicon
{
    /// <summary>Rows of an embedded table, without the header row.</summary>
    /// <param name="file">File name in <c>Languages/Arabic</c>.</param>
    /// <param name="columns">Expected columns, in order.</param>
    /// <exception cref="InvalidDataException">The header or a row has other columns; the message names file and line.</exception>
    public static List<LexiconRow> Read(string file, params string[] columns)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("Analysis.Lexicons." + file)
            ?? throw new InvalidDataException($"{file}: no such embedded lexicon");
        using var reader = new StreamReader(stream);
        return Read(reader, file, columns);
    }

    /// <summary>Rows of a table in the folder of another file, without the header row; null if there is none.</summary>
    /// <exception cref="InvalidDataException">As for <see cref="Read(string, string[])"/>.</exception>
    public static List<LexiconRow>? ReadBeside(string path, string file, params string[] columns)
    {
        var table = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, file);
        return File.Exists(table) ? Read(new StringReader(Utf8Text.Read(table, table)), table, columns) : null;
    }

    /// <summary>Rows of a table, without the header row.</summary>
    public static List<LexiconRow> Read(TextReader reader, string source, string[] columns)
    {
        var rows = Rows(reader, source).ToList();
        if (rows.Count > 0 && !rows[0].Fields.SequenceEqual(columns))
            throw rows[0].Error($"columns '{string.Join(' ', rows[0].Fields)}', expected '{string.Join(' ', columns)}'");
        if (rows.Find(row => row.Fields.Length != columns.Length) is { } wrong)
            throw wrong.Error($"{wrong.Fields.Length} fields, expected {columns.Length}");
        return [.. rows.Skip(1)];
    }

    /// <summary>Rows of a table with its header row, without empty lines and comments.</summary>
    public static IEnumerable<LexiconRow> Rows(TextReader reader, string source)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
            if (line.Length > 0 && line[0] != '#') yield return new LexiconRow(source, number, line.Split('\t'));
    }
}

/// <summary>A row of a lexicon with its file and line.</summary>
internal sealed record LexiconRow(string Source, int Line, string[] Fields)
{
    /// <summary>A field by position.</summary>
    public string this[int column] => Fields[column];

    /// <summary>A field as a value of an enumeration, whose first value means none and is not written; flags are separated by
    /// spaces.</summary>
    /// <exception cref="InvalidDataException">The field is none of them; the message names file and line and lists them.</exception>
    public T Parse<T>(int column)
        where T : struct, Enum => Enum.TryParse<T>(this[column].Replace(' ', ','), ignoreCase: true, out var value)
            ? value : throw Error($"'{this[column]}', expected one of {string.Join(", ", Enum.GetNames<T>()[1..])}");

    /// <summary>An error that names the row's file and line.</summary>
    public InvalidDataException Error(string problem) => new($"{Source}({Line}): {problem}");
}
