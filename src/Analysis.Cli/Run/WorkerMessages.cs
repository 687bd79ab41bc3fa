using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Analysis.Notebooks;

namespace Analysis.Cli;

/// <summary>What parent and worker say to each other: JSON, a message a line.</summary>
internal static class WorkerMessages
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Format<T>(T message) => JsonSerializer.Serialize(message, Options);

    public static T Parse<T>(string line) => JsonSerializer.Deserialize<T>(line, Options)!;
}

/// <summary>What the parent asks for.</summary>
[JsonDerivedType(typeof(OpenOutput), "open")]
[JsonDerivedType(typeof(RunNotebook), "run")]
[JsonDerivedType(typeof(WriteTables), "tables")]
[JsonDerivedType(typeof(End), "end")]
internal abstract record Request;

/// <summary>Opens the corpus; figures and tables are written to the folder, under names that no earlier worker used.</summary>
internal sealed record OpenOutput(string Folder, IReadOnlyList<string> Written) : Request;

/// <summary>Runs a notebook.</summary>
internal sealed record RunNotebook(string File, JsonObject Notebook) : Request;

/// <summary>Writes the tables of the corpus.</summary>
internal sealed record WriteTables : Request;

/// <summary>Ends the worker.</summary>
internal sealed record End : Request;

/// <summary>What the worker reports.</summary>
[JsonDerivedType(typeof(CorpusOpened), "opened")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(Warned), "warned")]
[JsonDerivedType(typeof(Wrote), "wrote")]
[JsonDerivedType(typeof(CellStarted), "started")]
[JsonDerivedType(typeof(CellFinished), "finished")]
[JsonDerivedType(typeof(NotebookFinished), "ran")]
[JsonDerivedType(typeof(TablesWritten), "tables")]
internal abstract record Report;

/// <summary>The corpus that is open, and what is odd about it.</summary>
internal sealed record CorpusOpened(string Location, IReadOnlyList<string> Warnings) : Report;

/// <summary>The input is not what the worker needs; it goes no further.</summary>
internal sealed record Refused(string Message) : Report;

/// <summary>Something that could not be made, and why.</summary>
internal sealed record Warned(string Message) : Report;

/// <summary>Files that are written, by their full paths.</summary>
internal sealed record Wrote(IReadOnlyList<string> Files) : Report;

/// <summary>A code cell is about to run.</summary>
internal sealed record CellStarted(int Cell) : Report;

/// <summary>The outputs of a cell; those of a later report take their place.</summary>
internal sealed record CellFinished(int Cell, int? ExecutionCount, JsonArray Outputs) : Report;

/// <summary>A notebook has run, to its end or to the cell that failed.</summary>
internal sealed record NotebookFinished(string FailedCell, CellError? Error) : Report;

/// <summary>The tables are written; what the corpus holds, in one line, and what is idle in it.</summary>
internal sealed record TablesWritten(string Provenance, IReadOnlyList<string> Warnings) : Report;
