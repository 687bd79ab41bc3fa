namespace Analysis;

/// <summary>
/// Levels of orthographic normalization for Arabic; each includes those before it. A higher level unifies more spellings of a word,
/// but also more words that differ. See <see cref="Normalizer"/>.
/// </summary>
public enum NormalizationLevel
{
    /// <summary>L0: letters composed with their hamza, madda or accent; bidi controls, zero-width characters and tatweel deleted.</summary>
    Composed,

    /// <summary>
    /// L1: digits, punctuation, spaces, Persian and Kurdish letters and presentation forms become the plain Arabic or ASCII characters.
    /// </summary>
    Unified,

    /// <summary>L2: diacritics deleted; Latin letters lose their accents.</summary>
    Undiacritized,

    /// <summary>L3: آ أ إ ٱ become ا, and final ى becomes ي.</summary>
    Folded,

    /// <summary>L4, for search only: ة becomes ه, ؤ becomes و, ئ and any ى become ي, capitals become lower case.</summary>
    Key,

    /// <summary>
    /// L5, for search only: proclitics are removed, except from words in a list
    /// of exceptions (<c>واشنطن</c>, <c>بغداد</c>). The article stays.
    /// </summary>
    Stem,
}
