namespace Analysis.Notebooks;

/// <summary>One cell of a notebook: a view of its JSON.</summary>
/// <param name="json">The cell's JSON.</param>
/// <param name="index">0-based place in the notebook.</param>
public sealed class NotebookCell(JsonObject json, int index)
{
    /// <summary>The cell's JSON.</summary>
    public JsonObject Json => json;

    /// <summary>0-based place in the notebook.</summary>
    public int Index => index;

    /// <summary>The cell's id; empty in documents older than nbformat 4.5.</summary>
    public string Id => json["id"]?.GetValue<string>() ?? "";

    /// <summary>
    /// What messages and files call the cell: its id where that is a plain word (letters, digits, <c>-</c>, <c>_</c>, at most 64), else
    /// <c>cell-N</c> with its place from 1. So no id leads out of a folder.
    /// </summary>
    public string Name => Id.Length is > 0 and <= 64 && Id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
        ? Id
        : $"cell-{index + 1}";

    /// <summary><c>code</c>, <c>markdown</c> or <c>raw</c>.</summary>
    public string Kind => json["cell_type"]!.GetValue<string>();

    /// <summary>Its text, lines separated by <c>\n</c>.</summary>
    public string Source => JsonText.Of(json["source"]);

    /// <summary>The source's lines, without their line ends.</summary>
    public IReadOnlyList<string> Lines => Source.Split('\n');

    /// <summary>The cell's metadata.</summary>
    public JsonObject Metadata => json["metadata"]!.AsObject();

    /// <summary>The tags, in order.</summary>
    public IEnumerable<string> Tags => Metadata["tags"] is JsonArray tags ? tags.OfType<JsonValue>().Select(tag => tag.ToString()) : [];

    /// <summary>Whether the cell has a tag (ordinal comparison).</summary>
    public bool HasTag(string tag) => Tags.Contains(tag, StringComparer.Ordinal);

    /// <summary>Language of a code cell, as Polyglot Notebooks or .NET Interactive states it; default: <c>csharp</c>.</summary>
    public string Language =>
        (Metadata["polyglot_notebook"] as JsonObject)?["kernelName"]?.ToString()
        ?? (Metadata["dotnet_interactive"] as JsonObject)?["language"]?.ToString()
        ?? "csharp";

    /// <summary>Count of the execution that made the outputs, from 1; null when the cell was not executed.</summary>
    public int? ExecutionCount => (json["execution_count"] as JsonValue)?.TryGetValue<int>(out var count) == true ? count : null;

    /// <summary>The outputs, in order; empty for prose.</summary>
    public IEnumerable<CellOutput> Outputs => (json["outputs"] as JsonArray ?? []).Select(output => new CellOutput(output!.AsObject()));

    /// <summary>Replaces what an execution made.</summary>
    public void SetResult(int? executionCount, JsonArray outputs)
    {
        json["execution_count"] = executionCount;
        json["outputs"] = outputs;
    }
}

/// <summary>One output of a code cell: a view of its JSON.</summary>
/// <param name="Json">The output's JSON.</param>
public readonly record struct CellOutput(JsonObject Json)
{
    /// <summary><c>stream</c>, <c>display_data</c>, <c>execute_result</c> or <c>error</c>.</summary>
    public string Type => Json["output_type"]!.GetValue<string>();

    /// <summary>From MIME type to representation; empty for streams and errors.</summary>
    public JsonObject Data => Json["data"] as JsonObject ?? [];

    /// <summary>The texts by name: of a stream its own, of an error <c>error</c>, else the MIME types; pictures are left out.</summary>
    public IEnumerable<(string Name, string Text)> Texts => Type switch
    {
        "stream" => [(JsonText.Of(Json["name"]), JsonText.Of(Json["text"]))],
        "error" => [("error", $"{JsonText.Of(Json["ename"])}: {JsonText.Of(Json["evalue"])}")],
        _ => Data.Where(pair => !pair.Key.StartsWith("image/", StringComparison.Ordinal))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, JsonText.Of(pair.Value))),
    };

    /// <summary>The textual representation of that MIME type; null when there is none, or it is a JSON object.</summary>
    public string? Text(string mimeType) => Data[mimeType] is { } node and not JsonObject ? JsonText.Of(node) : null;
}
