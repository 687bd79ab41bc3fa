using System.Text.Json.Nodes;

namespace Analysis.Notebooks;

/// <summary>One cell of a notebook.</summary>
/// <param name="Id">The cell's id, unique in its notebook; empty in documents older than nbformat 4.5 and in <c>.dib</c> files.</param>
/// <param name="Kind">What the cell holds.</param>
/// <param name="Source">Its text, lines separated by <c>\n</c>.</param>
/// <param name="Metadata">The cell's metadata, whatever it holds.</param>
public sealed record NotebookCell(string Id, CellKind Kind, string Source, JsonObject Metadata)
{
    /// <summary>Count of the execution that made the outputs, from 1; null when the cell was not executed.</summary>
    public int? ExecutionCount { get; init; }

    /// <summary>What the last execution put out, in order; empty for prose.</summary>
    public IReadOnlyList<CellOutput> Outputs { get; init; } = [];

    /// <summary>Properties that the format allows beside the others, such as <c>attachments</c>.</summary>
    public JsonObject Extra { get; init; } = [];

    /// <summary>The cell's tags (<c>metadata.tags</c>), in order.</summary>
    public IReadOnlyList<string> Tags =>
        Metadata["tags"] is JsonArray tags ? [.. tags.OfType<JsonValue>().Select(tag => tag.ToString())] : [];

    /// <summary>
    /// Name of the language of a code cell, as <c>polyglot_notebook.kernelName</c> or <c>dotnet_interactive.language</c> states it;
    /// <c>csharp</c> when neither does.
    /// </summary>
    public string Language =>
        (Metadata["polyglot_notebook"] as JsonObject)?["kernelName"]?.ToString()
        ?? (Metadata["dotnet_interactive"] as JsonObject)?["language"]?.ToString()
        ?? "csharp";

    /// <summary>Whether the cell bears a tag (ordinal comparison).</summary>
    public bool HasTag(string tag) => Tags.Contains(tag, StringComparer.Ordinal);

    /// <summary>The source's lines, without their line ends.</summary>
    public IReadOnlyList<string> Lines => Source.Split('\n');
}
