using System.Text.RegularExpressions;

namespace Analysis.Notebooks;

/// <summary>What a part of a cell asks for.</summary>
internal enum CellPartKind
{
    CSharp,
    Markdown,
    Import,
    PackageSource,
}

/// <summary>A part of a cell.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Text">The code, preceded by as many empty lines as stand before it in the cell, so that line numbers hold; else prose, path or address.</param>
/// <param name="Line">1-based line of the cell on which it starts.</param>
internal sealed record CellPart(CellPartKind Kind, string Text, int Line);

/// <summary>Splits a cell at the directives that the C# compiler does not know: those of .NET Interactive which make sense here.</summary>
internal static partial class CellSource
{
    /// <summary>The parts in order; parts without content are left out.</summary>
    /// <exception cref="CellException">A directive is not known here.</exception>
    public static IReadOnlyList<CellPart> Split(string source)
    {
        var parts = new List<CellPart>();
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        var kind = CellPartKind.CSharp;
        var start = 0;
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index].TrimEnd();
            if (PackageSourceDirective().Match(line) is { Success: true } source1 && kind == CellPartKind.CSharp)
            {
                Close(index);
                parts.Add(new CellPart(CellPartKind.PackageSource, source1.Groups[1].Value.Trim(), index + 1));
            }
            else if (line.StartsWith("#!", StringComparison.Ordinal))
            {
                Close(index);
                kind = Direct(line, index + 1, parts);
            }
        }

        Close(lines.Length);
        return parts;

        void Close(int end)
        {
            var text = string.Join('\n', lines[start..end]);
            if (!string.IsNullOrWhiteSpace(text))
            {
                parts.Add(kind == CellPartKind.Markdown
                    ? new CellPart(kind, text.Trim('\n'), start + 1)
                    : new CellPart(kind, new string('\n', start) + text, start + 1));
            }

            start = end + 1;
        }
    }

    private static CellPartKind Direct(string line, int number, List<CellPart> parts)
    {
        switch (line[2..].Split(' ', 2)[0])
        {
            case "csharp" or "c#":
                return CellPartKind.CSharp;
            case "markdown" or "md":
                return CellPartKind.Markdown;
            case "import":
                var file = line["#!import".Length..].Trim().Trim('"');
                if (file.Length == 0)
                    throw new CellException(number, "#!import without a file; expected #!import \"file.ipynb\", .dib, .csx or .cs");
                parts.Add(new CellPart(CellPartKind.Import, file, number));
                return CellPartKind.CSharp;
            case var other:
                throw new CellException(number, $"the directive '#!{other}' is not known; known are #!csharp, #!markdown and #!import");
        }
    }

    [GeneratedRegex("""^\s*#i\s+"nuget:\s*([^"]+)"$""")]
    private static partial Regex PackageSourceDirective();
}
