namespace Analysis.Notebooks;

/// <summary>What running a notebook came to.</summary>
/// <param name="Notebook">The notebook with the outputs of this run; cells behind one that failed have none.</param>
/// <param name="FailedCell">Id of the cell that stopped the run; null when all cells ran, empty when the notebook could not be read.</param>
/// <param name="Error">What stopped it; null when all cells ran.</param>
public sealed record NotebookRun(NotebookDocument Notebook, string? FailedCell, CellError? Error)
{
    /// <summary>Whether all cells ran to their end.</summary>
    public bool Succeeded => Error is null;

    /// <summary>The failure for a person to read: notebook, cell, line, message and the user's own source line; empty when there is none.</summary>
    public string Failure
    {
        get
        {
            if (Error is null)
                return "";
            // What is wrong with a notebook that cannot be read already names the file.
            if (string.IsNullOrEmpty(FailedCell))
                return Error.Message;
            var within = Error.Cell == FailedCell || Error.Cell.Length == 0 ? "" : $" ({Error.Cell})";
            var line = Error.Line is { } number ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $", line {number}") : "";
            var source = Error.Source.Length > 0 ? $"\n    {Error.Source}" : "";
            return $"{Notebook.File}, cell '{FailedCell}'{within}{line}: {Error.Name}: {Error.Message}{source}";
        }
    }
}

/// <summary>A step in running notebooks.</summary>
/// <param name="File">The notebook's file.</param>
/// <param name="Step">What happened.</param>
/// <param name="Cell">Id of the cell; empty on steps of a whole notebook.</param>
/// <param name="Index">0-based index of the cell among the notebook's code cells; on steps of a whole notebook 0.</param>
/// <param name="Count">Number of the notebook's code cells.</param>
public sealed record RunProgress(string File, RunStep Step, string Cell, int Index, int Count);

/// <summary>Kinds of <see cref="RunProgress"/>.</summary>
public enum RunStep
{
    /// <summary>A notebook's first cell is about to run.</summary>
    NotebookStarted,

    /// <summary>A cell is about to run.</summary>
    CellStarted,

    /// <summary>A cell ran to its end.</summary>
    CellFinished,

    /// <summary>A cell failed; the notebook stops there.</summary>
    CellFailed,

    /// <summary>A notebook's last cell has run.</summary>
    NotebookFinished,
}

/// <summary>What a host tells a <see cref="NotebookRunner"/>.</summary>
public sealed record NotebookRunOptions
{
    /// <summary>Told of each step, in order.</summary>
    public Action<RunProgress>? Progress { get; init; }

    /// <summary>Told of each object that a notebook (its file) displays, in order, at once.</summary>
    public Action<string, DisplayedObject>? Displayed { get; init; }

    /// <summary>Makes pictures of charts beside the running cells; see <see cref="CSharpSessionOptions.Picture"/>.</summary>
    public Func<object, Task<byte[]?>>? Picture { get; init; }

    /// <summary>Where restored packages' projects are cached; null for the user's local application data.</summary>
    public string? PackageCache { get; init; }
}
