namespace Analysis;

/// <summary>The roles that a word may have inside or before a name; see <c>name-parts.tsv</c>.</summary>
[Flags]
internal enum NamePart : ushort
{
    /// <summary>No role.</summary>
    None = 0,

    /// <summary>Joins parts of a person's name.</summary>
    Link = 1,

    /// <summary>Ends a surname of two words.</summary>
    Second = 2,

    /// <summary>Occurs between a title and its name.</summary>
    Chain = 4,

    /// <summary>First half of a place name.</summary>
    Half = 8,

    /// <summary>Adjective that continues the name of a facility or institution.</summary>
    Kind = 16,

    /// <summary>Looks like a noun with the article, in the accusative, or like an adjective of a name, but is none.</summary>
    Function = 32,

    /// <summary>Spelled-out letter in a name or abbreviation; a full stop may follow.</summary>
    Initial = 64,

    /// <summary>Introduces a person's other name.</summary>
    Known = 128,

    /// <summary>Verb of saying.</summary>
    Say = 256,

    /// <summary>Ordinal number with the article.</summary>
    Ordinal = 512,
}
