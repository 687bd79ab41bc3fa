namespace Analysis.Notebooks;

/// <summary>An error in a cell, in the terms of the user's own source.</summary>
/// <param name="Name">Kind of error: the exception's type name, or <c>CompilationError</c>.</param>
/// <param name="Message">The exception's message, or the compiler's first error.</param>
/// <param name="Place">Name of the cell, or of the imported file, in which it arose; empty where no cell took part.</param>
/// <param name="Line">1-based line there; null when none is known.</param>
/// <param name="Source">The text of that line, trimmed; empty when there is none.</param>
/// <param name="Traceback">Lines for a person to read, the message first.</param>
public sealed record CellError(string Name, string Message, string Place, int? Line, string Source, IReadOnlyList<string> Traceback)
{
    /// <summary>An error that no line of a cell made.</summary>
    public static CellError Of(string name, string message) => new(name, message, "", null, "", [$"{name}: {message}"]);
}
