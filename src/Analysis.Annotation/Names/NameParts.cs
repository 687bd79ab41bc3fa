namespace Analysis;

/// <summary>The roles that a word may have inside or before a name; see <c>name-parts.tsv</c>.</summary>
[Flags]
internal enum NamePart : byte
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

    /// <summary>Adjective that continues the name of a facility.</summary>
    Kind = 16,

    /// <summary>Looks like a noun with the article or in the accusative but is neither.</summary>
    Function = 32,

    /// <summary>Spelled-out letter in a name or abbreviation; a full stop may follow.</summary>
    Initial = 64,
}

/// <summary>The words of <c>name-parts.tsv</c> by form.</summary>
internal sealed class NameParts
{
    private readonly FormTable<NamePart> _parts = new();

    public NameParts(Vocabulary vocabulary)
    {
        foreach (var row in Lexicon.Read("name-parts.tsv", "word", "role"))
        {
            _parts[vocabulary.Add(row[0])] |= row[1] switch
            {
                "link" => NamePart.Link,
                "second" => NamePart.Second,
                "chain" => NamePart.Chain,
                "half" => NamePart.Half,
                "kind" => NamePart.Kind,
                "function" => NamePart.Function,
                "initial" => NamePart.Initial,
                _ => throw row.Error($"role '{row[1]}', expected link, second, chain, half, kind, function or initial"),
            };
        }
    }

    /// <summary>Whether a form has a role.</summary>
    public bool Is(int form, NamePart part) => (_parts[form] & part) != 0;
}
