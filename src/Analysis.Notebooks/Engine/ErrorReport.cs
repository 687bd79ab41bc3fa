using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace Analysis.Notebooks;

/// <summary>Describes errors in the terms of the cells' own source: cell, line, and the text of the line.</summary>
internal sealed class ErrorReport
{
    private static readonly string[] Machinery = ["Microsoft.CodeAnalysis.", "Microsoft.DotNet.Interactive.", "System.Runtime.", "System.Threading.", "System.Reflection.", "Internal.", "Submission#"];

    private readonly Dictionary<string, string[]> _sources = new(StringComparer.Ordinal);

    /// <summary>Remembers the source of a cell, so that its lines can be quoted.</summary>
    public void Know(string cell, string source) => _sources[cell] = source.ReplaceLineEndings("\n").Split('\n');

    /// <summary>A directive that cannot be carried out.</summary>
    public CellError FromDirective(string message, string cell, int? line) =>
        new("DirectiveError", message, cell, line, Source(cell, line), [$"DirectiveError: {message}", .. line is null ? (string[])[] : [Quote(cell, line.Value)]]);

    /// <summary>What the kernel reports for a cell that failed.</summary>
    public CellError From(Exception? failure, string message, string cell) => failure switch
    {
        { InnerException: CompilationErrorException { Diagnostics: var diagnostics } } => FromDiagnostics(diagnostics, cell),
        CompilationErrorException { Diagnostics: var diagnostics } => FromDiagnostics(diagnostics, cell),
        null => FromDirective(message, cell, FirstDirective(cell)),
        _ => FromException(failure, cell),
    };

    /// <summary>What a cell threw.</summary>
    public CellError FromException(Exception exception, string cell)
    {
        // The wrappers that reflection puts around what was thrown say nothing.
        while (exception is TargetInvocationException or TypeInitializationException && exception.InnerException is not null)
            exception = exception.InnerException;
        var traceback = new List<string>();
        (string Cell, int Line)? place = null;
        for (var (current, prefix) = (exception, ""); current is not null; (current, prefix) = (current.InnerException!, "caused by "))
        {
            traceback.Add($"{prefix}{current.GetType().Name}: {current.Message}");
            foreach (var frame in new StackTrace(current, fNeedFileInfo: true).GetFrames())
            {
                if (PlaceOf(frame) is { } found)
                {
                    traceback.Add(Quote(found.Cell, found.Line));
                    place ??= found;
                }
                else if (frame.GetMethod() is { DeclaringType: { FullName: { } type } } method && !Machinery.Any(name => type.StartsWith(name, StringComparison.Ordinal)))
                {
                    // Frames of libraries name their method, without the paths of the machine that built them.
                    traceback.Add($"   at {type}.{method.Name}");
                }
            }
        }

        var at = place?.Cell ?? cell;
        return new CellError(exception.GetType().Name, exception.Message, at, place?.Line, Source(at, place?.Line), traceback);
    }

    private CellError FromDiagnostics(IEnumerable<Diagnostic> diagnostics, string cell)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => (Position: diagnostic.Location.GetMappedLineSpan(), Text: $"error {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"))
            .Select(error => error.Position.IsValid
                ? (Place: Path.GetFileName(error.Position.Path), Line: (int?)error.Position.StartLinePosition.Line + 1, Column: error.Position.StartLinePosition.Character + 1, error.Text)
                : (Place: cell, Line: null, Column: 0, error.Text))
            .ToList();
        var traceback = errors.SelectMany(error => (string[])[
            error.Place + (error.Line is null ? "" : FormattableString.Invariant($", line {error.Line}, column {error.Column}")) + ": " + error.Text,
            "    " + Source(error.Place, error.Line)]);
        var first = errors[0];
        return new CellError("CompilationError", first.Text, first.Place, first.Line, Source(first.Place, first.Line), [.. traceback.Where(line => line.Trim().Length > 0)]);
    }

    private int? FirstDirective(string cell) =>
        Array.FindIndex(_sources[cell], line => line.TrimStart() is ['#', '!' or 'r' or 'i', ..]) is >= 0 and var index ? index + 1 : null;

    private (string Cell, int Line)? PlaceOf(StackFrame frame) =>
        Path.GetFileName(frame.GetFileName()) is { Length: > 0 } name && _sources.ContainsKey(name) ? (name, frame.GetFileLineNumber()) : null;

    private string Quote(string cell, int line) => FormattableString.Invariant($"   at {cell}, line {line}: {Source(cell, line)}");

    private string Source(string cell, int? line) =>
        line is { } number && _sources.TryGetValue(cell, out var lines) && number >= 1 && number <= lines.Length ? lines[number - 1].Trim() : "";
}
