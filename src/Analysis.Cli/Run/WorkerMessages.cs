using System.Text.Json.Serialization;

namespace Analysis.Cli;

// What parent and worker say to each other: JSON, a message a line. The end of the requests ends the worker.

/// <summary>What the parent asks for.</summary>
[JsonDerivedType(typeof(OpenOutput), "open")]
[JsonDerivedType(typeof(RunNotebook), "run")]
[JsonDerivedType(typeof(WriteTables), "tables")]
[JsonDerivedType(typeof(WriteReport), "report")]
internal abstract record Request;

/// <summary>
/// Opens the corpus; figures and tables go to the folder, under names that no file written before has. The tables of the corpus are
/// written from now on, beside the notebooks, or when they are asked for.
/// </summary>
internal sealed record OpenOutput(string Folder, IReadOnlyList<string> Written, bool Tables) : Request;

/// <summary>Runs a notebook.</summary>
internal sealed record RunNotebook(string File, JsonObject Notebook) : Request;

/// <summary>Writes the tables of the corpus, and the articles of the report.</summary>
internal sealed record WriteTables : Request;

/// <summary>Writes the report of what the notebooks showed.</summary>
/// <param name="Folder">Full path of its folder.</param>
/// <param name="Parameters">What it is made with, as <see cref="ReportJob"/> names it; kept in its manifest.</param>
internal sealed record WriteReport(string Folder, IReadOnlyDictionary<string, string> Parameters) : Request;

/// <summary>What the worker reports.</summary>
[JsonDerivedType(typeof(CorpusRead), "corpus")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(Warned), "warned")]
[JsonDerivedType(typeof(Wrote), "wrote")]
[JsonDerivedType(typeof(ReportWritten), "reported")]
[JsonDerivedType(typeof(CellStarted), "started")]
[JsonDerivedType(typeof(CellFinished), "finished")]
[JsonDerivedType(typeof(NotebookFinished), "ran")]
internal abstract record Report;

/// <summary>The corpus: what it holds (empty until its tables are written), and what is odd about it.</summary>
internal sealed record CorpusRead(string Contents, IEnumerable<string> Warnings) : Report;

/// <summary>The input is not what the worker needs; it goes no further.</summary>
internal sealed record Refused(string Message) : Report;

/// <summary>Something that could not be made, and why.</summary>
internal sealed record Warned(string Message) : Report;

/// <summary>Files that are written, by their full paths.</summary>
internal sealed record Wrote(IReadOnlyList<string> Files) : Report;

/// <summary>The report is written: its files, relative to its folder.</summary>
internal sealed record ReportWritten(IReadOnlyList<string> Files) : Report;

/// <summary>A code cell, by its place in the notebook, is about to run.</summary>
internal sealed record CellStarted(int Cell) : Report;

/// <summary>The outputs of a cell; those of a later report take their place.</summary>
internal sealed record CellFinished(int Cell, int? ExecutionCount, JsonNode Outputs) : Report;

/// <summary>A notebook has run, to its end or to the cell that failed.</summary>
internal sealed record NotebookFinished(string FailedCell, CellError? Error) : Report;
