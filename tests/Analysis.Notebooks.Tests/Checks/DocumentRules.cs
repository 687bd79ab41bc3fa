using System.Text.Json.Nodes;

namespace Analysis.Notebooks.Tests;

/// <summary>Rules for the document: its metadata, ids and order of cells.</summary>
internal static class DocumentRules
{
    public static IEnumerable<(string Cell, string Message)> Format(Notebook notebook)
    {
        if (Text(notebook.Json, "nbformat_minor") is not "5" and var minor)
            yield return ("", $"the file is nbformat 4.{minor}; expected 4.5");
    }

    public static IEnumerable<(string Cell, string Message)> Kernel(Notebook notebook) =>
        from entry in (string[][])[
            ["kernelspec", "name", ".net-csharp"],
            ["language_info", "name", "polyglot-notebook"],
            ["polyglot_notebook", "kernelInfo", "defaultKernelName", "csharp"]]
        let found = Text(notebook.Json["metadata"], entry[..^1])
        where found != entry[^1]
        select ("", $"metadata.{string.Join('.', entry[..^1])} is '{found}'; expected '{entry[^1]}'");

    public static IEnumerable<(string Cell, string Message)> CellLanguage(Notebook notebook) =>
        from cell in notebook.Code
        from path in (string[][])[["dotnet_interactive", "language"], ["polyglot_notebook", "kernelName"]]
        let found = Text(cell.Metadata, path)
        where found != "csharp"
        select (cell.Id, $"metadata.{string.Join('.', path)} is '{found}'; expected 'csharp'");

    public static IEnumerable<(string Cell, string Message)> CellIds(Notebook notebook)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in notebook.Cells)
        {
            if (!IsKebabCase(cell.Id))
                yield return (cell.Id, $"cell {cell.Index + 1} has the id '{cell.Id}'; expected lower-case words joined by hyphens");
            else if (!seen.Add(cell.Id)) yield return (cell.Id, $"cell {cell.Index + 1} has the id of an earlier cell");
        }
    }

    public static IEnumerable<(string Cell, string Message)> Title(Notebook notebook)
    {
        if (notebook.Cells is not [{ Kind: "markdown" } first, ..]) yield return ("", "the first cell is not prose");
        else if (!first.Lines[0].StartsWith("# ", StringComparison.Ordinal) || first.Lines[0].TrimEnd() is not ([.., '?'] or [.., '؟']))
            yield return (first.Id, $"the notebook begins with '{first.Lines[0]}'; expected '# ' and a question");
    }

    public static IEnumerable<(string Cell, string Message)> Setup(Notebook notebook)
    {
        var tagged = notebook.Cells.Where(cell => cell.HasTag("setup")).ToList();
        if (tagged.Count != 1) yield return ("", $"{tagged.Count} cells are tagged setup; expected one");
        foreach (var cell in tagged)
        {
            // Packages come before the library.
            var first = notebook.Code.FirstOrDefault(code => !code.Source.StartsWith("#r \"nuget:", StringComparison.Ordinal));
            if (cell != first) yield return (cell.Id, "the setup cell is not the first code cell");
            if (LineDifference.First(cell.Source, NotebookChecks.SetupSource) is { } difference)
                yield return (cell.Id, $"line {difference.Line} of the setup cell is '{difference.Left}'; expected '{difference.Right}'");
        }
    }

    public static IEnumerable<(string Cell, string Message)> Exercises(Notebook notebook)
    {
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == "markdown"))
        {
            foreach (var tag in (string[])["exercise", "solution"])
            {
                if (!cell.HasTag(tag) && cell.Lines.FirstOrDefault(line => IsHeading(line, tag)) is { } heading)
                    yield return (cell.Id, $"the cell holds '{heading}' but is not tagged {tag}");
            }
        }

        var lastExercise = notebook.Cells.LastOrDefault(cell => cell.HasTag("exercise"));
        var firstSolution = notebook.Cells.FirstOrDefault(cell => cell.HasTag("solution"));
        if (lastExercise is not null && firstSolution is null) yield return ("", "there are exercises, but no cell is tagged solution");
        if (firstSolution is not null && lastExercise is null) yield return ("", "there are solutions, but no cell is tagged exercise");
        if (firstSolution?.Index < lastExercise?.Index) yield return (firstSolution.Id, "a solution stands before the last exercise");
    }

    private static bool IsHeading(string line, string word) =>
        line.StartsWith('#') && line.TrimStart('#', ' ').StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonNode? node, params string[] path) =>
        path.Aggregate(node, (at, name) => (at as JsonObject)?[name])?.ToString();

    private static bool IsKebabCase(string id) =>
        id.Length is > 0 and <= 64 && id.Split('-').All(word => word.Length > 0)
        && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
