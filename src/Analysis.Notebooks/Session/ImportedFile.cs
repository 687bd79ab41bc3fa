namespace Analysis.Notebooks;

/// <summary>What <c>#!import</c> brings in: the C# cells of a notebook, or a script file as one cell.</summary>
internal static class ImportedFile
{
    /// <summary>Names for messages, and sources, in order.</summary>
    /// <param name="file">Full path.</param>
    /// <param name="name">The path as the user wrote it.</param>
    /// <param name="line">Line of the directive, for messages.</param>
    /// <exception cref="CellException">The file is of no kind that can be imported, or cannot be read as what it is.</exception>
    public static IReadOnlyList<(string Name, string Source)> Read(string file, string name, int line)
    {
        try
        {
            return Path.GetExtension(file).ToLowerInvariant() switch
            {
                ".csx" or ".cs" => [(name, File.ReadAllText(file))],
                ".ipynb" or ".dib" => [.. NotebookDocument.Load(file).Cells
                    .Select((cell, index) => (Cell: cell, Name: $"{name}#{(cell.Id.Length > 0 ? cell.Id : $"{index + 1}")}"))
                    .Where(pair => pair.Cell is { Kind: CellKind.Code, Language: "csharp" })
                    .Select(pair => (pair.Name, pair.Cell.Source))],
                var other => throw new CellException(line, $"#!import \"{name}\": cannot import '{other}'; expected .ipynb, .dib, .csx or .cs"),
            };
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new CellException(line, $"#!import \"{name}\": {exception.Message.Replace(file, name, StringComparison.Ordinal)}", exception);
        }
    }
}
