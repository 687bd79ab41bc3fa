using Microsoft.DotNet.Interactive.Documents;

namespace Analysis.Notebooks;

/// <summary>The cells of <c>.dib</c> files, read by .NET Interactive. The format has no ids, tags or outputs.</summary>
internal static class DibFile
{
    private static readonly KernelInfoCollection Kernels =
        Known("raw", "html", "fsharp", "pwsh", "javascript", "sql", "kql", "mermaid", "value", "http");

    /// <summary>The cells as <c>.ipynb</c> files hold them.</summary>
    public static IEnumerable<JsonObject> Cells(string text) => CodeSubmission.Parse(text, Kernels).Elements.Select(cell => new JsonObject
    {
        ["cell_type"] = cell.KernelName is "markdown" or "raw" ? cell.KernelName : "code",
        ["metadata"] = new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = cell.KernelName } },
        ["source"] = cell.Contents,
        ["outputs"] = new JsonArray(),
    });

    private static KernelInfoCollection Known(params string[] others)
    {
        KernelInfoCollection kernels = [new("csharp", "C#", ["c#", "C#"]), new("markdown", "Markdown", ["md"])];
        foreach (var other in others) kernels.Add(new(other, null, []));
        kernels.DefaultKernelName = "csharp";
        return kernels;
    }
}
