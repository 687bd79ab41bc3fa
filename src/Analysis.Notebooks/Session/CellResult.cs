namespace Analysis.Notebooks;

/// <summary>What the execution of one cell came to.</summary>
/// <param name="Cell">Id of the cell.</param>
/// <param name="ExecutionCount">1 for the session's first cell.</param>
/// <param name="Outputs">Its outputs; those that are displayed with a handle change when a later cell updates them.</param>
/// <param name="Error">What ended it before its end; null when it succeeded.</param>
public sealed record CellResult(string Cell, int ExecutionCount, IReadOnlyList<CellOutput> Outputs, CellError? Error)
{
    /// <summary>Whether the cell ran to its end.</summary>
    public bool Succeeded => Error is null;
}

/// <summary>An error in a cell, told in the terms of the user's own source.</summary>
/// <param name="Name">Kind of error: the exception's type name, or <c>CompilationError</c>.</param>
/// <param name="Message">The exception's message, or the compiler's first error.</param>
/// <param name="Cell">Id of the cell, or name of the loaded file, in which it arose.</param>
/// <param name="Line">1-based line in that cell; null when no line of a cell took part.</param>
/// <param name="Source">The text of that line, trimmed; empty when there is none.</param>
/// <param name="Traceback">Lines for a person to read, the message first.</param>
public sealed record CellError(string Name, string Message, string Cell, int? Line, string Source, IReadOnlyList<string> Traceback);

/// <summary>Something that a running cell put out, told at once.</summary>
/// <param name="Output">The output; for text on a stream just what is new.</param>
/// <param name="DisplayId">Identifies a displayed value that can be updated; null for others.</param>
/// <param name="IsUpdate">Whether it takes the place of the earlier output with that id.</param>
public sealed record CellOutputEvent(CellOutput Output, string? DisplayId = null, bool IsUpdate = false);
