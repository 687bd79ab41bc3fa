namespace Analysis.Notebooks;

/// <summary>What a notebook cell holds.</summary>
public enum CellKind
{
    /// <summary>Code that is executed.</summary>
    Code,

    /// <summary>Prose in Markdown.</summary>
    Markdown,

    /// <summary>Text that no notebook client interprets.</summary>
    Raw,
}
