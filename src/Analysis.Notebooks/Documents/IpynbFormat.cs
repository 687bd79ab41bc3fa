using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analysis.Notebooks;

/// <summary>Reads and writes Jupyter's <c>.ipynb</c> files (nbformat 4; see the format's description at nbformat.readthedocs.io).</summary>
internal static class IpynbFormat
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly string[] CellProperties = ["cell_type", "execution_count", "id", "metadata", "outputs", "source"];

    /// <summary>Reads a document; the file name is for messages.</summary>
    /// <exception cref="InvalidDataException">The text is not such a document.</exception>
    public static NotebookDocument Parse(string text, string file)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(text, documentOptions: Strict);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{file}, line {exception.LineNumber + 1}: not JSON: {JsonFault.Describe(exception)}", exception);
        }

        var place = new JsonPlace(file, "");
        var notebook = place.Object(root, "the notebook");
        var major = place.Integer(notebook["nbformat"], "'nbformat'");
        if (major != 4)
            throw place.Error($"'nbformat' is {major}; expected 4");
        return new NotebookDocument(
            [.. place.Array(notebook["cells"], "'cells'").Select((cell, index) => ParseCell(cell, index, file))],
            place.Object(notebook["metadata"], "'metadata'").DeepClone().AsObject())
        {
            FormatMinor = place.Integer(notebook["nbformat_minor"], "'nbformat_minor'"),
            File = file,
        };
    }

    /// <summary>The canonical text of a document.</summary>
    public static string Format(NotebookDocument notebook) =>
        CanonicalJson.Format(new JsonObject
        {
            ["cells"] = new JsonArray([.. notebook.Cells.Select(FormatCell)]),
            ["metadata"] = notebook.Metadata.DeepClone(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = notebook.FormatMinor,
        });

    private static NotebookCell ParseCell(JsonNode? node, int index, string file)
    {
        var place = new JsonPlace(file, $"cell {index + 1}");
        var cell = place.Object(node, "the cell");
        var id = cell["id"] is { } given ? place.Text(given, "'id'") : "";
        if (id.Length > 0)
            place = new JsonPlace(file, $"cell {index + 1} ('{id}')");
        var kind = place.Text(cell["cell_type"], "'cell_type'") switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            var other => throw place.Error($"'cell_type' is '{other}'; expected code, markdown or raw"),
        };
        return new NotebookCell(
            id, kind, place.Lines(cell["source"], "'source'"), place.Object(cell["metadata"], "'metadata'").DeepClone().AsObject())
        {
            ExecutionCount = cell["execution_count"] is { } count ? place.Integer(count, "'execution_count'") : null,
            Outputs = kind != CellKind.Code
                ? []
                : [.. place.Array(cell["outputs"], "'outputs'").Select(output => IpynbOutputs.Parse(output, place))],
            Extra = new JsonObject(cell.Where(pair => !CellProperties.Contains(pair.Key))
                .Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))),
        };
    }

    private static JsonObject FormatCell(NotebookCell cell)
    {
        var json = new JsonObject(cell.Extra.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())))
        {
            ["cell_type"] = cell.Kind switch { CellKind.Code => "code", CellKind.Markdown => "markdown", _ => "raw" },
            ["metadata"] = cell.Metadata.DeepClone(),
            ["source"] = JsonPlace.SplitLines(cell.Source),
        };
        if (cell.Id.Length > 0)
            json["id"] = cell.Id;
        if (cell.Kind == CellKind.Code)
        {
            json["execution_count"] = cell.ExecutionCount;
            json["outputs"] = new JsonArray([.. cell.Outputs.Select(IpynbOutputs.Format)]);
        }

        return json;
    }
}
