using System.Text.Json.Nodes;

namespace Analysis.Notebooks.Tests;

/// <summary>Builds notebooks that follow all rules, for tests to break one.</summary>
internal static class Notebooks
{
    public static JsonObject Prose(string id, string source, params string[] tags) => new()
    {
        ["cell_type"] = "markdown",
        ["id"] = id,
        ["metadata"] = Tagged([], tags),
        ["source"] = JsonText.Lines(source),
    };

    public static JsonObject Code(string id, string source, params string[] tags) => new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = id,
        ["metadata"] = Tagged(
            new JsonObject
            {
                ["dotnet_interactive"] = new JsonObject { ["language"] = "csharp" },
                ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "csharp" },
            },
            tags),
        ["outputs"] = new JsonArray(),
        ["source"] = JsonText.Lines(source),
    };

    public static JsonObject Executed(JsonObject cell, int count, params JsonObject[] outputs)
    {
        cell["execution_count"] = count;
        cell["outputs"] = new JsonArray([.. outputs]);
        return cell;
    }

    public static JsonObject Result(int count, JsonObject data, JsonObject? metadata = null) => new()
    {
        ["output_type"] = "execute_result",
        ["data"] = data,
        ["execution_count"] = count,
        ["metadata"] = metadata ?? [],
    };

    public static JsonObject Display(JsonObject data) =>
        new() { ["output_type"] = "display_data", ["data"] = data, ["metadata"] = new JsonObject() };

    public static JsonObject Stream(string name, string text) =>
        new() { ["output_type"] = "stream", ["name"] = name, ["text"] = JsonText.Lines(text) };

    public static JsonObject Error(string name, string value) => new()
    {
        ["output_type"] = "error",
        ["ename"] = name,
        ["evalue"] = value,
        ["traceback"] = new JsonArray($"{name}: {value}"),
    };

    public static Notebook Of(params JsonObject[] cells) => In("01-example.ipynb", cells);

    public static Notebook In(string file, params JsonObject[] cells) => Notebook.Parse(
        new JsonObject
        {
            ["cells"] = new JsonArray([.. cells]),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
                ["language_info"] = new JsonObject { ["name"] = "polyglot-notebook" },
                ["polyglot_notebook"] = new JsonObject { ["kernelInfo"] = new JsonObject { ["defaultKernelName"] = "csharp" } },
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString(),
        file);

    /// <summary>Writes a notebook of those cells; its file.</summary>
    public static string Save(string folder, string name, params JsonObject[] cells)
    {
        var notebook = In(Path.Combine(folder, name), cells);
        notebook.Save();
        return notebook.File;
    }

    /// <summary>A notebook that breaks no rule.</summary>
    public static Notebook Sound() => Of(
        Prose("question", "# من قُتل؟\n\nThe finding."),
        Executed(Code("setup", NotebookChecks.SetupSource, "setup"), 1),
        Executed(
            Code("chart", "var x = 1;\nx", "figure"), 2, Result(2, new JsonObject { ["image/png"] = "AAAA", ["text/plain"] = "chart" })),
        Prose("exercise-counts", "## Exercise", "exercise"),
        Executed(Code("solution-counts", "x + 1", "solution"), 3, Result(3, new JsonObject { ["text/plain"] = "2" })));

    /// <summary>The notebook's JSON changed: as a notebook again.</summary>
    public static Notebook With(this Notebook notebook, Action<JsonObject> change)
    {
        change(notebook.Json);
        return Notebook.Parse(notebook.ToString(), notebook.File);
    }

    /// <summary>The notebook with one of its cells changed.</summary>
    public static Notebook With(this Notebook notebook, string id, Action<JsonObject> change) =>
        notebook.With(json => change(json["cells"]!.AsArray().Single(cell => cell!["id"]!.ToString() == id)!.AsObject()));

    private static JsonObject Tagged(JsonObject metadata, string[] tags)
    {
        if (tags.Length > 0) metadata["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]);
        return metadata;
    }
}
