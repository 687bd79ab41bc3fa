using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analysis.Notebooks;

/// <summary>
/// Reads and writes <c>.dib</c> files: cells in plain text, each headed by a line that names its language
/// (<c>#!csharp</c>, <c>#!markdown</c>, …), and a JSON block behind <c>#!meta</c>. The format has no ids, tags or outputs.
/// </summary>
internal static class DibFormat
{
    private static readonly HashSet<string> Languages = new(
        ["csharp", "markdown", "fsharp", "pwsh", "html", "javascript", "sql", "kql", "mermaid", "value", "http", "raw", "meta"],
        StringComparer.Ordinal);

    /// <summary>Reads a document; the file name is for messages.</summary>
    /// <exception cref="InvalidDataException">The metadata block is not JSON.</exception>
    public static NotebookDocument Parse(string text, string file)
    {
        var cells = new List<NotebookCell>();
        var metadata = new JsonObject();
        var language = "csharp";
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("#!", StringComparison.Ordinal) && Languages.TryGetValue(Canonical(line[2..].Trim()), out var next))
            {
                Close();
                language = next;
            }
            else
            {
                lines.Add(line);
            }
        }

        Close();
        return new NotebookDocument(cells, metadata) { File = file };

        void Close()
        {
            var source = string.Join('\n', lines).Trim('\n');
            lines.Clear();
            if (source.Length == 0)
                return;
            if (language == "meta")
                metadata = ParseMetadata(source, file);
            else
                cells.Add(Cell(language, source));
        }
    }

    /// <summary>The text of a document; ids, tags and outputs are lost.</summary>
    public static string Format(NotebookDocument notebook)
    {
        var text = new StringBuilder();
        if (notebook.Metadata.Count > 0)
            text.Append("#!meta\n\n").Append(notebook.Metadata.ToJsonString()).Append("\n\n");
        foreach (var cell in notebook.Cells)
        {
            var language = cell.Kind switch { CellKind.Code => cell.Language, CellKind.Markdown => "markdown", _ => "raw" };
            text.Append("#!").Append(language).Append("\n\n").Append(cell.Source).Append("\n\n");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Canonical(string language) => language switch
    {
        "c#" => "csharp",
        "md" => "markdown",
        "f#" => "fsharp",
        "powershell" => "pwsh",
        "js" => "javascript",
        _ => language,
    };

    private static NotebookCell Cell(string language, string source) => language switch
    {
        "markdown" => new NotebookCell("", CellKind.Markdown, source, []),
        "raw" => new NotebookCell("", CellKind.Raw, source, []),
        "csharp" => new NotebookCell("", CellKind.Code, source, []),
        _ => new NotebookCell("", CellKind.Code, source, new JsonObject { ["dotnet_interactive"] = new JsonObject { ["language"] = language } }),
    };

    private static JsonObject ParseMetadata(string source, string file)
    {
        try
        {
            return JsonNode.Parse(source) as JsonObject
                ?? throw new InvalidDataException($"{file}: the block behind #!meta is not a JSON object");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{file}: the block behind #!meta is not JSON: {JsonFault.Describe(exception)}", exception);
        }
    }
}
