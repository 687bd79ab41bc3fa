using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Documents;

namespace Analysis.Notebooks;

/// <summary>The cells of <c>.dib</c> files, read by .NET Interactive. The format has no ids, tags or outputs.</summary>
internal static class DibFile
{
    private static readonly KernelInfoCollection Kernels = Known();

    /// <summary>The cells as <c>.ipynb</c> files hold them.</summary>
    public static IEnumerable<JsonObject> Cells(string text) => CodeSubmission.Parse(text, Kernels).Elements.Select(element => new JsonObject
    {
        ["cell_type"] = element.KernelName is "markdown" or "raw" ? element.KernelName : "code",
        ["metadata"] = new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = element.KernelName } },
        ["source"] = element.Contents,
        ["outputs"] = new JsonArray(),
    });

    private static KernelInfoCollection Known()
    {
        KernelInfoCollection kernels = [new("csharp", "C#", ["c#", "C#"]), new("markdown", "Markdown", ["md"]), new("html", "HTML", [])];
        foreach (var other in (string[])["raw", "fsharp", "pwsh", "javascript", "sql", "kql", "mermaid", "value", "http"]) kernels.Add(new(other, null, []));
        kernels.DefaultKernelName = "csharp";
        return kernels;
    }
}
