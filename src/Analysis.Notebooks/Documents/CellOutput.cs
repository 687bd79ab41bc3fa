using System.Text.Json.Nodes;

namespace Analysis.Notebooks;

/// <summary>One output of a code cell, as nbformat 4.5 knows them.</summary>
public abstract record CellOutput;

/// <summary>Text that a cell wrote to a standard stream; neighbouring writes to the same stream are one output.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text, line ends as they were written.</param>
public sealed record StreamOutput(string Name, string Text) : CellOutput;

/// <summary>A value in one or more representations, of which a client shows the richest that it can.</summary>
/// <param name="Data">From MIME type to representation: text as one string, JSON types (<c>application/json</c>, <c>…+json</c>) as JSON, pictures in base64.</param>
/// <param name="Metadata">From MIME type to hints, such as <c>{"image/png": {"width": 700, "height": 400}}</c>; empty when there are none.</param>
public abstract record RichOutput(JsonObject Data, JsonObject Metadata) : CellOutput
{
    /// <summary>The textual representation of that MIME type; null when the value offers none or offers JSON.</summary>
    public string? Text(string mimeType) =>
        Data[mimeType] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

/// <summary>A value that a cell displayed while it ran (<c>display_data</c>).</summary>
/// <param name="Data">From MIME type to representation.</param>
/// <param name="Metadata">From MIME type to hints.</param>
public sealed record DisplayData(JsonObject Data, JsonObject Metadata) : RichOutput(Data, Metadata);

/// <summary>The value of a cell's last expression (<c>execute_result</c>).</summary>
/// <param name="Data">From MIME type to representation.</param>
/// <param name="Metadata">From MIME type to hints.</param>
/// <param name="ExecutionCount">Count of the execution that made it, from 1; null when the document doesn't say.</param>
public sealed record ExecuteResult(JsonObject Data, JsonObject Metadata, int? ExecutionCount) : RichOutput(Data, Metadata);

/// <summary>What ended a cell before its end.</summary>
/// <param name="Name">Kind of error, such as the exception's type name.</param>
/// <param name="Value">Its message.</param>
/// <param name="Traceback">Lines for a person to read, the message first.</param>
public sealed record ErrorOutput(string Name, string Value, IReadOnlyList<string> Traceback) : CellOutput;
