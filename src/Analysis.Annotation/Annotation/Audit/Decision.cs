namespace Analysis;

/// <summary>A person's answer to a spelling that the audit proposed.</summary>
public enum Verdict
{
    /// <summary>Undecided: the spelling is treated as if it were not listed, and is proposed again.</summary>
    Open,

    /// <summary>The spelling means the entity wherever it occurs.</summary>
    Accept,

    /// <summary>The spelling does not mean the entity.</summary>
    Reject,
}

/// <summary>One row of <c>decisions.tsv</c>: whether a spelling means an entity.</summary>
/// <param name="Surface">The spelling, as it is written in a text.</param>
/// <param name="Entity">Gazetteer id.</param>
/// <param name="Verdict">The decision. In the file, the column <c>decision</c> is <c>accept</c>, <c>reject</c> or empty.</param>
/// <param name="Note">The reason, for human readers.</param>
/// <param name="Source">File and line, for messages.</param>
public sealed record Decision(string Surface, string Entity, Verdict Verdict, string Note = "", string Source = "decision")
{
    /// <summary>The row as written in <c>decisions.tsv</c>, without line break.</summary>
    public string ToLine() =>
        string.Join('\t', Cell(Surface), Entity, Verdict == Verdict.Open ? "" : Verdict.ToString().ToLowerInvariant(), Cell(Note));

    // A cell may not contain tabs or line breaks.
    private static string Cell(string text) => string.Join(' ', text.Split(['\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
