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
        switch (Path.GetExtension(file).ToLowerInvariant())
        {
            case ".csx" or ".cs":
                return [(name, File.ReadAllText(file))];
            case ".ipynb" or ".dib":
                try
                {
                    return [.. NotebookDocument.Load(file).Cells
                        .Select((cell, index) => (Cell: cell, Name: $"{name}#{(cell.Id.Length > 0 ? cell.Id : $"{index + 1}")}"))
                        .Where(pair => pair.Cell is { Kind: CellKind.Code, Language: "csharp" })
                        .Select(pair => (pair.Name, pair.Cell.Source))];
                }
                catch (InvalidDataException exception)
                {
                    throw new CellException(line, $"#!import \"{name}\": {Path.GetFileName(exception.Message)}", exception);
                }

            case var other:
                throw new CellException(line, $"#!import \"{name}\": cannot import '{other}'; expected .ipynb, .dib, .csx or .cs");
        }
    }
}
