namespace Analysis.Cli;

/// <summary>A document of a batch, after the work on it.</summary>
/// <param name="Id">Its id; empty where it has none.</param>
/// <param name="Line">Where it comes from, and what is wrong with it, if anything.</param>
/// <param name="IsElsewhere">Whether it belongs to another shard.</param>
/// <param name="Doubt">A warning; null if nothing is suspicious.</param>
/// <param name="Write">Writes its annotations; null where it has none, or the output holds them already.</param>
internal readonly record struct AnnotatedDocument(
    string Id, DocumentLine Line, bool IsElsewhere = false, string? Doubt = null, Action? Write = null);
