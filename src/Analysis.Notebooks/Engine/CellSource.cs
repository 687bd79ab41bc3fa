namespace Analysis.Notebooks;

/// <summary>
/// Prepares cells for the kernel. It compiles what follows a directive as a text of its own, so lines are counted from there; <c>#line</c>
/// keeps them those of the cell and gives errors the cell's name.
/// </summary>
internal static partial class CellSource
{
    /// <summary>The text for the kernel.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="name">Name of the cell, for <c>#line</c>: no quotation mark, no slash.</param>
    public static string WithLines(string source, string name)
    {
        List<string> lines = [];
        var (isCSharp, lineIsKnown) = (true, false);
        foreach (var (index, line) in source.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (Directive().Match(line) is { Success: true } directive)
            {
                // A directive that names another kernel leaves C# until one that names it again; the others are single lines.
                if (directive.Groups["name"].Value is { Length: > 0 } kernel)
                    isCSharp = kernel is not ("markdown" or "md" or "html" or "value") && (isCSharp || kernel is "csharp" or "c#" or "C#");
                lineIsKnown = false;
            }
            else if (isCSharp && !lineIsKnown)
            {
                lines.Add(FormattableString.Invariant($"#line {index + 1} \"{name}\""));
                lineIsKnown = true;
            }

            lines.Add(line);
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex("""^\s*#(!(?<name>\S+)|[ri]\s+"nuget:)""")]
    private static partial Regex Directive();
}
