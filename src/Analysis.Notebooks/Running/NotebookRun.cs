namespace Analysis.Notebooks;

/// <summary>What running a notebook came to.</summary>
/// <param name="Notebook">The notebook with the outputs of this run; cells after one that failed have none.</param>
/// <param name="FailedCell">Name of the cell that stopped the run; empty when none did.</param>
/// <param name="Error">What stopped it; null when all cells ran.</param>
public sealed record NotebookRun(Notebook Notebook, string FailedCell, CellError? Error)
{
    /// <summary>A notebook as it is in its file, to be run; one without cells, and the reason, where the file cannot be read.</summary>
    public static NotebookRun Of(string file)
    {
        try
        {
            return new(Notebook.Load(file), "", null);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return new(Notebook.Of(file, []), "", CellError.Of("", error.Message));
        }
    }

    /// <summary>The failure in words: notebook, cell, line, message and the user's own source line; empty when there is none.</summary>
    public string Failure
    {
        get
        {
            if (Error is null) return "";
            if (Error.Name.Length == 0) return Error.Message;
            var cell = FailedCell.Length > 0 ? $", cell '{FailedCell}'" : "";
            var within = Error.Place == FailedCell || Error.Place.Length == 0 ? "" : $" ({Error.Place})";
            var line = Error.Line is { } number ? $", line {number}" : "";
            var source = Error.Source.Length > 0 ? $"\n    {Error.Source}" : "";
            return $"{Notebook.File}{cell}{within}{line}: {Error.Name}: {Error.Message}{source}";
        }
    }
}
