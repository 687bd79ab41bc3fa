namespace Analysis.Notebooks;

/// <summary>Describes errors in the terms of the cells' own source: cell, line, and the text of the line.</summary>
internal sealed class ErrorReport
{
    private static readonly string[] Machinery =
    [
        "Microsoft.CodeAnalysis.", "Microsoft.DotNet.Interactive.", "System.Runtime.", "System.Threading.", "System.Reflection.",
        "Internal.",
        "Submission#",
    ];

    private readonly Dictionary<string, string[]> _sources = new(StringComparer.Ordinal);

    /// <summary>Remembers the source of a cell, so that its lines can be quoted.</summary>
    public void Know(string cell, string source) => _sources[cell] = source.ReplaceLineEndings("\n").Split('\n');

    /// <summary>A directive that cannot be carried out.</summary>
    public CellError FromDirective(string message, string cell, int line) =>
        new("DirectiveError", message, cell, line, Source(cell, line), [$"DirectiveError: {message}", Quote(cell, line)]);

    /// <summary>What the kernel reports for a cell that failed.</summary>
    public CellError From(Exception? failure, string message, string cell)
    {
        var cause = failure as CompilationErrorException ?? failure?.InnerException;
        if (cause is CompilationErrorException { Diagnostics: var diagnostics }) return FromDiagnostics(diagnostics, cell);
        // Without an exception it is a directive that the kernel refuses.
        return failure is null ? FromDirective(message, cell, FirstDirective(cell)) : FromException(failure, cell);
    }

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
                if (Path.GetFileName(frame.GetFileName()) is { } name && _sources.ContainsKey(name))
                {
                    traceback.Add(Quote(name, frame.GetFileLineNumber()));
                    place ??= (name, frame.GetFileLineNumber());
                }
                else if (frame.GetMethod() is { DeclaringType.FullName: { } type } method && !Machinery.Any(type.StartsWith))
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
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => FromDiagnostic(diagnostic, cell)).ToList();
        return errors[0] with { Traceback = [.. errors.SelectMany(error => error.Traceback)] };
    }

    private CellError FromDiagnostic(Diagnostic diagnostic, string cell)
    {
        var message = $"error {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
        var span = diagnostic.Location.GetMappedLineSpan();
        if (!span.IsValid) return new CellError("CompilationError", message, cell, null, "", [$"{cell}: {message}"]);
        var (place, start) = (Path.GetFileName(span.Path), span.StartLinePosition);
        var source = Source(place, start.Line + 1);
        string[] quoted = source.Length > 0 ? [$"    {source}"] : [];
        return new CellError("CompilationError", message, place, start.Line + 1, source,
            [$"{place}, line {start.Line + 1}, column {start.Character + 1}: {message}", .. quoted]);
    }

    private int FirstDirective(string cell) =>
        1 + Math.Max(0, Array.FindIndex(_sources[cell], line => line.TrimStart() is ['#', '!' or 'r' or 'i', ..]));

    private string Quote(string cell, int line) => $"   at {cell}, line {line}: {Source(cell, line)}";

    private string Source(string cell, int? line) =>
        _sources.TryGetValue(cell, out var lines) && line is > 0 && line <= lines.Length ? lines[line.Value - 1].Trim() : "";
}
