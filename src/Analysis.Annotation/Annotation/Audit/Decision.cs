namespace Analysis;

/// <summary>What a person says to a spelling that the audit put before them.</summary>
public enum Verdict
{
    /// <summary>Nothing yet: the spelling is treated as if it were not listed, and put before the person again.</summary>
    Open,

    /// <summary>The spelling means the entity, wherever it stands.</summary>
    Accept,

    /// <summary>The spelling does not mean the entity.</summary>
    Reject,
}

/// <summary>One row of <c>decisions.tsv</c>: whether a spelling means an entity.</summary>
/// <param name="Surface">The spelling, as a text has it.</param>
/// <param name="Entity">Gazetteer id.</param>
/// <param name="Verdict">What was decided; the column <c>decision</c> says <c>accept</c>, <c>reject</c>, or nothing yet.</param>
/// <param name="Note">Why; for people.</param>
/// <param name="Source">File and line, for messages.</param>
public sealed record Decision(string Surface, string Entity, Verdict Verdict, string Note = "", string Source = "decision")
{
    /// <summary>The row as it stands in <c>decisions.tsv</c>, without line break.</summary>
    public string ToLine() => string.Join('\t', Cell(Surface), Entity, Verdict switch { Verdict.Accept => "accept", Verdict.Reject => "reject", _ => "" }, Cell(Note));

    // A cell holds no tab and no line break.
    private static string Cell(string text) => string.Join(' ', text.Split(['\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
