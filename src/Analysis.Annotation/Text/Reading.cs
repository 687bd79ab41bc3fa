namespace Analysis;

/// <summary>One-letter words written together with the next word, and the article.</summary>
[Flags]
internal enum Proclitics : byte
{
    /// <summary>Nothing precedes the stem.</summary>
    None = 0,

    /// <summary>و, and.</summary>
    And = 1,

    /// <summary>ف, so.</summary>
    So = 2,

    /// <summary>س, will.</summary>
    Will = 4,

    /// <summary>ل, for.</summary>
    For = 8,

    /// <summary>ب, by.</summary>
    By = 16,

    /// <summary>ك, like.</summary>
    Like = 32,

    /// <summary>أ, the question particle.</summary>
    Ask = 64,

    /// <summary>ال, the article, removed from the stem.</summary>
    Article = 128,
}

/// <summary>One reading of a token: a stem that a lexicon contains, with its clitics.</summary>
/// <param name="Stem">Form of the stem.</param>
/// <param name="Proclitics">The clitics before it.</param>
/// <param name="Skip">Letters of the token's key before the stem in the raw text. In <c>للعراق</c>, ل absorbs the alef of the article;
/// for the stem <c>العراق</c>, the value is 1 and the span begins at the second lam.</param>
/// <param name="Tail">Letters of an enclitic pronoun after the stem; 0 if there is none.</param>
internal readonly record struct Reading(int Stem, Proclitics Proclitics, byte Skip, byte Tail);
