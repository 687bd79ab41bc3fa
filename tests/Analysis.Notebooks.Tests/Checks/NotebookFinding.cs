namespace Analysis.Notebooks.Tests;

/// <summary>Something in a notebook that is not as it should be.</summary>
/// <param name="Notebook">The notebook's file.</param>
/// <param name="Cell">Id of the cell; empty when the whole notebook is meant.</param>
/// <param name="Check">Name of the check.</param>
/// <param name="Message">What was found, and what was expected.</param>
internal sealed record NotebookFinding(string Notebook, string Cell, string Check, string Message)
{
    /// <summary>One line for a person to read.</summary>
    public override string ToString() => $"{Notebook}{(Cell.Length > 0 ? $", cell '{Cell}'" : "")}: {Message} [{Check}]";
}
