namespace Analysis.Notebooks;

/// <summary>Checks that a JSON document has the parts of a C# notebook that this project reads.</summary>
internal static class NotebookShape
{
    private static readonly string[] Kinds = ["code", "markdown", "raw"];
    private static readonly string[] Outputs = ["stream", "display_data", "execute_result", "error"];

    /// <summary>The document.</summary>
    /// <exception cref="InvalidDataException">A part is not what it should be; the message says where, what was found and what was
    /// expected.</exception>
    public static JsonObject Check(JsonNode? json, string file)
    {
        CheckStrings(json, file);
        var notebook = Need<JsonObject>(json, "the notebook", "an object", file);
        if (notebook["nbformat"]?.ToString() is not "4" and var version)
            throw new InvalidDataException($"{file}: 'nbformat' is {version ?? "missing"}; expected 4");
        CheckKernel(Need<JsonObject>(notebook["metadata"], "'metadata'", "an object", file), file);
        foreach (var (index, cell) in Need<JsonArray>(notebook["cells"], "'cells'", "a list", file).Index())
            CheckCell(cell, $"{file}, cell {index + 1}");
        return notebook;
    }

    private static void CheckCell(JsonNode? node, string place)
    {
        var cell = Need<JsonObject>(node, "the cell", "an object", place);
        if (cell["id"] is { } id) place = $"{place} ('{NeedText(id, "'id'", place)}')";
        var kind = NeedOneOf(cell["cell_type"], "'cell_type'", Kinds, place);
        Need<JsonObject>(cell["metadata"], "'metadata'", "an object", place);
        if (cell["source"] is not JsonArray lines) NeedText(cell["source"], "'source'", place, "a string or a list of strings");
        else foreach (var line in lines) NeedText(line, "a line of 'source'", place);
        if (kind != "code") return;
        foreach (var output in Need<JsonArray>(cell["outputs"], "'outputs'", "a list", place))
            NeedOneOf(Need<JsonObject>(output, "an output", "an object", place)["output_type"], "'output_type'", Outputs, place);
    }

    private static void CheckKernel(JsonObject metadata, string file)
    {
        if (metadata["kernelspec"] is not JsonObject kernel) return;
        var (name, language) = (kernel["name"]?.ToString() ?? "", kernel["language"]?.ToString() ?? "C#");
        var isCSharp = language.Equals("C#", StringComparison.OrdinalIgnoreCase)
            || name.Contains("csharp", StringComparison.OrdinalIgnoreCase);
        if (!isCSharp)
            throw new InvalidDataException(
                $"{file}: the notebook is written for the kernel '{name}' ({language}); expected C# (.net-csharp)");
    }

    // JSON can escape half of a surrogate pair, which is no text and could not be written back.
    private static void CheckStrings(JsonNode? node, string file)
    {
        try
        {
            if (JsonText.IsText(node)) _ = node!.GetValue<string>();
            var parts = (node as JsonObject)?.Select(member => member.Value) ?? node as JsonArray ?? Enumerable.Empty<JsonNode?>();
            foreach (var part in parts) CheckStrings(part, file);
        }
        catch (InvalidOperationException fault)
        {
            throw new InvalidDataException($"{file}: the text at {node!.GetPath()} holds half of a surrogate pair", fault);
        }
    }

    private static T Need<T>(JsonNode? node, string what, string expected, string place)
        where T : JsonNode => node as T ?? throw Unexpected(node, what, expected, place);

    private static string NeedText(JsonNode? node, string what, string place, string expected = "a string") =>
        JsonText.IsText(node) ? node!.GetValue<string>() : throw Unexpected(node, what, expected, place);

    private static string NeedOneOf(JsonNode? node, string what, string[] names, string place) =>
        NeedText(node, what, place) is var text && names.Contains(text)
            ? text
            : throw new InvalidDataException($"{place}: {what} is '{text}'; expected {string.Join(", ", names[..^1])} or {names[^1]}");

    private static InvalidDataException Unexpected(JsonNode? node, string what, string expected, string place) =>
        new($"{place}: {what} is {(node is null ? "missing" : node.GetValueKind().ToString().ToLowerInvariant())}; expected {expected}");
}
