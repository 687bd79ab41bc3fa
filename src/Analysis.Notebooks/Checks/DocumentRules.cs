using System.Text.Json.Nodes;

namespace Analysis.Notebooks;

/// <summary>Rules for the document: its metadata, ids and order of cells.</summary>
internal static class DocumentRules
{
    public static IEnumerable<(string Cell, string Message)> Format(NotebookDocument notebook)
    {
        if (notebook.FormatMinor != 5)
            yield return ("", $"the file is nbformat 4.{notebook.FormatMinor}; expected 4.5");
    }

    public static IEnumerable<(string Cell, string Message)> Kernel(NotebookDocument notebook)
    {
        var kernel = Text(notebook.Metadata, "kernelspec", "name");
        if (kernel != ".net-csharp")
            yield return ("", $"the kernel (metadata.kernelspec.name) is '{kernel}'; expected '.net-csharp'");
        var language = Text(notebook.Metadata, "language_info", "name");
        if (language != "polyglot-notebook")
            yield return ("", $"the language (metadata.language_info.name) is '{language}'; expected 'polyglot-notebook'");
        var fallback = ((notebook.Metadata["polyglot_notebook"] as JsonObject)?["kernelInfo"] as JsonObject)?["defaultKernelName"]?.ToString();
        if (fallback != "csharp")
            yield return ("", $"metadata.polyglot_notebook.kernelInfo.defaultKernelName is '{fallback}'; expected 'csharp'");
    }

    public static IEnumerable<(string Cell, string Message)> CellLanguage(NotebookDocument notebook)
    {
        foreach (var cell in Code(notebook))
        {
            if (Text(cell.Metadata, "dotnet_interactive", "language") is not "csharp" and var language)
                yield return (cell.Id, $"metadata.dotnet_interactive.language is '{language}'; expected 'csharp'");
            if (Text(cell.Metadata, "polyglot_notebook", "kernelName") is not "csharp" and var kernel)
                yield return (cell.Id, $"metadata.polyglot_notebook.kernelName is '{kernel}'; expected 'csharp'");
        }
    }

    public static IEnumerable<(string Cell, string Message)> CellIds(NotebookDocument notebook)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < notebook.Cells.Count; index++)
        {
            var id = notebook.Cells[index].Id;
            if (!IsKebabCase(id))
                yield return (id, $"cell {index + 1} has the id '{id}'; expected lower-case words joined by hyphens");
            else if (!seen.Add(id))
                yield return (id, $"cell {index + 1} has the id of an earlier cell");
        }
    }

    public static IEnumerable<(string Cell, string Message)> Title(NotebookDocument notebook)
    {
        if (notebook.Cells is not [{ Kind: CellKind.Markdown } first, ..])
            yield return ("", "the first cell is not prose");
        else if (!first.Lines[0].StartsWith("# ", StringComparison.Ordinal) || first.Lines[0].TrimEnd() is not ([.., '?'] or [.., '؟']))
            yield return (first.Id, $"the notebook begins with '{first.Lines[0]}'; expected '# ' and a question");
    }

    public static IEnumerable<(string Cell, string Message)> Setup(NotebookDocument notebook)
    {
        var tagged = notebook.Cells.Where(cell => cell.HasTag("setup")).ToList();
        if (tagged.Count != 1)
            yield return ("", $"{tagged.Count} cells are tagged setup; expected one");
        foreach (var cell in tagged)
        {
            if (cell != Code(notebook).FirstOrDefault())
                yield return (cell.Id, "the setup cell is not the first code cell");
            if (LineDifference.First(cell.Source, NotebookChecks.SetupSource) is { } difference)
                yield return (cell.Id, $"line {difference.Line} of the setup cell reads '{difference.Left}'; expected '{difference.Right}'");
        }
    }

    public static IEnumerable<(string Cell, string Message)> Exercises(NotebookDocument notebook)
    {
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown))
        {
            foreach (var (word, tag) in new[] { ("exercise", "exercise"), ("solution", "solution") })
            {
                if (!cell.HasTag(tag) && cell.Lines.FirstOrDefault(line => IsHeading(line, word)) is { } heading)
                    yield return (cell.Id, $"the cell holds '{heading}' but is not tagged {tag}");
            }
        }

        var exercises = Positions(notebook, "exercise");
        var solutions = Positions(notebook, "solution");
        if (exercises.Count > 0 && solutions.Count == 0)
            yield return ("", "there are exercises, but no cell is tagged solution");
        if (solutions.Count > 0 && exercises.Count == 0)
            yield return ("", "there are solutions, but no cell is tagged exercise");
        if (exercises.Count > 0 && solutions.Count > 0 && solutions[0] < exercises[^1])
            yield return (notebook.Cells[solutions[0]].Id, "a solution stands before the last exercise");
    }

    /// <summary>The code cells.</summary>
    public static IEnumerable<NotebookCell> Code(NotebookDocument notebook) => notebook.Cells.Where(cell => cell.Kind == CellKind.Code);

    private static List<int> Positions(NotebookDocument notebook, string tag) =>
        [.. Enumerable.Range(0, notebook.Cells.Count).Where(index => notebook.Cells[index].HasTag(tag))];

    private static bool IsHeading(string line, string word) =>
        line.StartsWith('#') && line.TrimStart('#', ' ').StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonObject metadata, string section, string name) => (metadata[section] as JsonObject)?[name]?.ToString();

    private static bool IsKebabCase(string id) =>
        id.Length is > 0 and <= 64 && id.Split('-').All(word => word.Length > 0 && word.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9')));
}
