namespace Analysis;

/// <summary>
/// Characters that count as equal, by normalization level. The normalizer applies the levels step by step; the search keys of
/// <see cref="Letters"/> apply levels L0 to L4 in one look-up.
/// </summary>
internal static class LetterFolds
{
    /// <summary>
    /// L1: letters of other languages in Arabic script (Persian, Kurdish, Urdu) that stand for an Arabic one, and punctuation.
    /// </summary>
    public static readonly (string From, char To)[] Unified =
    [
        ("کگڪڭ", 'ك'), ("یېۍێےۓ", 'ي'), ("ہھۀەۂ", 'ه'), ("ۋۆۇۈ", 'و'), ("پ", 'ب'), ("چ", 'ج'), ("ڤ", 'ف'), ("ژ", 'ز'), ("ڕ", 'ر'), ("ڵ", 'ل'), ("ں", 'ن'),
        ("،٬", ','), ("؛", ';'), ("؟", '?'), ("٪", '%'), ("٫۔", '.'), ("“”„«»", '"'), ("‘’‚‹›", '\''), ("‐‑‒–—―", '-'),
    ];

    /// <summary>L3: alef with hamza or madda, and wasla.</summary>
    public static readonly (string From, char To)[] Alef = [("أإآٱٲٳ", 'ا')];

    /// <summary>L4: ta marbuta, hamza on a seat, and alef maqsura in any position.</summary>
    public static readonly (string From, char To)[] Key = [("ة", 'ه'), ("ؤ", 'و'), ("ئى", 'ي')];

    /// <summary>The lower-case letter of a Latin, Greek or Cyrillic capital; other characters are unchanged. Independent of ICU.</summary>
    public static char Small(char letter) => letter switch
    {
        >= 'A' and <= 'Z' => (char)(letter + 32),
        (>= '\u00C0' and <= '\u00DE') and not '\u00D7' => (char)(letter + 32),
        (>= '\u0391' and <= '\u03A9') and not '\u03A2' => (char)(letter + 32),
        >= '\u0400' and <= '\u040F' => (char)(letter + 80),
        >= '\u0410' and <= '\u042F' => (char)(letter + 32),
        _ => letter,
    };

    /// <summary>The ASCII digit of an Arabic-Indic or Persian digit; other characters are unchanged.</summary>
    public static char Digit(char letter) => letter switch
    {
        >= '\u0660' and <= '\u0669' => (char)(letter - '\u0660' + '0'),
        >= '\u06F0' and <= '\u06F9' => (char)(letter - '\u06F0' + '0'),
        _ => letter,
    };
}
