namespace Analysis;

/// <summary>What a word may be in or before a name; see <c>name-parts.tsv</c>.</summary>
[Flags]
internal enum NamePart : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Joins parts of a person's name.</summary>
    Link = 1,

    /// <summary>Ends a surname of two words.</summary>
    Second = 2,

    /// <summary>Stands between a title and its name.</summary>
    Chain = 4,

    /// <summary>First half of a place's name.</summary>
    Half = 8,

    /// <summary>Adjective by which a facility's name goes on.</summary>
    Kind = 16,

    /// <summary>Looks like a noun with the article or in the accusative.</summary>
    Function = 32,

    /// <summary>Spells a letter out, in a name or abbreviation; a full stop may stand behind it.</summary>
    Initial = 64,
}

/// <summary>The words of <c>name-parts.tsv</c> by form.</summary>
internal sealed class NameParts
{
    private readonly FormTable<NamePart> _parts = new();

    /// <summary>Reads the table.</summary>
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

    /// <summary>Whether a form plays a part.</summary>
    public bool Is(int form, NamePart part) => (_parts[form] & part) != 0;
}
