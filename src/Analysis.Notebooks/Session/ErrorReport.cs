using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Analysis.Notebooks;

/// <summary>Tells errors in the terms of the cells' own source: cell, line, and the text of the line.</summary>
internal sealed class ErrorReport
{
    private const string Compilation = "CompilationError";
    private readonly Dictionary<string, string[]> _sources = new(StringComparer.Ordinal);

    /// <summary>Remembers the source of a cell, so that its lines can be quoted.</summary>
    public void Know(string cell, string source) => _sources[cell] = source.ReplaceLineEndings("\n").Split('\n');

    /// <summary>A directive that could not be carried out.</summary>
    public CellError FromDirective(CellException exception, string cell)
    {
        var line = exception.Line ?? FindReference(cell, exception.Reference!);
        var source = Source(cell, line);
        return new CellError("DirectiveError", exception.Message, cell, line, source, [$"DirectiveError: {exception.Message}", .. Place(cell, line, source)]);
    }

    /// <summary>What the compiler found wrong.</summary>
    public CellError FromDiagnostics(IReadOnlyList<Diagnostic> diagnostics, string cell)
    {
        var traceback = new List<string>();
        var ordered = diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ToList();
        foreach (var diagnostic in ordered)
        {
            var position = diagnostic.Location.GetMappedLineSpan();
            var place = position.IsValid ? position.Path : cell;
            int? line = position.IsValid ? position.StartLinePosition.Line + 1 : null;
            var column = line is null ? "" : string.Create(CultureInfo.InvariantCulture, $", line {line}, column {position.StartLinePosition.Character + 1}");
            traceback.Add($"{place}{column}: {Message(diagnostic)}");
            if (Source(place, line) is { Length: > 0 } text)
                traceback.Add($"    {text}");
        }

        var first = ordered[0].Location.GetMappedLineSpan();
        var firstCell = first.IsValid ? first.Path : cell;
        int? firstLine = first.IsValid ? first.StartLinePosition.Line + 1 : null;
        return new CellError(Compilation, Message(ordered[0]), firstCell, firstLine, Source(firstCell, firstLine), traceback);
    }

    /// <summary>What a cell threw.</summary>
    public CellError FromException(Exception exception, string cell)
    {
        // The wrappers that reflection puts around what was really thrown say nothing.
        while (exception is TargetInvocationException or TypeInitializationException && exception.InnerException is not null)
            exception = exception.InnerException;
        var traceback = new List<string>();
        (string Cell, int Line)? place = null;
        for (var (current, prefix) = (exception, ""); current is not null; (current, prefix) = (current.InnerException!, "caused by "))
        {
            traceback.Add($"{prefix}{Name(current)}: {current.Message}");
            foreach (var frame in new StackTrace(current, fNeedFileInfo: true).GetFrames())
            {
                if (Frame(frame) is not { } line)
                    continue;
                traceback.Add(line);
                if (frame.GetFileName() is { } file && _sources.ContainsKey(file))
                    place ??= (file, frame.GetFileLineNumber());
            }
        }

        var at = place?.Cell ?? cell;
        return new CellError(Name(exception), exception.Message, at, place?.Line, Source(at, place?.Line), traceback);
    }

    private static string Name(Exception exception) => exception.GetType().Name;

    private static string Message(Diagnostic diagnostic) =>
        $"error {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";

    // Frames of cells name their line; those of libraries their method, without the paths of the machine that built them.
    private string? Frame(StackFrame frame)
    {
        if (frame.GetFileName() is { } file && _sources.ContainsKey(file))
        {
            var line = frame.GetFileLineNumber();
            return string.Create(CultureInfo.InvariantCulture, $"   at {file}, line {line}: {Source(file, line)}");
        }

        var method = frame.GetMethod();
        var type = method?.DeclaringType;
        return type is null || IsMachinery(type) ? null : $"   at {type.FullName}.{method!.Name}";
    }

    private static bool IsMachinery(Type type) =>
        type.Assembly == typeof(ErrorReport).Assembly
        || type.FullName is { } name && (name.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)
            || name.StartsWith("System.Runtime.", StringComparison.Ordinal)
            || name.StartsWith("System.Threading.", StringComparison.Ordinal)
            || name.StartsWith("System.Reflection.", StringComparison.Ordinal)
            || name.StartsWith("Internal.", StringComparison.Ordinal)
            || name.StartsWith("Submission#", StringComparison.Ordinal));

    private static IEnumerable<string> Place(string cell, int? line, string source) =>
        line is null ? [] : [string.Create(CultureInfo.InvariantCulture, $"   at {cell}, line {line}: {source}")];

    private string Source(string cell, int? line) =>
        line is { } number && _sources.TryGetValue(cell, out var lines) && number >= 1 && number <= lines.Length
            ? lines[number - 1].Trim()
            : "";

    private int? FindReference(string cell, string reference) =>
        _sources.TryGetValue(cell, out var lines)
        && Array.FindIndex(lines, line => line.TrimStart().StartsWith("#r", StringComparison.Ordinal)
            && line.Contains(reference, StringComparison.Ordinal)) is >= 0 and var index
            ? index + 1
            : null;
}
