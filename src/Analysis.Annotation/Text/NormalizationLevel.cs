namespace Analysis;

/// <summary>
/// Steps of orthographic normalization for Arabic, each including those before it: the higher, the more spellings count as one, and the
/// more different words do. Reported level by level, as <see cref="Normalizer"/> describes.
/// </summary>
public enum NormalizationLevel
{
    /// <summary>L0: letters composed with their hamza, madda or accent; bidi controls, zero-width characters and tatweel deleted.</summary>
    Composed,

    /// <summary>L1: digits, punctuation, blanks, Persian and Kurdish letters and presentation forms replaced by the plain Arabic or ASCII ones.</summary>
    Unified,

    /// <summary>L2: diacritics deleted; Latin letters lose their accents.</summary>
    Undiacritized,

    /// <summary>L3: آ أ إ ٱ become ا, and final ى becomes ي.</summary>
    Folded,

    /// <summary>L4, for search only: ة becomes ه, ؤ becomes و, ئ and any ى become ي, capitals become small.</summary>
    Key,

    /// <summary>L5, for search only: proclitics are taken off, but for words in a list of exceptions (<c>واشنطن</c>, <c>بغداد</c>). The article stays.</summary>
    Stem,
}
