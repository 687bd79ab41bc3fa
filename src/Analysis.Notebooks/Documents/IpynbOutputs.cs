using System.Text.Json.Nodes;

namespace Analysis.Notebooks;

/// <summary>The outputs part of an <c>.ipynb</c> file.</summary>
internal static class IpynbOutputs
{
    /// <summary>Whether a representation of that MIME type is JSON itself, not text.</summary>
    public static bool IsJson(string mimeType) =>
        mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);

    public static CellOutput Parse(JsonNode? node, JsonPlace place)
    {
        var output = place.Object(node, "an output");
        return place.Text(output["output_type"], "'output_type'") switch
        {
            "stream" => new StreamOutput(place.Text(output["name"], "'name'"), place.Lines(output["text"], "'text'")),
            "display_data" => new DisplayData(ParseData(output, place), ParseMetadata(output, place)),
            "execute_result" => new ExecuteResult(
                ParseData(output, place),
                ParseMetadata(output, place),
                output["execution_count"] is { } count ? place.Integer(count, "'execution_count'") : null),
            "error" => new ErrorOutput(
                place.Text(output["ename"], "'ename'"),
                place.Text(output["evalue"], "'evalue'"),
                [.. place.Array(output["traceback"], "'traceback'").Select(line => place.Text(line, "a line of 'traceback'"))]),
            var other => throw place.Error(
                $"'output_type' is '{other}'; expected stream, display_data, execute_result or error"),
        };
    }

    public static JsonNode Format(CellOutput output) => output switch
    {
        StreamOutput stream => new JsonObject
        {
            ["output_type"] = "stream",
            ["name"] = stream.Name,
            ["text"] = JsonPlace.SplitLines(stream.Text),
        },
        DisplayData display => FormatRich("display_data", display),
        ExecuteResult result => FormatResult(result),
        ErrorOutput error => new JsonObject
        {
            ["output_type"] = "error",
            ["ename"] = error.Name,
            ["evalue"] = error.Value,
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
        },
        _ => throw new ArgumentException($"an output of type {output.GetType().Name} has no form in .ipynb", nameof(output)),
    };

    private static JsonObject ParseData(JsonObject output, JsonPlace place) =>
        new(place.Object(output["data"], "'data'").Select(pair => KeyValuePair.Create(
            pair.Key,
            IsJson(pair.Key) ? pair.Value?.DeepClone() : JsonValue.Create(place.Lines(pair.Value, $"'{pair.Key}'")))));

    private static JsonObject ParseMetadata(JsonObject output, JsonPlace place) =>
        output["metadata"] is null ? [] : place.Object(output["metadata"], "'metadata'").DeepClone().AsObject();

    private static JsonObject FormatResult(ExecuteResult result)
    {
        var json = FormatRich("execute_result", result);
        json["execution_count"] = result.ExecutionCount;
        return json;
    }

    private static JsonObject FormatRich(string type, RichOutput output) => new()
    {
        ["output_type"] = type,
        ["data"] = new JsonObject(output.Data.Select(pair => KeyValuePair.Create(pair.Key, FormatRepresentation(pair.Key, pair.Value)))),
        ["metadata"] = output.Metadata.DeepClone(),
    };

    // As Jupyter does it: text goes line by line, so that version control shows changed lines; base64 stays one string.
    private static JsonNode? FormatRepresentation(string mimeType, JsonNode? value) =>
        !IsJson(mimeType) && value is JsonValue && (mimeType.StartsWith("text/", StringComparison.Ordinal)
            || mimeType is "image/svg+xml" or "application/javascript")
            ? JsonPlace.SplitLines(value.GetValue<string>())
            : value?.DeepClone();
}
