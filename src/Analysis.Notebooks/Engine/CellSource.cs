namespace Analysis.Notebooks;

/// <summary>A part of a cell that is run by itself: text for the kernel, or a file to import.</summary>
/// <param name="Text">The text, or the path as it stands after <c>#!import</c>.</param>
/// <param name="ImportLine">1-based line of the directive in its cell; null for text.</param>
internal sealed record CellPart(string Text, int? ImportLine);

/// <summary>
/// Prepares cells for the kernel. The kernel compiles what follows a directive as a text of its own, so lines are counted from there;
/// <c>#line</c> keeps them those of the cell and gives errors the cell's name. And its <c>#!import</c> drops the errors of what it
/// imports, so cells are cut there and the import is done here.
/// </summary>
internal static partial class CellSource
{
    /// <summary>The parts in order.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="name">Name of the cell, for <c>#line</c>: no quotation mark, no slash.</param>
    public static IReadOnlyList<CellPart> Split(string source, string name)
    {
        var parts = new List<CellPart>();
        var text = new StringBuilder();
        var isCSharp = true;
        var lineIsKnown = false;
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index];
            if (isCSharp && Import().Match(line) is { Success: true } import)
            {
                Close();
                parts.Add(new CellPart(import.Groups["file"].Value, index + 1));
                continue;
            }

            if (Directive().Match(line) is { Success: true } directive)
            {
                // A directive that names another kernel leaves C# until one that names it again; the others are single lines.
                if (directive.Groups["name"].Value is { Length: > 0 } kernel)
                    isCSharp = kernel is not ("markdown" or "md" or "html" or "value") && (isCSharp || kernel is "csharp" or "c#" or "C#");
                lineIsKnown = false;
            }
            else if (isCSharp && !lineIsKnown)
            {
                text.Append("#line ").Append(index + 1).Append(" \"").Append(name).Append("\"\n");
                lineIsKnown = true;
            }

            text.Append(line).Append('\n');
        }

        Close();
        return parts;

        void Close()
        {
            if (text.Length > 0) parts.Add(new CellPart(text.ToString(0, text.Length - 1), null));
            text.Clear();
            lineIsKnown = false;
        }
    }

    [GeneratedRegex("""^\s*#!import\b\s*"?(?<file>[^"]*?)"?\s*$""")]
    private static partial Regex Import();

    [GeneratedRegex("""^\s*#(!(?<name>\S+)|[ri]\s+"nuget:)""")]
    private static partial Regex Directive();
}
