using System.Text.Json.Nodes;

namespace Analysis.Notebooks.Tests;

/// <summary>Builds notebooks that follow all rules, for tests to break one.</summary>
internal static class Notebooks
{
    public static NotebookCell Prose(string id, string source, params string[] tags) => new(id, CellKind.Markdown, source, Tagged([], tags));

    public static NotebookCell Code(string id, string source, params string[] tags) =>
        new(id, CellKind.Code, source, Tagged(
            new JsonObject
            {
                ["dotnet_interactive"] = new JsonObject { ["language"] = "csharp" },
                ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "csharp" },
            },
            tags));

    public static NotebookDocument Of(params NotebookCell[] cells) => new(
        cells,
        new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
            ["language_info"] = new JsonObject { ["name"] = "polyglot-notebook" },
            ["polyglot_notebook"] = new JsonObject { ["kernelInfo"] = new JsonObject { ["defaultKernelName"] = "csharp" } },
        })
    { File = "01-example.ipynb" };

    /// <summary>A notebook that breaks no rule.</summary>
    public static NotebookDocument Sound() => Of(
        Prose("question", "# من قُتل؟\n\nThe finding."),
        Executed(Code("setup", NotebookChecks.SetupSource, "setup"), 1),
        Executed(
            Code("chart", "var x = 1;\nx", "figure"),
            2,
            new ExecuteResult(new JsonObject { ["image/png"] = "AAAA", ["text/plain"] = "chart" }, [], 2)),
        Prose("exercise-counts", "## Exercise", "exercise"),
        Executed(Code("solution-counts", "x + 1", "solution"), 3, new ExecuteResult(new JsonObject { ["text/plain"] = "2" }, [], 3)));

    public static NotebookCell Executed(NotebookCell cell, int count, params CellOutput[] outputs) =>
        cell with { ExecutionCount = count, Outputs = outputs };

    /// <summary>The notebook with one of its cells changed.</summary>
    public static NotebookDocument With(this NotebookDocument notebook, string id, Func<NotebookCell, NotebookCell> change) =>
        notebook with { Cells = [.. notebook.Cells.Select(cell => cell.Id == id ? change(cell) : cell)] };

    private static JsonObject Tagged(JsonObject metadata, string[] tags)
    {
        if (tags.Length > 0)
            metadata["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]);
        return metadata;
    }
}
