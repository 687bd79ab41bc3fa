namespace Analysis;

/// <summary>A clause of a sentence: the tokens around one finite verb.</summary>
/// <param name="First">First token.</param>
internal sealed record Clause(int First)
{
    /// <summary>Token after the last.</summary>
    public int End { get; set; }

    /// <summary>Index of the clause in which it is said; −1 if nobody says it.</summary>
    public int Speech { get; init; } = -1;

    /// <summary>Whether it stands in quotation marks.</summary>
    public bool Quoted { get; init; }
}
